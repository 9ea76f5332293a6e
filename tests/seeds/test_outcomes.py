"""Question 15, on what became of requests; what was asked for was read from the documents, what became of it in seeds/treaty."""

from __future__ import annotations

import pytest

from asked import FIFTH, NOTE, Asked

NOT_KNOWN = ("unknown [unverified]", "M")

# By matter: what became of it and how sure that is; the positions that ask for it; the paragraphs and questions where it is asked for.
MATTERS: dict[str, tuple[tuple[str, str], set[str | None], set[tuple[str, str]]]] = {
    "Cybercrime in the title": (("taken-up", "A"), {None}, {(NOTE, "2")}),
    "Dishonest intent": (("partly", "B"), {"Offences in the convention should not require “dishonest intent”."}, {(FIFTH, "7")}),
    "Dual criminality": (NOT_KNOWN, {"The convention should uphold the principle of dual criminality."}, {(FIFTH, "7"), (FIFTH, "9")}),
    "Expedited preservation": (
        NOT_KNOWN,
        {"Expedited preservation, real-time collection and interception should be subject to strong human rights safeguards."},
        {(FIFTH, "8"), (NOTE, "16")},
    ),
    "Gender in the preamble": (NOT_KNOWN, {"The preamble should refer strongly to gender-mainstreaming."}, {(FIFTH, "6")}),
    "Guided by the Charter": (
        ("not-taken-up", "C"),
        {"Preambular paragraph 1 should say “guided by” the principles of the Charter, not “bearing in mind”."},
        {(FIFTH, "6")},
    ),
    "Human rights instruments named": (
        ("not-taken-up", "B"),
        {"Article 5 on respect for human rights should refer to relevant international legal instruments."},
        {(FIFTH, "5")},
    ),
    "Images made by artificial intelligence": (
        NOT_KNOWN,
        {"The language of the convention should be technology-neutral."},
        {(FIFTH, "7"), (NOTE, "8")},
    ),
    "Interception of content data": (
        NOT_KNOWN,
        {
            "Articles 29 and 30 should not protect traffic data and content data at different levels.",
            "Real-time collection and interception of both types of data should only apply to serious offences.",
        },
        {(FIFTH, "8"), (NOTE, "16")},
    ),
    "Legality, necessity and an effective remedy": (
        NOT_KNOWN,
        {
            "Article 24 should add the principles of legality and necessity to that of proportionality.",
            "Article 24 should refer to the right to an effective remedy against law enforcement powers.",
        },
        {(FIFTH, "8"), (NOTE, "13")},
    ),
    "List of offences in the preamble": (
        ("not-taken-up", "C"),
        {"The list of offences in preambular paragraph 3 should be linked to offences covered by the convention."},
        {(FIFTH, "6")},
    ),
    "Material that is not sexual": (
        ("taken-up", "B"),
        {"Article 13 should not be broadened to abuse and exploitation that are not sexual in nature."},
        {(FIFTH, "7"), (NOTE, "7")},
    ),
    "Offences under other treaties": (
        NOT_KNOWN,
        {
            "Article 17 on offences relating to other international treaties should be deleted.",
            "Article 17 on offences relating to other international treaties should be moved to a different chapter.",
            "Article 17 on offences relating to other international treaties should be optional.",
        },
        {(FIFTH, "7")},
    ),
    "Protection of personal data": (
        ("taken-up", "C"),
        {"Article 36 on protection of personal data is a welcome addition and a solid basis for negotiation."},
        {(FIFTH, "9")},
    ),
    "Reach of international cooperation": (
        ("partly", "A"),
        {"All forms of international cooperation should be limited to offences established in accordance with the convention."},
        {(FIFTH, "9")},
    ),
    "Reach of law enforcement cooperation": (
        NOT_KNOWN,
        {"All forms of international cooperation should be limited to offences established in accordance with the convention."},
        {(FIFTH, "9")},
    ),
    "Reach of procedural powers": (
        NOT_KNOWN,
        {
            "Procedural measures should be limited to serious crimes punishable by a maximum of at least four years.",
            "Procedural measures should not extend beyond offences established in accordance with the convention.",
        },
        {(FIFTH, "8")},
    ),
    "Real-time collection of traffic data": (
        NOT_KNOWN,
        {"Real-time collection and interception of both types of data should only apply to serious offences."},
        {(FIFTH, "8"), (NOTE, "16")},
    ),
    "Refusal where a request discriminates": (
        NOT_KNOWN,
        {"States should be able to refuse extradition and legal assistance where a request aims at discrimination."},
        {(FIFTH, "9")},
    ),
    "Security researchers": (
        ("partly", "B"),
        {"Security researchers and ethical hackers who test systems for vulnerabilities should be protected."},
        {(FIFTH, "5")},
    ),
    "Terms for systems and for data": (("taken-up", "A"), {None}, {(NOTE, "2"), (NOTE, "5")}),
    "Threshold of four years": (
        NOT_KNOWN,
        {"Procedural measures should be limited to serious crimes punishable by a maximum of at least four years."},
        {(FIFTH, "8")},
    ),
    "Victims in the statement of purpose": (
        ("not-taken-up", "B"),
        {"The statement of purpose should refer to the protection of victims."},
        {(FIFTH, "5")},
    ),
}


