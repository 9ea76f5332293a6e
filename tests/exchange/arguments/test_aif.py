"""AIF as JSON, as RDF and as xAIF: what is written is read again, and other programs find what they look for."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from rdflib import Graph
from xaif import AIF

from invented_maps import argument_maps
from travaux.exchange.arguments.aif_json import OURS, read_aif, render_aif, write_aif
from travaux.exchange.arguments.aif_rdf import read_aif_rdf, render_aif_rdf, write_aif_rdf
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph, Claim, Locution, Passage
from travaux.exchange.arguments.losses import AIF_LOSSES, AIF_RDF_LOSSES, Losing
from travaux.exchange.arguments.xaif import read_xaif, render_xaif, write_xaif
from travaux.exchange.material import Material
from travaux.exchange.registry import FileWriter
from travaux.model.schemes import RelationKind
from travaux.model.store import Store
from travaux.pipeline.build import Build

BASE = "https://example.org/corpus/"
PREMISES = """
PREFIX aif: <http://www.arg.dundee.ac.uk/aif#>
SELECT ?premise ?conclusion WHERE {
  ?relation a aif:RA-node ; aif:Premise ?from ; aif:Conclusion ?to .
  ?from aif:claimText ?premise . ?to aif:claimText ?conclusion .
}
"""
SPEECHES = """
PREFIX aif: <http://www.arg.dundee.ac.uk/aif#>
SELECT ?words ?held WHERE {
  ?speech a aif:L-node ; aif:claimText ?words . ?force aif:Locution ?speech ; aif:IllocutionaryContent ?claim .
  ?claim a aif:I-node ; aif:claimText ?held .
}
"""
EMPTY = ArgumentGraph(title="", base=BASE, version="", claims=(), locutions=(), bearings=(), sources=())


@pytest.fixture(scope="module")
def material(built_seeds: Build, stored_seeds: Store) -> Material:
    return Material(stored_seeds, built_seeds.corpus, "0123456789abcdef")


@pytest.fixture(scope="module")
def seeds(material: Material) -> ArgumentGraph:
    return gather_arguments(material)


@given(argument_maps())
@settings(max_examples=30, deadline=None)
def test_what_is_written_is_read_again(argument_map: ArgumentGraph) -> None:
    for again in (read_aif(render_aif(argument_map).encode(), "map"), read_xaif(render_xaif(argument_map).encode(), "map")):
        assert again.graph == argument_map
        assert not again.losses


@given(argument_maps())
@settings(max_examples=20, deadline=None)
def test_what_is_written_as_rdf_is_read_again(argument_map: ArgumentGraph) -> None:
    argument_map = replace(argument_map, base=BASE)
    again = read_aif_rdf(render_aif_rdf(argument_map), "map")
    assert again.graph == argument_map
    assert not again.losses


@pytest.mark.parametrize(
    ("write", "read", "table"),
    [(write_aif, read_aif, AIF_LOSSES), (write_xaif, read_xaif, AIF_LOSSES), (write_aif_rdf, read_aif_rdf, AIF_RDF_LOSSES)],
)
def test_the_map_of_the_seeds_is_read_again(
    write: FileWriter, read: Any, table: tuple[Losing, ...], material: Material, seeds: ArgumentGraph
) -> None:
    out = BytesIO()
    losses = write(material, out)
    again = read(out.getvalue(), "map")
    assert (again.graph, again.losses) == (seeds, ())
    assert [(loss.what, loss.count) for loss in losses] == [(one.what, one.count(seeds)) for one in table]
    assert set(again.places) == {one.id for kind in (seeds.claims, seeds.locutions, seeds.bearings) for one in kind}


def test_a_statement_that_says_its_position_word_for_word_asserts_the_position_itself() -> None:
    claim = Claim(id="position/a", text="Lakes matter.")
    said = [
        Locution(id=f"statement/{number}", claim=text, passage=Passage(quote="lakes matter"), position="position/a")
        for number, text in enumerate((claim.text, "Lakes do matter."))
    ]
    written = json.loads(render_aif(replace(EMPTY, claims=(claim,), locutions=tuple(said))))
    assert Counter(node["type"] for node in written["nodes"]) == {"I": 2, "L": 2, "YA": 2, "MA": 1}


def test_a_node_keeps_its_number_when_others_come(seeds: ArgumentGraph) -> None:
    fewer = replace(seeds, claims=seeds.claims[-1:], locutions=(), bearings=())
    [node] = json.loads(render_aif(fewer))["nodes"]
    numbers = [one["nodeID"] for one in json.loads(render_aif(seeds))["nodes"]]
    assert node["nodeID"] in numbers
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdecimal() and int(number) < 2**53 for number in numbers)


def without_ours(held: Any) -> Any:
    """Leave out what other programs pass over."""
    if isinstance(held, dict):
        return {key: without_ours(value) for key, value in held.items() if key != OURS}
    return [without_ours(one) for one in held] if isinstance(held, list) else held


def test_what_is_lost_without_our_key_is_what_the_table_says(seeds: ArgumentGraph) -> None:
    bare = read_aif(json.dumps(without_ours(json.loads(render_aif(seeds)))).encode(), "map").graph
    ours, theirs = ({claim.id: claim.text for claim in graph.claims} for graph in (seeds, bare))
    assert Counter(theirs.values()) == Counter(ours.values())
    assert Counter((one.kind, theirs[one.premise], theirs[one.conclusion]) for one in bare.bearings) == Counter(
        (one.kind, ours[one.premise], ours[one.conclusion]) for one in seeds.bearings
    )
    assert Counter((one.speaker, one.passage.quote, one.claim, theirs[one.position or ""]) for one in bare.locutions) == Counter(
        (one.speaker, one.passage.quote, one.claim, ours[one.position or ""]) for one in seeds.locutions
    )
    assert not bare.sources
    assert not any(one.prevalence or one.act or one.stance or one.cue or one.passage.source for one in bare.locutions)
    assert not any(one.form or one.marking or one.passage for one in bare.bearings)


def test_the_package_xaif_opens_the_map_and_lists_its_relations(seeds: ArgumentGraph) -> None:
    few = replace(seeds, locutions=seeds.locutions[:10])
    opened = AIF(json.loads(render_xaif(few)))
    assert opened.is_valid_json_aif()
    assert opened.is_json_aif_dialog()
    listed = opened.get_csv("argument-relation")
    texts = {claim.id: claim.text for claim in seeds.claims}
    names = {
        RelationKind.SUPPORTS: "Default Inference",
        RelationKind.ATTACKS: "Default Conflict",
        RelationKind.QUALIFIES: "Qualification",
    }
    found = Counter(zip(listed["proposition1_text"], listed["relation"], listed["proposition2_text"], strict=True))
    assert Counter((texts[one.premise], names[one.kind], texts[one.conclusion]) for one in seeds.bearings) <= found
    said = seeds.locutions[0]
    number = next(node["nodeID"] for node in opened.nodes if node["text"] == f"{said.speaker}: {said.passage.quote}")
    assert opened.get_speaker(number)[0] == said.speaker


def test_what_the_package_xaif_adds_is_read(seeds: ArgumentGraph) -> None:
    opened = AIF(json.loads(render_xaif(seeds)))
    first, second = (node["nodeID"] for node in opened.nodes[:2])
    opened.add_component("argument_relation", relation_type="CA", iNode_ID1=first, iNode_ID2=second)
    again = read_xaif(json.dumps(opened.xaif).encode(), "map").graph
    [added] = [one for one in again.bearings if one not in seeds.bearings]
    assert (added.kind, added.premise, added.conclusion) == (RelationKind.ATTACKS, seeds.claims[0].id, seeds.claims[1].id)


def test_a_query_over_the_names_of_aif_finds_the_premises_and_who_says_what(seeds: ArgumentGraph) -> None:
    few = replace(seeds, locutions=seeds.locutions[:20])
    opened = Graph().parse(data=render_aif_rdf(few), format="turtle")
    texts = {claim.id: claim.text for claim in seeds.claims}
    supports = [one for one in seeds.bearings if one.kind is RelationKind.SUPPORTS]
    found = Counter((str(premise), str(conclusion)) for premise, conclusion in opened.query(PREMISES))  # type: ignore[misc]
    assert found == Counter((texts[one.premise], texts[one.conclusion]) for one in supports)
    heard = Counter((str(words), str(held)) for words, held in opened.query(SPEECHES))  # type: ignore[misc]
    assert heard == Counter(
        (f"{one.speaker}: {one.passage.quote}" if one.speaker else one.passage.quote, one.claim) for one in few.locutions
    )


@pytest.mark.parametrize("form", ["xml", "json-ld", "nt"])
def test_the_map_is_read_from_every_format_of_rdf(form: str, seeds: ArgumentGraph) -> None:
    few = replace(seeds, locutions=seeds.locutions[:9], bearings=seeds.bearings[:9])
    written = Graph().parse(data=render_aif_rdf(few), format="turtle").serialize(format=form)
    assert read_aif_rdf(written.encode(), "map").graph == few


def test_hostile_texts_are_no_markup_in_the_text_that_ova_shows() -> None:
    said = Locution(id="statement/1", claim="x", passage=Passage(quote="<img src=x onerror=alert(1)>"), speaker="</span><script>")
    shown = json.loads(render_xaif(replace(EMPTY, locutions=(said,))))["text"]["txt"]
    assert shown.count("<") == shown.count("</span>") + shown.count("<span ") + shown.count("<br>")
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_an_empty_map_is_written_and_read() -> None:
    assert read_aif(render_aif(EMPTY).encode(), "map").graph == EMPTY
    assert read_xaif(render_xaif(EMPTY).encode(), "map").graph == EMPTY
    assert read_aif_rdf(render_aif_rdf(EMPTY), "map").graph == EMPTY
