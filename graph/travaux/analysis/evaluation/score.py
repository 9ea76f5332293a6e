"""The score of found statements against annotated ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass

from travaux.analysis.evaluation.annotated import Annotated
from travaux.analysis.evaluation.fields import Agreement, compare_fields, compare_themes
from travaux.analysis.evaluation.matching import Pair, match, overlap_of_shorter, overlap_of_union


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things were annotated and found, and how many of either have a partner; ratios are ``None`` where nothing can be divided.

    The two numbers of partners differ only within groups: the partner of a statement may belong to another group.
    """

    gold: int
    found: int
    gold_matched: int
    found_matched: int

    @property
    def mistakes(self) -> int:
        """How many of both have no partner."""
        return self.gold - self.gold_matched + self.found - self.found_matched

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return self.found_matched / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was annotated that was found."""
        return self.gold_matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Everything that is known of how found statements compare with annotated ones.

    ``pairs`` holds the annotated statement first. ``misses`` are annotated and were not found, ``spurious`` were found and are not
    annotated. ``strict`` and ``lenient`` count with the other two measures of overlap. ``silent`` are documents without annotated
    statements, ``kept_silent`` those of them in which nothing was found. ``elsewhere`` counts what was found in documents that nobody
    annotated: it is not scored.
    """

    pairs: tuple[Pair, ...]
    misses: tuple[Annotated, ...]
    spurious: tuple[Annotated, ...]
    strict: Tally
    lenient: Tally
    fields: dict[str, Agreement]
    themes: Tally
    silent: int
    kept_silent: int
    elsewhere: int

    @property
    def overall(self) -> Tally:
        """The main figure: pairs of which each quote covers at least half of the other."""
        matched = len(self.pairs)
        return Tally(matched + len(self.misses), matched + len(self.spurious), matched, matched)

    def tally_by(self, key: Callable[[Annotated], Hashable]) -> dict[Hashable, Tally]:
        """Count statements in groups, each under its own key, in order of the first annotated, then of the first spurious one."""
        matched_gold, matched_found = [gold for gold, _ in self.pairs], [found for _, found in self.pairs]
        counts: dict[Hashable, list[int]] = {}
        columns = (matched_gold, (0, 2)), (self.misses, (0,)), (matched_found, (1, 3)), (self.spurious, (1,))
        for statements, places in columns:
            for statement in statements:
                group = counts.setdefault(key(statement), [0, 0, 0, 0])
                for place in places:
                    group[place] += 1
        return {group: Tally(*numbers) for group, numbers in counts.items()}


def score(gold: Sequence[Annotated], found: Sequence[Annotated], documents: Collection[str] = ()) -> Score:
    """Score found statements against annotated ones.

    ``documents`` names what was annotated, also documents without statements; those of the annotated statements are added.
    """
    annotated = {statement.document for statement in gold}
    covered = annotated.union(documents)
    scored = [statement for statement in found if statement.document in covered]
    places = match(gold, scored)
    pairs = tuple((gold[place], scored[other]) for place, other in places)
    matched_gold, matched_found = {place for place, _ in places}, {other for _, other in places}
    spoken = {statement.document for statement in scored}
    return Score(
        pairs=pairs,
        misses=tuple(statement for place, statement in enumerate(gold) if place not in matched_gold),
        spurious=tuple(statement for place, statement in enumerate(scored) if place not in matched_found),
        strict=_tally(gold, scored, len(match(gold, scored, overlap_of_union))),
        lenient=_tally(gold, scored, len(match(gold, scored, overlap_of_shorter))),
        fields=compare_fields(pairs),
        themes=_tally_themes(pairs),
        silent=len(covered - annotated),
        kept_silent=len(covered - annotated - spoken),
        elsewhere=len(found) - len(scored),
    )


def _tally(gold: Sequence[Annotated], found: Sequence[Annotated], matched: int) -> Tally:
    return Tally(len(gold), len(found), matched, matched)


def _tally_themes(pairs: Sequence[Pair]) -> Tally:
    gold, found, both = compare_themes(pairs)
    return Tally(gold, found, both, both)
