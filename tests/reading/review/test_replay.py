"""Decisions survive better extractors and re-typed documents; what is not certain is reported and never put in another's place."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decided import AT, Report, opinion
from travaux.model.identity import identifier
from travaux.model.review import BY_HAND, UNKNOWN_RULE, Opinion
from travaux.model.schemes import ReviewStatus, Stance
from travaux.reading.review.disputes import choose
from travaux.reading.review.notices import Event
from travaux.reading.review.proposals import fingerprint
from travaux.reading.review.replay import Replayed
from travaux.reading.review.terms import Terms

LONG = "the need for safeguards that protect the privacy of users, as set out in article 24 of the draft"
TEXT = f"""1. Several speakers stressed {LONG}. Many speakers stressed proportionality.

2. Some speakers noted “the **narrow** scope” of articles 6–16. They stressed that it should not cover all offences committed online.

3. One speaker stressed proportionality and welcomed proportionality. Others supported the principle of legality and the rule of law.
"""
OTHER = "Two speakers stressed the role of lakes and of the people who live around them in all regions of the world."


def events(replayed: Replayed) -> list[tuple[Event, str]]:
    return [(one.event, one.key) for one in replayed.notices]


def retyped(*changes: tuple[str, str], text: str = TEXT) -> Report:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Report.of(text)


# (b) A document that was typed again.


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        (LONG, (("users, as", "users as"), ("article 24", "ARTICLE 24"))),
        (LONG, (("safeguards", "safegaurds"), ("privacy", "privcy"), ("users", "user"))),
        (LONG, (("the need for safeguards that", "the necessity of safeguards which"),)),
        (LONG, (("safeguards that protect", "safeguards that fully protect"), ("draft", "text"))),
        ("“the **narrow** scope” of articles 6–16", (("“the **narrow** scope”", '"the narrow scope"'), ("6–16", "6 - 16"))),
        ("proportionality", (("Many speakers stressed proportionality", "Many  speakers\nstressed Proportionality"),)),
    ],
)
def test_a_quote_is_found_in_a_document_that_was_typed_again(quote: str, changes: tuple[tuple[str, str], ...]) -> None:
    paragraph, cue = ("2", "noted") if "scope" in quote else ("1", "stressed")
    held = opinion(quote, paragraph=paragraph, cue=cue)
    report = retyped(*changes)
    assert report.paragraph(held) == paragraph
    assert [event for event, _ in events(report.over((), held))] == [Event.REWORDED]


def test_other_line_breaks_are_no_remark() -> None:
    held = opinion(LONG, paragraph="1", cue="stressed")
    report = retyped(("that protect the privacy", "that protect\nthe   privacy"))
    assert report.paragraph(held) == "1"
    assert events(report.over((), held)) == []


def test_words_put_in_or_left_out_do_not_cut_the_quote_short() -> None:
    report = retyped(("safeguards that protect", "safeguards that fully and at all times protect"))
    found = report.quotes(opinion(LONG))["1-a"]
    assert found is not None
    assert (found.split()[0], found.split()[-1]) == ("the", "draft")


def test_a_cue_with_a_slip_is_found_and_one_with_another_meaning_is_not() -> None:
    held = opinion(LONG)
    slip = retyped(("speakers stressed the need", "speakers stresed the need"), (". Many speakers stressed proportionality", ""))
    assert slip.over((), held).statements[0].cue == "stresed"
    other = retyped(("stressed", "doubted"))
    assert events(other.over((), held)) == [(Event.UNPLACED, "1-a")]


@pytest.mark.parametrize(
    "changes",
    [
        (("article 24", "article 42"),),
        (("the need for", "not the need for"),),
        (("that protect", "that do not protect"),),
        ((LONG, OTHER),),
    ],
)
def test_other_words_are_not_taken_for_the_quote(changes: tuple[tuple[str, str], ...]) -> None:
    held = opinion(LONG)
    report = retyped(*changes)
    replayed = report.over((), held)
    if "not the need" in changes[0][1]:
        assert replayed.statements[0].span.quote == LONG  # What stands before it is not part of the quote.
    else:
        assert replayed.statements == ()
        assert events(replayed) == [(Event.UNPLACED, "1-a")]


# (c) Paragraphs that have other numbers now, (d) short quotes that stand several times.


def test_decisions_move_with_their_paragraph_when_one_is_put_before_it() -> None:
    moved = f"1. {OTHER} Many speakers stressed proportionality.\n\n" + TEXT.replace("3. One", "4. One").replace(
        "2. Some", "3. Some"
    ).replace("1. Several", "2. Several")
    held = [opinion(LONG), opinion("proportionality", "1-b")]
    replayed = Report.of(moved).over((), *held)
    assert {one.paragraph.rsplit("/", 1)[1] for one in replayed.statements} == {"2"}
    assert events(replayed) == [(Event.MOVED, "1-a"), (Event.MOVED, "1-b")]


def test_paragraphs_in_another_order_keep_their_decisions() -> None:
    first, second, third = TEXT.strip().split("\n\n")
    turned = "\n\n".join([third.replace("3. ", "1. "), second, first.replace("1. ", "3. ")])
    held = [opinion(LONG), opinion("proportionality", "1-b"), opinion("proportionality", "3-a", paragraph="3", context="and welcomed")]
    replayed = Report.of(turned).over((), *held)
    places = {one.id.rsplit("/", 1)[1]: one.paragraph.rsplit("/", 1)[1] for one in replayed.statements}
    assert places == {"1-a": "3", "1-b": "3", "3-a": "1"}


def test_a_short_quote_is_told_by_its_context_or_its_cue_and_else_is_lost() -> None:
    report = Report.of(TEXT)
    second = TEXT.index("proportionality", TEXT.index("welcomed"))
    for fields in ({"context": "and welcomed"}, {"context": "and  Wellcomed"}):
        (statement,) = report.over((), opinion("proportionality", paragraph="3", **fields)).statements
        assert statement.span.start == second
    assert report.quotes(opinion("proportionality", paragraph="3")) == {"1-a": None}


@pytest.mark.parametrize("gone", ["proportionality", "Many speakers stressed proportionality."])
def test_a_short_quote_whose_sentence_is_gone_is_not_found_in_another_paragraph(gone: str) -> None:
    report = retyped(
        (f". {gone}" if "Many" in gone else f"Many speakers stressed {gone}", ""), text=TEXT.replace("and welcomed proportionality", "")
    )
    held = opinion("proportionality", speaker="Many speakers")
    assert events(report.over((), held)) == [(Event.UNPLACED, "1-a")]


def test_a_place_that_another_decision_has_is_not_given_twice() -> None:
    one = "1. Speakers stressed the protection of clean water in mountain lakes.\n\n"
    two = "2. Speakers stressed the protection of clean water in mountain lake.\n"
    first, second = (
        opinion("the protection of clean water in mountain lakes"),
        opinion("the protection of clean water in mountain lake", "2-a", paragraph="2"),
    )
    assert None not in Report.of(one + two).quotes(first, second).values()
    replayed = Report.of(two.replace("2. ", "1. ")).over((), first, second)
    assert events(replayed) == [(Event.MOVED, "2-a"), (Event.UNPLACED, "1-a")]
    again = Report.of(one.replace("lakes", "lakess")).over((), first, second)
    assert {event for event, _ in events(again)} >= {Event.UNPLACED}
    assert len(again.statements) <= 1


def test_parts_of_words_are_no_quotes() -> None:
    report = Report.of("1. Speakers stressed the articles and the impact.\n")
    assert report.quotes(opinion("act"), opinion("article", "1-b")) == {"1-a": None, "1-b": None}


def test_paragraphs_with_one_number_are_told_apart() -> None:
    report = Report.of("1. Speakers stressed clean water.\n\n2. Speakers stressed trust.\n\n1. Speakers stressed fish.\n")
    names = {report.paragraph(opinion(quote, paragraph="1")) for quote in ("clean water", "fish")}
    assert len(names) == 2


# (a) Rules that read otherwise.


def test_a_decision_takes_the_proposal_at_its_place_whatever_its_name_and_span() -> None:
    report = Report.of(TEXT)
    held = opinion(LONG, proposal="00000000")
    for quote in (LONG, LONG.removeprefix("the need for "), LONG.split(", as", maxsplit=1)[0]):
        proposal = report.proposal(quote, rule=f"rule {len(quote)}")
        replayed = report.over([proposal], held)
        assert replayed.undecided == ()
        assert [(one.rule, one.span.quote) for one in replayed.statements] == [(proposal.rule, LONG)]
        assert events(replayed) == [(Event.CHANGED, "1-a")]


def test_proposals_that_were_joined_or_cut_belong_to_what_was_decided() -> None:
    report = Report.of(TEXT)
    parts = [
        opinion("the principle of legality", "3-a", paragraph="3", cue="supported"),
        opinion("the rule of law", "3-b", paragraph="3", cue="supported"),
    ]
    whole = report.proposal("the principle of legality and the rule of law", "supported")
    assert report.over([whole], *parts).undecided == ()
    merged = opinion("the principle of legality and the rule of law", "3-c", paragraph="3", cue="supported", replaces=("the rule of law",))
    cut = [report.proposal("the principle of legality", "supported"), report.proposal("the rule of law", "supported")]
    replayed = report.over(cut, merged)
    assert replayed.undecided == ()
    assert len(replayed.statements) == 1


def test_a_proposal_that_vanished_leaves_the_decision_as_it_was() -> None:
    replayed = Report.of(TEXT).over((), opinion(LONG, proposal="12345678"))
    assert [one.span.quote for one in replayed.statements] == [LONG]
    assert events(replayed) == [(Event.CHANGED, "1-a")]
    assert [one.message for one in replayed.notices] == ["the rules propose nothing here any more"]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"decision": ReviewStatus.ADDED}, BY_HAND),
        ({"decision": ReviewStatus.ADDED, "proposal": "12345678"}, UNKNOWN_RULE),
        ({"decision": ReviewStatus.ADDED, "proposal": "12345678", "rule": "old"}, "old"),
        *(
            ({"decision": one}, UNKNOWN_RULE)
            for one in (ReviewStatus.ACCEPTED, ReviewStatus.EDITED, ReviewStatus.MERGED, ReviewStatus.SPLIT)
        ),
        ({"decision": ReviewStatus.REJECTED, "rule": "old"}, "old"),
    ],
)
def test_a_statement_that_is_proposed_no_more_keeps_its_rule_and_only_what_was_added_is_by_hand(fields: dict[str, Any], rule: str) -> None:
    report = Report.of(TEXT)
    held = opinion("the principle of legality", paragraph="3", cue="supported", **fields)
    assert [one.rule for one in report.over((), held).statements] == [rule]


def test_the_second_part_of_what_was_split_has_the_rule_of_the_whole() -> None:
    report = Report.of(TEXT)
    whole = report.proposal("the principle of legality and the rule of law", "supported", rule="clause")
    fields: dict[str, Any] = {"paragraph": "3", "cue": "supported", "decision": ReviewStatus.SPLIT, "replaces": (whole.span.quote,)}
    held = [opinion("the principle of legality", "3-a", **fields), opinion("the rule of law", "3-b", **fields)]
    assert [one.rule for one in report.over([whole], *held).statements] == ["clause", "clause"]


def test_what_is_proposed_again_as_it_was_is_no_change_even_if_it_was_typed_again() -> None:
    before = Report.of(TEXT)
    mark = fingerprint([before.proposal("“the **narrow** scope”", "noted")])
    after = retyped(("“the **narrow** scope”", "'the  narrow scope'".replace("'", '"')))
    assert fingerprint([after.proposal('"the  narrow scope"', "noted")]) == mark


# (h) Several reviewers.


def test_of_several_opinions_one_that_settles_is_in_force_then_the_latest() -> None:
    early, late = opinion("x", reviewer="bo"), opinion("x", at=AT + dt.timedelta(hours=1))
    settling = opinion("x", reviewer="cy", settles=True, at=AT - dt.timedelta(days=1))
    assert choose([early, late]) is choose([late, early]) is late
    assert choose([early, late, settling]) is settling


@pytest.mark.parametrize(
    ("mine", "theirs", "disputed"),
    [
        ({}, {"stance": Stance.OPPOSES}, True),
        ({}, {"decision": ReviewStatus.REJECTED}, True),
        ({}, {"decision": ReviewStatus.EDITED, "claim": "Other words.", "note": "!"}, False),
        ({"themes": ("a", "b")}, {"themes": ("b", "a")}, False),
        ({"settles": True}, {"stance": Stance.OPPOSES}, False),
        ({"settles": True}, {"stance": Stance.OPPOSES, "settles": True}, True),
    ],
)
def test_reviewers_who_hold_different_things_dispute_until_one_settles(
    mine: dict[str, Any], theirs: dict[str, Any], *, disputed: bool
) -> None:
    one, other = opinion(LONG, at=AT + dt.timedelta(hours=1), **mine), opinion(LONG, reviewer="bo", **theirs)
    (judged,) = Report.of(TEXT).over((), one, other).judged
    assert judged.opinion is one
    assert judged.others == (other,)
    assert judged.disputed is disputed


# (i) Names that stand for nothing, (j) what is rejected.


def test_unknown_names_are_told_and_the_rest_is_kept() -> None:
    terms = Terms(questions={"1": identifier("q")}, themes=frozenset({"water"}), provisions={"article 5": identifier("p")})
    names: dict[str, Any] = {"questions": ("1", "99"), "themes": ("water", "wine"), "position": "none", "actors": ("Nobody",)}
    held = opinion(LONG, **names, provisions=("article 5", "artcle 6"), changes=("delete article 7", "delete article 5"))
    (judged,) = Report.of(TEXT, terms).over((), held).judged
    assert {notice.event for notice in judged.notices} == {Event.UNKNOWN}
    told = " ".join(notice.message for notice in judged.notices)
    assert all(name in told for name in ("'99'", "'wine'", "'none'", "'Nobody'", "'artcle 6'", "'article 7'"))
    statement = judged.statement
    assert statement is not None
    assert (len(statement.questions), len(statement.themes), len(statement.provisions), len(judged.changes)) == (1, 1, 1, 1)


def test_a_provision_that_a_rule_read_there_is_not_unknown() -> None:
    report = Report.of(TEXT, Terms(provisions={"article 5": identifier("p")}))
    proposal = report.proposal(LONG, citations=("article 24",))
    assert events(report.over([proposal], opinion(LONG, provisions=("article 24",)))) == []


def test_a_rejection_takes_its_own_proposal_and_no_neighbour() -> None:
    report = Report.of(TEXT.replace("and welcomed", "or welcomed"))
    rejected = opinion("the principle of legality", paragraph="3", cue="supported", decision=ReviewStatus.REJECTED)
    neighbour = report.proposal("the rule of law", "supported")
    around = report.proposal("the principle of legality and the rule of law", "supported")
    replayed = report.over([report.proposal("the principle of legality", "supported"), neighbour], rejected)
    assert replayed.undecided == (neighbour,)
    assert [one.review for one in replayed.statements] == [ReviewStatus.REJECTED]
    assert report.over([around, neighbour], rejected).undecided[-1] == neighbour


def test_a_rejection_leaves_another_statement_with_the_same_words_alone() -> None:
    report = Report.of("1. Many speakers stressed and others doubted clean water.\n")
    one, other = report.proposal("clean water", "stressed"), report.proposal("clean water", "doubted")
    rejected = opinion("clean water", decision=ReviewStatus.REJECTED, cue="doubted")
    assert report.over([one, other], rejected).undecided == (one,)
    both = report.over([one, other], rejected, opinion("clean water", "1-b"))
    assert {judged.opinion.key: judged.proposals for judged in both.judged} == {"1-a": (other,), "1-b": (one,)}


def test_a_rejection_holds_even_if_its_cue_is_gone() -> None:
    report = Report.of(TEXT)
    rejected = opinion(LONG, decision=ReviewStatus.REJECTED, cue="emphasised")
    proposal = report.proposal(LONG)
    replayed = report.over([proposal], rejected)
    assert replayed.undecided == ()
    assert [(one.review, one.cue) for one in replayed.statements] == [(ReviewStatus.REJECTED, "stressed")]


@given(st.randoms(use_true_random=False))
def test_the_order_of_opinions_and_proposals_makes_no_difference(chance: object) -> None:
    report = Report.of(TEXT)
    proposals = [report.proposal(LONG), report.proposal("proportionality"), report.proposal("the rule of law", "supported")]
    held: list[Opinion] = [opinion(LONG), opinion(LONG, reviewer="bo", stance=Stance.OPPOSES), opinion("proportionality", "1-b")]
    expected = report.over(proposals, *held)
    chance.shuffle(proposals)  # type: ignore[attr-defined]
    chance.shuffle(held)  # type: ignore[attr-defined]
    assert report.over(proposals, *held) == expected


def test_what_moved_in_other_words_is_to_be_looked_at_again_and_what_only_moved_is_not() -> None:
    moved = TEXT.replace("1. Several", "4. Several")
    (judged,) = Report.of(moved).over((), opinion(LONG)).judged
    assert (judged.changed, {one.event for one in judged.notices}) == (False, {Event.MOVED})
    (judged,) = Report.of(moved.replace("the need for safeguards that", "the need of safeguards that")).over((), opinion(LONG)).judged
    assert (judged.changed, {one.event for one in judged.notices}) == (True, {Event.MOVED, Event.REWORDED})
    (judged,) = Report.of(moved.replace("the need for", "The  need for")).over((), opinion(LONG)).judged
    assert (judged.changed, {one.event for one in judged.notices}) == (False, {Event.MOVED, Event.REWORDED})
