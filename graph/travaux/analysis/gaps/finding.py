"""Gaps found in a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from travaux.analysis.columns import Columns, Pairs, columns_of
from travaux.analysis.columns.columns import NOTHING, place_of, texts
from travaux.analysis.gaps import queries
from travaux.analysis.gaps.kinds import GAPS, GapKind
from travaux.analysis.gaps.result import Gap, Gaps, GapSection, Quoted
from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.searched import Searched, find_searched
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, quoted
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store, Value

Row = Mapping[str, Value]
_UNVERIFIED = "[unverified]"
_PARTS = {"PreambularParagraph": 0, "Article": 1}


def find_gaps(
    store: Store, kinds: Iterable[GapKind] = GAPS, *, selection: Selection = ALL, limit: int | None = None, first: int = 0
) -> Gaps:
    """Find what the record does not hold, of these kinds in the order of ``GapKind``.

    Only statements of the selection fill a gap. If it names consultations, questions and agenda items are theirs; of documents, agenda
    items are those that they report. ``limit`` is how many gaps of a kind to give; ``None`` gives all. ``first`` is how many of each kind
    to pass over.
    """
    wanted = set(kinds)
    columns = columns_of(store)
    searched = find_searched(store, columns, selection)
    search = _Search(store, columns, selection, searched, slice(first, None if limit is None else first + limit))
    found = {
        GapKind.QUESTIONS: search.questions,
        GapKind.PROVISIONS: search.provisions,
        GapKind.AGENDA: search.agenda,
        GapKind.NO_PROVISION: search.without_provision,
        GapKind.NO_REASON: search.without_reason,
        GapKind.ONCE: search.raised_once,
        GapKind.NEVER: search.never_raised,
        GapKind.UNREVIEWED: search.unreviewed,
    }
    return Gaps(searched=searched, sections=tuple(found[kind]() for kind in GAPS if kind in wanted))


class _Search:
    """The search for gaps in what a selection of statements leaves open."""

    def __init__(self, store: Store, columns: Columns, selection: Selection, searched: Searched, given: slice) -> None:
        self._store, self._selection, self._searched, self._given = store, selection, searched, given
        self._columns, self._selected = columns, columns.select(selection)
        self._answers: dict[str, list[Row]] = {}

    def questions(self) -> GapSection:
        query = queries.QUESTIONS
        if self._selection.consultations:
            values = " ".join(map(quoted, self._selection.consultations))
            query = queries.QUESTIONS_OF.replace("WHERE {", f"WHERE {{ VALUES ?meeting {{ {values} }}", 1)
        rows = sorted(self._rows(query), key=lambda row: (str(row["document"]), int(str(row["order"])), str(row["thing"])))
        answered, touched = self._within(self._columns.question).linked(), self._within(self._columns.partial_question).counts()
        gaps = (self._question(row, touched.get(str(row["thing"]), 0)) for row in _once(rows) if str(row["thing"]) not in answered)
        return self._section(GapKind.QUESTIONS, gaps, len({row["thing"] for row in rows}))

    def _question(self, row: Row, partly: int) -> Gap:
        return Gap(
            id=_id(row),
            name=f"question {row['number']}",
            within=_text(row["chapter"]),
            nearly="only indirect statements found" if partly else "no statement found",
            count=partly,
            words=_quoted(row),
        )

    def provisions(self) -> GapSection:
        rows = sorted(self._rows(queries.PROVISIONS), key=_treaty_order)
        cited = self._within(self._columns.provision.joined(self._columns.change)).linked()
        mentioned = {str(row["thing"]): int(str(row["count"])) for row in self._rows(queries.MENTIONED)}
        gaps = (self._provision(row, mentioned.get(str(row["thing"]), 0)) for row in _once(rows) if str(row["thing"]) not in cited)
        return self._section(GapKind.PROVISIONS, gaps, len({row["thing"] for row in rows}))

    def _provision(self, row: Row, mentions: int) -> Gap:
        label = str(row["label"])
        return Gap(
            id=_id(row),
            name=label,
            within=", ".join(filter(None, (_text(row["title"]), _text(row["chapter"])))),
            nearly="mentioned outside of statements" if mentions else None,
            count=mentions,
            is_unverified=_UNVERIFIED in label,
        )

    def agenda(self) -> GapSection:
        every = list(self._rows(queries.AGENDA))
        parents = {str(row["thing"]): (str(row["parent"]),) for row in every if row["parent"]}
        spoken = {one for thing in self._within(self._columns.agenda_item).linked() for one in _with_outer(thing, parents)}
        meetings, documents = self._selection.consultations, self._selection.documents
        of_meetings = (row for row in every if not meetings or str(row["meeting"]) in meetings)
        rows = [row for row in of_meetings if not documents or str(row["document"]) in documents]
        rows.sort(key=lambda row: (str(row["document"]), int(str(row["order"])), str(row["thing"])))
        silent = [row for row in _once(rows) if str(row["thing"]) not in spoken]
        under = self._under(str(row["thing"]) for row in silent)
        gaps = (self._item(row, under.get(str(row["thing"]), [])) for row in silent)
        return self._section(GapKind.AGENDA, gaps, len({row["thing"] for row in rows}))

    def _under(self, items: Iterable[str]) -> dict[str, list[Row]]:
        """Give the paragraphs under agenda items."""
        found: dict[str, list[Row]] = {}
        things = " ".join(f"<{one}>" for one in items)
        for row in self._store.select(PREFIXES + queries.UNDER.format(things=things)) if things else ():
            found.setdefault(str(row["thing"]), []).append(row)
        return found

    def _item(self, row: Row, paragraphs: list[Row]) -> Gap:
        title = f": {row['name']}" if row["name"] else ""
        return Gap(
            id=_id(row),
            name=f"agenda item {row['number']}{title}",
            within=_text(row["meeting_title"]),
            nearly="paragraphs of the report under it" if paragraphs else None,
            count=len(paragraphs),
            words=_quoted(row),
            told=_quoted(paragraphs[0]) if len(paragraphs) == 1 else None,
        )

    def without_provision(self) -> GapSection:
        cites = self._columns.citing.copy()
        cites[self._columns.provision.statement] = cites[self._columns.change.statement] = True
        return self._positions(GapKind.NO_PROVISION, self._columns.position_names(self._selected & cites))

    def without_reason(self) -> GapSection:
        related = {str(row["thing"]) for row in self._rows(queries.RELATED)}
        return self._positions(GapKind.NO_REASON, self._columns.position_names(self._selected & self._columns.reasoned) | related)

    def _positions(self, kind: GapKind, filled: set[str]) -> GapSection:
        claims = {str(row["thing"]): row for row in self._rows(queries.POSITIONS)}
        expressed = self._columns.position[self._selected & (self._columns.position != NOTHING)]
        counts = np.bincount(expressed, minlength=len(self._columns.positions)).tolist()
        held = {one: count for one, count in zip(texts(self._columns.positions), counts, strict=True) if count and one in claims}
        gaps = (
            Gap(id=_id(claims[one]), name=str(claims[one]["claim"]), nearly="statements express it", count=held[one])
            for one in sorted(held.keys() - filled, key=lambda one: (str(claims[one]["claim"]), one))
        )
        return self._section(kind, gaps, len(held))

    def raised_once(self) -> GapSection:
        raised, labels = self._raised(), self._themes()
        counts = raised.counts()
        once = sorted((label, theme) for theme, (label, _) in labels.items() if counts.get(theme) == 1)
        kept = once[self._given]
        only = {theme: self._columns.iri(int(raised.statement[raised.thing == raised.number_of(theme)][0])) for _, theme in kept}
        heard = find_heard(self._store, only.values())
        gaps = [Gap(id=_theme(theme), name=label, count=1, words=_words(heard[only[theme]])) for label, theme in kept]
        return GapSection(kind=GapKind.ONCE, total=len(once), among=len(labels), gaps=tuple(gaps))

    def never_raised(self) -> GapSection:
        raised, labels = self._raised().linked(), self._themes()
        never = sorted((label, theme) for theme, (label, _) in labels.items() if theme not in raised)
        return self._section(GapKind.NEVER, (Gap(id=_theme(theme), name=label) for label, theme in never), len(labels))

    def _themes(self) -> dict[str, tuple[str, set[str]]]:
        """Give the label of each theme, and the themes that it is directly narrower than."""
        themes: dict[str, tuple[str, set[str]]] = {}
        for row in self._rows(queries.THEMES):
            _, wider = themes.setdefault(str(row["thing"]), (str(row["label"]), set()))
            wider.update({str(row["wider"])} if row["wider"] else ())
        return themes

    def _raised(self) -> Pairs:
        """Link the statements selected to the themes that they raise, and to those that are wider."""
        wider = {theme: outer for theme, (_, outer) in self._themes().items()}
        return self._within(self._columns.theme).through({theme: _with_outer(theme, wider) for theme in wider})

    def unreviewed(self) -> GapSection:
        undecided = self._selected & (self._columns.review == place_of(ReviewStatus.UNREVIEWED))
        documents, before = self._given_documents()
        rows = np.flatnonzero(undecided & np.isin(self._columns.document_names[self._columns.document], documents))
        heard = sorted(find_heard(self._store, (self._columns.iri(row) for row in rows.tolist())).values(), key=lambda one: one.text_order)
        first, stop = self._given.start - before, self._given.stop
        gaps = (
            Gap(id=one.id, name=one.claim, within=one.document_title, words=_words(one))
            for one in heard[slice(first, None if stop is None else stop - before)]
        )
        return GapSection(kind=GapKind.UNREVIEWED, total=self._searched.undecided, among=self._searched.statements, gaps=tuple(gaps))

    def _given_documents(self) -> tuple[list[bytes], int]:
        """Name the documents, in their order, that hold the undecided statements to give, and count those in documents before them."""
        before, passed, names = 0, 0, list[bytes]()
        for one in self._searched.documents:
            after = before + one.undecided
            if one.undecided and after > self._given.start and (self._given.stop is None or before < self._given.stop):
                names.append(one.name.encode())
            elif not names:
                passed = after
            before = after
        return names, passed

    def _section(self, kind: GapKind, gaps: Iterable[Gap], among: int) -> GapSection:
        found = tuple(gaps)
        return GapSection(kind=kind, total=len(found), among=among, gaps=found[self._given])

    def _within(self, pairs: Pairs) -> Pairs:
        return pairs.within(self._selected)

    def _rows(self, query: str) -> Iterable[Row]:
        """Ask a query of this search, each once."""
        if query not in self._answers:
            self._answers[query] = list(self._store.select(PREFIXES + query))
        return self._answers[query]


def _once(rows: Iterable[Row]) -> list[Row]:
    """Give the first row of each thing: one may have two chapters, or be told twice."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(str(row["thing"]), row)
    return list(found.values())


