"""Gaps found in a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from travaux.analysis.gaps import queries
from travaux.analysis.gaps.kinds import GAPS, GapKind
from travaux.analysis.gaps.result import Gap, Gaps, GapSection, Quoted
from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.searched import Searched, find_searched
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, quoted
from travaux.model.identity import Id
from travaux.model.store import Store, Value

Row = Mapping[str, Value]
_UNVERIFIED = "[unverified]"
_PARTS = {"PreambularParagraph": 0, "Article": 1}


def find_gaps(store: Store, kinds: Iterable[GapKind] = GAPS, *, selection: Selection = ALL, limit: int | None = None) -> Gaps:
    """Find what the record does not hold, of these kinds in the order of ``GapKind``.

    Only statements of the selection fill a gap. If it names consultations, questions and agenda items are theirs; of documents, agenda
    items are those that they report. ``limit`` is how many gaps of a kind to give; ``None`` gives all.
    """
    wanted = set(kinds)
    searched = find_searched(store, selection)
    search = _Search(store, selection, searched, limit)
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

    def __init__(self, store: Store, selection: Selection, searched: Searched, limit: int | None) -> None:
        self._store, self._selection, self._searched, self._limit = store, selection, searched, limit
        self._answers: dict[str, list[Row]] = {}

    def questions(self) -> GapSection:
        query = queries.QUESTIONS
        if self._selection.consultations:
            values = " ".join(map(quoted, self._selection.consultations))
            query = queries.QUESTIONS_OF.replace("WHERE {", f"WHERE {{ VALUES ?meeting {{ {values} }}", 1)
        rows = sorted(self._rows(query), key=lambda row: (str(row["document"]), int(str(row["order"])), str(row["thing"])))
        answered, touched = self._things(queries.ANSWERED), self._counts(queries.TOUCHED)
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
        cited, mentioned = self._things(queries.CITED) | self._things(queries.CHANGED), self._counts(queries.MENTIONED)
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
        parents = {str(row["thing"]): str(row["parent"]) for row in every if row["parent"]}
        spoken = {one for thing in self._things(queries.SPOKEN) for one in _with_parents(thing, parents)}
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
        return self._positions(
            GapKind.NO_PROVISION, {one for query in (queries.PLACED, queries.CITING, queries.CHANGING) for one in self._things(query)}
        )

    def without_reason(self) -> GapSection:
        return self._positions(GapKind.NO_REASON, self._things(queries.REASONED) | self._things(queries.RELATED))

    def _positions(self, kind: GapKind, filled: set[str]) -> GapSection:
        rows = sorted(self._rows(queries.POSITIONS), key=lambda row: (str(row["claim"]), str(row["thing"])))
        gaps = (
            Gap(id=_id(row), name=str(row["claim"]), nearly="statements express it", count=int(str(row["count"])))
            for row in rows
            if str(row["thing"]) not in filled
        )
        return self._section(kind, gaps, len(rows))

    def raised_once(self) -> GapSection:
        raised, labels = self._raised(), self._themes()
        once = sorted((labels[theme][0], theme) for theme, said in raised.items() if theme in labels and len(said) == 1)
        kept = once[: self._limit]
        heard = find_heard(self._store, (one for _, theme in kept for one in raised[theme]))
        gaps = [Gap(id=_theme(theme), name=label, count=1, words=_words(heard[next(iter(raised[theme]))])) for label, theme in kept]
        return GapSection(kind=GapKind.ONCE, total=len(once), among=len(labels), gaps=tuple(gaps))

    def never_raised(self) -> GapSection:
        raised, labels = self._raised(), self._themes()
        never = sorted((label, theme) for theme, (label, _) in labels.items() if theme not in raised)
        return self._section(GapKind.NEVER, (Gap(id=_theme(theme), name=label) for label, theme in never), len(labels))

    def _themes(self) -> dict[str, tuple[str, set[str]]]:
        """Give the label of each theme, and the themes that it is directly narrower than."""
        themes: dict[str, tuple[str, set[str]]] = {}
        for row in self._rows(queries.THEMES):
            _, wider = themes.setdefault(str(row["thing"]), (str(row["label"]), set()))
            wider.update({str(row["wider"])} if row["wider"] else ())
        return themes

    def _raised(self) -> dict[str, set[str]]:
        """Give the statement that raises each theme or a narrower one if there is one; of more, one and that there are others."""
        themes, raised = self._themes(), dict[str, set[str]]()
        for row in self._rows(queries.RAISED):
            one = str(row["one"])
            statements = {one} if int(str(row["count"])) == 1 else {one, f"others than {one}"}
            waiting, seen = [str(row["thing"])], set[str]()
            while waiting:
                theme = waiting.pop()
                if theme not in seen:
                    seen.add(theme)
                    raised.setdefault(theme, set()).update(statements)
                    waiting += themes[theme][1] if theme in themes else ()
        return raised

    def unreviewed(self) -> GapSection:
        first = f"LIMIT {self._limit}" if self._limit is not None else ""
        documents = " ".join(map(quoted, self._first_documents()))
        query = queries.UNREVIEWED.format(selected=self._selection.pattern(), documents=documents, first=first)
        found = [str(row["statement"]) for row in self._store.select(PREFIXES + query)] if documents else []
        heard = find_heard(self._store, found)
        in_order = [heard[one] for one in found if one in heard]
        gaps = tuple(Gap(id=one.id, name=one.claim, within=one.document_title, words=_words(one)) for one in in_order)
        return GapSection(kind=GapKind.UNREVIEWED, total=self._searched.undecided, among=self._searched.statements, gaps=gaps)

    def _first_documents(self) -> Iterable[str]:
        """Name the documents, in their order, that hold as many undecided statements as are given."""
        before = 0
        for one in self._searched.documents:
            if one.undecided and (self._limit is None or before < self._limit):
                yield one.name
            before += one.undecided

    def _section(self, kind: GapKind, gaps: Iterable[Gap], among: int) -> GapSection:
        found = tuple(gaps)
        return GapSection(kind=kind, total=len(found), among=among, gaps=found[: self._limit])

    def _written(self, query: str) -> str:
        """Complete a query by the pattern that selects statements, if it asks for them."""
        return PREFIXES + (query.format(selected=self._selection.pattern()) if "{selected}" in query else query)

    def _rows(self, query: str) -> Iterable[Row]:
        """Ask a query of this search, each once."""
        if query not in self._answers:
            self._answers[query] = list(self._store.select(self._written(query)))
        return self._answers[query]

    def _things(self, query: str) -> set[str]:
        return {str(row["thing"]) for row in self._rows(query)}

    def _counts(self, query: str) -> dict[str, int]:
        return {str(row["thing"]): int(str(row["count"])) for row in self._rows(query)}


def _once(rows: Iterable[Row]) -> list[Row]:
    """Give the first row of each thing: one may have two chapters, or be told twice."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(str(row["thing"]), row)
    return list(found.values())


def _treaty_order(row: Row) -> tuple[int, int, int, str]:
    part = _PARTS[str(row["class"]).rpartition("#")[2]]
    return int(str(row["version"])), part, int(str(row["order"])), str(row["thing"])


def _with_parents(thing: str, parents: Mapping[str, str]) -> Iterable[str]:
    seen: set[str] = set()
    at: str | None = thing
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return seen


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
