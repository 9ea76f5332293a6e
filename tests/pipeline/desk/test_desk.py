from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from desks import REPORT, draft_of
from travaux.errors import ConflictError, CorpusError, ReviewError
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk import OPEN, UNWRITTEN, Desk, Draft, Earlier, Filter, State, open_desk
from travaux.reading.review.folder import read_review, statements_file, to_fields

ACCEPTED, EDITED, REJECTED = ReviewStatus.ACCEPTED, ReviewStatus.EDITED, ReviewStatus.REJECTED


def test_every_proposal_is_an_item_in_the_order_of_the_text(desk: Desk) -> None:
    items = desk.items()
    assert len(items) == 12
    assert [item.quote for item in items] == sorted(item.quote for item in items if item.quote)
    assert {item.state for item in items} == {State.UNDECIDED}


def test_a_decision_is_in_the_file_and_seen_by_another_desk(desk: Desk, lakes: Path) -> None:
    item = desk.items()[0]
    (written,) = desk.decide("anna", REPORT, [draft_of(item, why="plain")])
    assert written.state is State.DECIDED
    (opinion,) = read_review(lakes).opinions[REPORT]
    assert (opinion.reviewer, opinion.decision, opinion.why, opinion.quote) == ("anna", ACCEPTED, "plain", item.fields["quote"])
    with open_desk(lakes) as other:
        assert other.item(REPORT, item.key).version == written.version


def test_what_another_process_writes_is_seen(desk: Desk, lakes: Path) -> None:
    item = desk.items()[3]
    before = desk.stamp
    with open_desk(lakes) as other:
        other.decide("ben", REPORT, [draft_of(item, REJECTED)])
    assert desk.stamp != before
    assert desk.item(REPORT, item.key).opinion is not None


def test_a_proposal_that_was_narrowed_is_not_proposed_again(desk: Desk) -> None:
    item = desk.items()[0]
    quote = str(item.fields["quote"])
    words = quote.rpartition(" ")[2]
    assert 2 * len(words) < len(quote)
    (written,) = desk.decide("anna", REPORT, [draft_of(item, EDITED, quote=words)])
    assert written.opinion is not None
    assert written.opinion.replaces == (quote,)
    assert [one.rule for one in written.proposals] == [written.opinion.rule] == [item.rule]
    assert len(desk.items()) == 12


def test_nobody_overwrites_what_was_not_seen(desk: Desk) -> None:
    item = desk.items()[0]
    desk.decide("anna", REPORT, [draft_of(item)])
    with pytest.raises(ConflictError):
        desk.decide("ben", REPORT, [draft_of(item, REJECTED)])
    assert [one.reviewer for one in desk.item(REPORT, item.key).opinions] == ["anna"]


def test_several_decisions_are_written_together_or_not_at_all(desk: Desk) -> None:
    first, second = desk.items()[:2]
    wrong = draft_of(second, EDITED, quote="words that stand nowhere in any report on lakes")
    with pytest.raises(ReviewError, match="not certain where"):
        desk.decide("anna", REPORT, [draft_of(first), wrong])
    assert not desk.review.opinions.get(REPORT)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"stance": "loud"}, "stance"),
        ({"cue": "xyzzyx"}, "cue"),
        ({"themes": ["nothing-of-that-name"]}, "theme"),
        ({"position": "nothing-of-that-name"}, "position"),
        ({"claim": "control \x00 character"}, "claim"),
        ({"paragraph": "99"}, "paragraph"),
        ({"unknown": "field"}, "unknown"),
    ],
)
def test_what_cannot_be_kept_is_told_and_not_written(desk: Desk, changed: dict[str, Any], told: str) -> None:
    with pytest.raises(ReviewError, match=told):
        desk.decide("anna", REPORT, [draft_of(desk.items()[0], EDITED, **changed)])
    assert not desk.review.opinions.get(REPORT)


