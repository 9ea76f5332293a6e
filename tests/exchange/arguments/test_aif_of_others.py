"""Files of AIF that other programs wrote: what they say is read, what no map can be is refused with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from travaux.errors import ExchangeError
from travaux.exchange.arguments import decoding
from travaux.exchange.arguments.aif_json import read_aif
from travaux.exchange.arguments.aif_rdf import read_aif_rdf
from travaux.exchange.arguments.graph import Bearing, Claim, Locution, Passage
from travaux.exchange.arguments.xaif import read_xaif
from travaux.model.schemes import Act, RelationKind, Stance

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS


def node_set(nodes: str, edges: str = "", **lists: Any) -> bytes:
    """Write a node set of nodes such as ``1 I Lakes matter``, one a line, and edges such as ``1>2 2>3``."""
    split = [line.split(maxsplit=2) for line in nodes.strip().splitlines()]
    written = [{"nodeID": one[0], "type": one[1], "text": one[2] if len(one) > 2 else one[1]} for one in split]
    joined = [dict(zip(("fromID", "toID"), edge.split(">"), strict=True)) for edge in edges.split()]
    return json.dumps({"nodes": written, "edges": joined, **lists}).encode()


def test_linked_premises_become_a_relation_each_and_that_is_told() -> None:
    read = read_aif(node_set("1 I a\n2 I b\n3 I c\n4 RA Default Inference", "1>4 2>4 4>3"), "map.json")
    assert read.graph.claims == (Claim(id="1", text="a"), Claim(id="2", text="b"), Claim(id="3", text="c"))
    assert read.graph.bearings == (
        Bearing(id="4/1/3", kind=SUPPORTS, premise="1", conclusion="3"),
        Bearing(id="4/2/3", kind=SUPPORTS, premise="2", conclusion="3"),
    )
    assert [(loss.what, loss.count) for loss in read.losses] == [("arguments with several premises", 1)]


def test_a_dialogue_of_ova_is_read_with_its_speakers_and_what_is_left_out_is_told() -> None:
    nodes = """
1 L Participant Rachel: lakes matter
2 YA Asserting
3 I Lakes matter.
4 L Participant Mo: they do not
5 YA Disagreeing
6 I Lakes do not matter.
7 CA Default Conflict
8 TA Default Transition
9 YA Disagreeing
10 L n: Participant Mo: they do not
11 YA Analysing
"""
    people = [
        {"participantID": 1, "firstname": "Participant", "surname": "Rachel"},
        {"participantID": 3, "firstname": "Participant", "surname": "Mo"},
    ]
    spoken = [{"nodeID": 1, "personID": 1}, {"nodeID": 4, "personID": 3}]
    data = node_set(nodes, "1>2 2>3 4>5 5>6 6>7 7>3 1>8 8>4 8>9 9>7 10>11 11>4", participants=people, locutions=spoken)
    read = read_aif(data, "map.json")
    assert read.graph.locutions == (
        Locution(id="1", claim="Lakes matter.", passage=Passage(quote="lakes matter"), position="3", speaker="Participant Rachel"),
        Locution(
            id="4",
            claim="Lakes do not matter.",
            passage=Passage(quote="they do not"),
            position="6",
            speaker="Participant Mo",
            act=Act.OPPOSE,
            stance=Stance.OPPOSES,
        ),
    )
    assert read.graph.bearings == (Bearing(id="7", kind=ATTACKS, premise="6", conclusion="3"),)
    assert {loss.what: loss.count for loss in read.losses} == {
        "transitions between statements": 1,
        "illocutions of relations, transitions and other statements": 2,
    }


def test_a_claim_that_only_a_statement_holds_expresses_the_claim_that_it_rephrases() -> None:
    read = read_aif(
        node_set("1 L x\n2 YA Asserting\n3 I Lakes do matter.\n4 MA Default Rephrase\n5 I Lakes matter.", "1>2 2>3 3>4 4>5"), "map.json"
    )
    assert read.graph.claims == (Claim(id="5", text="Lakes matter."),)
    assert [(one.claim, one.position) for one in read.graph.locutions] == [("Lakes do matter.", "5")]
    assert not read.losses


def test_relations_that_no_map_has_are_left_out_and_counted() -> None:
    nodes = "1 I a\n2 I b\n3 RA Argument From Authority\n4 I c\n5 CA Default Conflict\n6 MA Default Rephrase\n7 PA Preference\n8 L silence"
    read = read_aif(node_set(nodes, "1>3 3>2 4>5 5>3 4>6 6>2 4>7 7>2"), "map.json")
    assert [one.id for one in read.graph.bearings] == ["3"]
    assert {loss.what: loss.count for loss in read.losses} == {
        "names of argument schemes": 1,
        "relations to a relation or to a statement": 1,
        "rephrases between claims": 1,
        "preferences and enthymemes": 1,
        "statements that say no claim": 1,
    }


def test_claims_may_attack_and_support_one_another_in_circles() -> None:
    data = node_set("1 I a\n2 I b\n3 CA x\n4 CA x\n5 RA x\n6 RA x", "1>3 3>2 2>4 4>1 1>5 5>2 2>6 6>1")
    read = read_aif(data, "map.json")
    assert len(read.graph.bearings) == 4
    assert read.places == {number: f"node {number}" for number in "123456"}


def nested(depth: int) -> bytes:
    return b'{"nodes": ' + b"[" * depth + b"]" * depth + b"}"


ONE = {"nodeID": "1", "type": "I", "text": "a"}


@pytest.mark.parametrize(
    ("data", "where", "what"),
    [
        (b"nodes: 3", "map.json, line 1, column 1", "no JSON"),
        (b'{"nodes": [}', "map.json, line 1, column 12", "no JSON"),
        (b'{"nodes": [], "edges": NaN}', "map.json", "NaN"),
        (b'{"nodes": [], "edges": ' + b"9" * 5000 + b"}", "map.json", "no JSON"),
        (b"\xff\xfe{}", "map.json, byte 1", "UTF-8"),
        (nested(200_000), "map.json", "nested too deeply"),
        (b'{"nodes": [], "nodes": []}', "map.json", "'nodes' twice"),
        (b"[]", "map.json", "an object is expected, not a list"),
        (b"{}", "map.json", "nodes is missing"),
        (b'{"nodes": {}, "edges": []}', "map.json, nodes", "a list is expected, not an object"),
        (b'{"nodes": [3], "edges": []}', "map.json, nodes[0]", "an object is expected, not a number"),
        (b'{"nodes": [{"nodeID": true, "type": "I"}], "edges": []}', "map.json, nodes[0].nodeID", "a text is expected"),
        (b'{"nodes": [{"nodeID": "1", "type": "I", "text": "\\ud800"}], "edges": []}', "map.json, nodes[0].text", "surrogate"),
        (node_set("1 X x"), "map.json, nodes[0].type", "'X' is no type of node"),
        (node_set("1 I a\n1 I b"), "map.json, node 1", "two nodes have this id"),
        (node_set("1 I a", "1>2"), "map.json, node 2", "it is not there"),
        (node_set("1 I a\n2 RA x", "1>2"), "map.json, node 2", "no conclusion"),
        (node_set("1 I a\n2 CA x", "2>1"), "map.json, node 2", "no premise"),
        (node_set("1 RA x\n2 RA x", "1>2 2>1"), "map.json, node", "in a circle"),
        (
            json.dumps({"nodes": [ONE], "edges": [{"edgeID": 1, "fromID": 1, "toID": 1}] * 2}).encode(),
            "map.json, edges[1].edgeID",
            "two edges",
        ),
        (
            json.dumps({"nodes": [{**ONE, "travaux": {"iri": 3}}], "edges": []}).encode(),
            "map.json, node 1",
            "iri is to be a text",
        ),
    ],
)
def test_what_no_map_can_be_is_refused_with_its_place(data: bytes, where: str, what: str) -> None:
    with pytest.raises(ExchangeError) as refused:
        read_aif(data, "map.json")
    assert (refused.value.where or "").startswith(where)
    assert what in refused.value.what
    assert (refused.value.hint or "").startswith("Nothing was read")


@pytest.mark.parametrize(
    ("about", "what"),
    [
        ({"act": "shout"}, "'shout' is no act"),
        ({"start": "3"}, "start is to be a whole number"),
        ({"source": "document/none"}, "is quoted and not among the sources"),
    ],
)
def test_what_travaux_noted_of_a_statement_is_checked(about: dict[str, Any], what: str) -> None:
    said = json.loads(node_set("1 L x\n2 YA Asserting\n3 I a", "1>2 2>3"))
    said["nodes"][0]["travaux"] = about
    with pytest.raises(ExchangeError, match=what):
        read_aif(json.dumps(said).encode(), "map.json")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 1024 * 1024)
    with pytest.raises(ExchangeError, match="larger than 1 MiB"):
        read_aif(b" " * (1024 * 1024 + 1), "map.json")


def test_an_analysis_without_a_node_set_is_refused() -> None:
    with pytest.raises(ExchangeError, match="AIF is missing"):
        read_xaif(node_set("1 I a"), "map.json")


def test_the_lists_of_an_analysis_may_be_missing_or_null() -> None:
    data = json.dumps({"AIF": {"nodes": [{**ONE, "nodeID": 0}], "edges": [], "locutions": None, "participants": None}, "ova": []})
    assert read_xaif(data.encode(), "map.json").graph.claims == (Claim(id="0", text="a"),)


AIFDB = """<?xml version="1.0"?>

