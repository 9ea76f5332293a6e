"""Statements on standard output: cards for people, lines and tables for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from travaux.cli.output import render_table
from travaux.model.store import Table, Value

if TYPE_CHECKING:
    from travaux.pipeline.statements import Row

STATEMENT_FORMATS = ("jsonl", "json", "csv")
"""Formats for programs: an object a line, a list of objects, and a table with a header line."""


def render_statements(rows: Iterable[Row], form: str) -> Iterator[str]:
    """Render statements piece by piece, in one of ``STATEMENT_FORMATS`` or as ``table``: a card each."""
    from travaux.exchange.statements import render_rows

    return _render_cards(rows) if form == "table" else render_rows(rows, form)


def _render_cards(rows: Iterable[Row]) -> Iterator[str]:
    cards = tuple(tuple(_to_card(row).values()) for row in rows)
    yield render_table(Table(_CARD, cards), "cards") if cards else "0 statements\n"


_CARD = (
    "where",
    "who",
    "said",
    "quote",
    "claim",
    "because",
    "if",
    "rather than",
    "provisions",
    "questions",
    "themes",
    "position",
    "found by",
)


def _to_card(row: Row) -> dict[str, Value]:
    paragraph = f", paragraph {row['paragraph']}" if row["paragraph"] else ""
    who = row["speaker"] or "nobody named"
    named = f" ({row['speaker_actor']})" if row["speaker_actor"] and row["speaker_actor"] not in who else ""
    told = {
        "where": f"{row['document']}{paragraph}, characters {row['start']}-{row['end']}",
        "who": f"{who}{named} · {row['speaker_kind']}, {row['prevalence']}",
        "said": f"{row['cue']} · {row['act']}, {row['stance']}",
        "quote": f"“{row['quote']}”",
        "claim": row["claim"],
        "because": row["rationale"],
        "if": row["condition"],
        "rather than": row["contrast"],
        "provisions": "; ".join(row["provisions"]),
        "questions": "; ".join(row["questions"]),
        "themes": "; ".join(row["themes"]),
        "position": row["position"],
        "found by": f"{row['rule']}{', reviewed' if row['reviewed'] else ''}",
    }
    return {name: told[name] for name in _CARD}
