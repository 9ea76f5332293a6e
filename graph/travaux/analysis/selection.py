"""Which statements an analysis looks at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.sparql import quoted
from travaux.model.prevalence import at_least
from travaux.model.schemes import LayerKind, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store
from travaux.naming.kinds import NameKind
from travaux.naming.meant import find_meant


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
        """Write the graph pattern, without braces, that binds ``?statement`` to the statements selected.

        The conditions are filters: from a table of VALUES, engines begin with all statements that have one of them.
        It stands in a query with ``sparql.PREFIXES``; its own variables begin with the statement's name and ``_``.
        """
        return " ".join(self._conditions(f"?{statement}"))

    def _conditions(self, variable: str) -> Iterable[str]:
        yield f"{variable} a trv:Statement ; trv:review {variable}_review ."
        yield f"FILTER({variable}_review IN ({', '.join(f'review:{one}' for one in self._statuses())}))"
        if self.consultations:
            yield f"{variable} trv:document {variable}_source . {variable}_source trv:consultation {variable}_meeting ."
            yield f"{variable}_meeting trv:name {variable}_meeting_name . FILTER({variable}_meeting_name IN ({_names(self.consultations)}))"
        if self.documents:
            yield f"{variable} trv:document {variable}_document . {variable}_document trv:name {variable}_document_name ."
            yield f"FILTER({variable}_document_name IN ({_names(self.documents)}))"
        if self.prevalence_at_least not in {None, Prevalence.UNSPECIFIED}:
            words = ", ".join(f"prevalence:{word}" for word in sorted(at_least(self.prevalence_at_least or Prevalence.UNSPECIFIED)))
            yield f"{variable} trv:speaker/trv:prevalence {variable}_prevalence . FILTER({variable}_prevalence IN ({words}))"
        if self.stances:
            words = ", ".join(f"stance:{word}" for word in sorted(self.stances))
            yield f"{variable} trv:stance {variable}_stance . FILTER({variable}_stance IN ({words}))"

    def _statuses(self) -> list[ReviewStatus]:
        """Name the review statuses that count; an empty list would make a filter that lets nothing through, as it should."""
        standing = set(ReviewStatus) - {ReviewStatus.REJECTED}
        chosen = standing & self.reviews if self.reviews else standing
        if self.layers:
            extracted = {ReviewStatus.UNREVIEWED} if LayerKind.EXTRACTED in self.layers else set()
            reviewed = standing - {ReviewStatus.UNREVIEWED} if LayerKind.REVIEWED in self.layers else set()
            chosen &= extracted | reviewed
        return sorted(chosen)


ALL = Selection()
"""Every statement that no person has rejected."""


def _names(names: Iterable[str]) -> str:
    return ", ".join(quoted(name) for name in names)
