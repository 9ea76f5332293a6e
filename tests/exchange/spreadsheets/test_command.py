"""``travaux import spreadsheet`` and the exports of sheets as a user types them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from edited_sheets import Book, Exchange
from killing import killed_after
from travaux.cli import travaux
from travaux.errors import ExchangeError, FileError, ReviewError
from travaux.exchange.spreadsheets.importing import take_spreadsheet
from travaux.files import write_whole
from travaux.model.store import Store
from travaux.pipeline.desk import Desk, open_desk
from travaux.pipeline.workspace import get_built
from travaux.rdf.store import open_store
from travaux.reading.review.folder import change_files, read_review
from travaux.reading.review.lines import Lines


def _run(*arguments: object) -> str:
    return CliRunner().invoke(travaux, [str(one) for one in arguments], catch_exceptions=False, env={"TRAVAUX_REVIEWER": ""}).output


def test_a_dry_run_tells_and_writes_nothing(exported_lakes: Exchange, book: Book) -> None:
    file = book.write(2, "Decision", "rejected").save()
    told = _run("import", "spreadsheet", file, "--corpus", exported_lakes.corpus, "--reviewer", "Anna Muster", "--dry-run")
    assert "decision: (empty) → rejected" in told
    assert "Would change: 1 rejected; " in told
    assert told.endswith("This was a dry run; nothing was written.\n")
    assert exported_lakes.review() == {}


def test_nobody_named_and_a_file_that_is_not_there_are_told(exported_lakes: Exchange, tmp_path: Path) -> None:
    file = exported_lakes.folder / "lakes.xlsx"
    assert "Say who decides: --reviewer NAME" in _run("import", "spreadsheet", file, "--corpus", exported_lakes.corpus)
    picture = tmp_path / "lakes.ods"
    picture.write_bytes(b"x")
    with pytest.raises(ExchangeError, match=r"not from \.ods") as error:
        _run("import", "spreadsheet", picture, "--corpus", exported_lakes.corpus, "--reviewer", "Anna")
    assert error.value.exit_code == 12


@pytest.mark.parametrize("what", ["spreadsheet", "positions", "themes"])
def test_tables_begin_with_the_mark_by_which_spreadsheet_programs_know_utf_8(exported_lakes: Exchange, tmp_path: Path, what: str) -> None:
    _run("export", what, tmp_path / "table.csv", "--corpus", exported_lakes.corpus)
    assert (tmp_path / "table.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_if_one_file_of_a_review_cannot_be_written_the_others_are_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = (tmp_path / "review" / name for name in ("new.toml", "old.toml", "last.toml"))
    second.parent.mkdir()
    second.write_text('a.b = "before"\n', "utf-8")

    def refuse(path: Path, content: bytes) -> None:
        if path == third:
            raise FileError("the disk is full", where=str(path))
        write_whole(path, content)

    def change(lines: Lines) -> Lines:
        return lines.with_block(("a",), {"b": "after"})

    monkeypatch.setattr("travaux.journal.write_whole", refuse)
    with pytest.raises(FileError, match="the disk is full"):
        change_files(tmp_path, dict.fromkeys((first, second, third), change))
    assert not first.exists()
    assert second.read_text("utf-8") == 'a.b = "before"\n'
    monkeypatch.undo()
    change_files(tmp_path, dict.fromkeys((first, second, third), change))
    assert [path.read_text("utf-8") for path in (first, second, third)] == ['a.b = "after"\n'] * 3


def test_an_import_that_is_killed_is_taken_in_whole_or_not_at_all(lakes: Exchange, book: Book) -> None:
    """A statement, a position and a reviewer are three files."""
    book.write(2, "Decision", "rejected")
    sheet = book.sheet("Positions")
    sheet.cell(sheet.max_row + 1, book.column("Claim", "Positions"), "A quite new claim is made.")
    file = book.save()
    with open_desk(lakes.corpus) as desk, open_store(get_built(lakes.corpus).store, read_only=True) as store:
        for renames in range(1, 8):
            with killed_after(renames) as done:
                take_spreadsheet(file, desk, store, 'Anna "A/B" Muster', dry_run=False)
            assert len(done) == renames
            review = read_review(lakes.corpus)
            held = {bool(review.opinions), bool(review.positions), "anna-a-b-muster" in review.reviewers}
            assert held == {"journal.json" in done}
            shutil.rmtree(lakes.corpus / "review")


@pytest.mark.parametrize("name", ['"', "Anna\nMuster", "/"])
def test_who_has_no_name_decides_nothing(exported_lakes: Exchange, opened: tuple[Desk, Store], book: Book, name: str) -> None:
    file = book.write(2, "Decision", "rejected").save()
    with pytest.raises(ReviewError, match="a reviewer needs a name"):
        take_spreadsheet(file, *opened, name, dry_run=False)
    assert exported_lakes.review() == {}