def _treaty_order(row: Row) -> tuple[int, int, int, str]:
    part = _PARTS[str(row["class"]).rpartition("#")[2]]
    return int(str(row["version"])), part, int(str(row["order"])), str(row["thing"])


def _with_outer(thing: str, outer: Mapping[str, Iterable[str]]) -> set[str]:
    """Give a thing with all that it is a part of or narrower than."""
    found, waiting = set[str](), {thing}
    while waiting:
        found |= waiting
        waiting = {one for inner in waiting for one in outer.get(inner, ())} - found
    return found


def _id(row: Row) -> Id:
    """Make an IRI an identifier relative to the corpus."""
    iri = str(row["thing"])
    for first in ("/document/", "/instrument/", "/position/"):
        if first in iri:
            return Id(f"{first[1:]}{iri.partition(first)[2]}")
    return Id(iri)


def _theme(iri: str) -> Id:
    return Id(f"theme/{iri.rpartition('/theme/')[2]}")


def _text(value: Value) -> str | None:
    return str(value) if value is not None else None


def _quoted(row: Row) -> Quoted:
    return Quoted(
        document=str(row["document"]),
        document_title=str(row["title"]),
        paragraph=_text(row.get("number")) if "paragraph" in row else None,
        quote=str(row["quote"]),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
    )


def _words(heard: Heard) -> Quoted:
    return Quoted(
        document=heard.document,
        document_title=heard.document_title,
        paragraph=heard.paragraph,
        quote=heard.quote,
        start=heard.start,
        end=heard.end,
    )
