"""Contents: what is split and what is kept together, what is taken off, and which characters a quote keeps."""

from __future__ import annotations

import pytest

from .said import Case, Read, Said, shown

SPLIT: list[Case] = [
    (
        "Several speakers stressed the importance of clean data and the need for open standards.",
        [{"quote": "the importance of clean data"}, {"quote": "the need for open standards"}],
    ),
    (
        "Many delegations underlined that vessels should be inspected and that crews should be trained.",
        [
            {"quote": "vessels should be inspected"},
            {"quote": "crews should be trained", "speaker": "Many delegations"},
        ],
    ),
    (
        "The Netherlands highlighted the value of pilot schemes and commended the work of the volunteers.",
        [
            {"quote": "the value of pilot schemes", "cue": "highlighted", "speaker": "The Netherlands", "act": "stress"},
            {"quote": "the work of the volunteers", "cue": "commended", "speaker": "The Netherlands", "act": "commend"},
        ],
    ),
    (
        "Respondents called for lower fees, shorter forms and better maps.",
        [{"quote": "lower fees"}, {"quote": "shorter forms"}, {"quote": "better maps", "cue": "called for", "speaker": "Respondents"}],
    ),
    (
        "Some members proposed that the fee be lowered and the term be extended.",
        [{"quote": "the fee be lowered"}, {"quote": "the term be extended", "stance": "proposes"}],
    ),
]

KEPT: list[Case] = [
    ("Participants supported a focus on prevention and early repair.", [{"quote": "a focus on prevention and early repair"}]),
    (
        "Several members stressed the need for cooperation between ports and pilots.",
        [{"quote": "the need for cooperation between ports and pilots"}],
    ),
    (
        "Several members stressed that reporting was not only useful but also necessary.",
        [{"quote": "reporting was not only useful but also necessary", "stance": "supports", "contrast": None}],
    ),
    (
        "Several speakers stressed that inspection should be the exception rather than the rule.",
        [{"quote": "inspection should be the exception rather than the rule", "stance": "supports", "contrast": None}],
    ),
]

RATIONALES: list[Case] = [
    (
        "Some delegations supported a single registry in order to avoid duplicate filings.",
        [{"quote": "a single registry", "rationale": "in order to avoid duplicate filings", "stance": "supports"}],
    ),
    (
        "Several members opposed the fee, given that most ferries were owned by villages.",
        [{"quote": "the fee", "rationale": "given that most ferries were owned by villages", "stance": "opposes"}],
    ),
    (
        "Several members stressed that harbours must be lit at night because fog is common.",
        [{"quote": "harbours must be lit at night", "rationale": "because fog is common"}],
    ),
    (
        "Several members said that, given the cost of diesel, ferries should be electric.",
        [{"quote": "ferries should be electric", "rationale": "given the cost of diesel"}],
    ),
]

CONDITIONS: list[Case] = [
    (
        "A few participants supported the merger, provided that no office was closed.",
        [{"quote": "the merger", "condition": "provided that no office was closed", "rationale": None}],
    ),
    (
        "One delegation could accept the clause unless it created new duties for islands.",
        [{"quote": "the clause", "condition": "unless it created new duties for islands", "stance": "supports"}],
    ),
]

CONTRASTS: list[Case] = [
    (
        "Many speakers called for local inspection rather than a central agency.",
        [{"quote": "local inspection", "contrast": "rather than a central agency"}],
    ),
    (
        "Most respondents preferred plain labels instead of numbered codes.",
        [{"quote": "plain labels", "contrast": "instead of numbered codes", "stance": "supports"}],
    ),
]

EXACT: list[Case] = [
    (
        "Several speakers supported the inclusion of [o]ther forms of assistance in the scope.",
        [{"quote": "the inclusion of [o]ther forms of assistance in the scope"}],
    ),
    (
        "Many members preferred the term [vessel] [the craft of a member] in the text.",
        [{"quote": "the term [vessel] [the craft of a member] in the text"}],
    ),
    (
        "One speaker said that “[t]he pilot is always responsible” should be kept.",
        [{"quote": "“[t]he pilot is always responsible” should be kept", "speaker": "One speaker"}],
    ),
    ("Some members stressed the need for *ad hoc* panels.", [{"quote": "the need for *ad hoc* panels"}]),
    ("Several members welcomed the\nnew lamps on\nthe quay.", [{"quote": "the\nnew lamps on\nthe quay"}]),
]

QUOTATIONS: list[Case] = [
    ('Norway said that the text was "not fit for purpose".', [{"quote": 'the text was "not fit for purpose"', "speaker": "Norway"}]),
    (
        'Several respondents proposed the deletion of the word "immediately".',
        [{"quote": 'the deletion of the word "immediately"', "act": "propose", "stance": "proposes"}],
    ),
    (
        "Several speakers recommended that “wilful” be replaced by “deliberate”.",
        [{"quote": "“wilful” be replaced by “deliberate”", "stance": "proposes"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_contents_that_can_be_affirmed_separately_are_several(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), KEPT)
def test_a_content_with_one_focus_is_one(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), RATIONALES)
def test_a_reason_is_taken_off_the_content(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_a_condition_is_taken_off_the_content(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), CONTRASTS)
def test_the_rejected_option_is_no_statement(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), EXACT)
def test_a_quote_keeps_the_characters_of_the_text(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quoted_words_are_part_of_the_content(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected
