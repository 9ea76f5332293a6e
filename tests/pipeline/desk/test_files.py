from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desks import REPORT, draft_of
from travaux.errors import CorpusError
from travaux.pipeline.desk import Desk, files
from travaux.pipeline.desk.desk import Written
from travaux.reading.review import lines
from travaux.reading.review.folder import Review, read_review, statements_file, write_entries


def _renamed(old: str, new: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def _elsewhere(file: Path) -> None:
    outside = file.parents[3] / "outside.toml"
    file.rename(outside)
    file.symlink_to(outside)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _hidden(file: Path) -> None:
    file.rename(file.with_name(".hidden.toml"))


def _windows(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


CHANGES = {
    "a reviewer that is no name": _renamed(".anna.", ".Anna_B."),
    "a key that is too long": _renamed("1-", "1" * 90 + "-"),
    "a file elsewhere": _elsewhere,
    "a folder": _folder,
    "a hidden file": _hidden,
    "ends of lines": _windows,
    "a byte order mark": lambda file: file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes()),
    "a value that is no value": _renamed('"accepted"', "nonsense"),
    "no text": lambda file: file.write_bytes(b"\xff\xfe"),
    "a file of no review": lambda file: file.rename(file.parents[1] / "decisions.toml"),
    "nothing": lambda file: file.unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_desk_takes_what_a_build_takes_and_nothing_else(desk: Desk, lakes: Path, change: Callable[[Path], None]) -> None:
    desk.decide("anna", REPORT, [draft_of(desk.items()[0])])
    change(statements_file(lakes, REPORT))
    assert _outcome(lambda: desk.review) == _outcome(lambda: read_review(lakes))


def _outcome(read: Callable[[], Review]) -> object:
    try:
        return {name: held for name, held in read().opinions.items() if held}
    except CorpusError as error:
        return str(error)


def test_a_file_that_is_too_large_is_refused(desk: Desk, lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.decide("anna", REPORT, [draft_of(desk.items()[0])])
    monkeypatch.setattr(lines, "MOST_BYTES", 10)
    statements_file(lakes, REPORT).touch()
    with pytest.raises(CorpusError, match="larger"):
        desk.items()


def test_a_file_that_vanishes_while_it_is_looked_at_is_absent(desk: Desk, lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.decide("anna", REPORT, [draft_of(desk.items()[0])])
    file, stat = statements_file(lakes, REPORT), Path.stat

    def vanishing(path: Path, **options: bool) -> object:
        found = stat(path, **options)
        if path == file:
            raise FileNotFoundError(str(path))
        return found

    monkeypatch.setattr(Path, "stat", vanishing)
    monkeypatch.setattr(Path, "is_file", lambda path: path == file or path.exists())
    assert desk.stamp


def test_what_is_written_is_told_to_be_written_whatever_comes_after(desk: Desk, lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = desk.items()[0]

    def write_beside_a_mistake(*given: object) -> dict[str, str]:
        versions = write_entries(*given)  # type: ignore[arg-type]
        (lakes / "review" / "positions.toml").write_text("<<<<<<< ours\n", encoding="utf-8")
        return versions

    monkeypatch.setattr(files, "write_entries", write_beside_a_mistake)
    written: Written = desk.replace("anna", REPORT, [draft_of(item)])
    assert written.items == ()
    assert "merge" in str(written.trouble)
    (lakes / "review" / "positions.toml").unlink()
    assert [one.key for one in read_review(lakes).opinions[REPORT]] == [item.key]
    assert desk.item(REPORT, item.key).version == written.before[0][1]
