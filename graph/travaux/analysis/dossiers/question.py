"""The dossier of a guiding question: what it asks, what answers it directly and in part, and what was searched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from travaux.analysis.columns.columns import NOTHING, find_word
from travaux.analysis.dossiers.beside import ThemeCount, count_themes
from travaux.analysis.dossiers.gathering import PAGE, Limits, gather
from travaux.analysis.dossiers.meetings import find_agenda
from travaux.analysis.dossiers.said import COLUMNS, Said, to_rows
from travaux.analysis.dossiers.scope import selected_of
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, listed
from travaux.analysis.tables import Tabular
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.store import Iri, Store, Table, Value
from travaux.naming.kinds import NameKind
from travaux.naming.meant import get_things

_FACTS = """SELECT DISTINCT ?question ?number ?words ?start ?end ?document ?document_title ?section ?chapter ?chapter_label
  ?meeting ?meeting_title
WHERE {
  VALUES ?question { %s }
  ?question trv:number ?number ; trv:document ?source ; trv:span ?span .
  ?span trv:quote ?words ; trv:start ?start ; trv:end ?end .
  ?source trv:name ?document ; dcterms:title ?document_title .
  OPTIONAL { ?question trv:section/dcterms:title ?section }
  OPTIONAL { ?question trv:chapter ?chapter . ?chapter rdfs:label ?chapter_label }
  OPTIONAL { ?question trv:consultation ?held . ?held trv:name ?meeting ; dcterms:title ?meeting_title }
}"""


_EARLIER = """SELECT DISTINCT ?meeting WHERE {
  <%s> trv:consultation/trv:firstDay ?asked . ?meeting a trv:Consultation ; trv:firstDay ?day . FILTER(?day < ?asked)
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDossier(Tabular):
    """What is on file about a guiding question.

    ``words`` are exact, ``start`` and ``end`` their characters in the stored text of the document. ``direct`` are statements that answer
    the question, ``partial`` those that answer a part of it and not the whole. ``themes`` counts those of both. A row of the table is a
    statement shown.
    """

    id: Id
    number: str
    words: str
    document: str
    document_title: str
    start: int
    end: int
    section: str | None
    chapter: str | None
    consultation: str | None
    consultation_title: str | None
    direct: Said
    partial: Said
    themes: tuple[ThemeCount, ...]

    def to_table(self) -> Table:
        """Give a row for each statement shown, direct answers first."""
        return Table(COLUMNS, (*to_rows("direct", self.direct), *to_rows("partial", self.partial)))


def question_dossier(store: Store, number: str, *, selection: Selection = ALL, limits: Limits = PAGE) -> QuestionDossier:
    """Gather the dossier of the guiding question of this number, or of this IRI.

    Raises ``QueryError`` with the known numbers for one that is not on file, and with the documents where several have it: those of the
    selection's documents or consultations are then meant.
    """
    iris = (number,) if isinstance(number, Iri) else get_things(store, NameKind.QUESTION, number)
    rows = [dict(row) for row in store.select(PREFIXES + _FACTS % listed(iris))]
    if not rows:
        raise QueryError("there is no such guiding question in this graph", hint="`travaux ask questions` lists those that are known.")
    meant = {str(row["question"]): row for row in rows if _is_meant(selection, row)} or {str(row["question"]): row for row in rows}
    if len(meant) > 1:
        documents = sorted({str(row["document"]) for row in meant.values()})
        what = f"several documents have a question {next(iter(meant.values()))['number']}: {', '.join(documents)}"
        raise QueryError(what, hint="Name the consultation: --consultation NAME.")
    ((iri, row),) = meant.items()
    whole = selected_of(store, selection)
    direct, partial = (whole.linked(pairs, iri) for pairs in (whole.columns.question, whole.columns.partial_question))
    agenda = find_agenda(store, [str(row["chapter"])]) if row["chapter"] else None

    def words(name: str) -> str | None:
        return str(row[name]) if row[name] else None

    return QuestionDossier(
        id=Id(f"document/{iri.rpartition('/document/')[2]}"),
        number=str(row["number"]),
        words=str(row["words"]),
        document=str(row["document"]),
        document_title=str(row["document_title"]),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
        section=words("section"),
        chapter=words("chapter_label"),
        consultation=words("meeting"),
        consultation_title=words("meeting_title"),
        direct=gather(store, direct, limits, agenda),
        partial=gather(store, partial.keep(~direct.mask), limits, agenda),
        themes=count_themes(store, whole.keep(direct.mask | partial.mask), limits.rows),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionParts:
    """What speaks to a question, by when it was said.

    ``direct`` and ``partial`` as in ``QuestionDossier``, without what was said ``before``: at consultations that began before the one to
    which the question was put. Nothing is before a question that was put to none.
    """

    direct: Said
    partial: Said
    before: Said


def find_question_parts(store: Store, iri: str, *, selection: Selection = ALL, limits: Limits = PAGE) -> QuestionParts:
    """Gather what speaks to the question of an IRI, what was said before it was asked apart."""
    whole = selected_of(store, selection)
    columns = whole.columns
    earlier = [str(row["meeting"]) for row in store.select(PREFIXES + _EARLIER % iri)]
    numbers = [number for one in earlier if (number := find_word(columns.consultations, one)) != NOTHING]
    before = np.isin(columns.consultation, numbers)
    direct = whole.linked(columns.question, iri)
    partial = whole.linked(columns.partial_question, iri).keep(~direct.mask)
    return QuestionParts(
        direct=gather(store, direct.keep(~before), limits),
        partial=gather(store, partial.keep(~before), limits),
        before=gather(store, whole.keep((direct.mask | partial.mask) & before), limits),
    )


def _is_meant(selection: Selection, row: Mapping[str, Value]) -> bool:
    return row["document"] in selection.documents or row["meeting"] in selection.consultations
