"""The guiding questions, with how many statements answer each directly or in part."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.columns import columns_of
from travaux.analysis.overview.taken import STANCE_COLUMNS, Taken, stance_row, taken_by
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES
from travaux.analysis.tables import Tabular
from travaux.model.store import Store, Table, Value

_QUESTIONS = """SELECT DISTINCT ?thing ?number ?order ?document ?title ?quote ?chapter ?chapter_label ?consultation WHERE {
  ?thing a trv:Question ; trv:number ?number ; trv:order ?order ; trv:document ?source ; trv:span/trv:quote ?quote .
  ?source trv:name ?document ; dcterms:title ?title .
  OPTIONAL { ?thing trv:chapter ?chapter . ?chapter rdfs:label ?chapter_label }
  OPTIONAL { ?thing trv:consultation/trv:name ?consultation }
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A guiding question of a document; ``chapter`` is the label of the chapter that its section is named after.

    ``direct`` and ``partial`` count the statements in the reports that answer it, and that answer only a part of it; ``taken`` are the
    stances of both.
    """

    document: str
    document_title: str
    number: str
    words: str
    chapter: str | None
    consultation: str | None
    direct: int
    partial: int
    taken: tuple[Taken, ...]

    @property
    def answered(self) -> str:
        """How far statements answer it: ``direct``, ``partial`` or ``none``."""
        return "direct" if self.direct else "partial" if self.partial else "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions(Tabular):
    """All guiding questions by document, in their order."""

    rows: tuple[QuestionRow, ...]

    def to_table(self) -> Table:
        """Give a row for each question."""
        names = ("document", "number", "words", "chapter", "consultation", "answered", "direct", "partial", *STANCE_COLUMNS)
        return Table(
            names,
            tuple(_row(row) for row in self.rows),
        )


def _row(row: QuestionRow) -> tuple[Value, ...]:
    answered = (row.answered, row.direct, row.partial)
    return (row.document, row.number, row.words, row.chapter, row.consultation, *answered, *stance_row(row.taken))


def find_questions(store: Store, selection: Selection = ALL) -> Questions:
    """Find the guiding questions, with the statements of a selection that answer them; questions themselves are not selected."""
    columns = columns_of(store)
    mask = columns.select(selection.resolve(store))
    direct, partial = columns.question.within(mask), columns.partial_question.within(mask)
    directly, partly, taken = direct.counts(), partial.counts(), taken_by(columns, direct.joined(partial))
    found = {
        str(row["thing"]): row for row in sorted(store.select(PREFIXES + _QUESTIONS), key=lambda row: str(row["chapter"]), reverse=True)
    }
    ordered = sorted(found.items(), key=lambda one: (str(one[1]["document"]), int(str(one[1]["order"])), one[0]))
    return Questions(
        rows=tuple(
            QuestionRow(
                document=str(row["document"]),
                document_title=str(row["title"]),
                number=str(row["number"]),
                words=str(row["quote"]),
                chapter=str(row["chapter_label"]) if row["chapter_label"] else None,
                consultation=str(row["consultation"]) if row["consultation"] else None,
                direct=directly.get(iri, 0),
                partial=partly.get(iri, 0),
                taken=taken.get(iri, ()),
            )
            for iri, row in ordered
        )
    )
