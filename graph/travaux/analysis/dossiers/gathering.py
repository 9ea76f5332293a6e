"""What was said about one thing, gathered from the store: it counts, and gives away only what is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from travaux.analysis.dossiers import queries
from travaux.analysis.dossiers.bearings import find_bearings
from travaux.analysis.dossiers.meetings import find_meetings
from travaux.analysis.dossiers.said import STANCES, Held, Meeting, Said, Sentence, Tally
from travaux.analysis.dossiers.voices import find_named
from travaux.analysis.heard import Heard, to_heard
from travaux.analysis.sparql import last_word
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence, ReviewStatus, Stance
from travaux.model.sentences import sentence_at
from travaux.model.store import Store, Value

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a dossier is shown: positions of each stance, sentences of each position; ``None`` is all.

    ``rows`` bounds lists that say how often something occurs: themes beside a theme, named speakers.
    """

    positions: int | None = 5
    sentences: int | None = 2
    rows: int | None = 8


_BATCH = 500
PAGE = Limits()
"""About one page."""
EVERYTHING = Limits(positions=None, sentences=None, rows=None)


def gather(store: Store, scope: queries.Scope, limits: Limits, agenda: Mapping[str, tuple[str, ...]] | None = None) -> Said:
    """Gather what the statements of a scope say; ``agenda`` gives items on the matter by the name of the consultation."""
    return _Gathering(store, scope, limits).gather(agenda)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A position as far as it is counted, and the statements to show of it, in their order."""

    held: Held
    statements: Sequence[str]


class _Gathering:
    """One scope, asked about in turn."""

    def __init__(self, store: Store, scope: queries.Scope, limits: Limits) -> None:
        self._store = store
        self._scope = scope
        self._limits = limits

    def gather(self, agenda: Mapping[str, tuple[str, ...]] | None) -> Said:
        words, reviews = self._marks()
        tallies = tuple(self._tallies(words)) if words else ()
        wanted = [one for tally in tallies for one in self._wanted(tally)]
        found = find_sentences(self._store, (iri for one in wanted for iri in one.statements))
        held = [replace(one.held, sentences=tuple(found[iri] for iri in one.statements if iri in found)) for one in wanted]
        return Said(
            statements=sum(count for _, count in reviews),
            tallies=tallies,
            reviews=reviews,
            meetings=self._meetings(agenda),
            held=tuple(self._with_bearings(held)),
        )

    def _marks(self) -> tuple[dict[Stance, dict[Prevalence, int]], tuple[tuple[ReviewStatus, int], ...]]:
        """Count statements by stance and word, and by review status; each has one of either, so these may be added up."""
        words, reviews = defaultdict[Stance, dict[Prevalence, int]](dict), defaultdict[ReviewStatus, int](int)
        for row in self._store.select(queries.marks(self._scope)):
            of_stance, word = words[Stance(last_word(row["stance"]))], Prevalence(last_word(row["prevalence"]))
            of_stance[word] = of_stance.get(word, 0) + _number(row)
            reviews[ReviewStatus(last_word(row["review"]))] += _number(row)
        return words, tuple((status, reviews[status]) for status in ReviewStatus if reviews[status])

    def _tallies(self, words: Mapping[Stance, Mapping[Prevalence, int]]) -> Iterator[Tally]:
        positions = {last_word(row["stance"]): int(str(row["positions"])) for row in self._store.select(queries.positions(self._scope))}
        for stance in STANCES:
            if stance in words:
                count = sum(words[stance].values())
                yield Tally(stance=stance, statements=count, positions=positions.get(stance, 0), strongest=strongest(words[stance]))

    def _wanted(self, tally: Tally) -> Iterator[_Wanted]:
        """Choose the positions of a stance and the statements to show of each, and what expresses none."""
        rows = list(self._store.select(queries.leading(self._scope, tally.stance, self._limits.positions))) if tally.positions else []
        iris = [str(row["position"]) for row in rows]
        words, standing = self._words(tally.stance, iris), self._standing(iris)
        shown = self._shown(tally.stance, [*iris, None])
        for row in rows:
            position = str(row["position"])
            held = Held(
                stance=tally.stance,
                key=position.rpartition("/position/")[2],
                claim=str(row["position_claim"]),
                review=standing.get(position, ReviewStatus.UNREVIEWED),
                statements=_number(row),
                strongest=strongest(words[position]),
                sentences=(),
            )
            yield _Wanted(held, shown.get(position, ()))
        if loose := shown.get(None):
            yield _Wanted(self._unattached(tally.stance), loose)

    def _unattached(self, stance: Stance) -> Held:
        rows = list(self._store.select(queries.unattached(self._scope, stance)))
        return Held(
            stance=stance,
            key=None,
            claim=None,
            review=ReviewStatus.UNREVIEWED,
            statements=sum(map(_number, rows)),
            strongest=strongest(Prevalence(last_word(row["prevalence"])) for row in rows),
            sentences=(),
        )

    def _words(self, stance: Stance, iris: list[str]) -> Mapping[str, set[Prevalence]]:
        words = defaultdict[str, set[Prevalence]](set)
        if iris:
            for row in self._store.select(queries.prevalences(self._scope, stance, iris)):
                words[str(row["position"])].add(Prevalence(last_word(row["prevalence"])))
        return words

    def _standing(self, iris: list[str]) -> dict[str, ReviewStatus]:
        rows = self._store.select(queries.standing(iris)) if iris else ()
        return {str(row["position"]): ReviewStatus(last_word(row["review"])) for row in rows}

    def _shown(self, stance: Stance, wanted: Iterable[str | None]) -> Mapping[str | None, Sequence[str]]:
        """Choose the statements to show of a stance, by the position expressed: position by position if few are wanted, else at once."""
        limit = self._limits.sentences
        if limit is not None:
            asked = {position: queries.to_show(self._scope, queries.expressing(stance, position), limit) for position in wanted}
            return {position: [str(row["statement"]) for row in self._store.select(query)] for position, query in asked.items()}
        found = defaultdict[str | None, list[str]](list)
        for row in self._store.select(queries.to_show(self._scope, f"?statement trv:stance stance:{stance} .", None)):
            found[str(row["position"]) if row["position"] else None].append(str(row["statement"]))
        return found

    def _meetings(self, agenda: Mapping[str, tuple[str, ...]] | None) -> tuple[Meeting, ...]:
        rows = self._store.select(queries.by_consultation(self._scope))
        counts = {str(row["consultation"]) if row["consultation"] else None: _number(row) for row in rows}
        return find_meetings(self._store, self._scope.selection, counts, agenda)

    def _with_bearings(self, held: list[Held]) -> Iterator[Held]:
        found = find_bearings(self._store, (one.key for one in held if one.key))
        for one in held:
            yield replace(one, bearings=found.get(one.key, ())) if one.key else one


def find_sentences(store: Store, statements: Iterable[str]) -> dict[str, Sentence]:
    """Find statements with their words by their IRIs."""
    wanted = sorted(set(statements))
    named, found = find_named(store, wanted), dict[str, Sentence]()
    for first in range(0, len(wanted), _BATCH):
        for row in store.select(queries.sentences(wanted[first : first + _BATCH])):
            iri = str(row["statement"])
            found.setdefault(iri, _to_sentence(row, named.get(iri, ())))
    return found


def _to_sentence(row: Row, named: tuple[str, ...]) -> Sentence:
    asides = {aside: str(row[aside]) if row[aside] else None for aside in queries.ASIDES}
    heard = to_heard(row)
    return Sentence(heard=heard, named=named, around=_sentence_around(row, heard), **asides)


def _sentence_around(row: Row, heard: Heard) -> str | None:
    """Give the sentence of the paragraph in which the words of a statement stand."""
    if row["text"] is None:
        return None
    text, first = str(row["text"]), int(str(row["text_start"]))
    start, end = sentence_at(text, heard.start - first, heard.end - first)
    return text[start:end]


def _number(row: Row) -> int:
    return int(str(row["statements"]))
