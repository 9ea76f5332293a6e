"""The vocabulary graph holds what the files say, once, under names that do not change between runs."""

from __future__ import annotations

import subprocess
import sys

from pyoxigraph import BlankNode, Dataset, NamedNode, RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from travaux.rdf.ontology import GENERATED, VOCABULARY_FILES, read_vocabulary, vocabulary_lines
from travaux.rdf.terms import NAMESPACES
from travaux.resources import ontology_folder

BASE = "https://example.org/corpus/"


def test_every_quad_stands_once_in_the_vocabulary_graph() -> None:
    quads = read_vocabulary(BASE)
    assert len(set(quads)) == len(quads) > 2000
    assert {quad.graph_name for quad in quads} == {NamedNode(BASE + "graph/vocabulary")}


def test_there_are_no_blank_nodes() -> None:
    assert not [quad for quad in read_vocabulary(BASE) if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


def test_lines_are_sorted_n_quads_that_read_back_as_the_quads() -> None:
    lines = list(vocabulary_lines(BASE))
    assert lines == sorted(lines)
    assert all(line.endswith(b" .\n") for line in lines)
    assert Dataset(parse(b"".join(lines), format=RdfFormat.N_QUADS)) == Dataset(read_vocabulary(BASE))


def test_nothing_but_the_names_of_blank_nodes_is_changed() -> None:
    meant, found = Graph(), Graph()
    for name in VOCABULARY_FILES:
        meant.parse(ontology_folder() / name)
    lines = "".join(f"{quad.triple} .\n" for quad in read_vocabulary(BASE))
    named = [line.split(" ") for line in lines.splitlines()]
    restored = "\n".join(" ".join(_blank(part) for part in parts) for parts in named)
    assert isomorphic(found.parse(data=restored, format="nt"), meant)


def _blank(term: str) -> str:
    return f"_:{term.removeprefix('<' + GENERATED).removesuffix('>')}" if term.startswith(f"<{GENERATED}") else term


def test_two_processes_give_the_same_bytes() -> None:
    program = f"import sys; from travaux.rdf.ontology import *; sys.stdout.buffer.writelines(vocabulary_lines({BASE!r}))"
    runs = [
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONPATH": "graph", "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] == b"".join(vocabulary_lines(BASE))


def test_the_order_of_prevalence_can_be_walked() -> None:
    rdf, skos = NAMESPACES["rdf"], NAMESPACES["skos"]
    said = {(str(quad.subject), quad.predicate.value): quad.object for quad in read_vocabulary(BASE)}
    (node,) = (value for (_, predicate), value in said.items() if predicate == skos + "memberList")
    words = []
    while node != NamedNode(rdf + "nil"):
        words.append(str(said[str(node), rdf + "first"])[1:-1].rsplit("/", 1)[1])
        node = said[str(node), rdf + "rest"]
    assert words == ["one", "few", "some", "several", "various", "a-number-of", "many", "majority", "most", "all"]
