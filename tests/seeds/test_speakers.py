"""Question 8, on who said what in which role; the answers were read from the panels of the second consultation."""

from __future__ import annotations

import pytest

from asked import SECOND, Asked

Role = tuple[str, str, str | None, str | None]

MALISEVIC: Role = ("Nemanja Malisevic", "Director of Digital Diplomacy", "Microsoft", None)
DANDURAND: Role = (
    *("Yvon Dandurand", "Senior Associate", "International Centre for Criminal Law Reform and Criminal Justice Policy"),
    None,
)
GIBSON: Role = ("Chris Gibson", "Executive Director", "Forum for Incident Response and Security Teams", None)
SGOUROPOULOU: Role = ("Cleo Sgouropoulou", "Vice-Rector", "University of West Attica", None)
MCEWEN: Role = (
    *("Craig McEwen", "Chief Information Security Officer", "AngloAmerican"),
    "International Chamber of Commerce – United Kingdom of Great Britain and Northern Ireland",
)
EDE: Role = ("John Ede", "President", "Ohaha Family Foundation", None)
PFEIFFER: Role = ("Szilard Pfeiffer", "Security Engineer", None, "Cybersecurity Tech Accord")
RAJNOVIC: Role = ("Gaus Rajnovic", "Cyber Security Manager", None, "Cybersecurity Tech Accord")
SONI: Role = ("Tima Soni", "Director of the Cybersecurity Division", "United Nations International Computing Centre", None)
SUTO: Role = ("Timea Suto", "Global Digital Policy Lead", "International Chamber of Commerce", None)
CEPEDA: Role = (
    *("José Cepeda García de Leon", "senator from Spain and Vice-President of the Spanish delegation", "Inter-Parliamentary Union"),
    None,
)
SCHWABL: Role = ("Wolfgang Schwabl", "Chief Security Officer", "A1 Telekom Austria AG", None)
SINDIZERA: Role = (
    *("Severin Sindizera", "Coordinator", "Association pour l’intégration et le développement durable au Burundi"),
    None,
)
ALLIANCE = "Alliance of NGOs on Crime Prevention and Criminal Justice"
GEYER: Role = ("Ingeborg Geyer", "Treasurer", ALLIANCE, None)
TENNANT: Role = ("Ian Tennant", "Head of Vienna Multilateral Representation", ALLIANCE, None)

GIVER_AND_RECEIVER = (
    *("observe", "unspecified", "10"),
    (
        "the convention would provide the opportunity to strengthen the role of the private sector, "
        "both as a giver and receiver of technical assistance"
    ),
)
FROM_INCEPTION = (
    *("stress", "unspecified", "16"),
    "a mechanism of implementation should be a key component of the convention, considered from its inception",
)
CIVIL_SOCIETY = (
    *("stress", "unspecified", "16"),
    "an open and inclusive role for all civil society is of key importance to an effective implementation of the convention",
)
MODELS = (
    *("observe", "unspecified", "16"),
    "various models of mechanisms of implementation of existing instruments, providing an overview of strengths and weaknesses",
)
PUBLIC_PRIVATE = (
    *("stress", "one", "6"),
    "the importance of fostering relationships and building trust between the public and private sector",
)

# What each panellist said, in the order of the text. What "was also mentioned" or "highlighted" by nobody named is nobody's.
SAID: list[tuple[str, Role, list[tuple[str, ...]]]] = [
    (
        "Microsoft",
        MALISEVIC,
        [
            ("stress", "one", "6", "effective international cooperation is essential for successful prosecutions"),
            ("stress", "one", "6", "the importance of relying on existing treaties that have proven effective in this field"),
            (
                *("observe", "one", "6"),
                "the convention should allow States to refuse cooperation on the basis of human rights considerations",
            ),
            ("observe", "one", "6", "political offence exceptions"),
        ],
    ),
    (
        "Yvon Dandurand",
        DANDURAND,
        [
            ("observe", "one", "6", "the complex, slow and disjointed nature of the current international cooperation regime"),
            (
                *("observe", "one", "6"),
                "the importance of building meaningful relationships that increase trust and foster reciprocity between Member States",
            ),
        ],
    ),
    (
        "FIRST",
        GIBSON,
        [
            (
                *("observe", "one", "6"),
                (
                    "the decision to refer information on an incident to law enforcement would often be dependent on "
                    "the trust built between law enforcement and the specific incident response teams"
                ),
            )
        ],
    ),
    (
        "University of West Attica",
        SGOUROPOULOU,
        [("observe", "one", "6", "the need for international cooperation to also regulate the uses of artificial intelligence")],
    ),
    ("AngloAmerican", MCEWEN, [PUBLIC_PRIVATE]),
    (
        "John Ede",
        EDE,
        [
            (
                *("stress", "one", "10"),
                "the damages caused by the use of information and communications technologies for criminal purposes",
            ),
            ("stress", "one", "10", "developed countries should provide capacity-building assistance to developing countries"),
        ],
    ),
    ("Pfeiffer", PFEIFFER, [GIVER_AND_RECEIVER]),
    ("Rajnovic", RAJNOVIC, [GIVER_AND_RECEIVER]),
    (
        "United Nations International Computing Centre",
        SONI,
        [
            (
                *("observe", "one", "10"),
                "how technical assistance in this field could be conducted, including by running phishing tests and information-sharing",
            )
        ],
    ),
    (
        "Timea Suto",
        SUTO,
        [
            (
                *("stress", "one", "13"),
                (
                    "prevention efforts can reduce harm by neutralizing attacks, dismantling vulnerabilities and dissuading actors "
                    "from criminal conduct"
                ),
            ),
            ("stress", "one", "13", "should be a key element of the convention in addition to law enforcement measures"),
            ("stress", "one", "13", "the importance of harmonizing legislative approaches"),
            (
                *("stress", "one", "13"),
                "fostering multi-stakeholder cooperation in preventing the criminal use of information and communications technologies",
            ),
        ],
    ),
    (
        "Inter-Parliamentary Union",
        CEPEDA,
        [
            (
                *("stress", "one", "13"),
                "the need to include the perspective of national parliaments in the negotiations of the convention",
            ),
            ("observe", "one", "13", "the use of early warning systems"),
            ("observe", "one", "13", "increasing the sharing of knowledge on criminal techniques, tactics and intentions"),
        ],
    ),
    (
        "A1 Telekom Austria AG",
        SCHWABL,
        [
            ("observe", "one", "13", "security by default, which could be an effective cybercrime prevention tool"),
            ("observe", "one", "13", "the regulation of security by default\n\nmeasures would lead to enhanced prevention"),
        ],
    ),
    (
        "AIDB",
        SINDIZERA,
        [
            (
                *("stress", "one", "16"),
                (
                    "the convention should consider the viewpoint of civil society and indigenous peoples’ organizations "
                    "when negotiating the characteristics of a mechanism of implementation"
                ),
            ),
            FROM_INCEPTION,
            CIVIL_SOCIETY,
        ],
    ),
    ("Ingeborg Geyer", GEYER, [MODELS, FROM_INCEPTION, CIVIL_SOCIETY]),
    ("Ian Tennant", TENNANT, [MODELS, FROM_INCEPTION, CIVIL_SOCIETY]),
]

