from __future__ import annotations

from collections.abc import Callable

import pytest

from travaux.model.consultation import Organization, Participation, Person, State
from travaux.model.contents import Contents
from travaux.model.schemes import Capacity

TECH_ACCORD = "Cybersecurity Tech Accord"
ALLIANCE = "Alliance of NGOs on Crime Prevention and Criminal Justice"
ICC_UK = "International Chamber of Commerce \u2013 United Kingdom of Great Britain and Northern Ireland"
REFORM = "International Centre for Criminal Law Reform and Criminal Justice Policy"
BURUNDI = "Association pour l\u2019intégration et le développement durable au Burundi"

PANELLISTS = [
    (1, 1, "Mr.", "Nemanja Malisevic", "Director of Digital Diplomacy", "Microsoft", None),
    (1, 2, "Mr.", "Yvon Dandurand", "Senior Associate", REFORM, None),
    (1, 3, "Mr.", "Chris Gibson", "Executive Director", "Forum for Incident Response and Security Teams", None),
    (1, 4, "Ms.", "Cleo Sgouropoulou", "Vice-Rector", "University of West Attica", None),
    (1, 5, "Mr.", "Craig McEwen", "Chief Information Security Officer", "AngloAmerican", ICC_UK),
    (2, 1, "Ms.", "Pei Ling Lee", "Head of Cyber Strategy and Outreach Unit", "International Criminal Police Organization", None),
    (2, 2, "Mr.", "John Ede", "President", "Ohaha Family Foundation", None),
    (2, 3, "Mr.", "Szilard Pfeiffer", "Security Engineer", None, TECH_ACCORD),
    (2, 4, "Mr.", "Gaus Rajnovic", "Cyber Security Manager", None, TECH_ACCORD),
    (2, 5, "Ms.", "Tima Soni", "Director of the Cybersecurity Division", "United Nations International Computing Centre", None),
    (3, 1, "Ms.", "Timea Suto", "Global Digital Policy Lead", "International Chamber of Commerce", None),
    (
        3,
        2,
        "Mr.",
        "José Cepeda García de Leon",
        "senator from Spain and Vice-President of the Spanish delegation",
        "Inter-Parliamentary Union",
        None,
    ),
    (3, 3, "Mr.", "Wolfgang Schwabl", "Chief Security Officer", "A1 Telekom Austria AG", None),
    (4, 1, "Mr.", "Severin Sindizera", "Coordinator", BURUNDI, None),
    (4, 2, "Ms.", "Ingeborg Geyer", "Treasurer", ALLIANCE, None),
    (4, 3, "Mr.", "Ian Tennant", "Head of Vienna Multilateral Representation", ALLIANCE, None),
]


def named(contents: Contents, capacity: Capacity) -> list[Participation]:
    return [participation for participation in contents.participations if participation.capacity is capacity]


def organization(contents: Contents, actor: str | None) -> str | None:
    return next((known.name for known in contents.actors if known.id == actor and isinstance(known, Organization)), None)


def test_the_panellists_of_the_second_report(second_report: Contents) -> None:
    panels = {panel.id: panel.order for panel in second_report.panels}
    assert [
        (
            panels[person.panel or person.id],
            person.order,
            person.honorific,
            person.name,
            person.role,
            organization(second_report, person.organization),
            organization(second_report, person.on_behalf_of),
        )
        for person in named(second_report, Capacity.PANELLIST)
    ] == PANELLISTS


def test_panels_stand_under_their_items(second_report: Contents) -> None:
    assert [(panel.id.rpartition("/")[2], panel.agenda_item, panel.paragraph) for panel in second_report.panels] == [
        (
            str(order),
            f"document/second-consultation-report/agenda-item/{item}",
            f"document/second-consultation-report/paragraph/{paragraph}",
        )
        for order, item, paragraph in ((1, 2, 5), (2, 3, 8), (3, 4, 12), (4, 5, 15))
    ]
    assert second_report.panels[0].span.quote.startswith("A panel was held under agenda item 2")


