"""Texts in cells of CSV, which spreadsheets must not take for formulas."""

from __future__ import annotations

import re

_SIGNED = re.compile(r"[\s']*[=+\-@＝＋－＠]")  # noqa: RUF001, spreadsheets take the wide signs for signs too
_WIDE = str.maketrans("＝＋－＠", "=+-@")  # noqa: RUF001
_LONGEST = 8_192
"""Characters of the longest formula of any spreadsheet program; what is longer is a text."""
_TOKEN = re.compile(
    r"""(?P<call>(?!\d)\w[\w.]*\()
    | (?P<link>(?:(?!\d)\w[\w.]*|'[^']*')[|!])
    | (?P<place>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?![\w.]))
    | (?P<number>\d[\d.,:]*(?:[Ee][+-]?\d+)?%?(?!\w))
    | (?P<name>"[^"]*"|'[^']*'|(?!\d)\w[\w.]*)
    | (?P<sign>[-+@])
    | (?P<between><>|<=|>=|[*/^&=<>:;,])
    | (?P<bracket>[()%])
    | (?P<space>\s+)""",
    re.VERBOSE,
)


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula; ``unguard`` takes it away again.

    >>> guard("=SUM(A1)"), guard("'=SUM(A1)"), guard("'tis so")
    ("'=SUM(A1)", "''=SUM(A1)", "'tis so")
    """
    return f"'{text}" if _SIGNED.match(text) else text


def unguard(cell: str) -> str:
    """Give the text of a cell without the apostrophe that ``guard`` has put before it.

    >>> unguard("'=SUM(A1)"), unguard("'tis so")
    ('=SUM(A1)', "'tis so")
    """
    return cell[1:] if cell.startswith("'") and _SIGNED.match(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run a cell of CSV: one that begins with ``=``, or with another sign and is a formula to its end.

    Texts such as points of a list, numbers and names with a sign are none, nor is what stands behind an apostrophe.

    >>> is_formula(" =1+1"), is_formula("-A1*2"), is_formula("@SUM(A1)"), is_formula("+cmd|' /C calc'!A0")
    (True, True, True, True)
    >>> is_formula("- first point"), is_formula("-5 degrees"), is_formula("@mention"), is_formula("-5.5")
    (False, False, False, False)
    """
    if not _SIGNED.match(cell):
        return False
    text = cell.strip()
    return text.startswith(("=", "＝")) or (len(text) <= _LONGEST and _computes(text.translate(_WIDE)))  # noqa: RUF001


def _computes(text: str) -> bool:
    """Whether a text with a sign before it is written as formulas are: never two words side by side, and something to compute."""
    at, held, runs, numbers = 0, False, False, 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            return False
        at, kind = found.end(), found.lastgroup
        if kind in {"call", "link", "place", "number", "name"}:
            if held:
                return False
            held = kind not in {"call", "link"}
            runs |= kind in {"call", "link", "place"}
            numbers += kind == "number"
        elif kind == "between" and not held and found[0] not in ",;":
            return False
        elif kind in {"sign", "between"}:
            runs |= held and numbers > 0
            held = False
        elif kind == "bracket":
            held = found[0] != "("
    return runs and held
