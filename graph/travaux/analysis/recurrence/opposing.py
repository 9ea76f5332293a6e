"""Positions that oppose each other across two consultations, and which of them are turned round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from travaux.analysis.columns import columns_of
from travaux.analysis.paragraphs import Words, find_paragraphs
from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.changes import ChangeKind
from travaux.analysis.recurrence.counting import Counts
from travaux.analysis.recurrence.judging import Judged
from travaux.analysis.sparql import last_word
from travaux.model.schemes import Marking, RelationForm
from travaux.model.store import Store, Value


@dataclass(frozen=True, slots=True)
class Opposed:
    """An attack between a position that only the first consultation records and one that only the second does, by IRI."""

    first: str
    second: str
    marking: Marking
    form: RelationForm
    quote: str
    document: str | None
    paragraph: str | None
    comparable: bool
    first_contested: tuple[str, ...]
    second_contested: tuple[str, ...]

    @property
    def reverses(self) -> bool:
        """Whether the first is reversed by the second; see ``Opposition.reversed``."""
        return self.comparable and not self.first_contested and not self.second_contested


def find_opposed(store: Store, pair: tuple[str, str], presence: Counts, judged: Mapping[str, Judged]) -> tuple[Opposed, ...]:
    """Find the attacks, in either direction, between what one consultation alone records and what the other alone does.

    Sorted by the positions, then by what shows the opposition. Positions that nobody expresses at either are left out.
    """
    attacks = [(str(relation), str(one), str(other)) for relation, one, other in store.select(queries.ATTACKS).rows]
    against: dict[str, set[str]] = defaultdict(set)
    for _, one, other in attacks:
        against[one].add(other)
        against[other].add(one)

    def contested(position: str, meeting: str) -> tuple[str, ...]:
        return tuple(sorted(other for other in against[position] if meeting in presence.get(other, {})))

    def across(earlier: str, later: str) -> bool:
        return set(presence.get(earlier, ())) == {pair[0]} and set(presence.get(later, ())) == {pair[1]}

    crossing = {relation: ends for relation, *both in attacks for ends in (both, both[::-1]) if across(*ends)}
    rows = list(store.select(queries.attacks_shown(crossing))) if crossing else []
    places = {str(row["relation"]): _place(row, crossing[str(row["relation"])]) for row in rows if row["source"]}
    paragraphs = find_paragraphs(store, columns_of(store), places.values())
    found = {
        Opposed(
            first=first,
            second=second,
            marking=Marking(last_word(row["marking"])),
            form=RelationForm(last_word(row["form"])),
            quote=str(row["quote"]),
            document=str(row["document"]) if row["document"] else None,
            paragraph=paragraphs.get(places[str(row["relation"])]) if row["source"] else None,
            comparable=judged[first].kind is ChangeKind.GONE and judged[second].kind is ChangeKind.NEW,
            first_contested=contested(first, pair[0]),
            second_contested=contested(second, pair[1]),
        )
        for row in rows
        for first, second in (crossing[str(row["relation"])],)
    }
    return tuple(sorted(found, key=lambda one: (one.first, one.second, one.quote, one.marking, one.form, one.document or "")))


def _place(row: Mapping[str, Value], positions: Iterable[str]) -> Words:
    return Words(str(row["source"]), int(str(row["start"])), int(str(row["end"])), tuple(positions))
