"""Nouns report: carried by a verb, expressed, existing, equated with their content, received."""

from __future__ import annotations

import pytest

from .said import Case, Read, Said, shown

CARRIED: list[Case] = [
    (
        "Some speakers expressed concern about the cost of the new sensors.",
        [{"quote": "the cost of the new sensors", "speaker": "Some speakers", "act": "concern", "stance": "concerned"}],
    ),
    (
        "A number of delegations voiced support for a regional centre.",
        [{"quote": "a regional centre", "speaker": "A number of delegations", "prevalence": "a-number-of", "act": "support"}],
    ),
]

EXPRESSED: list[Case] = [
    (
        "Concern was expressed about the short notice given to farmers.",
        [{"quote": "the short notice given to farmers", "speaker": None, "kind": "unattributed", "stance": "concerned"}],
    ),
    (
        "Support was voiced for an independent secretariat.",
        [{"quote": "an independent secretariat", "speaker": None, "act": "support", "stance": "supports"}],
    ),
    (
        "A view was expressed that the list should be open-ended.",
        [{"quote": "the list should be open-ended", "speaker": None, "stance": "supports"}],
    ),
    (
        "Doubts were raised about the feasibility of the timetable.",
        [{"quote": "the feasibility of the timetable", "speaker": None, "act": "question", "stance": "concerned"}],
    ),
]

EXISTING: list[Case] = [
    ("There was broad support for a two-year trial.", [{"quote": "a two-year trial", "speaker": None, "act": "support"}]),
    (
        "There was concern that the fees would fall on small harbours.",
        [{"quote": "the fees would fall on small harbours", "speaker": None, "act": "concern", "stance": "concerned"}],
    ),
]

EQUATED: list[Case] = [
    ("One suggestion was to merge the two funds.", [{"quote": "merge the two funds", "kind": "unattributed", "act": "propose"}]),
    ("A further proposal was that annex B be deleted.", [{"quote": "annex B be deleted", "act": "propose", "stance": "proposes"}]),
]

RECEIVED: list[Case] = [
    ("The trial received broad support.", [{"quote": "The trial", "speaker": None, "act": "support", "stance": "supports"}]),
    (
        "The proposal received support from many delegations.",
        [{"quote": "The proposal", "speaker": "many delegations", "prevalence": "many", "stance": "supports"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_a_noun_carried_by_a_verb_reports_for_its_subject(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), EXPRESSED)
def test_a_noun_that_was_expressed_reports_for_nobody(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), EXISTING)
def test_there_was_a_stance(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), EQUATED)
def test_a_proposal_is_what_it_was(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), RECEIVED)
def test_what_received_support_is_the_content(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected
