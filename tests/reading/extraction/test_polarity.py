"""Stance toward the content as phrased."""

from __future__ import annotations

import pytest

from .said import Case, Read, Said, shown

NEGATED: list[Case] = [
    ("Two delegations did not support a permanent secretariat.", [{"quote": "a permanent secretariat", "stance": "opposes"}]),
    ("Most speakers did not favour the longer text.", [{"quote": "the longer text", "stance": "opposes"}]),
    ("No support was expressed for the third option.", [{"quote": "the third option", "stance": "opposes"}]),
    ("There was no support for the third option.", [{"quote": "the third option", "stance": "opposes"}]),
    ("Several members did not agree that the fee should be raised.", [{"quote": "the fee should be raised", "stance": "opposes"}]),
    ("Several members noted that the fee should not be raised.", [{"quote": "the fee should not be raised", "stance": "supports"}]),
    ("Some members said that doubling should be avoided.", [{"quote": "doubling should be avoided", "stance": "supports"}]),
]

STANCES: list[tuple[str, str, str]] = [
    ("Many delegations cautioned against a hasty merger of the two bodies.", "caution", "opposes"),
    ("Several members warned that the tariff would harm small growers.", "caution", "concerned"),
    ("Several members rejected the idea of a toll.", "oppose", "opposes"),
    ("Two members disagreed with the proposal to close the yard.", "oppose", "opposes"),
    ("Some speakers questioned the usefulness of quarterly reports.", "question", "concerned"),
    ("Some speakers regretted the absence of figures.", "concern", "concerned"),
    ("Some delegations reserved their position on the annex.", "concern", "concerned"),
    ("It was noted that it would be premature to set a target.", "observe", "opposes"),
    ("One speaker noted that the harbour had 14 berths.", "observe", "neutral"),
    ("Several speakers noted that ferries should be electric.", "observe", "supports"),
    ("Some delegations said that the wording was overly broad.", "observe", "concerned"),
    ("Some delegations considered that paragraph 3 of article 9 should be deleted.", "observe", "proposes"),
    ("Many participants agreed on the importance of early notice.", "support", "supports"),
    ("Most members welcomed the progress made on the tidal map.", "welcome", "supports"),
    ("One member commended the volunteers for their tidal map.", "commend", "supports"),
    ("The European Union called for stricter noise limits.", "call-for", "proposes"),
    ("The World Health Organization recommended that lead pipes be replaced.", "recommend", "proposes"),
]


@pytest.mark.parametrize(("text", "expected"), NEGATED)
def test_a_negated_cue_is_turned_and_a_negated_content_is_not(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


@pytest.mark.parametrize(("text", "act", "stance"), STANCES)
def test_the_cue_and_what_it_reports_give_the_stance(read: Read, text: str, act: str, stance: str) -> None:
    expected: list[Said] = [{"act": act, "stance": stance}]
    assert shown(read(text), expected) == expected
