"""Decisions that people take apart from each other are brought together by git, line by line."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from decided import opinion
from travaux.errors import CorpusError
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus, Stance
from travaux.reading.review.folder import Entry, read_review, statements_file, version_of, write_entries
from travaux.reading.review.lines import Lines

UNION = "review/**/*.toml text eol=lf merge=union\n"


class Repository:
    """A corpus in a git repository, with one decision that was there before."""

    def __init__(self, folder: Path, attributes: str) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        (folder / ".gitattributes").write_text(attributes, "utf-8")
        (folder / ".gitignore").write_text(".lock\n", "utf-8")
        for key in ("1-a", "2-b", "3-c"):
            self.decide(opinion("clean water", key))
        self.git("add", "-A")
        self.git("commit", "-qm", "start")

    def git(self, *arguments: str) -> int:
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", *settings, *arguments], cwd=self.folder, check=False, capture_output=True).returncode  # noqa: S603, S607

    def decide(self, held: Opinion, before: str | None = None) -> None:
        version = version_of(Lines.read(statements_file(self.folder, "report")), held.key)
        write_entries(self.folder, "report", [Entry(held.key, held.reviewer, held, version, before)])

    def on_branch(self, name: str, change: Callable[[], None]) -> None:
        assert self.git("checkout", "-q", "-b", name, "main") == 0
        change()
        assert self.git("commit", "-qam", name) == 0
        assert self.git("checkout", "-q", "main") == 0

    def merge(self) -> int:
        """Merge both branches; tells how the second merge ended."""
        assert self.git("merge", "-q", "--no-edit", "one") == 0
        return self.git("merge", "-q", "--no-edit", "two")

    def held(self) -> set[tuple[str, str, Stance]]:
        return {(one.key, one.reviewer, one.stance) for one in read_review(self.folder).opinions["report"]}


@pytest.fixture
def union(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "corpus", UNION)


@pytest.fixture
def plain(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "corpus", "")


START = {(key, "anna", Stance.SUPPORTS) for key in ("1-a", "2-b", "3-c")}


def test_new_decisions_at_one_place_are_all_kept(union: Repository) -> None:
    union.on_branch("one", lambda: [union.decide(opinion("trust", f"4-{one}", "bo")) for one in "abc"] and None)
    union.on_branch("two", lambda: [union.decide(opinion("fish", f"5-{one}", "cy")) for one in "abc"] and None)
    assert union.merge() == 0
    new = {(f"{number}-{one}", who, Stance.SUPPORTS) for number, who in ((4, "bo"), (5, "cy")) for one in "abc"}
    assert union.held() == START | new


def test_second_opinions_on_one_statement_are_all_kept(union: Repository) -> None:
    union.on_branch("one", lambda: union.decide(opinion("clean water", "2-b", "bo", stance=Stance.OPPOSES)))
    union.on_branch("two", lambda: union.decide(opinion("clean water", "2-b", "cy", stance=Stance.NEUTRAL)))
    assert union.merge() == 0
    assert union.held() == START | {("2-b", "bo", Stance.OPPOSES), ("2-b", "cy", Stance.NEUTRAL)}


@pytest.mark.parametrize("who", ["anna", "bo"])
def test_a_changed_decision_beside_a_new_one_is_merged_whole(union: Repository, who: str) -> None:
    changed = opinion("clean water", "2-b", stance=Stance.OPPOSES, proposal="12345678", note="changed", decision=ReviewStatus.EDITED)
    union.on_branch("one", lambda: union.decide(changed))
    union.on_branch("two", lambda: union.decide(opinion("trust", "2-c", who), "3-c"))
    assert union.merge() == 0
    assert union.held() == START - {("2-b", "anna", Stance.SUPPORTS)} | {("2-b", "anna", Stance.OPPOSES), ("2-c", who, Stance.SUPPORTS)}


def test_changes_of_neighbouring_decisions_of_two_reviewers_are_merged(plain: Repository) -> None:
    plain.decide(opinion("clean water", "2-b", "bo"))
    plain.git("commit", "-qam", "second opinion")
    edited = {"stance": Stance.OPPOSES, "decision": ReviewStatus.EDITED, "proposal": "12345678", "position": "clean-water"}
    plain.on_branch("one", lambda: plain.decide(opinion("clean water", "2-b", "anna", **edited)))
    plain.on_branch("two", lambda: plain.decide(opinion("clean water", "2-b", "bo", **edited)))
    assert plain.merge() == 0
    assert {("2-b", "anna", Stance.OPPOSES), ("2-b", "bo", Stance.OPPOSES)} <= plain.held()


def test_decisions_at_different_places_are_merged_without_any_setting(plain: Repository) -> None:
    plain.on_branch("one", lambda: plain.decide(opinion("trust", "1-b", "bo"), "2-b"))
    plain.on_branch("two", lambda: plain.decide(opinion("fish", "2-c", "cy"), "3-c"))
    assert plain.merge() == 0
    assert plain.held() == START | {("1-b", "bo", Stance.SUPPORTS), ("2-c", "cy", Stance.SUPPORTS)}


def test_a_conflict_that_git_leaves_is_refused_with_its_lines_and_mended_by_removing_the_marks(plain: Repository) -> None:
    plain.on_branch("one", lambda: plain.decide(opinion("trust", "4-a", "bo")))
    plain.on_branch("two", lambda: plain.decide(opinion("fish", "4-b", "cy")))
    assert plain.merge() != 0
    with pytest.raises(CorpusError, match="a merge was left unfinished here"):
        read_review(plain.folder)
    with pytest.raises(CorpusError, match="a merge was left unfinished here"):
        plain.decide(opinion("late", "9-z"))
    file = statements_file(plain.folder, "report")
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    file.write_text("".join(line for line in file.read_text("utf-8").splitlines(keepends=True) if not line.startswith(marks)), "utf-8")
    assert plain.held() == START | {("4-a", "bo", Stance.SUPPORTS), ("4-b", "cy", Stance.SUPPORTS)}


def test_one_reviewer_deciding_twice_is_told_with_both_lines(union: Repository) -> None:
    held = opinion("clean water", "2-b")
    union.on_branch("one", lambda: union.decide(replace(held, stance=Stance.OPPOSES)))
    union.on_branch("two", lambda: union.decide(replace(held, stance=Stance.NEUTRAL)))
    assert union.merge() == 0
    with pytest.raises(CorpusError, match=r"line \d+: this says otherwise than line \d+ about 2-b\.anna\.stance"):
        union.held()
