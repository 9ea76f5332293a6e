"""``travaux review`` in the terminal and from scripts: what is asked, what is written, what is refused."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from travaux.cli import travaux
from travaux.cli.reviewing.screen import Screen, visible
from travaux.errors import CorpusError, FileError, ReviewError
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.build import build
from travaux.pipeline.desk import Item, open_desk
from travaux.pipeline.desk.deciding import rejecting
from travaux.reading.review.folder import read_review

ANNA = ("--reviewer", "Anna Muster")


def run(*arguments: str | Path, answers: str = "", env: dict[str, str] | None = None) -> Result:
    environment = {"COLUMNS": "100", "TRAVAUX_REVIEWER": "", **(env or {})}
    return CliRunner().invoke(travaux, ["review", *map(str, arguments)], input=answers, env=environment)


def talk(folder: Path, *answers: str, options: tuple[str, ...] = ANNA) -> str:
    done = run(folder, "--terminal", *options, answers="".join(f"{answer}\n" for answer in answers))
    assert done.exception is None, done.output
    return done.output


def items(folder: Path) -> dict[str, Item]:
    with open_desk(folder) as desk:
        return {str(item.fields["quote"]): item for item in desk.items()}


def opinions(folder: Path) -> dict[str, Opinion]:
    """The opinions on the report, by quote and reviewer."""
    held = read_review(folder).opinions.get("first", ())
    return {f"{one.quote} ({one.reviewer})": one for one in held}


def retype(folder: Path, *words: str) -> None:
    """Type a report again, with other words for each first of two."""
    file = folder.parent / "first.txt"
    text = (folder / "documents" / "first.txt").read_text("utf-8")
    for old, new in zip(words[::2], words[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    done = CliRunner().invoke(travaux, ["add", str(file), "--corpus", str(folder), "--update"])
    assert done.exit_code == 0, done.output


def test_a_statement_is_shown_with_its_words_marked_by_signs(lakes: Path) -> None:
    shown = " ".join(talk(lakes, "q").split())
    assert "{several speakers} /stressed/ >>the need for regular measurements<< and welcomed" in shown
    assert "claim Regular measurements are needed." in shown
    assert "\x1b" not in shown
    assert shown.endswith("Nothing was decided.")


def test_accept_reject_and_edit_write_what_was_meant(lakes: Path) -> None:
    told = talk(lakes, "a fits", "r no stance", "e", "stance = opp", "themes =", "why = as it is put", "done")
    held = opinions(lakes)
    accepted = held["the need for regular measurements (anna-muster)"]
    rejected = held["the registry of lakes (anna-muster)"]
    edited = held["the importance of clean water (anna-muster)"]
    assert (accepted.decision, accepted.why) == (ReviewStatus.ACCEPTED, "fits")
    assert (rejected.decision, rejected.why) == (ReviewStatus.REJECTED, "no stance")
    assert (edited.decision, edited.stance, edited.why) == (ReviewStatus.EDITED, "opposes", "as it is put")
    assert "Kept: 3 decisions of this session. Into the graph: travaux build" in told
    assert "anna-muster.name = " in (lakes / "review" / "reviewers.toml").read_text("utf-8")


WRONG = (
    ("stance = favours", "The stance is one of: supports"),
    ("prevalence = s", "'s' may be some or several"),
    ("stanse = supports", "Did you mean stance?"),
    ("quote = the need for regular measures", "The nearest words there: the need for regular measurements"),
    ("cue = shouted", "these words do not stand in paragraph 2"),
    ("claim =", "a statement needs its claim"),
    ("paragraph = 55", "The nearest: 5"),
    ("themes = measurement", "there is no theme 'measurement' The nearest: measurements"),
    ("questions = 7", "there is no question '7'"),
    ("actors = Norwey", "there is no actor 'Norwey' The nearest: Norway"),
    ("position = nowhere", "there is no position 'nowhere'"),
    ("settles = perhaps", "neither yes nor no"),
    ("provisions = [1, 2]", "provisions are words"),
    ("provisions = [article 5", "the list of provisions cannot be read"),
    ("gibberish", "is no field with a value"),
)
"""What is typed and what is said of it."""


def test_a_wrong_field_is_refused_in_plain_words(lakes: Path) -> None:
    told = " ".join(talk(lakes, "e", *(line for line, _ in WRONG), "changes = drop article 5", "done", "cancel").split())
    after = [part.removeprefix(line).replace("hint: ", "") for part, (line, _) in zip(told.split("edit> ")[1:], WRONG, strict=False)]
    assert [said for said, (_, wanted) in zip(after, WRONG, strict=True) if wanted not in said] == []
    assert "is no change of a text" in told
    assert opinions(lakes) == {}


def test_names_of_the_thesaurus_the_questions_and_the_treaty_are_taken(lakes: Path) -> None:
    shown = " ".join(talk(lakes, "q").split())
    assert "linked because theme measurements: says “regular measurements”" in shown
    fields = ("themes = boats, measurements", "questions = 2", "provisions = article 7", "actors = norway")
    talk(lakes, "e", *fields, "done")
    (edited,) = opinions(lakes).values()
    assert (edited.themes, edited.questions) == (("boats", "measurements"), ("2",))
    assert (edited.provisions, edited.actors) == (("article 7",), ("norway",))
    done = run(lakes, "--edit", edited.key, "--set", "themes=measurements", *ANNA)
    assert done.exit_code == 0, done.output
    assert [one.themes for one in opinions(lakes).values()] == [("measurements",)]


def test_a_form_that_was_not_changed_accepts_what_was_proposed(lakes: Path) -> None:
    talk(lakes, "e", "done", "e", "claim = Lakes are registered.", "done")
    assert [one.decision for one in opinions(lakes).values()] == [ReviewStatus.ACCEPTED, ReviewStatus.EDITED]


def test_what_somebody_else_has_decided_about_is_not_merged_away(lakes: Path) -> None:
    every = items(lakes)
    key, mate = every["the need for regular measurements"].key, every["the registry of lakes"].key
    assert run(lakes, "--accept", mate, "--reviewer", "Ben").exit_code == 0
    told = " ".join(talk(lakes, f"g {key}", "m", "q").split())
    assert f"another reviewer has decided about {mate}, the next statement of this sentence" in told
    assert "Merge them after that decision was taken back, or edit this one." in told
    assert [one.reviewer for one in opinions(lakes).values()] == ["ben"]


def test_what_somebody_else_decides_while_two_are_merged_is_kept(lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = items(lakes)
    _meanwhile(monkeypatch, lakes, every["the registry of lakes"].key, at=2)
    told = " ".join(talk(lakes, f"g {every['the need for regular measurements'].key}", "m", "done", "done", "cancel").split())
    assert "somebody has decided" in told
    assert "another reviewer has decided" in told
    assert [one.reviewer for one in opinions(lakes).values()] == ["ben-beispiel"]


def test_words_are_found_however_they_are_typed_and_lists_by_commas(lakes: Path) -> None:
    talk(lakes, "e", "quote = THE NEED for  regular measurements", "provisions = article 5, article 7", "act = call for", "done")
    edited = opinions(lakes)["the need for regular measurements (anna-muster)"]
    assert (edited.provisions, edited.act) == (("article 5", "article 7"), "call-for")


def test_a_quote_that_stands_twice_is_kept_with_the_words_before_it(lakes: Path) -> None:
    retype(lakes, "questioned article 9", "questioned article 7, and many supported article 7")
    folder_items = [item for item in _every(lakes) if item.fields["quote"] == "article 7"]
    assert len(folder_items) > 1
    for item in folder_items:
        assert run(lakes, "--accept", item.key, *ANNA).exit_code == 0
    now = {item.key: item for item in _every(lakes)}
    assert [now[item.key].quote for item in folder_items] == [item.quote for item in folder_items]
    assert all(now[item.key].state == "decided" for item in folder_items)


def _every(folder: Path) -> tuple[Item, ...]:
    with open_desk(folder) as desk:
        return desk.items()


def test_undo_restores_the_file_to_the_byte(lakes: Path) -> None:
    talk(lakes, "a", "a", "a")
    file = lakes / "review" / "statements" / "first.toml"
    before = file.read_bytes()
    decided = items(lakes)["the registry of lakes"].key
    every = ("--state", "undecided", "--state", "decided", *ANNA)
    told = talk(lakes, f"g {decided}", "r not so", "r neither", f"g {decided}", "w another", "u", "u", "u", "u", options=every)
    assert file.read_bytes() == before
    assert told.count("Undone: ") == 3
    assert "Nothing has been decided in this session." in told


def test_a_statement_is_split_and_the_parts_take_its_place(lakes: Path) -> None:
    key = items(lakes)["the importance of clean water"].key
    told = talk(lakes, f"g {key}", "s", "the importance", "nonsense of clean", "of clean water", "", "done", "claim = Water.", "done")
    held = opinions(lakes)
    parts = [held[f"{quote} (anna-muster)"] for quote in ("the importance", "of clean water")]
    assert [part.decision for part in parts] == [ReviewStatus.SPLIT] * 2
    assert [part.replaces for part in parts] == [("the importance of clean water",)] * 2
    assert parts[0].key == key
    assert parts[1].claim == "Water."
    assert "these words do not stand in paragraph 3" in told
    assert "the importance of clean water" not in items(lakes)
    assert build(lakes).counts["Statement"] == len(items(lakes))


def test_a_split_is_undone_as_a_whole(lakes: Path) -> None:
    before = set(items(lakes))
    talk(lakes, "s", "the need", "regular measurements", "", "done", "done", "u")
    assert opinions(lakes) == {}
    assert set(items(lakes)) == before


def test_two_statements_of_a_sentence_are_merged(lakes: Path) -> None:
    key = items(lakes)["the need for regular measurements"].key
    talk(lakes, f"g {key}", "m", "claim = Measurements and a registry are wanted.", "done")
    (merged,) = opinions(lakes).values()
    assert merged.decision is ReviewStatus.MERGED
    assert merged.quote == "the need for regular measurements and welcomed the registry of lakes"
    assert "the registry of lakes" not in items(lakes)
    told = talk(lakes, f"g {items(lakes)['article 7'].key}", "m", "q")
    assert "no further statement in this sentence" in told


def test_a_statement_is_added_with_its_fields(lakes: Path) -> None:
    fields = ("cue = opened", "act = observe", "stance = neutral", "speaker = the chair", "speaker kind = named", "claim = It was opened.")
    told = talk(lakes, "+ 1", "The workshop", "done", *fields, "done")
    assert "still missing: speaker kind, cue, act, stance, claim" in told
    (added,) = opinions(lakes).values()
    assert (added.decision, added.paragraph, added.speaker) == (ReviewStatus.ADDED, "1", "the Chair")


def test_answers_that_end_anywhere_lose_nothing_that_was_written(lakes: Path) -> None:
    answers = ["a", "e", "stance = neutral", "done", "s", "the importance", "of clean", "", "done"]
    for number in (0, 1, 4, 6, 9):
        told = talk(lakes, *answers[:number], options=("--reviewer", f"Reviewer {number}", "--state", "undecided"))
        held = [one for one in opinions(lakes).values() if one.reviewer == f"reviewer-{number}"]
        assert len(held) == told.count("Written: ")
        assert told.rstrip().endswith("Nothing was decided.") == (not held)


def test_what_somebody_else_decides_meanwhile_is_shown_and_not_overwritten(lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = items(lakes)["the need for regular measurements"].key
    _meanwhile(monkeypatch, lakes, key, at=2)
    told = talk(lakes, "e", "stance = neutral", "done", "done")
    assert "somebody has decided" in told
    assert "Ben Beispiel" in told
    held = opinions(lakes)
    assert held["the need for regular measurements (ben-beispiel)"].why == "seen first"
    assert held["the need for regular measurements (anna-muster)"].stance == "neutral"


def _meanwhile(monkeypatch: pytest.MonkeyPatch, folder: Path, key: str, *, at: int) -> None:
    """Let another reviewer decide when a reviewer is asked for the answer number ``at`` (from 0)."""
    ask, asked = Screen.ask, list[str]()

    def with_another(self: Screen, prompt: str) -> str:
        if len(asked) == at:
            with open_desk(folder) as desk:
                desk.decide(desk.sign_in("Ben Beispiel"), "first", [rejecting(desk.item("first", key), "ben-beispiel", "seen first")])
        asked.append(prompt)
        return ask(self, prompt)

    monkeypatch.setattr(Screen, "ask", with_another)


def test_a_dispute_is_shown_and_settled(lakes: Path) -> None:
    key = items(lakes)["the need for regular measurements"].key
    assert run(lakes, "--accept", key, *ANNA).exit_code == 0
    assert run(lakes, "--reject", key, "--reviewer", "Ben", "--why", "no need").exit_code == 0
    told = talk(lakes, f"g {key}", "e", "settles = yes", "done", options=("--reviewer", "Carla", "--state", "disputed"))
    assert "Why: no need" in " ".join(told.split())
    with open_desk(lakes) as desk:
        item = desk.item("first", key)
    assert item.state == "decided"
    assert item.opinion is not None
    assert item.opinion.reviewer == "carla"


def test_a_decision_whose_words_moved_is_taken_again_at_its_place(lakes: Path) -> None:
    key = items(lakes)["article 7"].key
    assert run(lakes, "--accept", key, *ANNA).exit_code == 0
    retype(lakes, "4. A few", "4. Something new.\n5. A few", "5. The rep", "6. The rep")
    assert "moved from paragraph 4 to 5" in run(lakes, "--status").output
    assert run(lakes, "--accept", key, *ANNA).exit_code == 0
    assert "moved" not in run(lakes, "--status").output


def test_a_lost_decision_is_reported_and_taken_back_only_by_its_reviewer(lakes: Path) -> None:
    key = items(lakes)["the registry of lakes"].key
    assert run(lakes, "--accept", key, *ANNA).exit_code == 0
    retype(lakes, "the registry of lakes", "a list of everything that swims")
    status = json.loads(run(lakes, "--status", "--format", "json").output)
    assert [(one["key"], one["event"]) for one in status["remarks"]] == [(key, "unplaced")]
    assert "not yours to take back" in talk(lakes, f"g {key}", "r", options=("--reviewer", "Ben"))
    assert len(opinions(lakes)) == 1
    assert "taken back" in talk(lakes, f"g {key}", "r")
    assert opinions(lakes) == {}


def test_status_counts_and_scripts_decide(lakes: Path) -> None:
    every = items(lakes)
    first, second, third = (every[quote].key for quote in ("article 7", "new levies", "motor boats"))
    done = run(lakes, "--accept", first, "--reject", second, "--edit", third, "--set", "stance=neutral", "--why", "so", *ANNA)
    assert done.exit_code == 0, done.output
    assert f"first, {third}: edited" in done.output
    assert {one.why for one in opinions(lakes).values()} == {"so"}
    status = json.loads(run(lakes, "--status", "--format", "json").output)
    assert status["documents"][0]["decided"] == 3
    assert status["documents"][0]["all"] == len(every)
    assert sum(row["all"] for row in status["rules"]) == len(every)
    assert f"3 of {len(every)} statements decided" in run(lakes, "--status").output


def test_a_script_with_one_mistake_decides_nothing(lakes: Path) -> None:
    key = items(lakes)["article 7"].key
    for mistake in (("--accept", "9-none"), ("--edit", items(lakes)["new levies"].key, "--set", "quote=old taxes")):
        done = run(lakes, "--accept", key, *mistake, *ANNA)
        assert isinstance(done.exception, ReviewError)
    assert opinions(lakes) == {}


@pytest.mark.parametrize(
    "options",
    [
        ("--terminal", "--status"),
        ("--status", "--accept", "x"),
        ("--edit", "x"),
        ("--set", "stance=neutral"),
        ("--accept", "x", "--reject", "x"),
        ("--why", "so"),
        ("--rule", "x"),
        ("--document", "first"),
        ("--accept", "x"),
        ("--below", "2", "--status"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, *options).exit_code == 2


def test_filters_choose_what_is_reviewed(lakes: Path) -> None:
    assert "1 to review" in talk(lakes, options=("--words", "registry", *ANNA))
    assert "Nothing to review here" in talk(lakes, options=("--below", "0.1", *ANNA))
    assert isinstance(run(lakes, "--terminal", "--document", "frist", *ANNA).exception, ReviewError)
    assert isinstance(run(lakes, "--terminal", "--rule", "active: stres", *ANNA).exception, ReviewError)


def test_the_reviewer_is_named_by_the_environment_or_asked(lakes: Path) -> None:
    done = run(lakes, "--terminal", answers="a\n", env={"TRAVAUX_REVIEWER": "Carla"})
    assert done.exit_code == 0
    run(lakes, "--terminal", answers="\na\n", env={"USER": "dora"})
    run(lakes, "--terminal", answers="??\nEmil\na\n")
    assert {one.reviewer for one in opinions(lakes).values()} == {"carla", "dora", "emil"}
    assert run(lakes, "--terminal", answers="").output.rstrip().endswith("Nothing was decided.")


def test_a_corpus_without_reports_has_nothing_to_review(tmp_path: Path) -> None:
    CliRunner().invoke(travaux, ["new", str(tmp_path / "empty"), "--title", "Empty"])
    done = run(tmp_path / "empty", "--terminal")
    assert isinstance(done.exception, ReviewError)
    assert "no reports" in str(done.exception)


def test_a_review_that_cannot_be_written_is_told_and_nothing_is_lost(lakes: Path) -> None:
    key = items(lakes)["article 7"].key
    (lakes / "review" / ".lock").mkdir(parents=True)
    (lakes / "review" / "reviewers.toml").write_text('anna-muster.name = "Anna Muster"\n', "utf-8")
    told = talk(lakes, "a", "q")
    assert "the review cannot be written" in " ".join(told.split())
    assert told.rstrip().endswith("Nothing was decided.")
    assert isinstance(run(lakes, "--accept", key, *ANNA).exception, FileError)


def test_a_broken_review_file_is_named_with_its_line(lakes: Path) -> None:
    talk(lakes, "a")
    file = lakes / "review" / "statements" / "first.toml"
    file.write_text(file.read_text("utf-8") + "<<<<<<< mine\n", "utf-8")
    done = run(lakes, "--terminal", *ANNA)
    assert isinstance(done.exception, CorpusError)
    assert "a merge was left unfinished here" in str(done.exception)


def test_without_a_choice_the_page_is_served(lakes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    served: list[Any] = []
    web = ModuleType("travaux.web.review")
    vars(web)["serve_review"] = lambda desk, **options: served.append((desk.corpus.name, options))
    monkeypatch.setitem(sys.modules, "travaux.web.review", web)
    assert run(lakes, "--no-open", "--port", "0", "--token", "secret", *ANNA).exit_code == 0
    (name, options), *others = served
    tell = options.pop("opened")
    assert (name, options, others) == ("mountain-lakes", {"host": "127.0.0.1", "port": 0, "token": "secret", "reviewer": "Anna Muster"}, [])
    tell("http://127.0.0.1:8765/", writing=False)
    assert "http://127.0.0.1:8765/" in capsys.readouterr().out


def test_a_build_and_a_check_say_what_the_review_did(lakes: Path) -> None:
    runner = CliRunner()
    assert "Review:" not in runner.invoke(travaux, ["build", str(lakes)]).output
    every = items(lakes)
    run(lakes, "--accept", every["the registry of lakes"].key, "--accept", every["article 7"].key, *ANNA)
    retype(lakes, "the registry of lakes", "a list of everything that swims")
    built = runner.invoke(travaux, ["build", str(lakes)]).output
    statements = len(items(lakes)) - 1
    assert f"Review: 1 of {statements} statements decided; 1 lost its place: travaux review --status" in built
    assert f"Review: 1 of {statements} statements decided" in runner.invoke(travaux, ["build", str(lakes)]).output
    checked = runner.invoke(travaux, ["check", str(lakes)])
    assert "1 remark on the review: travaux review --status\n  warning: unplaced, first, " in checked.output


def test_steering_characters_of_a_report_do_not_reach_the_terminal() -> None:
    assert visible("a\x1b[2Jb\x9bc\nd") == "a [2Jb c d"
    assert visible("a\u202eb\u2066c\u200fd") == "a b c d"
    assert visible("soft\u00adhyphen") == "soft\u00adhyphen"


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_is_for_terminals_that_have_it(env: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    for name, value in {"TERM": "xterm-256color", "NO_COLOR": "", **env}.items():
        monkeypatch.setitem(os.environ, name, value)
    written: list[str] = []
    screen = SimpleNamespace(isatty=lambda: True, write=written.append, flush=lambda: None, encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    Screen().show("hello", style="bold")
    assert ("\x1b" in "".join(written)) == coloured


def test_what_one_rejects_another_accepts_as_it_was_proposed(lakes: Path) -> None:
    key = items(lakes)["article 7"].key
    assert run(lakes, "--reject", key, "--reviewer", "Anna").exit_code == 0
    assert run(lakes, "--accept", key, "--reviewer", "Ben").exit_code == 0
    assert {one.reviewer: one.decision.value for one in opinions(lakes).values()} == {"anna": "rejected", "ben": "accepted"}
