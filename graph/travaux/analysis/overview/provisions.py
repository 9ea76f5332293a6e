"""The provisions of the texts on file, with what statements say on each; and those under most pressure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from travaux.analysis.columns import Columns, Pairs, columns_of
from travaux.analysis.columns.columns import PREVALENCES, place_of
from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.overview.taken import AGAINST, STANCE_COLUMNS, Taken, reach, stance_row, taken_by, total
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.analysis.tables import Tabular
from travaux.analysis.tracing.trace import Place
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.model.identity import Id
from travaux.model.schemes import EvidenceGrade
from travaux.model.store import Store, Table, Value

_TOLD = """SELECT DISTINCT ?place ?grade ?chapter WHERE {
  VALUES ?class { trv:Article trv:Chapter trv:PreambularParagraph }
  ?place a ?class ; trv:grade ?grade . OPTIONAL { ?place trv:chapter ?chapter }
}"""
_KINDS = ("chapter", "preambular paragraph", "article")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionRow:
    """A provision, what its title rests on, the chapter that it is in, and the stances taken on it.

    Statements on provisions of earlier versions count where correspondences lead from there to this one; those on the articles of a
    chapter count for the chapter. ``changing`` counts likewise those that cite none of these and would change the text of one.
    """

    place: Place
    kind: str
    grade: EvidenceGrade
    chapter: Id | None
    taken: tuple[Taken, ...]
    changing: int = 0

    @property
    def statements(self) -> int:
        """The number of statements that cite it in the reports."""
        return total(self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provisions(Tabular):
    """All provisions: version by version in their order, in each the chapters, then the preamble, then the articles."""

    rows: tuple[ProvisionRow, ...]

    def to_table(self) -> Table:
        """Give a row for each provision."""
        return Table(
            ("id", "instrument", "kind", "name", "label", "grade", "chapter", "statements", *STANCE_COLUMNS),
            tuple(_provision_row(row) for row in self.rows),
        )


def _provision_row(row: ProvisionRow) -> tuple[Value, ...]:
    place = row.place
    named = (place.id, place.instrument, row.kind, place.name, place.label, row.grade.value, row.chapter)
    return (*named, row.statements, *stance_row(row.taken))


def find_provisions(store: Store, selection: Selection = ALL) -> Provisions:
    """Find the provisions of every version, with what the statements of a selection say on each."""
    return _ProvisionFile(store).listed(selection.resolve(store))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A provision on which statements report concern or opposition: how many, and one of those that are most widely held."""

    row: ProvisionRow
    against: int
    heard: Heard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure(Tabular):
    """The provisions with most statements of concern or opposition, the most first.

    Equal ones stand by the strongest word of prevalence, then as the treaty has them. ``found`` counts all with any such statement.
    """

    points: tuple[Pressed, ...]
    found: int

    def to_table(self) -> Table:
        """Give a row for each provision."""
        names = ("id", "label", "statements", "concern_or_opposition", *STANCE_COLUMNS, "quote", "document", "paragraph", "start", "end")
        return Table(names, tuple(_pressed_row(one) for one in self.points))


def _pressed_row(one: Pressed) -> tuple[Value, ...]:
    heard = one.heard
    where = (heard.quote, heard.document, heard.paragraph, heard.start, heard.end) if heard else (None,) * 5
    return (one.row.place.id, one.row.place.label, one.row.statements, one.against, *stance_row(one.row.taken), *where)


