"""What was edited in a spreadsheet, taken in as decisions of a reviewer: everything or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux.exchange.problems import Problems
from travaux.exchange.spreadsheets.cells import join_list, split_list
from travaux.exchange.spreadsheets.columns import MARK, POSITIONS, STATEMENTS
from travaux.exchange.spreadsheets.comparing import REMARKS, Corpus, Edit, compare, shorten
from travaux.exchange.spreadsheets.given import Given, GivenRow, read_given
from travaux.exchange.spreadsheets.planning import Planning, to_row_items
from travaux.exchange.spreadsheets.rows import Cells, Rows, read_rows
from travaux.exchange.spreadsheets.thesaurus import fold_name, name_themes, read_themes
from travaux.model.store import Store
from travaux.pipeline.desk import Desk, Draft, Item
from travaux.reading.review.naming import Naming
from travaux.reading.tables import read_tables
from travaux.views.counting import join


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import changes, or would: lines to read, and how many statements it accepts, edits, rejects or gives a remark alone.

    ``warnings`` tell of rows that others have decided already.
    """

    changes: tuple[str, ...]
    decided: dict[str, int]
    positions: int
    unchanged: int
    absent: int
    passed_over: tuple[str, ...]
    warnings: tuple[str, ...] = ()

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
    problems.check(str(file))
    rows = read_rows(store, desk.corpus)
    plan = _plan(given, rows, desk, store, reviewer, problems)
    problems.check(str(file))
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
    reviewer: str
    names: Mapping[str, str]

    @property
    def empty(self) -> bool:
        return not self.drafts and not self.namings

    def tell(self, given: Given, rows: Rows) -> Taken:
        decided = Counter(_deed(edit) for edit in self._on_statements())
        known = {row.cells["id"] for row in given.rows}
        claims = {" ".join(row.cells.get("claim", "").split()) for row in given.rows if row.sheet == POSITIONS}
        known |= {row["id"] for row in rows.positions if row["claim"] in claims}
        whole = [row["id"] for sheet in (STATEMENTS, POSITIONS) if sheet in given.sheets for row in rows.of(sheet)]
        named = {edit.now["key"] for edit in self.edits if edit.given.sheet == POSITIONS}
        new = (f"positions: new position {one.key}: {shorten(one.claim)}" for one in self.namings if one.key not in named)
        return Taken(
            changes=(*(line for edit in self.edits for line in self._lines(edit)), *new),
            decided={deed: decided[deed] for deed in _DEEDS if decided[deed]},
            positions=len(self.namings),
            unchanged=self.unchanged,
            absent=len(set(whole) - known - self._also_known(known)),
            passed_over=given.passed_over,
            warnings=tuple(self._warnings()),
        )

    def _on_statements(self) -> list[Edit]:
        return [edit for edit in self.edits if edit.given.sheet == STATEMENTS]

    def _warnings(self) -> Iterator[str]:
        """Tell of the rows on which another decision of another reviewer is in force."""
        rows: dict[tuple[str, bool], list[str]] = {}
        for edit in self._on_statements():
            opinion = self.items[edit.now["id"]].opinion
            if opinion is not None and opinion.reviewer != self.reviewer and _differs(edit):
                name = self.names.get(opinion.reviewer, opinion.reviewer)
                rows.setdefault((name, opinion.settles), []).append(f"{edit.given.row.number:,}")
        for (name, settled), numbers in sorted(rows.items()):
            which = f"the statement of row {numbers[0]} is" if len(numbers) == 1 else f"the statements of rows {join(numbers)} are"
            yield f"{which} {'settled' if settled else 'decided'} already, by {name}; {_KEPT_BESIDE if settled else _DISPUTED}"

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
    names = {name: table.name for name, table in desk.review.reviewers.items()}
    return _Plan(edits, drafts, namings, items, unchanged, reviewer, names)


_DEEDS = ("accepted", "edited", "rejected", "given a remark")
_DISPUTED = "what you decide otherwise is disputed until somebody settles it"
_KEPT_BESIDE = "what you decide otherwise is kept beside it and does not count until that is undone"


def _deed(edit: Edit) -> str:
    """Tell what an import does to a statement, whatever became of it before."""
    if edit.changed.keys() - REMARKS:
        return "edited"
    said = edit.changed.get("decision", "").casefold()
    return ("rejected" if said == "rejected" else "accepted") if said else "given a remark"


def _differs(edit: Edit) -> bool:
    rejects, rejected = edit.changed.get("decision", "").casefold() == "rejected", edit.now["decision"] == "rejected"
    return bool(edit.changed.keys() - REMARKS) or ("decision" in edit.changed and rejects != rejected)


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
