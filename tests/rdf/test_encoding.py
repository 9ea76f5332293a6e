"""What was read from a document comes back from its lines as it was."""

from __future__ import annotations

from dataclasses import replace

from argument_map import arguments
from argument_map.corpus import BASE
from argument_map.meetings import ACTORS
from travaux.model.argument import Link, Statement
from travaux.model.identity import child
from travaux.rdf.encoding import decode_actors, decode_statements, encode_actors, encode_positions, encode_statements, text_order
from travaux.rdf.lines import to_lines


def _link(statement: Statement) -> Link:
    return Link(
        id=child(statement.id, "link", "1"),
        document=statement.document,
        statement=statement.id,
        linked_to=statement.themes[0],
        reason="says “water”",
        rule="hand",
        confidence=0.25,
    )


def _sorted(said: Statement) -> Statement:
    return replace(
        said, provisions=tuple(sorted(said.provisions)), themes=tuple(sorted(said.themes)), questions=tuple(sorted(said.questions))
    )


def test_statements_and_links_come_back_in_the_order_of_the_text() -> None:
    links = tuple(map(_link, arguments.STATEMENTS))
    statements, found = decode_statements(b"".join(to_lines(encode_statements(arguments.STATEMENTS, links, BASE))), BASE)
    assert statements == tuple(sorted(map(_sorted, arguments.STATEMENTS), key=text_order))
    assert set(found) == set(links)


def test_actors_come_back_and_stand_in_a_graph_of_their_own() -> None:
    lines = to_lines(encode_actors(ACTORS, BASE))
    assert sorted(decode_actors(b"".join(lines), BASE), key=lambda one: one.id) == sorted(ACTORS, key=lambda one: one.id)
    assert {line.rsplit(b"<", 1)[1] for line in lines} == {f"{BASE}graph/actors> .\n".encode()}


def test_statements_stand_in_the_graphs_of_what_was_extracted_and_their_places_in_those_of_documents() -> None:
    (first, *_) = arguments.STATEMENTS
    lines = to_lines(encode_statements([first], [_link(first)], BASE))
    name = first.document.removeprefix("document/")
    graphs = {line.rsplit(b"<", 1)[1].rstrip(b"> .\n").decode().removeprefix(f"{BASE}graph/") for line in lines}
    assert graphs == {f"extracted/{name}", f"document/{name}"}
    assert all(b"/span/" in line.split(b" ")[0] for line in lines if f"graph/document/{name}".encode() in line)


def test_a_statement_that_expresses_no_position_says_nothing_about_it() -> None:
    one, other, *_ = arguments.STATEMENTS
    position = arguments.POSITIONS["narrow"]
    lines = b"".join(to_lines(encode_positions([position], (), {one.id: position.id}, BASE))).decode()
    assert f"<{BASE}{one.id}> <https://w3id.org/travaux/ontology#position> <{BASE}{position.id}>" in lines
    assert other.id not in lines
    assert f"<{BASE}graph/inferred>" in lines
