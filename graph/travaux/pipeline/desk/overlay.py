"""The decisions on a report laid over its proposals, judged again only in the paragraphs where something changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from travaux.model.argument import Statement
from travaux.model.document import Paragraph
from travaux.model.identity import Id
from travaux.model.review import Opinion
from travaux.reading.review.replay import Replay, Replayed, choose, name_of


@dataclass(frozen=True, slots=True)
class _Laid:
    """The opinions on one paragraph, and what came of them."""

    opinions: tuple[Opinion, ...]
    replayed: Replayed


class Overlay:
    """Lays opinions over the proposals for one document; what it gives is what ``Replay.over`` gives for all at once.

    A decision is about proposals in its own paragraph alone, so that paragraphs can be judged one by one.
    """

    def __init__(self, proposals: Sequence[Statement], replay: Replay) -> None:
        self.replay = replay
        self._paragraphs: dict[str, Paragraph] = {name_of(one): one for one in replay.contents.paragraphs}
        self._proposals: dict[Id | None, list[Statement]] = {}
        for proposal in proposals:
            self._proposals.setdefault(proposal.paragraph, []).append(proposal)
        self._places: dict[tuple[str, str, str | None], Id | None] = {}
        self._laid: dict[Id | None, _Laid] = {}

    def name_positions(self, positions: frozenset[str]) -> None:
        """Tell which positions have been named by now; what speaks of one that is new or gone is judged again."""
        before = self.replay.terms
        if changed := before.positions ^ positions:
            self.replay = replace(self.replay, terms=replace(before, positions=positions))
            self._laid = {one: laid for one, laid in self._laid.items() if not any(held.position in changed for held in laid.opinions)}

    def over(self, opinions: Iterable[Opinion]) -> Replayed:
        """Lay opinions over the proposals, paragraph by paragraph; those whose place is lost come last."""
        held = self._by_paragraph(opinions)
        self._laid = {one: self._lay(one, tuple(held.get(one, ()))) for one in dict.fromkeys((*self._proposals, *held))}
        every = [laid.replayed for one, laid in self._laid.items() if one is not None]
        every += [laid.replayed for one, laid in self._laid.items() if one is None]
        return Replayed(tuple(one for laid in every for one in laid.judged), tuple(one for laid in every for one in laid.undecided))

    def around(self, opinions: Sequence[Opinion]) -> Replayed:
        """Lay opinions over the proposals of their own paragraphs alone, together with nothing else."""
        proposals = [one for paragraph in self._by_paragraph(opinions) for one in self._proposals.get(paragraph, ())]
        return self.replay.over(proposals, opinions)

    def near(self, opinion: Opinion) -> tuple[Opinion, ...]:
        """Give the opinions that are in the paragraph of another by now."""
        laid = self._laid.get(self._place(opinion))
        return laid.opinions if laid else ()

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
            found.setdefault(self._place(choose(held)), []).extend(held)
        return found

    def _place(self, opinion: Opinion) -> Id | None:
        looked_for = (opinion.quote, opinion.paragraph, opinion.context)
        if looked_for not in self._places:
            found = self.replay.find(opinion)
            self._places[looked_for] = self._paragraphs[found.region.name].id if found else None
        return self._places[looked_for]
