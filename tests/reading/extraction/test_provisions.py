"""Which provisions a statement cites."""

from __future__ import annotations

import pytest

from .said import Case, Read, Said, shown

CITED: list[Case] = [
    ("Several delegations supported article 7.", [{"quote": "article 7", "provisions": ["article 7"]}]),
    ("Many speakers welcomed the inclusion of article 12, paragraph 2.", [{"provisions": ["article 12 (2)"]}]),
    ("Some delegations considered that paragraph 3 of article 9 should be deleted.", [{"provisions": ["article 9 (3)"]}]),
    ("Some delegations supported article 7 and several opposed article 9.", [{"provisions": ["article 7"]}, {"provisions": ["article 9"]}]),
    ("Several delegations stressed the need for lamps.", [{"provisions": []}]),
]

AHEAD: list[Case] = [
    (
        "With regard to article 24, several delegations stressed the need for clear limits.",
        [{"quote": "the need for clear limits", "provisions": ["article 24"]}],
    ),
    ("On preambular paragraph 4, some members proposed a reference to islands.", [{"provisions": ["preambular paragraph 4"]}]),
]

POINTING: list[Case] = [
    (
        "Several delegations supported article 7. Others proposed deleting this provision.",
        [{"provisions": ["article 7"]}, {"quote": "deleting this provision", "provisions": ["article 7"]}],
    ),
    (
        "Several delegations supported article 7. Others stressed the need for lamps.",
        [{"provisions": ["article 7"]}, {"quote": "the need for lamps", "provisions": []}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_a_statement_cites_what_stands_in_its_own_words(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_a_topic_at_the_front_is_cited(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), POINTING)
def test_words_that_point_back_cite_what_was_cited_before(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected
