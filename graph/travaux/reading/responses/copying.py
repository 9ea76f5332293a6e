"""The copy of a table that a corpus keeps where nobody is to be named: the answers, and a number for each respondent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from travaux.model.identity import name_key
from travaux.model.responses import Asked, Columns
from travaux.model.separated import render_csv
from travaux.model.store import Table as Answered
from travaux.reading.tables import Row, Table


def copy_without_names(table: Table, columns: Columns) -> tuple[bytes, Columns]:
    """Write the answers of a table as CSV, and say what stands in its columns.

    Rows stay in their order. Those of one respondent have one number, from 1; names, organizations, States and every other column are
    left out.
    """
    key = tuple(column for column in (columns.respondent, columns.organization) if column)
    asked = (columns.question, columns.answer) if columns.answer else tuple(one.heading for one in columns.questions)
    kept = [column for column in asked if column]
    number = next(name for name in ("Respondent", "Respondent number", "Number of the respondent") if name not in kept)
    rows = (
        (who, *(row.cells[column] for column in kept))
        for who, row in _numbered(table, key)
        if any(row.cells[column].strip() for column in kept)
    )
    reduced = replace(columns, respondent=number, organization=None, state=None, sheet=None, anonymous=True)
    return render_csv(Answered((number, *kept), tuple(rows))).encode(), reduced


def _numbered(table: Table, key: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    numbers: dict[tuple[str, ...], str] = {}
    for row in table.rows:
        names = tuple(name_key(row.cells[column]) or row.cells[column].strip() for column in key)
        who = names if any(names) else ("", "", str(row.number))
        yield numbers.setdefault(who, str(len(numbers) + 1)), row


def to_tables(columns: Columns) -> dict[str, object]:
    """Give the columns as ``corpus.toml`` has them."""
    texts = ("respondent", "organization", "state", "question", "answer", "questions_of", "sheet")
    found: dict[str, object] = {key: getattr(columns, key) for key in texts if getattr(columns, key) is not None}
    if columns.anonymous:
        found["anonymous"] = True
    return found | {"questions": [_asked(one) for one in columns.questions]}


def _asked(one: Asked) -> dict[str, str]:
    return {"heading": one.heading, "number": one.number}
