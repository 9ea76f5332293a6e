"""The chapters of the treaty, whichever version names them, and the agendas of consultations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.found import Agenda
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.model.treaty import UNVERIFIED
from travaux.naming.kinds import NameKind, clean_name
from travaux.naming.meant import find_meant

_LAST = (10**9, 10**9, "")


class ChapterFile:
    """What a store holds of chapters and agendas.

    Chapters of several versions that bear the same title are one here, that of the first version: consultations on different versions
    can then be compared. A number alone never makes two chapters one.
    """

    def __init__(self, store: Store) -> None:
        rows = sorted(store.select(queries.CHAPTERS).rows, key=lambda row: (int(str(row[5])), int(str(row[4])), str(row[0])))
        self.labels = {str(row[0]): str(row[1]) for row in rows}
        self._order = {str(row[0]): (int(str(row[5])), int(str(row[4])), str(row[0])) for row in rows}
        self._numbers = {str(row[0]): str(row[3]) for row in rows}
        first: dict[str, str] = {}
        self._same = {str(row[0]): first.setdefault(_title(row[2]) or str(row[0]), str(row[0])) for row in rows}
        self._agendas: dict[str, set[str]] = defaultdict(set)
        for meeting, chapter in store.select(queries.AGENDA_CHAPTERS).rows:
            self._agendas[str(meeting)].add(self.same(str(chapter)))
        self._unlinked: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for meeting, label, order in store.select(queries.UNLINKED_ITEMS).rows:
            self._unlinked[str(meeting)].append((int(str(order)), str(label)))
        self._texts = {str(meeting): str(text) for meeting, text in sorted(store.select(queries.TEXTS).rows, key=str)}

    def same(self, chapter: str) -> str:
        """Return the chapter that stands for this one in all versions."""
        return self._same.get(chapter, chapter)

    def agenda_of(self, meeting: str) -> frozenset[str]:
        """Give the chapters on the agenda or among the guiding questions of a consultation; none if nothing is known."""
        return frozenset(self._agendas.get(meeting, ()))

    def describe_agenda(self, meeting: str, name: str) -> Agenda:
        """Put the agenda of a consultation in labels."""
        unlinked = tuple(label for _, label in sorted(self._unlinked.get(meeting, ())))
        return Agenda(consultation=name, chapters=self.labels_of(self.agenda_of(meeting)), unlinked=unlinked, text=self._texts.get(meeting))

    def by_weight(self, homes: Iterable[Mapping[str, int]]) -> tuple[str, ...]:
        """Put counts by chapter together and list the chapters, those of most statements first, equal ones as the treaty has them."""
        counted = Counter[str]()
        for counts in homes:
            for chapter, count in counts.items():
                counted[self.same(chapter)] += count
        return tuple(sorted(self.in_order(counted), key=lambda chapter: -counted[chapter]))

    def in_order(self, chapters: Iterable[str]) -> tuple[str, ...]:
        """Sort chapters as the treaty has them."""
        return tuple(sorted(chapters, key=lambda iri: self._order.get(iri, (*_LAST[:2], iri))))

    def labels_of(self, chapters: Iterable[str]) -> tuple[str, ...]:
        """Give the labels of chapters in the order of the treaty."""
        return tuple(self.labels.get(iri, iri) for iri in self.in_order(chapters))

    def get_chapter(self, store: Store, number: str) -> tuple[str, ...]:
        """Get the chapter of the first version that has that number, with those of other versions that are the same.

        Raises ``QueryError`` with the known numbers if there is none.
        """
        if not self._numbers:
            raise QueryError("this graph describes no chapters of a treaty", hint="The treaty folder of a corpus describes them.")
        meant = find_meant(store, NameKind.CHAPTER, clean_name(NameKind.CHAPTER, number))
        chosen = next(self._same[iri] for iri, one in self._numbers.items() if one == meant)
        return tuple(sorted(iri for iri, same in self._same.items() if same == chosen))


def _title(title: object) -> str:
    return str(title or "").removesuffix(UNVERIFIED).strip().casefold()
