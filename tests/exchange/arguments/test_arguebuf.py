"""The JSON of arguebuf: what is written is read again, and what no map can be is refused with its place."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from hypothesis import given, settings

from argument_map.corpus import CORPUS
from invented_maps import argument_maps
from travaux.errors import ExchangeError
from travaux.exchange.arguments.arguebuf import render_arguebuf, write_arguebuf
from travaux.exchange.arguments.arguebuf_reading import read_arguebuf
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Passage
from travaux.exchange.material import Material
from travaux.model.schemes import RelationKind
from travaux.model.store import Store
from travaux.pipeline.build import Build


@given(argument_maps())
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_read_again(argument_map: ArgumentGraph) -> None:
    again = read_arguebuf(render_arguebuf(argument_map).encode(), "map.arguebuf.json")
    assert again.graph == argument_map
    assert not again.losses


def test_an_empty_map_is_a_map() -> None:
    empty = ArgumentGraph(title="", base="", version="", claims=(), locutions=(), bearings=(), sources=())
    assert read_arguebuf(render_arguebuf(empty).encode(), "map").graph == empty


def test_whole_numbers_come_back_with_a_decimal_point(stored_lakes: Store) -> None:
    argument_map = gather_arguments(Material(stored_lakes, CORPUS, "v"))
    floats = json.loads(render_arguebuf(argument_map), parse_int=float)
    assert read_arguebuf(json.dumps(floats).encode(), "map").graph == argument_map


def test_the_map_of_a_graph_has_the_texts_that_its_offsets_count_in(stored_seeds: Store, built_seeds: Build) -> None:
    material, out, twice = Material(stored_seeds, built_seeds.corpus, "v"), BytesIO(), BytesIO()
    losses = write_arguebuf(material, out)
    write_arguebuf(material, twice)
    assert out.getvalue() == twice.getvalue()
    assert "texts of documents" not in {one.what for one in losses}
    written = json.loads(out.getvalue())
    references = [one["atom"]["reference"] for one in written["nodes"].values() if "reference" in one.get("atom", {})]
    assert len(references) > 100
    for one in references:
        assert written["resources"][one["resource"]]["text"][one["offset"] :].startswith(one["text"])
    assert read_arguebuf(out.getvalue(), "map").graph == gather_arguments(material)


def test_documents_that_cannot_be_read_are_told(stored_lakes: Store) -> None:
    out = BytesIO()
    assert "texts of documents" in {one.what for one in write_arguebuf(Material(stored_lakes, CORPUS, "v"), out)}


def test_a_graph_of_another_program_is_read() -> None:
    atoms: dict[str, object] = {name: {"atom": {"text": f"Claim {name}."}} for name in "bc"}
    reference = {"text": "as it was said", "resource": "r", "offset": 7}
    atoms["a"] = {"atom": {"text": "Claim a.", "reference": reference, "participant": "p"}}
    schemes: dict[str, object] = {
        "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION"}},
        "t": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "u": {"scheme": {}},
        "v": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
    }
    arrows = ["as", "bs", "sc", "ct", "ta", "bu", "uc", "bv", "vc", "ab"]
    file = {
        "nodes": atoms | schemes,
        "edges": {arrow: {"source": arrow[0], "target": arrow[1]} for arrow in arrows},
        "resources": {"r": {"text": "Well, as it was said.", "timestamp": "2023-07-13T00:00:00Z"}},
        "participants": {"p": {"name": "Anna"}},
        "majorClaim": "c",
    }
    again = read_arguebuf(json.dumps(file).encode(), "map")
    assert [(one.premise, one.kind, one.conclusion) for one in again.graph.bearings] == [
        ("a", RelationKind.SUPPORTS, "c"),
        ("b", RelationKind.SUPPORTS, "c"),
        ("c", RelationKind.ATTACKS, "a"),
    ]
    assert isinstance(again.graph.bearings[0], Bearing)
    (said,) = again.graph.locutions
    assert (said.position, said.speaker) == ("a", "Anna")
    assert said.passage == Passage(quote="as it was said", source="r", start=7)
    assert again.graph.sources[0].date == "2023-07-13"
    assert {one.what for one in again.losses} == {
        "arguments with several premises",
        "names of argument schemes",
        "schemes without a type",
        "rephrases and preferences between claims",
        "arrows between claims without a scheme",
        "the major claim",
    }


@pytest.mark.parametrize(
    ("file", "where", "what"),
    [
        ({}, "map", "no nodes"),
        ({"nodes": []}, "map, nodes", "an object is expected"),
        ({"nodes": {"a": {}}}, "map, nodes.a", "either an atom or a scheme"),
        ({"nodes": {"a": {"atom": {}}}}, "map, nodes.a.atom", "text is missing"),
        ({"nodes": {"a": {"atom": {"text": 3}}}}, "map, nodes.a.atom.text", "a text is expected"),
        ({"nodes": {}, "edges": {"e": {"source": "x", "target": "y"}}}, "map, edges.e.source", "no node 'x'"),
        (
            {"nodes": {"a": {"atom": {"text": "", "reference": {"text": "x"}}, "userdata": {"travaux": {"act": "sing"}}}}},
            "map, nodes.a.userdata.travaux.act",
            "'sing' is no act",
        ),
    ],
)
def test_what_is_no_graph_is_refused_with_its_place(file: object, where: str, what: str) -> None:
    with pytest.raises(ExchangeError, match=what) as caught:
        read_arguebuf(json.dumps(file).encode(), "map")
    assert caught.value.where == where
