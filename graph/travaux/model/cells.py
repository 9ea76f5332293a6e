"""Texts in cells of CSV, which spreadsheets must not take for formulas."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]")  # noqa: RUF001, spreadsheets take the wide signs for signs too


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula; ``unguard`` takes it away again.

    >>> guard("=SUM(A1)"), guard("'=SUM(A1)"), guard("'tis so")
    ("'=SUM(A1)", "''=SUM(A1)", "'tis so")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """Give the text of a cell without the apostrophe that ``guard`` has put before it.

    >>> unguard("'=SUM(A1)"), unguard("'tis so")
    ('=SUM(A1)', "'tis so")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
