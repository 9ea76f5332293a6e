"""Review files are read whole or refused with everything that is wrong in them, and a decision once written is never lost."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from decided import opinion
from travaux.errors import ConflictError, CorpusError, FileError, ReviewError
from travaux.model.schemes import Stance
from travaux.reading.review.folder import Entry, Review, add_position, read_review, statements_file, to_fields, version_of, write_entries
from travaux.reading.review.lines import Lines

NOTHING = version_of(Lines(), "1-a")

CLIENT = """
import sys
from pathlib import Path
from decided import opinion
from travaux.reading.review.folder import Entry, version_of, write_entries
from travaux.reading.review.lines import Lines

folder, reviewer, first, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for number in range(first, first + count):
    key = f"{number}-k"
    held = opinion(f"water {number} " * 5, key, reviewer)
    write_entries(folder, "report", [Entry(key, reviewer, held, version_of(Lines(), key))])
    print(number, flush=True)
"""


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / "review" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def client(folder: Path, reviewer: str, first: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CLIENT, str(folder), reviewer, str(first), str(count)]
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths})  # noqa: S603


def test_a_corpus_without_a_review_has_an_empty_one(tmp_path: Path) -> None:
    assert read_review(tmp_path) == Review()


def test_an_opinion_reads_back_as_it_was_written(tmp_path: Path) -> None:
    held = opinion('The “right” to \\ water\u2028"', condition="if\nso", themes=("a", "b"), settles=True, context="x", speaker="Ms. Zoë")
    write_entries(tmp_path, "report", [Entry(held.key, held.reviewer, held, NOTHING)])
    assert read_review(tmp_path).opinions == {"report": (held,)}
    assert list(to_fields(held))[:3] == ["paragraph", "quote", "context"]


def test_an_opinion_taken_back_leaves_the_others(tmp_path: Path) -> None:
    first, second = opinion("water"), opinion("water", reviewer="bo")
    version = write_entries(tmp_path, "report", [Entry("1-a", "anna", first, NOTHING)])["1-a"]
    version = write_entries(tmp_path, "report", [Entry("1-a", "bo", second, version)])["1-a"]
    write_entries(tmp_path, "report", [Entry("1-a", "anna", None, version)])
    assert read_review(tmp_path).opinions == {"report": (second,)}


def test_who_has_not_seen_the_last_decision_is_refused_and_all_entries_with_it(tmp_path: Path) -> None:
    write_entries(tmp_path, "report", [Entry("1-a", "anna", opinion("water"), NOTHING)])
    before = statements_file(tmp_path, "report").read_bytes()
    stale = Entry("1-a", "bo", opinion("water", reviewer="bo"), NOTHING)
    fresh = Entry("2-b", "bo", opinion("water", "2-b", "bo"), NOTHING)
    with pytest.raises(ConflictError, match="somebody has decided about 1-a meanwhile"):
        write_entries(tmp_path, "report", [fresh, stale])
    assert statements_file(tmp_path, "report").read_bytes() == before


@pytest.mark.parametrize(
    ("key", "reviewer", "document", "fields"),
    [
        ("1.a", "anna", "report", {}),
        ("1-a", "Anna B", "report", {}),
        ("1-a", "anna", "../report", {}),
        ("1-a", "anna", "report", {"claim": ""}),
        ("1-a", "anna", "report", {"claim": "\ud800"}),
        ("1-a", "anna", "report", {"claim": "a\x00b"}),
        ("1-a", "anna", "report", {"at": opinion("x").at.replace(tzinfo=None)}),
        ("1-a", "anna", "report", {"at": opinion("x").at.replace(year=1, tzinfo=dt.timezone(dt.timedelta(hours=12)))}),
        ("1-a", "anna", "report", {"at": opinion("x").at.replace(year=9999)}),
        ("1-a", "anna", "report", {"changes": ("burn article 5",)}),
    ],
)
def test_nothing_is_written_that_could_not_be_read_again(
    tmp_path: Path, key: str, reviewer: str, document: str, fields: dict[str, object]
) -> None:
    with pytest.raises(ReviewError):
        write_entries(tmp_path, document, [Entry(key, reviewer, opinion("water", key, reviewer, **fields), NOTHING)])
    assert not (tmp_path / "review").exists()


def test_every_mistake_is_told_at_once_with_file_line_or_key_and_cure(tmp_path: Path) -> None:
    write(
        tmp_path,
        "statements/report.toml",
        'a.anna.decision = "acepted"\nb.anna.claim = unquoted\nc.anna.extra.x = "1"\nd.Anna.claim = "x"\n'
        'e.anna.at = 2026-01-01T00:00:00\ne.anna.claim = "1"\ne.anna.claim = "2"\n'
        "f.anna.at = 0001-01-01T00:00:00+12:00\ng.anna.at = 9999-12-31T23:59:59-12:00\n",
    )
    write(tmp_path, "positions.toml", 'water.claim = "Water."\nwater.by = "Anna"\n')
    write(tmp_path, "relation.toml", "")
    write(tmp_path, "statements/deep/report.toml", "")
    (tmp_path / "review" / "reviewers.toml").mkdir()
    (tmp_path / "review" / "relations.toml").write_bytes(b'x.note = "\xff"\n')
    with pytest.raises(CorpusError) as caught:
        read_review(tmp_path)
    told = str(caught.value)
    for expected in (
        "report.toml: a.anna.decision: 'acepted' is not one of",
        "did you mean 'accepted'?",
        "report.toml: line 2: the value of b.anna.claim cannot be read",
        "report.toml: line 3: c.anna.extra.x names no field (write it as KEY.REVIEWER.FIELD)",
        "report.toml: d.Anna: 'Anna' is not the name of a reviewer",
        "report.toml: e.anna.at:",
        "report.toml: f.anna.at: nobody decided in the year 1 (write a moment between 2000 and 2200, such as: 2026-03-05T14:20:00Z)",
        "report.toml: g.anna.at: nobody decided in the year 9999",
        "report.toml: line 7: this says otherwise than line 6",
        "positions.toml: water.by: 'Anna' is not a name",
        "positions.toml: water.decision: this key is missing",
        "relation.toml: relation.toml: this file is none of a review (did you mean 'relations.toml'?)",
        "deep: there should be no folder here",
        "reviewers.toml: there should be no folder here",
        "relations.toml, line 1: the file: the file is not UTF-8 text (save it as UTF-8)",
    ):
        assert expected in told, told
    assert "b.anna.claim: this key is missing" not in told


@pytest.mark.parametrize("name", ["review", "review/statements"])
def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("", "utf-8")
    with pytest.raises(CorpusError, match="this is no folder"):
        read_review(tmp_path)
    with pytest.raises(FileError):
        write_entries(tmp_path, "report", [Entry("1-a", "anna", opinion("water"), NOTHING)])


@pytest.mark.parametrize("name", ["review", "review/statements", "review/statements/report.toml", "review/positions.toml"])
@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_read_or_written_outside_of_the_corpus(tmp_path: Path, name: str, *, there: bool) -> None:
    corpus, outside = tmp_path / "corpus", tmp_path / "outside"
    link = corpus / name
    link.parent.mkdir(parents=True)
    if there:
        outside.write_text("x", "utf-8") if name.endswith(".toml") else outside.mkdir()
    link.symlink_to(outside)
    with pytest.raises(CorpusError):
        read_review(corpus)
    if "positions" not in name:
        with pytest.raises(FileError, match="leads out of the corpus"):
            write_entries(corpus, "report", [Entry("1-a", "anna", opinion("water"), NOTHING)])
    assert not outside.is_file() or outside.read_text("utf-8") == "x"
    assert not outside.is_dir() or not list(outside.iterdir())


def test_an_unreadable_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "positions.toml", "")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CorpusError, match="Permission denied"):
        read_review(tmp_path)


def test_hidden_files_and_files_of_other_kinds_are_nobodys_business(tmp_path: Path) -> None:
    for name in (
        "README.md",
        ".lock",
        "statements/.new-x",
        "statements/.report.toml.swp",
        "statements/.hidden.toml",
        "positions.toml.orig",
    ):
        write(tmp_path, name, "<<<<<<<")
    assert read_review(tmp_path) == Review()


def test_what_is_written_is_flushed_to_the_disk_before_it_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, put = os.fsync, Path.replace

    def sync_and_tell(handle: int) -> None:
        done.append("sync")
        sync(handle)

    def put_and_tell(path: Path, target: Path) -> Path:
        done.append("replace")
        return put(path, target)

    monkeypatch.setattr(os, "fsync", sync_and_tell)
    monkeypatch.setattr(Path, "replace", put_and_tell)
    write_entries(tmp_path, "report", [Entry("1-a", "anna", opinion("water"), NOTHING)])
    assert done == ["sync", "replace", "sync"]


@pytest.mark.slow
def test_a_thousand_decisions_of_two_processes_at_once_are_all_there(tmp_path: Path) -> None:
    clients = [client(tmp_path, "anna", 0, 500), client(tmp_path, "bo", 500, 500)]
    printed = [process.communicate()[0] for process in clients]
    assert [process.returncode for process in clients] == [0, 0]
    assert [len(lines.split()) for lines in printed] == [500, 500]
    held = read_review(tmp_path).opinions["report"]
    expected = {opinion(f"water {number} " * 5, f"{number}-k", "anna" if number < 500 else "bo") for number in range(1000)}
    assert set(held) == expected


@pytest.mark.slow
def test_a_process_killed_at_any_moment_leaves_every_decision_it_acknowledged_and_no_half_one(tmp_path: Path) -> None:
    acknowledged, first = set[int](), 0
    for pause in (0.0, 0.011, 0.023, 0.047, 0.071, 0.1):
        process = client(tmp_path, "anna", first, 400)
        assert process.stdout is not None
        seen = [int(process.stdout.readline())]
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        seen += [int(line) for line in process.communicate()[0].split()]
        acknowledged.update(seen)
        held = {int(one.key.removesuffix("-k")): one for one in read_review(tmp_path).opinions["report"]}
        assert acknowledged <= held.keys()
        assert held == {number: opinion(f"water {number} " * 5, f"{number}-k") for number in held}
        first = max(held) + 1
    write_entries(tmp_path, "report", [Entry("last", "anna", opinion("water", "last", stance=Stance.OPPOSES), NOTHING)])
    assert [path.name for path in (tmp_path / "review" / "statements").iterdir()] == ["report.toml"]


@pytest.mark.parametrize("claim", ["Water\nshould be clean.", "Water.\n", "Water\u2028should be clean.", "Water\x85"])
def test_a_claim_over_several_lines_is_refused(tmp_path: Path, claim: str) -> None:
    with pytest.raises(ReviewError, match="the claim runs over several lines"):
        add_position(tmp_path, claim, "anna")


def test_a_position_that_was_rejected_is_not_given_back_for_its_claim(tmp_path: Path) -> None:
    key = add_position(tmp_path, "Water should be clean.", "anna")
    file = tmp_path / "review" / "positions.toml"
    assert add_position(tmp_path, "Water should be clean.", "bo") == key
    file.write_text(file.read_text("utf-8").replace('"added"', '"rejected"'), "utf-8")
    again = add_position(tmp_path, "Water should be clean.", "bo")
    assert again != key
    review = read_review(tmp_path)
    assert (sorted(review.positions), list(review.named)) == ([key, again], [again])