COLUMNS = "person role organization on_behalf_of act prevalence paragraph quote"


@pytest.mark.parametrize(("actor", "role", "said"), SAID)
def test_8_what_somebody_said_in_which_role(actor: str, role: Role, said: list[tuple[str, ...]], ask: Asked) -> None:
    assert ask("actor-statements", COLUMNS, actor=actor) == [(*role, *statement) for statement in said]
    assert {row[0] for row in ask("actor-statements", "document", actor=actor)} == {SECOND}


def test_8_the_chamber_and_its_national_branch_spoke_through_two_people(ask: Asked) -> None:
    rows = ask("actor-statements", f"actor {COLUMNS}", actor="International Chamber of Commerce")
    suto = next(said for actor, _, said in SAID if actor == "Timea Suto")
    assert rows == [
        *((SUTO[2], *SUTO, *statement) for statement in suto),
        (MCEWEN[3], *MCEWEN, *PUBLIC_PRIVATE),
    ]


def test_8_two_spoke_on_behalf_of_one_body(ask: Asked) -> None:
    rows = ask("actor-statements", COLUMNS, actor="Cybersecurity Tech Accord")
    assert set(rows) == {(*PFEIFFER, *GIVER_AND_RECEIVER), (*RAJNOVIC, *GIVER_AND_RECEIVER)}
    assert len(rows) == 2
    assert len({row[0] for row in ask("actor-statements", "statement", actor="Cybersecurity Tech Accord")}) == 1


@pytest.mark.parametrize(
    "actor",
    [
        "INTERPOL",  # on the panel, and reported with nothing but a topic: "focused on existing mechanisms"
        "UNODC",  # briefed the meeting; welcomed as secretariat by others
        "Faouzia Boumaiza Mebarki",  # chaired
        "Brazil",  # the State of the Vice-Chair
    ],
)
def test_8_who_was_there_and_is_reported_with_no_view(actor: str, ask: Asked) -> None:
    assert ask("actor-statements", "statement", actor=actor) == []


def test_8_the_panels_in_the_order_in_which_ordinals_count(ask: Asked) -> None:
    lee = ("Pei Ling Lee", "Head of Cyber Strategy and Outreach Unit", "International Criminal Police Organization", None)
    panels = (
        ("2", "5", (MALISEVIC, DANDURAND, GIBSON, SGOUROPOULOU, MCEWEN)),
        ("3", "8", (lee, EDE, PFEIFFER, RAJNOVIC, SONI)),
        ("4", "12", (SUTO, CEPEDA, SCHWABL)),
        ("5", "15", (SINDIZERA, GEYER, TENNANT)),
    )
    assert ask("panellists", "panel agenda_item order person role organization on_behalf_of paragraph") == [
        (number, item, place, *role, paragraph)
        for number, (item, paragraph, people) in enumerate(panels, start=1)
        for place, role in enumerate(people, start=1)
    ]


def test_8_nobody_in_the_fifth_consultation_is_named(ask: Asked) -> None:
    rows = ask("position-statements", "speaker", consultation="fifth-intersessional-consultation")
    floor = {"nobody named", "Speakers", "others"}
    assert {str(row[0]).split()[-1] for row in rows if row[0] not in floor} == {"speakers", "speaker"}