def find_pressure(store: Store, selection: Selection = ALL, limit: int | None = None) -> Pressure:
    """Find the provisions, without chapters, whose own number is cited in concern or opposition; ``limit`` gives the first ones."""
    selection = selection.resolve(store)
    columns, file = columns_of(store), _ProvisionFile(store)
    cited = columns.provision.within(columns.select(selection))
    taken = taken_by(columns, cited)
    rows = [row for row in file.rows(taken) if row[1].kind != "chapter"]
    pressed = sorted(((iri, row) for iri, row in rows if total(row.taken, AGAINST)), key=lambda pair: _weight(pair[1]))
    kept = pressed[:limit]
    chosen = {iri: _widest(columns, cited, iri) for iri, _ in kept}
    heard = find_heard(store, chosen.values())
    return Pressure(
        points=tuple(Pressed(row=row, against=total(row.taken, AGAINST), heard=heard.get(chosen[iri])) for iri, row in kept),
        found=len(pressed),
    )


def _weight(row: ProvisionRow) -> tuple[int, int, tuple[int, int], str]:
    against = [one for one in row.taken if one.stance in AGAINST]
    return -total(against), -max(reach(one.strongest) for one in against), row.place.order, row.place.id


def _widest(columns: Columns, cited: Pairs, iri: str) -> str:
    """Choose the statement of concern or opposition that is most widely held; of equal ones the first."""
    rows = cited.statement[cited.thing == cited.number_of(iri)]
    rows = rows[np.isin(columns.stance[rows], [place_of(stance) for stance in AGAINST])]
    return columns.iri(min(rows.tolist(), key=lambda row: (-reach((PREVALENCES[columns.prevalence[row]],)), row)))


class _ProvisionFile:
    """What the store holds of the provisions; it is small however much was said."""

    def __init__(self, store: Store) -> None:
        self._store, self._treaty = store, TreatyFile(store)
        self._told = {str(row["place"]): row for row in store.select(PREFIXES + _TOLD)}
        self._articles: dict[str, set[str]] = defaultdict(set)
        for iri, row in self._told.items():
            if row["chapter"]:
                self._articles[str(row["chapter"])].add(iri)

    def listed(self, selection: Selection) -> Provisions:
        columns = columns_of(self._store)
        mask, counting_for = columns.select(selection), self._counting_for()
        on, changing = (pairs.within(mask).through(counting_for) for pairs in (columns.provision, columns.change))
        either = on.joined(changing).counts()
        cited = on.counts()
        more = {iri: count - cited.get(iri, 0) for iri, count in either.items()}
        return Provisions(rows=tuple(row for _, row in self.rows(taken_by(columns, on), more)))

    def rows(
        self, taken: Mapping[str, tuple[Taken, ...]], changing: Mapping[str, int] = MappingProxyType({})
    ) -> list[tuple[str, ProvisionRow]]:
        """Give the provisions in order, by IRI."""
        rows = [(iri, self._row(iri, taken.get(iri, ()), changing.get(iri, 0))) for iri in self._places()]
        return sorted(rows, key=lambda pair: (pair[1].place.order[0], _KINDS.index(pair[1].kind), pair[1].place.order, pair[0]))

    def _places(self) -> Iterable[str]:
        return (iri for iri in self._treaty.places if iri in self._told)

    def _row(self, iri: str, taken: tuple[Taken, ...], changing: int) -> ProvisionRow:
        place, told = self._treaty.find_place(iri), self._told[iri]
        if place is None:
            raise KeyError(iri)
        chapter = str(told["chapter"]) if told["chapter"] else None
        return ProvisionRow(
            place=place,
            kind=place.name.rpartition(" ")[0] if place.name.startswith("preambular") else place.name.partition(" ")[0],
            grade=EvidenceGrade(last_word(told["grade"])),
            chapter=Id(f"instrument/{chapter.rpartition('/instrument/')[2]}") if chapter else None,
            taken=taken,
            changing=changing,
        )

    def _counting_for(self) -> dict[str, set[str]]:
        """Tell for which provisions a statement on each counts."""
        found: dict[str, set[str]] = defaultdict(set)
        for iri in self._places():
            led = self._treaty.leading_to((iri,))
            for one in {*led, *(article for chapter in led for article in self._articles.get(chapter, ()))}:
                found[one].add(iri)
        return found
