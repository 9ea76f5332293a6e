"""What was changed in the rows of a spreadsheet since it was exported, and what was changed in the corpus meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from travaux.exchange.problems import Problems
from travaux.exchange.spreadsheets.cells import fingerprint, read_mark
from travaux.exchange.spreadsheets.columns import DECISIONS, MARK, POSITIONS, STATEMENTS, Column, marked_columns
from travaux.exchange.spreadsheets.given import GivenRow
from travaux.exchange.spreadsheets.rows import Cells
from travaux.naming.nearest import ask_nearest
from travaux.views.counting import join

REMARKS = frozenset({"decision", "why", "note"})
"""Columns that tell of a decision, and not of the statement."""
_NEEDED = frozenset({"claim", "quote", "cue"})
_STANDS = frozenset({"accepted", "edited", "added", "merged", "split"})


@dataclass(frozen=True, slots=True)
class Edit:
    """A row with changes that are not in the corpus yet: the new texts by field, and the row as the corpus has it now."""

    given: GivenRow
    now: Cells
    changed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The rows as the corpus has them now, by the identifiers that sheets may know them by; ``own`` tells whose decision is in force."""

    rows: Mapping[str, Cells]
    own: Callable[[Cells], bool]


def compare(rows: Iterable[GivenRow], corpus: Corpus, problems: Problems) -> tuple[list[Edit], int]:
    """Find the rows that were edited, and count those with nothing to change; what does not fit goes to the problems.

    A row that nobody has touched has nothing to change, even if the corpus has no such thing any more.
    """
    edits: list[Edit] = []
    unchanged = 0
    for given in rows:
        touched = _touched(given, corpus, problems)
        now = corpus.rows.get(given.cells["id"])
        if touched is None or (now is None and touched and _is_gone(given, problems)):
            continue
        changed = _changed(given, now, touched, corpus, problems) if now is not None else {}
        if changed and now is not None:
            edits.append(Edit(given, now, changed))
        elif changed is not None:
            unchanged += 1
    return edits, unchanged


def _is_gone(given: GivenRow, problems: Problems) -> bool:
    what = f"the corpus has no such {given.sheet.name.lower().removesuffix('s')} any more, and this row was edited"
    problems.add(given.place("id"), what, "export again and edit that")
    return True


def _touched(given: GivenRow, corpus: Corpus, problems: Problems) -> list[Column] | None:
    """Find the cells that say something else than when they were exported; ``None`` if the row cannot be known again."""
    base, columns = read_mark(given.cells[MARK]), _columns(given)
    if base is None or any(column.field not in base for column in columns):
        problems.add(given.place(MARK), "the export mark is not as it was exported", "copy it from the export, or export again")
        return None
    if fingerprint(given.sheet.get("id"), given.cells["id"]) != base["id"]:
        what = f"there is no {given.sheet.name.lower().removesuffix('s')} {given.cells['id']!r}"
        known = given.cells["id"] in corpus.rows
        hint = "the Id and the export mark of this row are of two different rows" if known else ask_nearest(given.cells["id"], corpus.rows)
        problems.add(given.place("id"), "the Id is not the one that was exported here" if known else what, hint)
        return None
    return [column for column in columns if fingerprint(column, given.cells[column.field]) != base[column.field]]


def _columns(given: GivenRow) -> list[Column]:
    return [column for column in marked_columns(given.sheet) if column.field in given.cells]


def _changed(given: GivenRow, now: Cells, touched: Iterable[Column], corpus: Corpus, problems: Problems) -> dict[str, str] | None:
    """Find what was changed in a row and is not so in the corpus; ``None`` if the row does not fit.

    What the corpus changed meanwhile in other cells of the row stays; the same cell changed otherwise on both sides is a conflict.
    """
    base, columns = read_mark(given.cells[MARK]) or {}, _columns(given)
    wanted = {column.field: column for column in touched if not _is_so(column, given, now, corpus)}
    if any([_refuse(column, given, problems) for column in wanted.values()]):  # noqa: C419, every problem is told
        return None
    moved = [column for column in columns if column.editable and _moved(column, given, now, corpus, base)]
    both = [column.heading for column in moved if column.field in wanted]
    if both:
        yours = "; ".join(f"{column.heading}: {quote_cell(given.cells[field])}" for field, column in wanted.items())
        theirs = "; ".join(f"{column.heading}: {quote_cell(now[column.field])}" for column in moved)
        what = (
            f"{join(both)} {'was' if len(both) == 1 else 'were'} changed both here and in the corpus since the export. You changed: {yours}"
        )
        problems.add(given.place(), f"{what}. Meanwhile in the corpus: {theirs}", "export again and make the change there")
        return None
    return {field: given.cells[field] for field in wanted}


def _is_so(column: Column, given: GivenRow, now: Cells, corpus: Corpus) -> bool:
    """Tell whether the corpus says already what a cell says."""
    cell = given.cells[column.field]
    if column.field == "decision" and cell.casefold() in _STANDS:
        return now["decision"] in _STANDS and (corpus.own(now) or cell.casefold() == now["decision"])
    if column.choices:
        return (choose(column, cell) or cell) == now[column.field]
    if column.listed:
        return fingerprint(column, cell.casefold()) == fingerprint(column, now[column.field].casefold())
    return fingerprint(column, cell) == fingerprint(column, now[column.field])


def _moved(column: Column, given: GivenRow, now: Cells, corpus: Corpus, base: Mapping[str, str]) -> bool:
    """Tell whether the corpus says something else by now than when the row was exported, and than the row says."""
    if column.field in REMARKS and corpus.own(now):
        return False
    return fingerprint(column, now[column.field]) != base[column.field] and not _is_so(column, given, now, corpus)


def _refuse(column: Column, given: GivenRow, problems: Problems) -> bool:
    """Tell whether a cell may not say what it says, and add why to the problems."""
    where, cell = given.place(column.field), given.cells[column.field]
    if given.sheet not in {STATEMENTS, POSITIONS}:
        problems.add(where, f"{given.sheet.name.lower()} are for reading", f"change them in {_KEPT_IN[given.sheet.name]}")
    elif not column.editable:
        problems.add(where, "this column is for reading", "put back what stood there")
    elif column.field == "decision" and cell.casefold() not in {*DECISIONS, "edited"}:
        what = "a decision is not taken back here" if not cell else f"{cell!r} is no decision"
        problems.add(where, what, f"write {' or '.join(DECISIONS)}; decisions are taken back with travaux review")
    elif not cell and column.field in _NEEDED:
        problems.add(
            where, f"a {given.sheet.name.lower().removesuffix('s')} needs its {column.heading.lower()}", "put back what stood there"
        )
    elif column.field != "decision" and column.choices and choose(column, cell) is None:
        problems.add(
            where, f"{cell!r} is no {column.heading.lower()}", ask_nearest(cell, column.choices) or f"one of: {', '.join(column.choices)}"
        )
    else:
        return False
    return True


_KEPT_IN = {"Themes": "themes.ttl", "Relations": "review/relations.toml"}


def choose(column: Column, cell: str) -> str | None:
    """Find the word of a column that is meant, whatever its capital letters and blanks; ``None`` if there is none."""
    word = "-".join(cell.casefold().replace("_", " ").replace("-", " ").split())
    return word if word in column.choices else None


def quote_cell(text: str) -> str:
    """Give the text of a cell for a message."""
    return f"“{shorten(text)}”" if text else "(empty)"


def shorten(text: str, most: int = 60) -> str:
    """Shorten a text to one line for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
