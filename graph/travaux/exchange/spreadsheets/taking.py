"""What was edited in a spreadsheet, taken in as decisions of a reviewer: everything or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux.exchange.spreadsheets.cells import join_list, split_list
from travaux.exchange.spreadsheets.columns import MARK, POSITIONS, STATEMENTS
from travaux.exchange.spreadsheets.comparing import Corpus, Edit, compare, shorten
from travaux.exchange.spreadsheets.given import Given, GivenRow, read_given
from travaux.exchange.spreadsheets.planning import Planning, to_row_items
from travaux.exchange.spreadsheets.problems import Problems
from travaux.exchange.spreadsheets.rows import Cells, Rows, read_rows
from travaux.exchange.spreadsheets.thesaurus import fold_name, name_themes, read_themes
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.pipeline.desk import Desk, Draft, Item
from travaux.reading.review.naming import Naming
from travaux.reading.tables import read_tables


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import changes, or would: lines to read, and how many statements are decided in which way."""

    changes: tuple[str, ...]
    decided: dict[str, int]
    positions: int
    unchanged: int
    absent: int
    passed_over: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Tell whether there is nothing to change."""
        return not self.decided and not self.positions


def take_spreadsheet(file: Path, desk: Desk, store: Store, name: str, *, dry_run: bool) -> Taken:
    """Write what was edited in a file as decisions of the reviewer of that name, all or nothing; of a dry run only tell it.

    ``store`` holds the corpus as it was built for the desk. Raises ``ExchangeError`` that tells all problems of the file at once,
    ``DocumentError`` if it cannot be read, ``ReviewError`` for what is no name of a reviewer, ``ConflictError`` if somebody decides at
    the same time.
    """
    tables = read_tables(file)
    reviewer, problems = desk.short_name(name), Problems()
    given = read_given(tables, problems)
    problems.raise_all(str(file))
    rows = read_rows(store, desk.corpus)
    plan = _plan(given, rows, desk, store, reviewer, problems)
    problems.raise_all(str(file))
    if not dry_run and not plan.empty:
        desk.decide_together(name, plan.drafts, plan.namings)
    return plan.tell(given, rows)


@dataclass(frozen=True, slots=True)
class _Plan:
    edits: Sequence[Edit]
    drafts: dict[str, list[Draft]]
    namings: list[Naming]
    items: dict[str, Item]
    unchanged: int

    @property
    def empty(self) -> bool:
        return not self.drafts and not self.namings

    def tell(self, given: Given, rows: Rows) -> Taken:
        decided = Counter(draft.decision or ReviewStatus.UNREVIEWED for own in self.drafts.values() for draft in own)
        known = {row.cells["id"] for row in given.rows}
        claims = {" ".join(row.cells.get("claim", "").split()) for row in given.rows if row.sheet == POSITIONS}
        known |= {row["id"] for row in rows.positions if row["claim"] in claims}
        whole = [row["id"] for sheet in (STATEMENTS, POSITIONS) if sheet in given.sheets for row in rows.of(sheet)]
        named = {edit.now["key"] for edit in self.edits if edit.given.sheet == POSITIONS}
        new = (f"positions: new position {one.key}: {shorten(one.claim)}" for one in self.namings if one.key not in named)
        return Taken(
            changes=(*(line for edit in self.edits for line in self._lines(edit)), *new),
            decided={status.value: decided[status] for status in ReviewStatus if decided[status]},
            positions=len(self.namings),
            unchanged=self.unchanged,
            absent=len(set(whole) - known - self._also_known(known)),
            passed_over=given.passed_over,
        )

    def _also_known(self, known: set[str]) -> set[str]:
        """Give the present names of rows that were exported under another name."""
        return {row for row, item in self.items.items() if any(one.endswith(proposal.id) for proposal in item.proposals for one in known)}

    def _lines(self, edit: Edit) -> Iterable[str]:
        item = self.items.get(edit.now["id"])
        name = f"{item.document.name}, {item.key}" if item else f"positions, {edit.now['key']}"
        for field, new in edit.changed.items():
            old = edit.now[field]
            yield f"{name}: {edit.given.sheet.get(field).heading.lower()}: {shorten(old) or '(empty)'} → {shorten(new) or '(empty)'}"


def _plan(given: Given, rows: Rows, desk: Desk, store: Store, reviewer: str, problems: Problems) -> _Plan:
    base = desk.corpus.base
    by_name, items = to_row_items(desk.items(), {row["id"]: row for row in rows.statements}, base)
    others = (*rows.positions, *rows.themes, *rows.relations)
    corpus = Corpus(by_name | {row["id"]: row for row in others}, lambda row: _is_own(row, items, reviewer))
    themes = _theme_names(store, base)
    old, new = _divide(given, problems)
    old = [_with_labels(row, themes) for row in old]
    edits, unchanged = compare(old, corpus, problems)
    _check_once(old, corpus, problems)
    planning = Planning(desk, reviewer, items, desk.positions(), problems, {word: name for word, (name, _) in themes.items()})
    namings = planning.namings([edit for edit in edits if edit.given.sheet == POSITIONS], new)
    named = frozenset(one.key for one in namings)
    drafts = planning.drafts([edit for edit in edits if edit.given.sheet == STATEMENTS], named)
    return _Plan(edits, drafts, namings, items, unchanged)


def _is_own(row: Cells, items: dict[str, Item], reviewer: str) -> bool:
    item = items.get(row["id"])
    return bool(item and item.opinion and item.opinion.reviewer == reviewer)


def _divide(given: Given, problems: Problems) -> tuple[list[GivenRow], list[GivenRow]]:
    """Tell rows that were exported from new ones, which only positions may have."""
    old: list[GivenRow] = []
    new: list[GivenRow] = []
    for row in given.rows:
        if row.cells["id"]:
            old.append(row)
        elif row.sheet == POSITIONS and not row.cells[MARK]:
            new.append(row)
        else:
            hint = "new statements are added with travaux review" if row.sheet == STATEMENTS else "copy it from the export"
            problems.add(row.place("id"), "the row has no Id", hint)
    return old, new


def _check_once(rows: Iterable[GivenRow], corpus: Corpus, problems: Problems) -> None:
    """Refuse rows about the same thing, by whichever of its names."""
    seen: dict[str, GivenRow] = {}
    for given in rows:
        now = corpus.rows.get(given.cells["id"])
        if now is None:
            continue
        if now["id"] in seen:
            problems.add(given.place("id"), f"row {seen[now['id']].row.number} is about the same", "remove one of the two rows")
        seen.setdefault(now["id"], given)


def _with_labels(given: GivenRow, themes: Mapping[str, tuple[str, str]]) -> GivenRow:
    """Write the themes of a statement as an export writes them, whichever of their names were used."""
    if given.sheet != STATEMENTS or "themes" not in given.cells:
        return given
    words = split_list(given.cells["themes"])
    told = join_list(themes[fold_name(word)][1] if fold_name(word) in themes else word for word in words)
    return GivenRow(given.sheet, given.row, {**given.cells, "themes": told})


def _theme_names(store: Store, base: str) -> dict[str, tuple[str, str]]:
    """Give the short names of themes, and those that an export writes, by everything that a cell may call them."""
    themes = read_themes(store, base)
    written = name_themes(themes)
    told = {fold_name(written[one.id]): (one.name, written[one.id]) for one in themes}
    return told | {fold_name(one.name): (one.name, written[one.id]) for one in themes}
