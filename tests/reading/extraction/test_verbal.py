"""Verbs report: in the active, in the passive, with an agent and with an empty subject."""

from __future__ import annotations

import pytest

from .said import Case, Read, Said, shown

ACTIVE: list[Case] = [
    (
        "Several delegations stressed the need for a shared register of dams.",
        [{"quote": "the need for a shared register of dams", "cue": "stressed", "speaker": "Several delegations", "act": "stress"}],
    ),
    (
        "Many participants underlined that water meters should be read twice a year.",
        [{"quote": "water meters should be read twice a year", "cue": "underlined", "speaker": "Many participants", "stance": "supports"}],
    ),
    (
        "A few participants urged the Council to publish its accounts.",
        [{"quote": "publish its accounts", "cue": "urged", "speaker": "A few participants", "act": "call-for", "stance": "proposes"}],
    ),
]

PASSIVE: list[Case] = [
    (
        "The value of early warnings was emphasized.",
        [{"quote": "The value of early warnings", "cue": "was emphasized", "speaker": None, "kind": "unattributed", "act": "stress"}],
    ),
    (
        "A binding timetable for repairs was proposed.",
        [{"quote": "A binding timetable for repairs", "cue": "was proposed", "speaker": None, "act": "propose", "stance": "proposes"}],
    ),
    ("Various models of pumps were welcomed.", [{"quote": "Various models of pumps", "speaker": None, "prevalence": "unspecified"}]),
]

BY_AGENT: list[Case] = [
    (
        "The idea of a common fee was welcomed by most delegations.",
        [
            {
                "quote": "The idea of a common fee",
                "cue": "was welcomed",
                "speaker": "most delegations",
                "prevalence": "most",
                "act": "welcome",
            }
        ],
    ),
    (
        "The draft budget was criticized by a few members.",
        [{"quote": "The draft budget", "cue": "was criticized", "speaker": "a few members", "prevalence": "few", "stance": "opposes"}],
    ),
    (
        "The need for patience was stressed by the representative of Peru.",
        [{"quote": "The need for patience", "speaker": "the representative of Peru", "kind": "named", "prevalence": "one"}],
    ),
]

IMPERSONAL: list[Case] = [
    (
        "It was suggested that the pilot be extended to the islands.",
        [
            {
                "quote": "the pilot be extended to the islands",
                "speaker": None,
                "kind": "unattributed",
                "act": "propose",
                "stance": "proposes",
            }
        ],
    ),
    (
        "It was noted that no quorum had been reached in the spring.",
        [{"quote": "no quorum had been reached in the spring", "speaker": None, "act": "observe"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACTIVE)
def test_a_verb_in_the_active_reports_for_its_subject(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), PASSIVE)
def test_a_verb_in_the_passive_reports_for_nobody(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), BY_AGENT)
def test_an_agent_is_the_speaker(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), IMPERSONAL)
def test_what_it_was_said_that_is_said_by_nobody_named(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected
