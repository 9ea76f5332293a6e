from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from travaux.model.contents import Contents
from travaux.model.schemes import Capacity, DocumentKind, ReferenceKind

ReadReport = Callable[[str, DocumentKind], Contents]


@pytest.fixture(scope="module")
def plastics(read_report: ReadReport) -> Contents:
    return read_report("plastics-workshop.txt", DocumentKind.REPORT)


@pytest.fixture(scope="module")
def harbour(read_report: ReadReport) -> Contents:
    return read_report("harbour-consultation.txt", DocumentKind.REPORT)


@pytest.fixture(scope="module")
def arms(read_report: ReadReport) -> Contents:
    return read_report("arms-experts-report.txt", DocumentKind.REPORT)


@pytest.fixture(scope="module")
def fisheries(read_report: ReadReport) -> Contents:
    return read_report("fisheries-concept-note.md", DocumentKind.CONCEPT_NOTE)


def outline(contents: Contents) -> list[tuple[str | None, str | None]]:
    items = {item.id: item.number for item in contents.agenda_items}
    return [(p.number, items[p.agenda_item] if p.agenda_item else None) for p in contents.paragraphs]


def people(contents: Contents) -> list[tuple[Capacity, str, str | None, str | None, str | None]]:
    names = {actor.id: actor.name for actor in contents.actors}
    return [
        (p.capacity, p.name, p.role, names[p.organization] if p.organization else None, names[p.state] if p.state else None)
        for p in contents.participations
    ]


def targets(contents: Contents, kind: ReferenceKind) -> list[str]:
    return [reference.target for reference in contents.references if reference.kind is kind]


def messages(contents: Contents) -> list[str]:
    return [finding.message for finding in contents.findings]


def test_headers_of_other_bodies(plastics: Contents, harbour: Contents, arms: Contents, fisheries: Contents) -> None:
    def summary(contents: Contents) -> tuple[str | None, ...]:
        header = contents.header
        return (header.symbol, header.title, header.body, header.session, *header.places)

    assert summary(plastics) == (
        "UNEP/PP/WS.3/4",
        "Report of the third regional workshop on product design and waste management",
        "INTERGOVERNMENTAL NEGOTIATING COMMITTEE ON PLASTIC POLLUTION",
        "Fifth session (second part)",
        "Nairobi",
    )
    assert summary(harbour) == (
        None,
        "Summary of the second public consultation on the Harbour Quarter Charter",
        "Department of Urban Mobility",
        None,
    )
    assert summary(arms) == (
        "CCW/GGE.2/2022/7",
        "Report of the 2022 session of the Group of Governmental Experts",
        "Group of Governmental Experts on Loitering Munitions",
        "Second session",
        "Geneva",
    )
    assert summary(fisheries) == (
        None,
        "Concept note: fourth stakeholder dialogue on small-scale fisheries",
        "Regional Fisheries Forum",
        None,
        "Suva",
        "online",
    )
    assert [contents.header.date for contents in (plastics, harbour, arms)] == [dt.date(2025, 2, 17), dt.date(2024, 3, 3), None]
    assert (arms.header.first_day, arms.header.last_day) == (dt.date(2022, 3, 7), dt.date(2022, 7, 29))


def test_the_plastics_workshop_is_laid_out(plastics: Contents) -> None:
    assert [section.title for section in plastics.sections] == [
        "I. Introduction",
        "II. Product design (agenda item 2)",
        "III. Waste management (agenda item 3)",
        "IV. Closure",
    ]
    expected = [("1", None), ("2", None), ("3", None), ("4", None), ("5", "2"), ("6", "2"), ("7", "2"), ("8", "3(a)"), ("9", "3(b)")]
    assert outline(plastics) == [*expected, ("11", "3(b)"), ("12", None)]
    assert [(item.number, item.title) for item in plastics.agenda_items] == [
        ("1", "Opening of the workshop"),
        ("2", "Product design"),
        ("3", "Waste management"),
        ("3(a)", "Collection"),
        ("3(b)", "Recycling"),
        ("4", "Closure of the workshop"),
    ]
    assert plastics.agenda_items[3].parent == plastics.agenda_items[2].id


def test_the_plastics_workshop_names_people_and_counts_them(plastics: Contents) -> None:
    assert people(plastics) == [
        (Capacity.CHAIR, "Adaeze Okonkwo-Lindqvist", None, None, "Nigeria"),
        (Capacity.CHAIR, "Tomás Herrera y Luna", None, None, "Peru"),
        (Capacity.CHAIR, "Adaeze Okonkwo-Lindqvist", "Co-Chair", None, None),
        (Capacity.PANELLIST, "Priya Raman", "Professor of Polymer Chemistry", "University of Pune", None),
        (Capacity.PANELLIST, "Jan van der Velde", "Policy Lead for Packaging", "Circular North", None),
        (Capacity.PANELLIST, "Li Wen", None, "Ministry of Ecology", None),
    ]
    assert [(figure.count, figure.category) for figure in plastics.attendance] == [
        (141, "participants"),
        (62, "delegates from Governments"),
        (31, "representatives of industry"),
        (27, "civil society organizations"),
        (9, "experts from universities"),
    ]


