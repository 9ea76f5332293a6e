"""Objections between positions that statements on one thing express."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.dossiers.places import find_paragraphs
from travaux.analysis.dossiers.queries import Scope
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.schemes import Marking
from travaux.model.store import Store

_CONFLICTS = """SELECT DISTINCT ?premise_claim ?conclusion_claim ?premise ?conclusion ?marking ?quote ?start ?end
  ?document_title ?source WHERE {
  { SELECT DISTINCT ?premise WHERE { %s ?statement trv:position ?premise } }
  ?relation trv:premise ?premise ; trv:kind relation:attacks ; trv:conclusion ?conclusion ; trv:marking ?marking ; trv:span ?span .
  ?premise trv:claim ?premise_claim .
  ?conclusion trv:claim ?conclusion_claim .
  FILTER NOT EXISTS { ?relation trv:review review:rejected }
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end ; trv:document ?source .
  ?source dcterms:title ?document_title .
  { SELECT DISTINCT ?conclusion WHERE { %s ?statement trv:position ?conclusion } }
} ORDER BY STR(?document_title) ?start STR(?premise) STR(?conclusion)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """That one position speaks against another, with the sentence that shows it; whether the text says so or an editor read it so."""

    claim: str
    against: str
    marking: Marking
    document_title: str
    paragraph: str | None
    quote: str
    start: int
    end: int


def find_conflicts(store: Store, scope: Scope, limit: int | None) -> tuple[Conflict, ...]:
    """Find the objections between two positions that a scope's statements express, in the order of the texts."""
    bounded = "" if limit is None else f" LIMIT {limit}"
    chosen = scope.pattern()
    rows = list(store.select(PREFIXES + _CONFLICTS % (chosen, chosen) + bounded))
    paragraphs = find_paragraphs(store, rows)
    return tuple(
        Conflict(
            claim=str(row["premise_claim"]),
            against=str(row["conclusion_claim"]),
            marking=Marking(last_word(row["marking"])),
            document_title=str(row["document_title"]),
            paragraph=paragraphs.get((str(row["source"]), int(str(row["start"])))),
            quote=str(row["quote"]),
            start=int(str(row["start"])),
            end=int(str(row["end"])),
        )
        for row in rows
    )
