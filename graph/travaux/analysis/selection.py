"""Which statements an analysis looks at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.sparql import apart, quoted
from travaux.model.prevalence import at_least
from travaux.model.schemes import LayerKind, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store
from travaux.naming.kinds import NameKind
from travaux.naming.meant import find_meant

_STANDING = frozenset(ReviewStatus) - {ReviewStatus.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which statements count: those that meet every condition given; none given means all that no person has rejected.

    ``consultations`` and ``documents`` are names, of which a part that no other has is enough after ``resolve``. ``layers`` are those of
    statements: ``extracted`` are proposals that nobody has decided about, ``reviewed`` what people decided. ``reviews`` are review
    statuses. ``prevalence_at_least`` keeps statements whose own word says at least as much (``model.prevalence.at_least``), and so none
    whose prevalence the report leaves open. ``stances`` are attitudes toward the quote as phrased.
    """

    consultations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    layers: frozenset[LayerKind] = frozenset()
    reviews: frozenset[ReviewStatus] = frozenset()
    prevalence_at_least: Prevalence | None = None
    stances: frozenset[Stance] = frozenset()

    def resolve(self, store: Store) -> Selection:
        """Write consultations and documents as the store calls them; ``QueryError`` with the nearest names for what it does not know."""
        return Selection(
            consultations=tuple(find_meant(store, NameKind.CONSULTATION, name) for name in self.consultations),
            documents=tuple(find_meant(store, NameKind.DOCUMENT, name) for name in self.documents),
            layers=self.layers,
            reviews=self.reviews,
            prevalence_at_least=self.prevalence_at_least,
            stances=self.stances,
        )

    def pattern(self, statement: str = "statement") -> str:
        """Write the graph pattern, braces included, that binds ``?statement`` to the statements selected, each once.

        It stands in a query with ``sparql.PREFIXES`` and binds no other variable. A store finds all statements selected before it joins
        them to the rest of the query, so a query about most statements wants its own patterns ``sparql.apart`` too, and what must not be
        there said by ``MINUS`` and not by ``FILTER NOT EXISTS``, which stores ask row by row.
        """
        own = f"?{statement}"
        return f"{{ SELECT {own} WHERE {{ {' '.join(self._conditions(own))} }} }}"

    def _conditions(self, own: str) -> Iterable[str]:
        """Write each condition so that it is read by itself: with all statements on disk, one look-up for each costs 50 times more."""
        yield from self._reviewed(own)
        if self.consultations:
            meetings = f"VALUES {own}_name {{ {_names(self.consultations)} }} {own}_meeting a trv:Consultation ; trv:name {own}_name ."
            held = f"{own}_source trv:consultation {own}_meeting ; a trv:Document ."
            yield _one(own, f"{meetings} {held} {own} trv:document {own}_source")
        if self.documents:
            sources = f"VALUES {own}_name {{ {_names(self.documents)} }} {own}_source a trv:Document ; trv:name {own}_name ."
            yield _one(own, f"{sources} {own} trv:document {own}_source")
        if self.prevalence_at_least not in {None, Prevalence.UNSPECIFIED}:
            words = " ".join(f"prevalence:{word}" for word in sorted(at_least(self.prevalence_at_least or Prevalence.UNSPECIFIED)))
            voices = _one(f"{own}_voice", f"VALUES {own}_word {{ {words} }} {own}_voice trv:prevalence {own}_word")
            yield _one(own, f"{voices} {apart(f'{own} trv:speaker {own}_voice')}")
        if self.stances:
            words = " ".join(f"stance:{word}" for word in sorted(self.stances))
            yield _one(own, f"VALUES {own}_word {{ {words} }} {own} trv:stance {own}_word")

    def _reviewed(self, own: str) -> Iterable[str]:
        statuses = self.statuses()
        if statuses == sorted(_STANDING):
            yield _one(own, f"{own} a trv:Statement MINUS {{ {own} trv:review review:{ReviewStatus.REJECTED} }}")
        elif not statuses:
            yield _one(own, f"{own} a trv:Statement FILTER(1 = 0)")
        else:
            words = " ".join(f"review:{one}" for one in statuses)
            yield apart(f"{own} a trv:Statement")
            yield _one(own, f"VALUES {own}_word {{ {words} }} {own} trv:review {own}_word")

    def statuses(self) -> list[ReviewStatus]:
        """Name the review statuses that count; it may be that none does."""
        chosen = _STANDING & self.reviews if self.reviews else _STANDING
        if self.layers:
            extracted = {ReviewStatus.UNREVIEWED} if LayerKind.EXTRACTED in self.layers else set[ReviewStatus]()
            reviewed = _STANDING - {ReviewStatus.UNREVIEWED} if LayerKind.REVIEWED in self.layers else set[ReviewStatus]()
            chosen = chosen & (extracted | reviewed)
        return sorted(chosen)


ALL = Selection()
"""Every statement that no person has rejected."""


def tell_selection(selection: Selection) -> str:
    """Say in words which statements were looked at.

    >>> tell_selection(Selection(consultations=("spring",), prevalence_at_least=Prevalence.MANY))
    'statements that no person has rejected; consultation: spring; held at least this widely: many'
    """
    filters = {
        "consultation": selection.consultations,
        "document": selection.documents,
        "layer": sorted(selection.layers),
        "review": sorted(selection.reviews),
        "held at least this widely": (selection.prevalence_at_least,) if selection.prevalence_at_least else (),
        "stance": sorted(selection.stances),
    }
    told = [f"{name}: {', '.join(values)}" for name, values in filters.items() if values]
    return "; ".join(["statements that no person has rejected", *told])


def _one(variable: str, pattern: str) -> str:
    """Write a pattern that is read by itself and gives one variable alone."""
    return f"{{ SELECT {variable} WHERE {{ {pattern} }} }}"


def _names(names: Iterable[str]) -> str:
    return " ".join(quoted(name) for name in names)
