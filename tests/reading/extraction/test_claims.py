"""Claims: what the speakers hold, in one readable sentence."""

from __future__ import annotations

import pytest

from travaux.reading.extraction.claims.participles import to_participle

from .said import Read

CLAIMS = {
    "Several speakers stressed that the fund should be independent.": ["The fund should be independent."],
    "Several speakers stressed the importance of independent lamps.": ["Independent lamps are important."],
    "Norway reiterated the need for an audit.": ["An audit is needed."],
    "Norway reiterated the need to repair the lamps.": ["It is necessary to repair the lamps."],
    "Norway stressed the need for the fund to repair the lamps.": ["The fund should repair the lamps."],
    "Chile called for limiting the fee to large ships.": ["The fee should be limited to large ships."],
    "Chile cautioned against raising the fee for small ships.": ["The fee should not be raised for small ships."],
    "Chile proposed using the word “lamp” in article 3.": ["The word “lamp” should be used in article 3."],
    "Chile urged the operators to repair the lamps.": ["The operators should repair the lamps."],
    "Chile proposed the inclusion of a reference to sailors.": ["A reference to sailors should be included."],
    "Chile recommended a yearly audit.": ["There should be a yearly audit."],
    "Chile opposed a yearly audit.": ["There should be no yearly audit."],
    "Several speakers expressed concern about the rising fee.": ["The rising fee is a concern."],
    "Several speakers welcomed the new lamps.": ["The new lamps are welcome."],
    "It was noted that it would be premature to raise the fee.": ["It would be premature to raise the fee."],
    "Peru stated that the fund should repair lamps and should train keepers.": [
        "The fund should repair lamps.",
        "The fund should train keepers.",
    ],
    "Several speakers stated that the annex should include the principles of equality and safety.": [
        "The annex should include the principles of equality.",
        "The annex should include safety.",
    ],
}


@pytest.mark.parametrize(("sentence", "claims"), CLAIMS.items())
def test_a_claim_says_what_the_speakers_hold(read: Read, sentence: str, claims: list[str]) -> None:
    assert [said.claim.replace('"', "“", 1).replace('"', "”") for said in read(sentence)] == claims


@pytest.mark.parametrize(
    ("gerund", "participle"),
    [("using", "used"), ("referring", "referred"), ("clarifying", "clarified"), ("delaying", "delayed"), ("taking", "taken")],
)
def test_participles(gerund: str, participle: str) -> None:
    assert to_participle(gerund) == participle


def test_a_claim_is_a_sentence_of_one_line(read: Read) -> None:
    for said in read("Some delegates suggested, in\nparticular, deleting [the lamp] [the light];  others opposed it."):
        assert said.claim.endswith(".")
        assert said.claim[0].isupper()
        assert "\n" not in said.claim
