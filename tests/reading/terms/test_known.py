from __future__ import annotations

import pytest

from travaux.model.identity import Id
from travaux.model.lexicon import Lexicon, SpeakerClass
from travaux.model.theme import Theme
from travaux.reading.terms import Known, Reason, Titles

THEMES = (
    Theme(id=Id("theme/levies"), name="levies", pref_label="Levies on boats", signal_phrases=("shared costs of cleaning",)),
    Theme(id=Id("theme/rights"), name="rights", pref_label="Human rights", negative_phrases=("rights of way",)),
)
LEXICON = Lexicon(
    speakers={"delegation": SpeakerClass.GROUP, "secretariat": SpeakerClass.OFFICER, "fishing communities": SpeakerClass.GROUP}
)
KNOWN = Known(THEMES, ("flood warnings",), Titles(("Lake Forum",), ("Convention on the Protection of Mountain Lakes",)), LEXICON)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("levy on boats", Reason.COVERED),
        ("shared cost", Reason.COVERED),
        ("fundamental human rights", Reason.COVERED),
        ("human rights defenders", None),
        ("human rights mechanism", Reason.COVERED),
        ("flood warning", Reason.DECLINED),
        ("flood warning system", None),
        ("lake forum", Reason.NAME),
        ("mountain lake", Reason.NAME),
        ("delegations", Reason.REPORTING),
        ("permanent secretariat", Reason.REPORTING),
        ("fishing communities", None),
        ("invasive species", None),
    ],
)
def test_what_a_phrase_is_known_as(phrase: str, reason: Reason | None) -> None:
    assert KNOWN.find_reason(phrase) is reason


def test_a_theme_whose_words_a_phrase_holds_may_be_broader() -> None:
    (match,) = KNOWN.find_inner("human rights defenders")
    assert (match.phrase.theme, match.phrase.text) == ("theme/rights", "Human rights")
    assert KNOWN.find_inner("invasive species") == ()
