"""Whom speaker phrases name: States, bodies and persons, each once in a document."""

from __future__ import annotations

import pytest

from travaux.model.contents import Contents
from travaux.model.lexicon import Lexicon
from travaux.reading.extraction.cast import Cast
from travaux.reading.extraction.cue_index import CueIndex, to_index

from .said import read_report

REPORT = """1. A panel was held, with presentations by Ms. Ida Berg, Director of the Lamp Institute (LI), and Mr. Omar Diallo, \
Harbour Master of Saloum.
"""


@pytest.fixture(scope="module")
def index(lexicon: Lexicon) -> CueIndex:
    return to_index(lexicon)


@pytest.fixture(scope="module")
def contents() -> Contents:
    return read_report(REPORT)[0]


@pytest.fixture
def cast(contents: Contents, index: CueIndex) -> Cast:
    return Cast(contents, index)


@pytest.mark.parametrize(
    ("phrase", "actors"),
    [
        ("Norway", "state/norway"),
        ("NORWAY and the EU", "state/norway organization/eu"),
        ("the EU", "organization/eu"),
        ("EU", "organization/eu"),
        ("The\nREPUBLIC OF KOREA", "state/republic-of-korea"),
        ("the UK", "state/united-kingdom"),
        ("Iran (Islamic Republic of)", "state/iran-islamic-republic-of"),
        ("Ireland (EU)", "state/ireland"),
        ("Norway and Trinidad and Tobago", "state/norway state/trinidad-and-tobago"),
        ("the RUSSIAN FEDERATION, CHINA, and SAUDI ARABIA", "state/russian-federation state/china state/saudi-arabia"),
        ("SWITZERLAND, with ICELAND, MEXICO, and FIJI,", "state/switzerland state/iceland state/mexico state/fiji"),
        ("CHILE, supported by NORWAY and the PHILIPPINES,", "state/chile state/norway state/philippines"),
        ("NAMIBIA, later joined by BOTSWANA,", "state/namibia state/botswana"),
        ("the G-77/CHINA, with SUDAN,", "organization/g-77-china state/sudan"),
        ("the Group of 77 and China and Mexico", "organization/group-of-77-and-china state/mexico"),
        ("The AFRICAN GROUP, supported by PERU and, on rivers only, by FIJI,", "organization/african-group state/peru state/fiji"),
        ("CUBA (with NICARAGUA dissenting)", "state/cuba"),
        ("Mr. SMITH (Norway)", "person/smith"),
        ("Mrs Joyce Adeyemi, a tenant of Marlow Point,", "person/joyce-adeyemi"),
        ("Mr Colin Baird, Chief Executive of the Owners’ Federation,", "person/colin-baird"),
        ("Cllr. Baptiste", "person/baptiste"),
        ("Mr. Smith and Ms. Jones", "person/smith person/jones"),
        ("Transport Minister Hallgren", "person/hallgren"),
        ("Tavarian chief negotiator Ana Strell", "person/ana-strell"),
        ("The chief negotiator, Irina Solt,", "person/irina-solt"),
        ("TEMBEKA RAVELO, Special Rapporteur on lamps,", "person/tembeka-ravelo"),
        ("The Delegation of Egypt, speaking on behalf of the African Group", "state/egypt"),
        ("the representative of Ghana", "state/ghana"),
        ("the delegations of Chile, Peru and the European Union", "state/chile state/peru organization/european-union"),
        ("The observer for the Alliance of Mountain Huts", "organization/alliance-of-mountain-huts"),
        ("FIJI, for the LOW-LYING ATOLLS CAUCUS,", "state/fiji"),
        ("NORWAY for the UMBRELLA GROUP", "state/norway"),
        ("ZAMBIA, on behalf of the AFRICAN GROUP, with SUDAN,", "state/zambia state/sudan"),
        ("EPA", "organization/epa"),
        ("The SEABIRD WATCH NETWORK (SWN), an observer,", "organization/seabird-watch-network"),
        ("The trade union ACH-Transport", "organization/ach-transport"),
        ("Group A (rapporteur: Ms Lindiwe Adu)", "organization/group-a"),
        ("the Food and Agriculture Organization", "organization/food-and-agriculture-organization"),
        ("BSI and Consumers International, attending as liaison,", "organization/bsi organization/consumers-international"),
        ("the Fire Officers’ Council", "organization/fire-officers-council"),
        ("General Motors", "organization/general-motors"),
        ("QuickBox and ParcelNet, both of which operate lockers,", "organization/quickbox organization/parcelnet"),
        ("DigiRights Haver and a few citizens", "organization/digirights-haver"),
    ],
)
def test_a_phrase_names_those_who_speak_and_not_whom_they_represent(phrase: str, actors: str, cast: Cast) -> None:
    assert cast.find(phrase) == ((), tuple(actors.split()))


@pytest.mark.parametrize(
    "phrase",
    [
        *("The opposition leader", "the Minister", "The Rector", "the Director General for Energy", "the Governor of the Central Reserve"),
        *("The Prime Minister's economic adviser", "The delegation of the State under review", "the Commission", "He", "the latter"),
        *("the Norwegian delegation", "2 Adoption of the agenda", ""),
    ],
)
def test_an_office_a_pronoun_or_a_word_for_some_body_names_nobody(phrase: str, cast: Cast) -> None:
    assert cast.find(phrase) == ((), ())
    assert cast.added() == ()


@pytest.mark.parametrize("phrase", ["Ms. Berg", "Ida Berg", "Director Berg", "Ms. BERG (Norway)"])
def test_somebody_who_took_part_is_that_one(phrase: str, cast: Cast, contents: Contents) -> None:
    berg = contents.participations[0]
    assert cast.find(phrase) == ((berg.id,), (berg.person,))
    assert cast.added() == ()


@pytest.mark.parametrize("phrase", ["Mr. Bo Berg", "the Berg Foundation"])
def test_a_family_name_alone_is_nobody_else(phrase: str, cast: Cast) -> None:
    assert cast.find(phrase)[0] == ()


def test_a_body_of_the_structure_is_known_by_name_and_acronym(cast: Cast) -> None:
    assert cast.find("the LAMP INSTITUTE") == cast.find("LI") == ((), ("organization/lamp-institute",))


def test_a_person_named_in_full_is_meant_by_the_family_name_later(cast: Cast) -> None:
    assert cast.find("Tavarian chief negotiator Ana Strell") == cast.find("Strell") == ((), ("person/ana-strell",))


def test_actors_are_given_once_in_their_plainest_spelling(cast: Cast) -> None:
    for phrase in ("the ARID LANDS GROUP and NORWAY", "the Arid Lands Group", "Norway"):
        cast.find(phrase)
    assert [actor.name for actor in cast.added()] == ["Arid Lands Group", "Norway"]