def test_a_key_that_is_no_item_is_refused(desk: Desk) -> None:
    draft = Draft(key='x.anna.y = "z"\n', expected=UNWRITTEN, decision=ACCEPTED, fields=desk.items()[0].fields)
    with pytest.raises(ReviewError, match="there is no statement"):
        desk.decide("anna", REPORT, [draft])
    with pytest.raises(ReviewError, match="there is no statement"):
        desk.restore("anna", REPORT, [Earlier(key="a\nb", expected=UNWRITTEN, fields=None)])


def test_what_was_held_before_is_restored_to_the_letter(desk: Desk, lakes: Path) -> None:
    item = desk.items()[0]
    desk.decide("anna", REPORT, [draft_of(item, why="first")])
    (before,) = read_review(lakes).opinions[REPORT]
    written = desk.replace("anna", REPORT, [draft_of(desk.item(REPORT, item.key), REJECTED, why="second")])
    ((key, version, held),) = written.before
    assert held == before
    fields = {**to_fields(before)}
    desk.restore("anna", REPORT, [Earlier(key=key, expected=version, fields=fields)])
    assert read_review(lakes).opinions[REPORT] == (before,)


def test_nothing_is_left_of_a_first_decision_that_is_undone(desk: Desk, lakes: Path) -> None:
    item = desk.items()[0]
    ((key, version, held),) = desk.replace("anna", REPORT, [draft_of(item)]).before
    assert held is None
    (again,) = desk.restore("anna", REPORT, [Earlier(key=key, expected=version, fields=None)])
    assert (again.state, again.key, again.version) == (State.UNDECIDED, item.key, UNWRITTEN)
    assert not statements_file(lakes, REPORT).read_text(encoding="utf-8").strip()


def test_a_split_holds_the_proposal_and_its_undo_gives_it_back(desk: Desk) -> None:
    item = desk.items()[0]
    quote = str(item.fields["quote"])
    first, second = quote.split(" should ")
    halves = [
        draft_of(item, ReviewStatus.SPLIT, quote=first, replaces=[quote]),
        Draft(key=None, expected=UNWRITTEN, decision=ReviewStatus.SPLIT, fields={**item.fields, "quote": second}),
    ]
    written = desk.replace("anna", REPORT, halves)
    assert {one.state for one in written.items} == {State.DECIDED}
    assert [one.state for one in desk.items()].count(State.UNDECIDED) == 11
    desk.restore("anna", REPORT, [Earlier(key=key, expected=version, fields=None) for key, version, _ in written.before])
    assert {one.state for one in desk.items()} == {State.UNDECIDED}
    assert len(desk.items()) == 12


def test_what_is_added_twice_is_told(desk: Desk) -> None:
    item = desk.items()[0]
    fields = {**item.fields, "quote": str(item.fields["quote"]).removeprefix("the ")}
    added = Draft(key=None, expected=UNWRITTEN, decision=ReviewStatus.ADDED, fields=fields)
    desk.decide("anna", REPORT, [added])
    with pytest.raises(ConflictError, match="already"):
        desk.decide("ben", REPORT, [added])


def test_words_that_stand_twice_are_told_apart_by_the_words_before_them(desk: Desk) -> None:
    item = desk.items()[1]
    (written,) = desk.decide("anna", REPORT, [draft_of(item, EDITED, quote="should be kept")])
    assert written.paragraph == item.paragraph
    assert written.sentence == item.sentence


def test_a_named_position_counts_at_once(desk: Desk) -> None:
    item = desk.items()[0]
    key = desk.add_position("anna", "Lakes are to be kept.")
    (written,) = desk.decide("anna", REPORT, [draft_of(item, EDITED, position=key)])
    assert written.state is State.DECIDED
    assert written.notices == ()
    assert desk.positions() == {key: "Lakes are to be kept."}


