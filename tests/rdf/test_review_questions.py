"""Who decided what, where reviewers differ, and of which graphs the map consists."""

from __future__ import annotations

import pytest

from argument_map.arguments import RELATIONS
from argument_map.documents import AUTUMN, SPRING
from argument_map.review import MIRA, NAMED
from argument_map.rows import Ask, Row, claimed, iri, place, said

MIRAS, JOSSES = "Mira Stone", "Joss Hale"
SECOND = ("2030-11-01T09:50:00Z", "no")


def decided(name: str, kind: str, reviewer: str, minute: int, *told: str | None, changed: str | None = None) -> Row:
    """A row on the statement of that name, by a decision in force; ``told`` is the reason and then the rule."""
    reason, rule = told
    first = (kind, reviewer, f"2030-11-01T09:{minute:02}:00Z", "yes", reason, None, changed, rule, "statement")
    return (*first, *claimed(name))


def test_who_decided_what_when_and_why_and_what_was_changed(ask: Ask) -> None:
    dams, heading = "The dams are a condition, not a reason.", "The rules take “proposed that” for a heading."
    seconds = ("accepted", JOSSES, *SECOND, "As it stands.", "To be talked over.", None, "cue-verb", "statement", *claimed("pond"))
    rows = [row for row in ask("decisions", document="autumn-report") if row[8] == "statement"]
    assert rows == [
        decided("pond", "accepted", MIRAS, 4, None, "cue-verb"),
        seconds,
        decided("belong", "edited", MIRAS, 5, dams, "cue-verb", changed="condition"),
        decided("belong", "edited", MIRAS, 5, dams, "cue-verb", changed="stance"),
        decided("concern", "accepted", MIRAS, 6, None, "cue-verb"),
        decided("optional", "added", MIRAS, 7, heading, None),
        decided("data", "accepted", JOSSES, 8, None, "cue-verb"),
    ]


def test_what_was_rejected_is_listed_with_who_rejected_it_and_why(ask: Ask) -> None:
    reason = "It opens the floor and says nothing of lakes."
    assert [row for row in ask("decisions") if row[0] == "rejected"] == [decided("rejected", "rejected", MIRAS, 3, reason, "cue-verb")]


def test_what_nobody_has_decided_upon_has_no_decision(ask: Ask) -> None:
    about = {row[-1] for row in ask("decisions")}
    assert about.isdisjoint(said(name)[-1] for name in ("trust", "force", "delete"))
    assert iri("position/trust") not in about


def test_decisions_on_positions_have_no_place_and_those_on_relations_the_words_that_show_them(ask: Ask) -> None:
    rows = ask("decisions", reviewer="mira")
    positions = {row[-1]: row for row in rows if row[8] == "position"}
    assert positions.keys() == {iri(one.id) for one in NAMED}
    assert positions[iri("position/narrow")][9:] == (
        *("The scope should be narrow.", None, None, None, "added"),
        *(None, None, None, None, None, iri("position/narrow")),
    )
    relations = {row[-1]: row for row in rows if row[8] == "relation"}
    assert relations.keys() == {iri(one.id) for one in RELATIONS}
    dams = place(AUTUMN, "2", "provided that dams in use are exempt")
    claim = "Dams in use should be exempt. — qualifies — Reservoirs should be covered."
    assert relations[iri("relation/dams/reservoirs")][9:-1] == (claim, None, None, None, None, *dams)


@pytest.mark.parametrize("typed", ["joss", "JOSS", "Joss Hale", "joss hale"])
def test_a_reviewer_may_be_given_by_short_name_or_name(typed: str, ask: Ask) -> None:
    assert {row[1] for row in ask("decisions", reviewer=typed)} == {JOSSES}
    assert {row[1] for row in ask("second-opinions", reviewer=typed)} == {JOSSES}


def test_a_document_leaves_out_positions_and_what_is_of_other_documents(ask: Ask) -> None:
    assert {(row[8], row[14]) for row in ask("decisions", document="spring-report")} == {("statement", "spring-report")}


def test_reviewers_differ_where_a_second_opinion_differs_in_a_field(ask: Ask) -> None:
    second = (JOSSES, "edited", "2030-11-01T09:50:00Z", "A caution is a concern.")
    first = (MIRAS, "accepted", "2030-11-01T09:01:00Z", None)
    rows = [(field, *second, *first, *claimed("broad")) for field in ("prevalence", "stance")]
    assert ask("second-opinions") == rows
    assert ask("second-opinions", document="spring-report") == rows
    assert ask("second-opinions", document="autumn-report") == []
    assert ask("second-opinions", reviewer=MIRA.name) == []


def test_each_layer_with_its_statements_and_what_it_is_derived_from(ask: Ask) -> None:
    def told(layer: str, kind: str, document: str | None, sources: list[str], *counts: int) -> list[Row]:
        return [(iri(f"graph/{layer}"), kind, document, iri(source), *counts) for source in sources]

    reports = ("autumn-report", "spring-report")
    below = [f"graph/{kind}/{name}" for kind in ("extracted", "reviewed") for name in reports]
    assert ask("layers") == [
        *told("extracted/autumn-report", "extracted", "autumn-report", [AUTUMN], 1, 0),
        *told("extracted/spring-report", "extracted", "spring-report", [SPRING], 2, 0),
        *told("inferred", "inferred", None, below, 0, 0),
        *told("reviewed", "reviewed", None, below, 0, 0),
        *told("reviewed/autumn-report", "reviewed", "autumn-report", [AUTUMN, "graph/extracted/autumn-report"], 5, 0),
        *told("reviewed/spring-report", "reviewed", "spring-report", [SPRING, "graph/extracted/spring-report"], 3, 1),
    ]
