"""Speakers that point back: pronouns, and ordinals of panellists."""

from __future__ import annotations

import pytest

from travaux.model.argument import Statement
from travaux.reading.extraction import Reader

from .said import Case, Read, Said, read_report, shown

PANELS = """1. A panel was held under agenda item 3, entitled “Harbour lamps”, with presentations by Ms. Ida Berg, Director of the Lamp \
Institute, Mr. Omar Diallo, Harbour Master of Saloum, and Ms. Rosa Pinto, Professor at the University of Faro.

2. The first panellist stressed the need for lamps. The second panellist noted that oil was cheaper. He also said that lamps should be \
cleaned. The last panellist warned against glare. Ms. Berg added that lamps saved lives.

3. Many speakers stressed the need for quieter horns.

4. A panel was held under agenda item 4, entitled “Harbour bells”, with presentations by Mr. Teo Lindqvist, Bell Founder, and Ms. Hana \
Sato, Director of the Bell Museum.

5. The first panellist stressed the need for bells. The second panellist said that bells should be cast in bronze.
"""

PRONOUNS: list[Case] = [
    (
        "Ms. Obi stressed the need for clean wells. She also noted that the pumps had failed.",
        [{"speaker": "Ms. Obi", "kind": "named"}, {"speaker": "She", "kind": "named", "prevalence": "one"}],
    ),
    (
        "One speaker supported the merger. He noted that it would save money.",
        [{"speaker": "One speaker", "kind": "collective"}, {"speaker": "He", "kind": "collective", "prevalence": "one"}],
    ),
    (
        "Iceland supported the fund. It also called for annual accounts.",
        [{"quote": "the fund", "speaker": "Iceland"}, {"quote": "annual accounts", "speaker": "It", "kind": "named", "prevalence": "one"}],
    ),
    (
        "Some members supported the levy. Others preferred a voluntary payment.",
        [{"speaker": "Some members", "prevalence": "some"}, {"speaker": "Others", "kind": "collective", "prevalence": "unspecified"}],
    ),
]


@pytest.fixture(scope="module")
def people(reader: Reader) -> list[tuple[str | None, str | None]]:
    """The speaker phrases of the panels, and the last name of who is meant."""
    contents, source = read_report(PANELS)
    names = {one.id: one.name.split()[-1] for one in contents.participations}

    def meant(said: Statement) -> str | None:
        return ", ".join(names[one] for one in said.speaker.participations) or None

    return [(said.speaker.phrase, meant(said)) for said in reader.find_statements(contents, source)]


def test_ordinals_count_the_panellists_in_the_order_in_which_their_panel_lists_them(people: list[tuple[str | None, str | None]]) -> None:
    assert people[:2] == [("The first panellist", "Berg"), ("The second panellist", "Diallo")]
    assert people[3] == ("The last panellist", "Pinto")


@pytest.mark.parametrize(
    ("phrase", "surnames"),
    [
        ("The second and third panellists", ["Diallo", "Pinto"]),
        ("The panellists", ["Berg", "Diallo", "Pinto"]),
        ("The first panellist stressed the need for oil. The two subsequent panellists", ["Diallo", "Pinto"]),
        ("The fifth panellist", []),
        ("The two subsequent panellists", []),
    ],
)
def test_words_for_several_panellists_lead_to_each_in_order(phrase: str, surnames: list[str], reader: Reader) -> None:
    opening = PANELS.split("\n\n", maxsplit=1)[0]
    contents, source = read_report(f"{opening}\n\n2. {phrase} stressed the need for lamps.\n")
    people = {one.id: one for one in contents.participations}
    speaker = reader.read(contents, source).statements[-1].speaker
    found = [people[one] for one in speaker.participations]
    assert [one.name.split()[-1] for one in found] == surnames
    assert speaker.actors == tuple(one.person for one in found)


def test_ordinals_begin_anew_with_each_panel(people: list[tuple[str | None, str | None]]) -> None:
    assert people[-2:] == [("The first panellist", "Lindqvist"), ("The second panellist", "Sato")]


def test_pronouns_and_names_lead_to_the_panellist(people: list[tuple[str | None, str | None]]) -> None:
    assert people[2] == ("He", "Diallo")
    assert people[4] == ("Ms. Berg", "Berg")


def test_the_floor_is_nobody_of_the_panel(people: list[tuple[str | None, str | None]]) -> None:
    assert people[5] == ("Many speakers", None)


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_pronouns_are_of_the_kind_of_whom_they_stand_for(read: Read, text: str, expected: list[Said]) -> None:
    assert shown(read(text), expected) == expected


def test_who_spoke_in_one_paragraph_is_not_meant_in_the_next(read: Read) -> None:
    first, second = read("1. Iceland supported the fund.\n\n2. Ms. Obi noted that pumps had failed. She called for new ones.")[::2]
    assert (first.speaker.phrase, second.speaker.phrase, second.speaker.prevalence.value) == ("Iceland", "She", "one")
