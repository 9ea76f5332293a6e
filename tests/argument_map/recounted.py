"""The networks of the invented corpus, counted from its records and not from a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from argument_map.arguments import STATEMENTS
from argument_map.documents import AUTUMN_CONSULTATION, SPRING, SPRING_CONSULTATION
from argument_map.meetings import PARTICIPATIONS
from travaux.analysis.selection import Selection
from travaux.model.argument import Statement
from travaux.model.identity import Id
from travaux.model.prevalence import at_least
from travaux.model.schemes import LayerKind, ReviewStatus

Things = Callable[[Statement], tuple[Id, ...]]


def selected(selection: Selection) -> Iterator[Statement]:
    """Iterate over the statements that a selection lets count."""
    yield from (said for said in STATEMENTS if _is_selected(said, selection))


def _is_selected(said: Statement, selection: Selection) -> bool:
    layer = LayerKind.EXTRACTED if said.review is ReviewStatus.UNREVIEWED else LayerKind.REVIEWED
    return (
        said.review is not ReviewStatus.REJECTED
        and (not selection.consultations or _name(*consultations(said)) in selection.consultations)
        and (not selection.documents or _name(said.document) in selection.documents)
        and (not selection.layers or layer in selection.layers)
        and (not selection.reviews or said.review in selection.reviews)
        and (selection.prevalence_at_least is None or said.speaker.prevalence in at_least(selection.prevalence_at_least))
        and (not selection.stances or said.stance in selection.stances)
    )


def _name(identifier: Id) -> str:
    return identifier.rpartition("/")[2]


def positions(said: Statement) -> tuple[Id, ...]:
    return (said.position,) if said.position else ()


def provisions(said: Statement) -> tuple[Id, ...]:
    return said.provisions


def themes(said: Statement) -> tuple[Id, ...]:
    return said.themes


def consultations(said: Statement) -> tuple[Id, ...]:
    return (SPRING_CONSULTATION if said.document == SPRING else AUTUMN_CONSULTATION,)


def speakers(said: Statement) -> tuple[Id, ...]:
    people = {taken.id: taken.person for taken in PARTICIPATIONS}
    return (*said.speaker.actors, *(people[one] for one in said.speaker.participations))


def pairs(selection: Selection, one: Things, other: Things) -> Counter[tuple[Id, Id]]:
    """Count the statements selected for each two things that they are linked to."""
    return Counter((a, b) for said in selected(selection) for a in one(said) for b in other(said))
