"""Files that are changed together are all changed or none is, whenever somebody is killed."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest

from killing import killed_after
from travaux.errors import FileError
from travaux.journal import Journal

OLD = {"a.toml": b"old a", "deep/b.csv": b"old b"}
NEW = {"a.toml": b"new a", "deep/b.csv": b"new b", "deep/c.csv": b"new c"}
RENAMES = 7
"""Three contents, the journal, and three files that take their places."""


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    for name, content in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return Journal(tmp_path, tmp_path / ".changes", "the files")


def held(journal: Journal) -> dict[str, bytes]:
    files = (path for path in journal.root.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(journal.root).as_posix(): path.read_bytes() for path in files}


def change(journal: Journal) -> None:
    with journal.locked():
        journal.write({journal.root / name: content for name, content in NEW.items()})


@pytest.mark.parametrize("renames", range(1, RENAMES + 1))
def test_after_a_kill_the_next_one_finds_all_or_nothing(journal: Journal, renames: int) -> None:
    with killed_after(renames) as done:
        change(journal)
    assert len(done) == renames
    journal.finish()
    assert held(journal) == (NEW if "journal.json" in done else OLD)
    change(journal)
    assert held(journal) == NEW


def test_one_that_is_killed_while_it_finishes_is_finished_by_the_next(journal: Journal) -> None:
    with killed_after(RENAMES - 2):
        change(journal)
    with killed_after(1):
        journal.finish()
    (journal.root / "deep" / ".new-x").write_bytes(b"what a kill left")
    journal.finish()
    assert held(journal) == NEW


def test_if_the_system_refuses_one_file_all_are_as_they_were(journal: Journal) -> None:
    (journal.root / "deep" / "c.csv").mkdir()
    with pytest.raises(FileError, match="cannot be written"):
        change(journal)
    assert held(journal) == OLD


def test_changes_at_once_wait_for_each_other(journal: Journal) -> None:
    file = journal.root / "a.toml"

    def append(number: int) -> None:
        with journal.locked():
            before = file.read_bytes()
            journal.write({file: before + b"+", journal.root / f"{number}": b""})

    threads = [threading.Thread(target=append, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.read_bytes() == b"old a++++++++"


def test_who_waits_too_long_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("travaux.journal._PATIENCE", 0)
    with journal.locked(), pytest.raises(FileError, match="somebody else is changing the files"):
        change(journal)


@pytest.mark.parametrize("named", [["../outside"], ["/etc/outside"], ["link/outside"], [""], {"a": 1}, 7, "x" * 9, None])
def test_a_journal_that_comes_from_elsewhere_leads_nowhere(journal: Journal, named: object) -> None:
    staging = journal.place / ".new-together"
    staging.mkdir(parents=True)
    (journal.root / "link").symlink_to(journal.root.parent)
    (staging / "journal.json").write_text(json.dumps(named))
    (staging / "0").write_bytes(b"evil")
    with pytest.raises(FileError):
        journal.finish()
    assert not (journal.root.parent / "outside").exists()
    shutil.rmtree(staging)
    journal.finish()
    assert held(journal) == OLD


def test_a_staged_file_that_is_a_link_is_not_followed(journal: Journal) -> None:
    staging = journal.place / ".new-together"
    staging.mkdir(parents=True)
    (journal.root.parent / "secret").write_bytes(b"secret")
    (staging / "0").symlink_to(journal.root.parent / "secret")
    (staging / "journal.json").write_text('["a.toml"]')
    with pytest.raises(FileError, match="stopped half-way"):
        journal.finish()
    assert (journal.root / "a.toml").read_bytes() == b"old a"


@pytest.mark.parametrize("stopped", [2, 5])
def test_who_may_not_write_reads_what_is_whole_and_is_told_of_what_is_not(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, stopped: int
) -> None:
    with killed_after(stopped):
        change(journal)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)  # the superuser, who may run the tests, is never refused
    if stopped == 2:
        journal.finish()
        return
    with pytest.raises(FileError, match="the files was stopped half-way") as told:
        journal.finish()
    assert "may write there" in (told.value.hint or "")
