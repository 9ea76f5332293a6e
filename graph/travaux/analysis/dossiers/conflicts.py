"""Objections between positions that statements on one thing express."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.paragraphs import Words, find_paragraphs
from travaux.analysis.sparql import PREFIXES, apart, batches, last_word, listed
from travaux.model.schemes import Marking
from travaux.model.store import Store, Value

_ATTACKS = f"""SELECT DISTINCT ?relation ?premise ?conclusion WHERE {{
  {apart("?relation trv:premise ?premise", "?relation trv:conclusion ?conclusion", "?relation trv:kind relation:attacks")}
  MINUS {{ ?relation trv:review review:rejected }}
}}"""
_CONFLICTS = """SELECT DISTINCT ?premise_claim ?conclusion_claim ?premise ?conclusion ?marking ?quote ?start ?end
  ?document_title ?source WHERE {
  VALUES ?relation { %s }
  ?relation trv:premise ?premise ; trv:conclusion ?conclusion ; trv:marking ?marking ; trv:span ?span .
  ?premise trv:claim ?premise_claim .
  ?conclusion trv:claim ?conclusion_claim .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end ; trv:document ?source .
  ?source dcterms:title ?document_title .
}"""


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
    rows = sorted(_read_attacks(store, scope.positions()), key=_text_order)[:limit]
    paragraphs = find_paragraphs(store, scope.columns, map(_words, rows))
    return tuple(
        Conflict(
            claim=str(row["premise_claim"]),
            against=str(row["conclusion_claim"]),
            marking=Marking(last_word(row["marking"])),
            document_title=str(row["document_title"]),
            paragraph=paragraphs.get(_words(row)),
            quote=str(row["quote"]),
            start=int(str(row["start"])),
            end=int(str(row["end"])),
        )
        for row in rows
    )


def _read_attacks(store: Store, positions: set[str]) -> Iterator[Mapping[str, Value]]:
    attacks = store.select(PREFIXES + _ATTACKS)
    within = sorted({str(row["relation"]) for row in attacks if {str(row["premise"]), str(row["conclusion"])} <= positions})
    for some in batches(within):
        yield from store.select(PREFIXES + _CONFLICTS % listed(some))


def _text_order(row: Mapping[str, Value]) -> tuple[str, int, str, str]:
    return str(row["document_title"]), int(str(row["start"])), str(row["premise"]), str(row["conclusion"])


def _words(row: Mapping[str, Value]) -> Words:
    return Words(str(row["source"]), int(str(row["start"])), int(str(row["end"])), (str(row["premise"]), str(row["conclusion"])))
