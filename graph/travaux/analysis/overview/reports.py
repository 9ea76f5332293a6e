"""The documents of a corpus, with what each holds: paragraphs, questions, statements, findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.analysis.columns import columns_of
from travaux.analysis.searched import find_searched
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.analysis.tables import Tabular
from travaux.model.schemes import DocumentKind
from travaux.model.store import Store, Table, Value

_DOCUMENTS = """SELECT DISTINCT ?document ?name ?title ?kind ?symbol ?date ?licence ?link ?consultation WHERE {
  ?document a trv:Document ; trv:name ?name ; dcterms:title ?title ; trv:kind ?kind .
  OPTIONAL { ?document trv:symbol ?symbol } OPTIONAL { ?document dcterms:date|trv:date ?date }
  OPTIONAL { ?document dcterms:license|trv:licence ?licence } OPTIONAL { ?document trv:link ?link }
  OPTIONAL { ?document trv:consultation/trv:name ?consultation }
}"""
_COUNTED = (
    "SELECT ?document (COUNT(?thing) AS ?count) WHERE {{ {{ SELECT DISTINCT ?thing WHERE {{ ?thing a trv:{kind} }} }} "
    "?thing trv:document ?document }} GROUP BY ?document"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A document: what it is, and how many paragraphs, guiding questions, statements and findings are on file of it.

    ``decided`` are statements about which a person decided, ``undecided`` proposals of rules.
    """

    name: str
    title: str
    kind: DocumentKind
    symbol: str | None
    date: dt.date | None
    licence: str | None
    link: str | None
    consultation: str | None
    paragraphs: int
    questions: int
    decided: int
    undecided: int
    findings: int

    @property
    def statements(self) -> int:
        """The number of statements on file."""
        return self.decided + self.undecided


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports(Tabular):
    """All documents by name."""

    rows: tuple[ReportRow, ...]

    def to_table(self) -> Table:
        """Give a row for each document."""
        names = ("name", "title", "kind", "symbol", "date", "consultation", "paragraphs", "questions", "statements", "reviewed", "findings")
        return Table(
            names,
            tuple(_row(row) for row in self.rows),
        )


def _row(row: ReportRow) -> tuple[Value, ...]:
    held = (row.paragraphs, row.questions, row.statements, row.decided, row.findings)
    return (row.name, row.title, row.kind.value, row.symbol, row.date.isoformat() if row.date else None, row.consultation, *held)


def find_reports(store: Store) -> Reports:
    """Find the documents of the corpus."""
    rows = sorted(store.select(PREFIXES + _DOCUMENTS), key=lambda row: (str(row["name"]), str(row["link"])))
    known = {str(row["name"]): row for row in reversed(rows)}
    searched = {one.name: (one.decided, one.undecided) for one in find_searched(store, columns_of(store)).documents}
    counts = {kind: _count(store, kind) for kind in ("Paragraph", "Question", "Finding")}

    def words(row: Mapping[str, object], name: str) -> str | None:
        return str(row[name]) if row[name] else None

    return Reports(
        rows=tuple(
            ReportRow(
                name=name,
                title=str(row["title"]),
                kind=DocumentKind(last_word(row["kind"])),
                symbol=words(row, "symbol"),
                date=dt.date.fromisoformat(str(row["date"])) if row["date"] else None,
                licence=words(row, "licence"),
                link=words(row, "link"),
                consultation=words(row, "consultation"),
                paragraphs=counts["Paragraph"].get(str(row["document"]), 0),
                questions=counts["Question"].get(str(row["document"]), 0),
                findings=counts["Finding"].get(str(row["document"]), 0),
                decided=searched.get(name, (0, 0))[0],
                undecided=searched.get(name, (0, 0))[1],
            )
            for name, row in sorted(known.items())
        )
    )


def _count(store: Store, kind: str) -> dict[str, int]:
    return {str(row["document"]): int(str(row["count"])) for row in store.select(PREFIXES + _COUNTED.format(kind=kind))}
