"""A store's folder opens, or says in plain words why not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from travaux.errors import StoreError
from travaux.rdf.store import open_store

LINE = b'<https://example.org/s> <https://example.org/p> "o" <https://example.org/g> .\n'

HOLD = """
import sys, time, pyoxigraph
store = pyoxigraph.Store(sys.argv[1])
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store of one quad."""
    place = tmp_path / "store"
    with open_store(place) as store:
        store.load([LINE])
    return place


def refusal(location: Path, *, read_only: bool = False) -> StoreError:
    with pytest.raises(StoreError) as raised, open_store(location, read_only=read_only):
        pass
    return raised.value


def test_what_was_loaded_is_there_the_next_time(folder: Path) -> None:
    for read_only in (True, False):
        with open_store(str(folder), read_only=read_only) as store:
            assert list(store.dump()) == [LINE]


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with open_store(tmp_path / "new") as store:
        assert store.graphs() == ()


def test_reading_a_missing_folder_fails_and_creates_nothing(tmp_path: Path) -> None:
    assert "there is no folder" in refusal(tmp_path / "absent", read_only=True).what
    assert "there is no folder" in refusal(tmp_path / "absent" / "store").what
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, *, read_only: bool) -> None:
    (tmp_path / "letter.txt").write_text("Dear delegate")
    assert refusal(tmp_path, read_only=read_only).what == "this folder holds no store"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_is_no_store(tmp_path: Path, *, read_only: bool) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear delegate")
    assert "a store is a folder" in refusal(file, read_only=read_only).what


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("pattern", ["MANIFEST*", "CURRENT", "*.sst"])
def test_damage_is_recognised(folder: Path, pattern: str, *, read_only: bool) -> None:
    for file in folder.glob(pattern):
        file.write_bytes(b"damage\n")
    error = refusal(folder, read_only=read_only)
    assert error.where == str(folder)
    assert "damaged" in error.what
    assert "build the graph again" in (error.hint or "")


def test_two_writers_are_one_too_many(folder: Path) -> None:
    with open_store(folder):
        error = refusal(folder)
    assert error.what == "the store is in use"
    assert "reading only" in (error.hint or "")


def test_a_writer_in_another_process_is_noticed(folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE) as other:  # noqa: S603
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == b"open\n"
            assert refusal(folder).what == "the store is in use"
        finally:
            other.kill()
    with open_store(folder) as store:
        assert list(store.dump()) == [LINE]


def test_a_moved_store_is_the_same_store(folder: Path, tmp_path: Path) -> None:
    shutil.move(folder, tmp_path / "elsewhere")
    with open_store(tmp_path / "elsewhere", read_only=True) as store:
        assert list(store.dump()) == [LINE]
