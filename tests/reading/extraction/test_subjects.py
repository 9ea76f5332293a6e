"""Who can speak, how many they are, and of which kind."""

from __future__ import annotations

import pytest

from .said import Read, Said, shown

QUANTIFIED = [
    ("One delegation", "one"),
    ("A delegate", "one"),
    ("One of the panellists", "one"),
    ("Few respondents", "few"),
    ("A few members", "few"),
    ("Some members", "some"),
    ("Several members", "several"),
    ("Various members", "various"),
    ("A number of members", "a-number-of"),
    ("Many members", "many"),
    ("The majority of members", "majority"),
    ("A majority of respondents", "majority"),
    ("Most members", "most"),
    ("Most of the members", "most"),
    ("All delegations", "all"),
    ("Members", "unspecified"),
    ("Others", "unspecified"),
    ("The panellists", "unspecified"),
    ("Participants from island communities", "unspecified"),
    ("Civil society representatives", "unspecified"),
    ("The meeting", "unspecified"),
]

NAMED = [
    ("Ms. Adaeze Obi", "one"),
    ("Iceland", "one"),
    ("The Netherlands", "one"),
    ("The European Union", "one"),
    ("The representative of Kenya", "one"),
    ("The World Health Organization", "one"),
    ("The International Union of Signal Engineers", "one"),
    ("The African Group and Fiji", "unspecified"),
    ("Norway, supported by Chile,", "unspecified"),
]

NO_SPEAKERS = ["The report", "Article 5", "The lamps", "The survey"]


@pytest.mark.parametrize(("speaker", "prevalence"), QUANTIFIED)
def test_the_quantifier_of_the_phrase_tells_how_many_speak(read: Read, speaker: str, prevalence: str) -> None:
    expected: list[Said] = [{"quote": "the need for lamps", "speaker": speaker, "kind": "collective", "prevalence": prevalence}]
    assert shown(read(f"{speaker} stressed the need for lamps."), expected) == expected


@pytest.mark.parametrize(("speaker", "prevalence"), NAMED)
def test_names_of_persons_states_and_organizations_are_named_speakers(read: Read, speaker: str, prevalence: str) -> None:
    expected: list[Said] = [{"quote": "the need for lamps", "kind": "named", "prevalence": prevalence}]
    found = read(f"{speaker} stressed the need for lamps.")
    assert shown(found, expected) == expected
    assert (found[0].speaker.phrase or "").rstrip(",") == speaker.rstrip(",")


def test_figures_in_brackets_give_no_number_of_supporters(read: Read) -> None:
    expected: list[Said] = [{"quote": "the fee should be abolished", "prevalence": "many"}]
    assert shown(read("Many respondents (61) said that the fee should be abolished."), expected) == expected


def test_words_of_quantity_outside_the_speaker_phrase_say_nothing_of_speakers(read: Read) -> None:
    text = "Delegations stressed the need for many lamps, and all efforts by most ports were welcomed."
    assert {said.speaker.prevalence.value for said in read(text)} == {"unspecified"}


def test_addressees_are_no_speakers(read: Read) -> None:
    assert {said.speaker.phrase for said in read("Several delegations urged Member States to ratify the Protocol.")} == {
        "Several delegations"
    }


@pytest.mark.parametrize("subject", NO_SPEAKERS)
def test_texts_and_things_do_not_speak(read: Read, subject: str) -> None:
    assert shown(read(f"{subject} stressed the need for lamps."), []) == []
