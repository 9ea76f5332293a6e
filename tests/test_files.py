"""Files and folders are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from travaux.errors import FileError
from travaux.files import write_whole, writing_folder


def held(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text("utf-8") for file in folder.rglob("*") if file.is_file() and file.name[0] != "."}


def write(folder: Path, words: str) -> None:
    with writing_folder(folder) as new:
        (new / "inner").mkdir()
        (new / "inner" / "page.txt").write_text(words, "utf-8")


def test_a_folder_that_was_exported_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, "first")
    write(target, "second")
    assert held(target) == {"inner/page.txt": "second"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_is_filled_and_one_with_other_files_is_left_as_it_is(tmp_path: Path) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.mkdir()
    write(empty, "first")
    assert held(empty) == {"inner/page.txt": "first"}
    full.mkdir()
    (full / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(FileError, match="holds files that were not exported"):
        write(full, "first")
    with pytest.raises(FileError, match="this is a file"):
        write(full / "thesis.txt", "first")
    assert held(full) == {"thesis.txt": "years of work"}


@pytest.mark.parametrize("name", ["notes.txt", "inner/page.txt", ".git"])
def test_what_a_person_did_in_an_exported_folder_is_kept(name: str, tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, "first")
    (target / name).write_text("a day of work", "utf-8")
    with pytest.raises(FileError, match=f"were changed since; nothing was written: {name}"):
        write(target, "second")
    assert (target / name).read_text("utf-8") == "a day of work"


def test_what_is_put_into_a_folder_while_its_successor_is_made_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, "first")

    def replace_meanwhile() -> None:
        with writing_folder(target) as new:
            (new / "page.txt").write_text("second", "utf-8")
            (target / "notes.txt").write_text("a day of work", "utf-8")

    with pytest.raises(FileError, match=r"were changed since; nothing was written: notes\.txt"):
        replace_meanwhile()
    assert held(target) == {"inner/page.txt": "first", "notes.txt": "a day of work"}


def test_a_folder_that_fails_half_way_leaves_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write(target, "first")

    def fail() -> None:
        with writing_folder(target) as new:
            (new / "half.txt").write_text("half", "utf-8")
            raise InterruptedError(4, "somebody pulled the plug")

    with pytest.raises(FileError, match="pulled the plug"):
        fail()
    assert held(target) == {"inner/page.txt": "first"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_link_without_a_name_leads_to_is_written_as_it_is() -> None:
    reading, writing_end = os.pipe()
    write_whole(Path(f"/dev/fd/{writing_end}"), b"through a pipe")
    os.close(writing_end)
    with os.fdopen(reading, "rb") as out:
        assert out.read() == b"through a pipe"


def test_a_full_device_is_told_of() -> None:
    with pytest.raises(FileError, match="/dev/full: the file cannot be written: No space left"):
        write_whole(Path("/dev/full"), b"x" * 100_000)