@pytest.mark.parametrize("matter", MATTERS)
def test_15_what_became_of_a_matter_and_who_asked_for_it_where(matter: str, ask: Asked) -> None:
    (became, grade), positions, places = MATTERS[matter]
    rows = [row for row in ask("outcomes", "outcome became grade position document paragraph") if row[0] == f"{matter}: {became}"]
    assert {row[1:3] for row in rows} == {(became, grade)}
    assert {row[3] for row in rows} == positions
    assert {row[4:] for row in rows} == places
    assert len(rows) == len(positions) * len(places)


def test_15_no_other_matter_is_on_file(ask: Asked) -> None:
    assert {str(row[0]).rpartition(": ")[0] for row in ask("outcomes", "outcome")} == set(MATTERS)


def test_15_nothing_that_is_not_known_rests_on_better_than_recollection_and_all_of_it_is_marked(ask: Asked) -> None:
    rows = ask("outcomes", "became grade outcome")
    assert {became for became, grade, _ in rows if grade == "M"} == {"unknown [unverified]"}
    assert {str(outcome).endswith("[unverified]") for _, grade, outcome in rows if grade == "M"} == {True}
    assert {became for became, grade, _ in rows if grade != "M"} == {"taken-up", "partly", "not-taken-up"}


def test_15_concerns_of_whose_outcome_nothing_is_on_file(ask: Asked) -> None:
    # Concern or opposition in either report, with no outcome: silence, and not "unknown".
    contested = {position for position, stance in ask("position-statements", "position stance") if stance in ("concerned", "opposes")}
    assert contested - {row[0] for row in ask("outcomes", "position")} == {
        "A broad scope would increase the risk that requests to the private sector meet conflicting domestic laws.",
        "Service providers should not be overburdened with cybersecurity tasks.",
        "The broad scope of article 17 on offences relating to other treaties is a matter of concern.",
        "The convention should not yet provide for collecting and exchanging electronic evidence for any criminal offence.",
        "The current international cooperation regime is complex, slow and disjointed.",
        "The mechanism of implementation should consider existing processes and not reinvent the wheel.",
        "The use of information and communications technologies for criminal purposes causes damage.",
    }


def test_15_the_facts_behind_what_is_known(ask: Asked) -> None:
    grades = {(outcome, grade) for outcome, grade in ask("outcome-facts", "outcome grade")}
    assert {grade for outcome, grade in grades if outcome == "Material that is not sexual: taken-up"} == {"B"}
    assert {grade for outcome, grade in grades if outcome == "Reach of international cooperation: partly"} == {"A"}
    assert {outcome for outcome in MATTERS if not any(str(row[0]).startswith(f"{outcome}:") for row in grades)} == {
        "Dual criminality",
        "Expedited preservation",
    }
