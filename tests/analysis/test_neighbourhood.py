"""Neighbourhoods: their counts against queries of their own, and that a choice marks without moving."""

from __future__ import annotations

from collections import Counter

import pytest

from travaux.analysis.neighbourhood import MEANINGS, Neighbourhood, find_neighbours, find_overview
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import Stance
from travaux.model.store import Store

BASE = "https://w3id.org/travaux/corpus/cybercrime-convention/"
FIFTH = "fifth-intersessional-consultation"


def _counted(store: Store, pattern: str) -> dict[str, int]:
    """Count standing statements by the positions they express, with a query of the test's own."""
    query = f"""{PREFIXES}SELECT ?position (COUNT(DISTINCT ?statement) AS ?number) WHERE {{
      ?statement a trv:Statement ; trv:position ?position ; trv:review ?review . {pattern}
      FILTER(?review != review:rejected) }} GROUP BY ?position"""
    return {str(row["position"]).removeprefix(BASE): int(str(row["number"])) for row in store.select(query)}


def _of(found: Neighbourhood, kind: str) -> dict[str, int]:
    return {thing.id: thing.statements for thing in found.things if thing.kind == kind and thing.id != found.centre}


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("theme/human-rights", "?statement trv:theme/skos:broader* <{}>"),
        ("instrument/draft/article/24", "?statement trv:provision <{}>"),
        ("document/fifth-consultation-concept-note/question/15", "?statement trv:question|trv:partialQuestion <{}>"),
        ("document/second-consultation-report", "?statement trv:document <{}>"),
    ],
)
def test_positions_around_a_thing_are_those_of_its_statements(stored_seeds: Store, name: str, pattern: str) -> None:
    found = find_neighbours(stored_seeds, BASE, Id(name))
    counted = _counted(stored_seeds, pattern.format(BASE + name))
    positions = _of(found, "position")
    further = sum(one.number for one in found.further if one.kind == "position")
    assert len(counted) == len(positions) + further
    assert {key: counted[key] for key in positions} == positions
    assert list(positions.values()) == sorted(positions.values(), reverse=True)


def test_more_than_sixty_positions_are_counted_and_not_given(stored_seeds: Store) -> None:
    found = find_neighbours(stored_seeds, BASE, Id(f"consultation/{FIFTH}"))
    counted = _counted(stored_seeds, f"?statement trv:document/trv:consultation <{BASE}consultation/{FIFTH}>")
    assert len(counted) > 60
    assert len(_of(found, "position")) == 60
    assert [one.number for one in found.further if one.kind == "position"] == [len(counted) - 60]


def test_a_choice_marks_what_it_leaves_out_and_changes_no_order(stored_seeds: Store) -> None:
    name = Id("theme/human-rights")
    whole = find_neighbours(stored_seeds, BASE, name)
    narrowed = find_neighbours(stored_seeds, BASE, name, Selection(consultations=(FIFTH,)))
    assert [one.id for one in whole.things] == [one.id for one in narrowed.things if not one.extra]
    within = {one.id for one in narrowed.things if one.within and one.kind == "position"}
    pattern = f"?statement trv:theme/skos:broader* <{BASE}{name}> ; trv:document/trv:consultation/trv:name '{FIFTH}'"
    assert within == set(_counted(stored_seeds, pattern))
    assert 0 < len(within) < len(_of(whole, "position"))
    assert {one.id: one.stance for one in whole.things if one.kind == "position"} == {
        one.id: one.stance for one in narrowed.things if one.kind == "position"
    }


def test_every_link_joins_things_that_are_given_and_has_a_meaning(stored_seeds: Store) -> None:
    for found in (find_overview(stored_seeds, BASE), find_neighbours(stored_seeds, BASE, Id("theme/scope"))):
        names = {thing.id for thing in found.things}
        assert found.edges
        assert all({edge.source, edge.target} <= names and edge.kind in MEANINGS for edge in found.edges)
        assert len(found.to_table()) == len(found.edges)
        assert len(names) == len(found.things)


def test_relations_lead_from_reason_to_what_it_is_a_reason_for(stored_seeds: Store) -> None:
    pattern = "?one a trv:Relation ; trv:premise ?premise ; trv:conclusion ?conclusion ; trv:kind relation:attacks"
    attack = next(iter(stored_seeds.select(f"{PREFIXES}SELECT ?premise ?conclusion WHERE {{ {pattern} }}")))
    premise, conclusion = (Id(str(attack[name]).removeprefix(BASE)) for name in ("premise", "conclusion"))
    for centre in (premise, conclusion):
        edges = find_neighbours(stored_seeds, BASE, centre).edges
        assert (premise, "against", conclusion) in {(edge.source, edge.kind, edge.target) for edge in edges}


def test_the_overview_shows_each_theme_and_each_provision_once_under_one_wide_theme(stored_seeds: Store) -> None:
    found = find_overview(stored_seeds, BASE)
    kinds = Counter(thing.kind for thing in found.things)
    assert kinds["theme"] == 52
    tops = [thing.id for thing in found.things if thing.kind == "theme" and thing.home is None]
    assert len(tops) == 11
    assert all(thing.home in tops for thing in found.things if thing.id not in tops)
    cited = next(thing for thing in found.things if thing.id == "instrument/draft/article/24")
    assert cited.stances == ((Stance.PROPOSES, 3),)
    assert cited.home == "theme/human-rights"


@pytest.mark.parametrize("name", ["theme/none", "source/R5", "theme/x> ?o } #", "", "position/0000000000000000"])
def test_what_is_not_there_is_told(stored_seeds: Store, name: str) -> None:
    with pytest.raises(QueryError):
        find_neighbours(stored_seeds, BASE, Id(name))
