"""Statements without a reporting verb before them: adjectives, fronted and inserted phrases, echoes and ellipsis."""

from __future__ import annotations

import pytest

from .said import Case, Read, Said, shown

PREDICATIVE: list[Case] = [
    (
        "Many participants were in favour of a shorter reporting cycle.",
        [{"quote": "a shorter reporting cycle", "speaker": "Many participants", "act": "support", "stance": "supports"}],
    ),
    (
        "Several members were concerned about the loss of local knowledge.",
        [{"quote": "the loss of local knowledge", "speaker": "Several members", "act": "concern", "stance": "concerned"}],
    ),
    (
        "A few delegations were opposed to a mandatory levy.",
        [{"quote": "a mandatory levy", "speaker": "A few delegations", "act": "oppose", "stance": "opposes"}],
    ),
]

FRONTED: list[Case] = [
    (
        "According to several respondents, the forms were too long for small firms.",
        [{"quote": "the forms were too long for small firms", "cue": "According to", "speaker": "several respondents"}],
    ),
    (
        "In the view of Norway, the levy should remain voluntary.",
        [
            {
                "quote": "the levy should remain voluntary",
                "cue": "In the view of",
                "speaker": "Norway",
                "kind": "named",
                "stance": "supports",
            }
        ],
    ),
]

INVERTED: list[Case] = [
    ('"The deadline is far too short," Canada said.', [{"quote": "The deadline is far too short", "cue": "said", "speaker": "Canada"}]),
    ('"Lamps save lives," said Ms. Obi.', [{"quote": "Lamps save lives", "cue": "said", "speaker": "Ms. Obi", "prevalence": "one"}]),
]

ECHOES: list[Case] = [
    (
        "Brazil supported the inclusion of a review clause, as did Chile.",
        [
            {"quote": "the inclusion of a review clause", "speaker": "Brazil", "stance": "supports"},
            {"quote": "the inclusion of a review clause", "cue": "as did", "speaker": "Chile", "stance": "supports"},
        ],
    ),
    (
        "Japan proposed deleting the annex, opposed by Peru.",
        [
            {"quote": "deleting the annex", "speaker": "Japan", "stance": "proposes"},
            {"quote": "deleting the annex", "speaker": "Peru", "act": "oppose", "stance": "opposes"},
        ],
    ),
]

ELLIPTICAL: list[Case] = [
    (
        "The importance of training was underlined, as was the need for spare parts.",
        [
            {"quote": "The importance of training", "speaker": None, "act": "stress"},
            {"quote": "the need for spare parts", "speaker": None, "act": "stress", "stance": "supports"},
        ],
    ),
    (
        "The lack of funding was mentioned, as was the fact that staff had left.",
        [{"quote": "The lack of funding", "speaker": None}, {"quote": "staff had left", "speaker": None}],
    ),
]

OPPOSED: list[Case] = [
    (
        "While several members supported the levy, others opposed a levy of any kind.",
        [
            {"quote": "the levy", "speaker": "several members", "prevalence": "several", "stance": "supports"},
            {"quote": "a levy of any kind", "speaker": "others", "prevalence": "unspecified", "stance": "opposes"},
        ],
    ),
    (
        "Some delegations favoured a flat fee, whereas others favoured a graded one.",
        [{"quote": "a flat fee", "speaker": "Some delegations"}, {"quote": "a graded one", "speaker": "others"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PREDICATIVE)
def test_an_adjective_reports_for_its_subject(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), FRONTED)
def test_a_phrase_at_the_front_names_the_speaker(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), INVERTED)
def test_a_verb_after_its_content_reports_it(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), ECHOES)
def test_an_echo_takes_a_stance_on_what_was_just_said(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), ELLIPTICAL)
def test_as_was_repeats_the_cue(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), OPPOSED)
def test_others_speak_for_themselves(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected
