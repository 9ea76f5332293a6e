"""The decisions on a report laid over its proposals, judged again only in the paragraphs where something changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from travaux.model.argument import Statement
from travaux.model.document import Paragraph
from travaux.model.identity import Id
from travaux.model.review import Opinion
from travaux.reading.review.disputes import choose
from travaux.reading.review.paragraphs import name_of
from travaux.reading.review.placing import Manner
from travaux.reading.review.replay import Replay, Replayed


@dataclass(frozen=True, slots=True)
class _Laid:
    """The opinions on one paragraph, and what came of them."""

    opinions: tuple[Opinion, ...]
    replayed: Replayed


@dataclass(frozen=True, slots=True)
class _Place:
    """The paragraph of an opinion, ``None`` if it is not found, and whether it stands there word for word as it did."""

    paragraph: Id | None
    at_home: bool


class Overlay:
    """Lays opinions over the proposals for one document; what it gives is what ``Replay.over`` gives for all at once.

    As long as every decision stands word for word in the paragraph where it was made, paragraphs have nothing to do with one another
    and can be judged one by one. Where one has moved, others tell where to look for it, and all are judged together.
    """

    def __init__(self, proposals: Sequence[Statement], replay: Replay) -> None:
        self.replay = replay
        self._paragraphs: dict[str, Paragraph] = {name_of(one): one for one in replay.contents.paragraphs}
        self._all = proposals
        self._proposals: dict[Id | None, list[Statement]] = {}
        for proposal in proposals:
            self._proposals.setdefault(proposal.paragraph, []).append(proposal)
        self._places: dict[tuple[str, str, str | None], _Place] = {}
        self._laid: dict[Id | None, _Laid] = {}
        self._held: dict[Id | None, list[Opinion]] = {}

    def name_positions(self, positions: frozenset[str]) -> None:
        """Tell which positions have been named by now; what speaks of one that is new or gone is judged again."""
        before = self.replay.terms
        if changed := before.positions ^ positions:
            self.replay = replace(self.replay, terms=replace(before, positions=positions))
            self._laid = {one: laid for one, laid in self._laid.items() if not any(held.position in changed for held in laid.opinions)}

    def over(self, opinions: Sequence[Opinion]) -> Replayed:
        """Lay opinions over the proposals; those whose place is lost come last."""
        self._held = held = self._by_paragraph(opinions)
        if not all(self._place(one).at_home for one in opinions):
            self._laid = {}
            return self.replay.over(self._all, opinions)
        self._laid = {one: self._lay(one, tuple(held.get(one, ()))) for one in dict.fromkeys((*self._proposals, *held))}
        every = [laid.replayed for laid in self._laid.values()]
        return Replayed(tuple(one for laid in every for one in laid.judged), tuple(one for laid in every for one in laid.undecided))

    def around(self, opinions: Sequence[Opinion]) -> Replayed:
        """Lay opinions over the proposals of their own paragraphs alone, together with nothing else."""
        proposals = [one for paragraph in self._by_paragraph(opinions) for one in self._proposals.get(paragraph, ())]
        return self.replay.over(proposals, opinions)

    def near(self, opinion: Opinion) -> tuple[Opinion, ...]:
        """Give the opinions that are in the paragraph of another by now."""
        return tuple(self._held.get(self._place(opinion).paragraph, ()))

    def _lay(self, paragraph: Id | None, opinions: tuple[Opinion, ...]) -> _Laid:
        before = self._laid.get(paragraph)
        if before is not None and before.opinions == opinions:
            return before
        return _Laid(opinions, self.replay.over(self._proposals.get(paragraph, ()), opinions))

    def _by_paragraph(self, opinions: Iterable[Opinion]) -> dict[Id | None, list[Opinion]]:
        by_key: dict[str, list[Opinion]] = {}
        for opinion in opinions:
            by_key.setdefault(opinion.key, []).append(opinion)
        found: dict[Id | None, list[Opinion]] = {}
        for held in by_key.values():
            found.setdefault(self._place(choose(held)).paragraph, []).extend(held)
        return found

    def _place(self, opinion: Opinion) -> _Place:
        looked_for = (opinion.quote, opinion.paragraph, opinion.context)
        if looked_for not in self._places:
            found = self.replay.find(opinion)
            at_home = found is not None and found.region.name == opinion.paragraph and found.manner is Manner.EXACT
            self._places[looked_for] = _Place(self._paragraphs[found.region.name].id if found else None, at_home)
        return self._places[looked_for]