def test_two_who_disagree_are_a_dispute_until_one_settles_it(desk: Desk) -> None:
    item = desk.items()[0]
    desk.decide("anna", REPORT, [draft_of(item)])
    (disputed,) = desk.decide("ben", REPORT, [draft_of(desk.item(REPORT, item.key), EDITED, stance="opposes")])
    assert disputed.state is State.DISPUTED
    (settled,) = desk.decide("anna", REPORT, [draft_of(disputed, EDITED, stance="opposes", settles=True)])
    assert settled.state is State.DECIDED


def test_filters_narrow_what_is_shown(desk: Desk) -> None:
    item = desk.items()[0]
    desk.decide("anna", REPORT, [draft_of(item)])
    assert [one.key for one in desk.items(Filter(states=frozenset({State.DECIDED})))] == [item.key]
    assert len(desk.items(Filter(states=OPEN))) == 11
    assert [one.key for one in desk.items(Filter(words=item.words[:30].upper()))] == [item.key]
    assert desk.items(Filter(document="none")) == ()


@pytest.mark.parametrize("name", ["", "   ", "-", "a\nb", "a" * 81, " anna", "\x00anna"])
def test_a_name_that_cannot_be_kept_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(ReviewError):
        desk.sign_in(name)


def test_a_full_name_is_kept_once(desk: Desk) -> None:
    assert desk.sign_in("Zoë D'Arc") == desk.sign_in("Zoë D'Arc")
    assert [table.name for table in desk.review.reviewers.values()] == ["Zoë D'Arc"]


def test_mistakes_in_the_files_are_told_until_they_are_mended(desk: Desk, lakes: Path) -> None:
    item = desk.items()[0]
    desk.decide("anna", REPORT, [draft_of(item)])
    file = statements_file(lakes, REPORT)
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole + "<<<<<<< ours\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="merge"):
        desk.items()
    file.write_text(whole + f'{item.key}.anna.stance = "opposes"\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="otherwise"):
        desk.items()
    file.write_text(whole, encoding="utf-8")
    assert desk.item(REPORT, item.key).state is State.DECIDED


@pytest.mark.measure
def test_a_decision_takes_little_time(desk: Desk) -> None:
    taken = []
    for item in desk.items():
        before = time.process_time()
        desk.decide("anna", REPORT, [draft_of(item)])
        taken.append(time.process_time() - before)
    assert sorted(taken)[len(taken) // 2] < 0.05


def test_a_decision_that_has_moved_is_judged_beside_all_others(lakes: Path) -> None:
    with open_desk(lakes) as desk:
        for item in desk.items()[:6]:
            desk.decide("anna", REPORT, [draft_of(item)])
        moved = desk.items()[0].key
    file = statements_file(lakes, REPORT)
    file.write_text(
        file.read_text(encoding="utf-8").replace(f'{moved}.anna.paragraph = "1"', f'{moved}.anna.paragraph = "4"'), encoding="utf-8"
    )
    with open_desk(lakes) as desk:
        assert [one.event.value for one in desk.item(REPORT, moved).notices] == ["moved"]
        report = desk.report(REPORT)
        whole = report.replay.over(report.proposals, desk.review.opinions[REPORT])
        assert {one.judged.opinion.key: one.judged for one in report.items if one.judged} == {one.opinion.key: one for one in whole.judged}


def test_of_two_who_decide_within_one_second_the_later_counts(desk: Desk) -> None:
    key = desk.items()[0].key
    for reviewer, decision in (
        ("bo", REJECTED),
        ("anna", ACCEPTED),
        ("bo", ACCEPTED),
        ("cy", REJECTED),
    ):
        desk.decide(reviewer, REPORT, [draft_of(desk.item(REPORT, key), decision)])
        opinion = desk.item(REPORT, key).opinion
        assert opinion is not None
        assert (opinion.reviewer, opinion.decision) == (reviewer, decision)


def test_a_decision_keeps_the_rule_of_its_proposal(desk: Desk) -> None:
    item = desk.items()[0]
    (decided,) = desk.decide("anna", REPORT, [draft_of(item, ACCEPTED)])
    assert decided.opinion is not None
    assert decided.opinion.rule == item.rule != "reviewer"