<!DOCTYPE rdf:RDF [
    <!ENTITY http "http://" >
    <!ENTITY aif "http://www.arg.tech/aif#" >
]>

<rdf:RDF xmlns="http://www.w3.org/2002/07/owl#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:aif="&http;www.arg.tech/aif#">
  <NamedIndividual rdf:about="&http;www.aifdb.org/nodes/1">
    <rdf:type rdf:resource="&aif;I-node"/><aif:claimText>Lakes matter.</aif:claimText>
    <aif:Premise rdf:resource="&http;www.aifdb.org/nodes/3"/><aif:IllocutionaryContent rdf:resource="&http;www.aifdb.org/nodes/5"/>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;www.aifdb.org/nodes/2">
    <rdf:type rdf:resource="&aif;I-node"/><aif:claimText>Keep them.</aif:claimText>
    <aif:Conclusion rdf:resource="&http;www.aifdb.org/nodes/3"/>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;www.aifdb.org/nodes/3">
    <rdf:type rdf:resource="&aif;RA-node"/>
    <aif:Premise rdf:resource="&http;www.aifdb.org/nodes/1"/><aif:Conclusion rdf:resource="&http;www.aifdb.org/nodes/2"/>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;www.aifdb.org/nodes/4">
    <rdf:type rdf:resource="&aif;L-node"/><aif:claimText>Rebecca says lakes matter</aif:claimText><aif:source>Rebecca</aif:source>
    <aif:Locution rdf:resource="&http;www.aifdb.org/nodes/5"/>
  </NamedIndividual>
  <NamedIndividual rdf:about="&http;www.aifdb.org/nodes/5">
    <rdf:type rdf:resource="&aif;YA-node"/>
    <aif:Locution rdf:resource="&http;www.aifdb.org/nodes/4"/><aif:IllocutionaryContent rdf:resource="&http;www.aifdb.org/nodes/1"/>
  </NamedIndividual>
</rdf:RDF>
"""


def test_rdf_as_aifdb_writes_it_is_read() -> None:
    graph = read_aif_rdf(AIFDB.encode(), "nodeset.rdf").graph
    nodes = "http://www.aifdb.org/nodes/"
    assert graph.bearings == (Bearing(id=f"{nodes}3", kind=SUPPORTS, premise=f"{nodes}1", conclusion=f"{nodes}2"),)
    [said] = graph.locutions
    assert (said.speaker, said.passage.quote, said.claim, said.position) == ("Rebecca", "lakes matter", "Lakes matter.", f"{nodes}1")


def entities(declared: str, used: str = "") -> bytes:
    return f'<?xml version="1.0"?>\n<!DOCTYPE r [{declared}]>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{used}</rdf:RDF>'.encode()


TURTLE = "@prefix aif: <http://www.arg.dundee.ac.uk/aif#> . @prefix : <http://example.org/> .\n"


def turtle(text: str) -> bytes:
    return (TURTLE + text).encode()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (entities('<!ENTITY a "ha"><!ENTITY b "&a;&a;">', "&b;"), "entities that hold other entities"),
        (entities('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"), "points to another file"),
        (entities('<!ENTITY % a "ha"> %a;'), "entities that hold other entities"),
        (entities(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 1_000), "make it larger"),
        (b'<?xml version="1.0"?><!DOCTYPE r SYSTEM "http://example.org/x.dtd"><r/>', "points to another file"),
        (b'{"@context": "https://example.org/context.jsonld", "@id": "http://example.org/a"}', "not valid JSON-LD"),
        (b"\xff", "UTF-8"),
        (b"<a> <b", "not valid TriG"),
        (b"", "no node of AIF"),
        (turtle(":a a aif:Q-node ."), "Q-node is no type of node"),
        (turtle(":a a aif:I-node , aif:RA-node ."), "several types: I, RA"),
        (turtle(':a a aif:I-node ; aif:claimText "a" , "b" .'), "two values"),
        (turtle(":a a aif:I-node ; aif:Premise :b ."), "which is no node"),
        (turtle(":a a aif:I-node ; aif:Premise :b . :b a aif:I-node ."), "cannot be joined in this way"),
        (turtle(":a a aif:I-node . :r a aif:RA-node ; aif:Premise :a ."), "no conclusion"),
        (turtle(":r a aif:RA-node ; aif:Premise :s . :s a aif:RA-node ; aif:Premise :r ."), "in a circle"),
    ],
)
def test_rdf_that_no_map_can_be_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(ExchangeError) as refused:
        read_aif_rdf(data, "map.rdfs")
    assert what in refused.value.what
    assert (refused.value.where or "").startswith("map.rdfs")