def test_a_panellist_has_the_exact_words(second_report: Contents) -> None:
    quotes = [person.span.quote for person in named(second_report, Capacity.PANELLIST)]
    assert quotes[0] == "Mr. Nemanja Malisevic, Director of Digital Diplomacy at Microsoft"
    assert quotes[8] == "Mr. Gaus Rajnovic, Cyber Security Manager, both on behalf of\n\nCybersecurity Tech Accord"
    assert quotes[14] == "Ms. Ingeborg Geyer, Treasurer"


def test_a_briefer_is_no_panellist(second_report: Contents) -> None:
    (briefer,) = named(second_report, Capacity.BRIEFER)
    assert (briefer.honorific, briefer.name, briefer.panel, briefer.order) == ("Ms.", "Renata Delgado-Schenk", None, None)
    assert briefer.role == "Programme Officer at the Global Programme on Cybercrime"
    assert organization(second_report, briefer.organization) == "United Nations Office on Drugs and Crime"
    assert briefer.paragraph == "document/second-consultation-report/paragraph/9"


def test_the_chairs_with_their_states(fifth_report: Contents, second_report: Contents) -> None:
    def chairs(contents: Contents) -> list[tuple[Capacity, str | None, str, str | None, str | None]]:
        return [(p.capacity, p.honorific, p.name, p.role, p.state) for p in contents.participations if p.capacity in {chair, vice}]

    chair, vice = Capacity.CHAIR, Capacity.VICE_CHAIR
    assert chairs(fifth_report) == [
        (chair, None, "Faouzia Boumaiza Mebarki", "Ad Hoc Committee Chair", "state/algeria"),
        (vice, None, "Eric do Val Lacerda Sogocio", "Vice-Chair", "state/brazil"),
    ]
    assert chairs(second_report) == [
        (chair, "H.E. Ms.", "Faouzia Boumaiza Mebarki", "Chair of the Ad Hoc Committee", "state/algeria"),
        (vice, "Mr.", "Eric Do Val Lacerda Sogocio", "Vice-Chair of the Ad Hoc Committee", "state/brazil"),
    ]
    assert {p.person for p in fifth_report.participations} <= {p.person for p in second_report.participations}


