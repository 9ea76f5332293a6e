"""Argdown: what is written is read again, hostile texts stay texts, and mistakes are told with line and column."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings

from argument_map.corpus import CORPUS
from invented_maps import HOSTILE, argument_maps
from travaux.errors import ExchangeError
from travaux.exchange.arguments.argdown.marks import escape, make_titles, to_line
from travaux.exchange.arguments.argdown.reading import read_argdown
from travaux.exchange.arguments.argdown.writing import render_argdown, write_argdown
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Material
from travaux.model.schemes import RelationKind
from travaux.model.store import Store


def read(text: str) -> ReadArguments:
    return read_argdown(text.encode(), "map.argdown")


@given(argument_maps())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_again(argument_map: ArgumentGraph) -> None:
    again = read(render_argdown(argument_map))
    assert again.graph == argument_map
    assert not again.losses


def test_the_map_of_a_graph_is_read_again(stored_lakes: Store) -> None:
    material, out, twice = Material(stored_lakes, CORPUS, "v"), BytesIO(), BytesIO()
    losses = write_argdown(material, out)
    write_argdown(material, twice)
    argument_map = gather_arguments(material)
    assert out.getvalue() == twice.getvalue()
    assert read_argdown(out.getvalue(), "lakes.argdown").graph == argument_map
    told = {one.what: one.count for one in losses}
    assert told["statements of a position"] == len([one for one in argument_map.locutions if one.position])
    assert told["what shows a relation, its form and marking"] == len(argument_map.bearings)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(text: str) -> None:
    line = to_line(text)
    found = read(f"[A]: {escape(line)} {{id: x}}\n\n{escape(line, starts=True)}\n  <+ [A]\n").graph
    assert {one.text for one in found.claims} == {line}
    assert len(found.bearings) == 1


def test_an_empty_map_is_a_map() -> None:
    empty = ArgumentGraph(title="", base="", version="", claims=(), locutions=(), bearings=(), sources=())
    assert read(render_argdown(empty)).graph == empty


def test_titles_are_readable_and_no_two_are_the_same() -> None:
    claims = [
        Claim(id="position/added-value", text="One."),
        Claim(
            id="position/0f3a91bc22d01e4f", text="Lakes [all] should be measured, and measured again, until nobody wants to measure them."
        ),
        Claim(
            id="position/1f3a91bc22d01e4f", text="Lakes [all] should be measured, and measured again, until nobody wants to measure them!"
        ),
        Claim(id="position/2f3a91bc22d01e4f", text="???"),
    ]
    assert list(make_titles(claims).values()) == [
        "Added value",
        "Lakes all should be measured, and measured again, until…",
        "Lakes all should be measured, and measured again, until… (2)",
        "Claim",
    ]


def test_relations_are_read_in_both_directions() -> None:
    found = read(
        """
# Heading // a comment

[A]: First. {id: "position/a"}
  <+ [B]: Second.
    <- [C]
  +> [D]
  <_ <E>: An argument.
     over two lines
  -> [F] /* a
  comment */

[B]
  _> [A]

[C]: Third.
  -> [B]

[D]: Fourth.

[F]: Sixth.
"""
    ).graph
    told = {(one.premise, one.kind, one.conclusion) for one in found.bearings}
    supports, attacks, qualifies = RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.QUALIFIES
    assert told == {
        ("B", supports, "position/a"),
        ("C", attacks, "B"),
        ("position/a", supports, "D"),
        ("<E>", qualifies, "position/a"),
        ("position/a", attacks, "F"),
        ("B", qualifies, "position/a"),
    }
    assert {one.id: one.text for one in found.claims}["<E>"] == "An argument. over two lines"


def test_what_is_not_read_is_told() -> None:
    again = read(
        "===\ntitle: A map\ncolor: {x: 1}\n===\n\n[A]: *One* #tag see @[B] and [this](http://x).\n  >< [B]\n\n[B]: 1\n\n[B]: 2\n\nProse.\n"
    )
    assert {one.what: one.count for one in again.losses} == {
        "addresses of links": 1,
        "contradictions": 1,
        "emphasis": 2,
        "further wordings of a claim": 1,
        "mentions of other claims": 1,
        "settings": 1,
        "tags": 1,
        "texts without a title": 1,
    }
    assert again.graph.title == "A map"
    assert [one.text for one in again.graph.claims] == ["One  see B and this.", "2"]
    assert again.graph.bearings == (Bearing(id="B attacks A", kind=RelationKind.ATTACKS, premise="B", conclusion="A"),)
    assert again.places["A"] == "line 6, column 1"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("[A]: x\n<+ [B]", "line 2, column 1", "not indented"),
        ("[A]: x\n\n  <+ [B]", "line 3, column 3", "nothing above"),
        ("[A]: x\n  <+", "line 2, column 3", "nothing stands after"),
        ("[A]: x\n  + [B]", "line 2, column 3", "no direction"),
        ("<A>\n\n(1) [B]\n----\n(2) [C]", "line 3, column 1", "premises and conclusions"),
        ("[A]: x\n----\n[B]", "line 2, column 1", "inferences"),
        ("* one\n* two", "line 1, column 1", "lists"),
        ("[A]: x {id: }\n  {b: 1}", "line 2, column 3", "data once"),
        ("[A]: x {id: 'a", "line 1, column 13", "not closed"),
        ("[A]: x {id", "line 1, column 11", "no colon"),
        ("[A]: x {id: 1", "line 1, column 8", "no '}'"),
        ("[A]: x {a: 1, a: 2}", "line 1, column 16", "said twice"),
        ("[A]: x {id: 1} more", "line 1, column 16", "after the data"),
        ("[A] more", "line 1, column 5", "without a colon"),
        ("[A]: x\n[B]: y", "line 2, column 1", "in the middle"),
        ("[A]: x\n  <+ [B]", "line 2, column 6", "nothing says what 'B' claims"),
        ("[A]: x {id: a}\n\n[B]: y {id: a}", "line 3, column 1", "given twice"),
        ("[A]: x {id: a}\n\n[A]: y {id: b}", "line 3, column 1", "several ids"),
        ("[A]: x {id: {b: 1}}", "line 1, column 1", "to be text"),
        ("[A]: x\n  <+ [A] {relation: 3}", "line 2, column 6", "data in braces"),
        ("[A]: x\n  <+ [A] {relation: {form: because}}", "line 2, column 6", "no form"),
        ("[A]: x\n  <+ [A] {relation: {quote: x, start: -1}}", "line 2, column 6", "whole number"),
        ("[A]: x\n\n[A]: y {said: {act: stress}}", "line 3, column 1", "no words"),
        ("[A]: x /* open", "line 1, column 8", "does not end"),
        ("===\ntitle: x\n", "line 1, column 1", "frontmatter"),
        ("===\nsources: [\n===\n\n[A]: x", "line 2, column", "cannot be read"),
        ("# Heading\n  <+ [A]", "line 2, column 3", "under a heading"),
        ("[A]: x " + "{a: " * 30 + "1" + "}" * 30, "line 1, column", "too deep"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(text: str, where: str, what: str) -> None:
    with pytest.raises(ExchangeError, match=what) as caught:
        read(text)
    assert str(caught.value.where).startswith(f"map.argdown, {where}")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ExchangeError, match="byte 6: this is no text"):
        read_argdown(b"[A]: \xff", "map.argdown")