def test_the_plastics_workshop_refers(plastics: Contents) -> None:
    assert targets(plastics, ReferenceKind.RESOLUTION) == [
        "United Nations Environment Assembly resolution 5/14",
        "A/RES/76/300",
        "A/RES/77/161",
    ]
    assert targets(plastics, ReferenceKind.ARTICLE) == [
        "article 4",
        "article 5",
        "article 6",
        "article 7 bis",
        "article 9 (2)",
        "article 4",
        "article 3 of the Basel Convention",
        "article 10",
        "article 11",
        "article 12",
    ]
    assert [r.alternatives for r in plastics.references if r.kind is ReferenceKind.BRACKETED_TEXT] == [
        ("shall", "should"),
        ("problematic", "avoidable"),
        ("and chemicals",),
    ]
    assert [(event.event, event.first_day) for event in plastics.events] == [
        ("fifth session", dt.date(2025, 6, 30)),
        ("third regional workshop", dt.date(2025, 1, 29)),
    ]
    assert messages(plastics) == ["Paragraph 9 is followed by paragraph 11: the numbering leaves out 10."]


def test_the_harbour_consultation(harbour: Contents) -> None:
    assert [section.title for section in harbour.sections] == [
        "Summary",
        "Agenda item 1: Access to the water",
        "Agenda item 2: Traffic",
        "Other matters",
    ]
    assert outline(harbour) == [
        (None, None),
        (None, None),
        ("1.1", "1"),
        ("1.2", "1"),
        ("2.1", "2"),
        ("2.2", "2"),
        ("2.4", "2"),
        (None, None),
    ]
    assert harbour.paragraphs[2].span.quote.endswith("“Who will pay for the quay?”")
    assert people(harbour) == [
        (Capacity.CHAIR, "Ingrid Solberg-Amara", None, None, None),
        (Capacity.PANELLIST, "Samira Haddad", None, "Cycling Union of Norhaven", None),
        (Capacity.PANELLIST, "Peter Holm", None, "Port Authority", None),
        (Capacity.PANELLIST, "Jo Lindgren", None, "Residents for Quiet Streets", None),
    ]
    assert targets(harbour, ReferenceKind.ARTICLE) == ["article 11 of the Aarhus Convention"]
    assert [(event.event, event.first_day) for event in harbour.events] == [
        ("second public consultation", dt.date(2024, 2, 20)),
        ("first public consultation", dt.date(2023, 11, 8)),
    ]
    assert messages(harbour) == [
        "Paragraph 2.2 is followed by paragraph 2.4: the numbering leaves out 2.3.",
        "In paragraph 1.2 a parenthesis opens and is not closed: (as in 2019. …",
    ]


def test_the_arms_experts(arms: Contents) -> None:
    assert outline(arms) == [("1", None), ("2", None), ("3", None), ("4", "4"), ("5", "4"), ("7", "5"), ("8", None), ("9", None)]
    assert [(item.number, item.title) for item in arms.agenda_items] == [("4", "Possible measures"), ("5", "Transparency")]
    assert people(arms) == [
        (Capacity.CHAIR, "Rashid al-Karim", None, None, "Jordan"),
        (Capacity.VICE_CHAIR, "Beatriz Fontes-Vidal", "Vice-Chair", None, "Portugal"),
        (Capacity.BRIEFER, "Kofi Mensah-Boateng", "Senior Legal Adviser", "International Committee of the Red Cross", None),
        (Capacity.PANELLIST, "Hana Kovář", "Research Director", "Prague Arms Monitor", None),
        (Capacity.PANELLIST, "Samuel T. Whitfield", None, None, None),
        (Capacity.CHAIR, "Rashid al-Karim", "Chair", None, None),
    ]
    panellists = [person for person in arms.participations if person.capacity is Capacity.PANELLIST]
    assert {person.on_behalf_of for person in panellists} == {"organization/coalition-for-restraint"}
    assert [(figure.count, figure.category) for figure in arms.attendance] == [(31, "States"), (52, "non-governmental organizations")]
    assert targets(arms, ReferenceKind.ARTICLE) == [
        "article 3",
        "article 5 (1)",
        "article 8",
        "article 36 of Additional Protocol I",
        "article 51 of the Charter of the United Nations",
    ]
    assert targets(arms, ReferenceKind.PREAMBULAR_PARAGRAPH) == [f"preambular paragraph {number}" for number in (2, 4, 5, 6)]
    assert targets(arms, ReferenceKind.RESOLUTION) == ["S/RES/1540 (2004)", "S/RES/2325 (2016)", "A/HRC/RES/51/22"]
    assert messages(arms) == ["Paragraph 5 is followed by paragraph 7: the numbering leaves out 6."]


def test_the_fisheries_concept_note(fisheries: Contents) -> None:
    assert [section.title for section in fisheries.sections] == ["Background", "Access rights", "Trade"]
    assert [(question.number, question.order) for question in fisheries.questions] == [("1", 1), ("2", 2), ("3", 3), ("1", 4), ("3", 5)]
    assert fisheries.questions[1].span.quote == "Which data are missing? Who should collect them, and at whose cost?"
    assert len({question.id for question in fisheries.questions}) == 5
    assert [(event.event, event.first_day) for event in fisheries.events] == [
        ("fourth stakeholder dialogue", dt.date(2026, 10, 5)),
        ("fourth stakeholder dialogue", dt.date(2026, 10, 5)),
        ("twelfth session", dt.date(2026, 10, 8)),
    ]
    assert messages(fisheries) == ["Question 1 is followed by question 3: the numbering leaves out 2."]