def test_actors_are_named_once_with_their_acronyms(second_report: Contents) -> None:
    acronyms = {actor.name: actor.acronym for actor in second_report.actors if isinstance(actor, Organization) and actor.acronym}
    assert acronyms == {
        "Forum for Incident Response and Security Teams": "FIRST",
        "International Criminal Police Organization": "INTERPOL",
        "United Nations Office on Drugs and Crime": "UNODC",
        BURUNDI: "AIDB",
    }
    assert len({actor.id for actor in second_report.actors}) == len(second_report.actors)
    assert sum(isinstance(actor, Person) for actor in second_report.actors) == 19
    assert {actor.name for actor in second_report.actors if isinstance(actor, State)} == {"Algeria", "Brazil", "Spain"}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Dr. Ana Li, Professor of Law, University of Kumasi", ("Ana Li", "Professor of Law", "University of Kumasi", None, None)),
        ("Ms. Ana Li of Norway", ("Ana Li", None, None, None, "Norway")),
        ("Ms. Ana Li (Holy See), Counsellor", ("Ana Li", "Counsellor", None, None, "Holy See")),
        ("Ms. Ana Li, Legal Adviser, Ministry of Justice, Norway", ("Ana Li", "Legal Adviser", "Ministry of Justice", None, "Norway")),
        ("Ms. Ana Li from the Blue Fund", ("Ana Li", None, "Blue Fund", None, None)),
        ("Ms. Ana Li, Head of Policy", ("Ana Li", "Head of Policy", None, None, None)),
        (
            "Ms. Ana Li, Chair of the Board of Trustees of the Blue Fund",
            ("Ana Li", "Chair of the Board of Trustees", "Blue Fund", None, None),
        ),
        ("Ms. Ana Li, engineer, representing the Blue Fund", ("Ana Li", "engineer", None, "Blue Fund", None)),
        (
            "H.E. Ambassador Ana al-Li y Gómez, Deputy Director at the Blue Fund (BF)",
            ("Ana al-Li y Gómez", "Deputy Director", "Blue Fund", None, None),
        ),
        ("Mr. J. P. van der Li, Director of Operations at Blue", ("J. P. van der Li", "Director of Operations", "Blue", None, None)),
    ],
)
def test_ways_to_present_a_person(
    read: Callable[..., Contents], entry: str, expected: tuple[str, str | None, str | None, str | None, str | None]
) -> None:
    contents = read(f"1. A panel was held with presentations by {entry} and Mr. Other Person, farmer.\n")
    person, other = contents.participations
    names = {actor.id: actor.name for actor in contents.actors}
    found = (person.organization, person.on_behalf_of, person.state)
    assert (person.name, person.role, *(names[actor] if actor else None for actor in found)) == expected
    assert (other.name, other.role, other.order) == ("Other Person", "farmer", 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "A panel composed of Ana Li (Blue Fund), Bo Tan (Red Union) and Cy Ngu (Kenya) opened the day.",
        "The panellists were Ana Li (Chile), Bo Tan (Peru) and Cy Ngu, Head of Policy at the Blue Fund.",
        "Presentations were made by Ms. Ana Li, Blue Fund; Mr. Bo Tan, Red Union; and Dr. Cy Ngu of Kenya.",
        "The panellists were: Ana Li, of the Blue Fund; Bo Tan, of the Red Union; and Cy Ngu, of Kenya.",
        "The panel, moderated by Ms. Di Ko, featured Ms. Ana Li, Mr. Bo Tan and Ms. Cy Ngu.",
    ],
)
def test_ways_to_list_a_panel(read: Callable[..., Contents], sentence: str) -> None:
    contents = read(f"1. {sentence}\n")
    assert [(person.name, person.order) for person in contents.participations] == [("Ana Li", 1), ("Bo Tan", 2), ("Cy Ngu", 3)]
    assert len(contents.panels) == 1


@pytest.mark.parametrize(
    ("sentence", "capacity"),
    [
        ("The workshop was chaired by Ms. Ana Li (Kenya).", Capacity.CHAIR),
        ("Ms. Ana Li (Kenya) was elected Chair by acclamation.", Capacity.CHAIR),
        ("The meeting elected Ms. Ana Li (Kenya) as Vice-Chair.", Capacity.VICE_CHAIR),
        ("Under the chairmanship of Ana Li (Kenya), the group met twice.", Capacity.CHAIR),
        ("The Vice-Chair of the Committee, Ana Li (Kenya), opened the meeting.", Capacity.VICE_CHAIR),
        ("The meeting was briefed by Ana Li (Kenya) on costs.", Capacity.BRIEFER),
        ("The meeting was opened by Ana Li (Kenya), Chair of the Working Group.", Capacity.CHAIR),
        ("Ms. Ana Li (Kenya) briefed the Group on costs.", Capacity.BRIEFER),
    ],
)
def test_ways_to_name_an_officer(read: Callable[..., Contents], sentence: str, capacity: Capacity) -> None:
    (person,) = read(f"1. {sentence}\n").participations
    assert (person.name, person.capacity, person.state, person.panel) == ("Ana Li", capacity, "state/kenya", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms. Ana Li, Chair of Greenpeace, welcomed the draft.",
        "The Chair gave the floor to Member States for statements.",
        "The Prime Minister Office of Criminal Justice Policy was thanked.",
        "A panel of experts met in Rome and drew up presentations.",
    ],
)
def test_others_take_no_part(read: Callable[..., Contents], sentence: str) -> None:
    contents = read(f"1. {sentence}\n")
    assert (contents.participations, contents.panels) == ((), ())
