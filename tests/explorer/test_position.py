"""Positions and arguments as pages show them, compared with the review files that the corpus keeps."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from travaux.errors import QueryError
from travaux.views.explorer import AskedError, Explorer, Page

Read = Callable[..., HtmlElement]
_REVIEW = Path(__file__).resolve().parents[2] / "seeds" / "review"
RELATIONS = tuple(tomllib.loads((_REVIEW / "relations.toml").read_text(encoding="utf-8")).values())
POSITIONS = tomllib.loads((_REVIEW / "positions.toml").read_text(encoding="utf-8"))
DISPUTED = "evidence-limited-in-scope"


def _links(part: HtmlElement) -> set[str]:
    return {link.get("href").partition("#")[0] for link in part.cssselect("a[href^='/position/']")}


def _bearing_on(key: str) -> set[str]:
    """Name what review files record for or against a position; a disagreement counts both ways."""
    into = {one["premise"] for one in RELATIONS if one["conclusion"] == key}
    return into | {one["conclusion"] for one in RELATIONS if one["premise"] == key and one["form"] == "disagreement"}


@pytest.mark.parametrize("key", sorted({one["conclusion"] for one in RELATIONS}))
def test_all_that_is_recorded_for_and_against_a_position_stands_in_its_tree(read: Read, key: str) -> None:
    tree = read(f"/position/{key}").cssselect("ul.tree")[0]
    assert {f"/position/{one}" for one in _bearing_on(key)} == {_links(line.cssselect(".line")[0]).pop() for line in tree.findall("li")}
    quotes = {quote.text for quote in tree.cssselect(".shown-by q")}
    recorded = {one["evidence"] for one in RELATIONS if one["conclusion"] == key}
    assert recorded <= quotes


def test_explicit_and_inferred_relations_are_told_apart_with_the_reason_of_the_reviewer(read: Read) -> None:
    lines = read(f"/position/{DISPUTED}").cssselect("ul.tree")[0].findall("li")
    shown = {link.pop(): line for line in lines if (link := _links(line.cssselect(".line")[0]))}
    for one in RELATIONS:
        if one["conclusion"] == DISPUTED:
            words = shown[f"/position/{one['premise']}"].cssselect(".shown-by")[0].text_content()
            assert ("the report says so" in words) is (one["marking"] == "explicit")
            assert one["why"] in words


def test_statements_of_a_position_stand_with_exact_words_by_consultation(read: Read, seeds_explorer: Explorer) -> None:
    texts = {one.name: (seeds_explorer.corpus.folder / one.file).read_text(encoding="utf-8") for one in seeds_explorer.corpus.documents}
    page = read("/position/lessons-from-mechanisms")
    statements = page.cssselect(".statement")
    assert [one.get("data-consultation") for one in statements] == sorted(
        (one.get("data-consultation") for one in statements),
        key=["second-intersessional-consultation", "fifth-intersessional-consultation"].index,
    )
    for one in statements:
        start, end = map(int, one.cssselect(".where")[0].get("href").partition("at=")[2].removesuffix("#at").split("-"))
        assert texts[one.get("data-document")][start:end] == one.cssselect("blockquote q")[0].text


def test_a_position_says_who_named_it_and_why(read: Read) -> None:
    page = read("/position/trust-between-states")
    assert POSITIONS["trust-between-states"]["claim"] == page.cssselect("h1")[0].text
    assert POSITIONS["trust-between-states"]["why"] in page.cssselect(".naming")[0].text_content()


def test_long_lists_are_divided_and_what_is_left_is_linked(seeds_explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("travaux.views.explorer.pages.position._SIZE", 1)
    first = seeds_explorer.html("/position/lessons-from-mechanisms")
    assert "1–1 of 3" in first
    assert "page=2#statements" in first
    last = seeds_explorer.html("/position/lessons-from-mechanisms?page=3")
    assert "3–3 of 3" in last
    assert 'rel="next"' not in last
    with pytest.raises(AskedError):
        seeds_explorer.page("/position/lessons-from-mechanisms", [("page", "0")])


@pytest.mark.parametrize("key", ["no-such-position", "a> <b", "x y", "'\"{}"])
def test_what_is_no_position_is_not_found(seeds_explorer: Explorer, key: str) -> None:
    with pytest.raises(QueryError, match="there is no position"):
        seeds_explorer.page(f"/position/{key}")


def test_the_data_of_the_page_holds_what_it_shows(client: object) -> None:
    answer = client.get(f"/position/{DISPUTED}?format=json")  # type: ignore[attr-defined]
    assert json.loads(answer.text)["claim"] == POSITIONS[DISPUTED]["claim"]


def test_every_position_with_an_objection_is_among_the_arguments(read: Read) -> None:
    page = read("/arguments")
    objected = {one["conclusion"] for one in RELATIONS if one["kind"] == "attacks"}
    objected |= {one["premise"] for one in RELATIONS if one["kind"] == "attacks" and one["form"] == "disagreement"}
    shown = {key for section in page.cssselect(".account h3") for key in _links(section)}
    assert {f"/position/{key}" for key in objected} <= shown
    pairs = Counter(one["kind"] for one in RELATIONS)
    assert pairs["attacks"]
    joined = {key for one in RELATIONS for key in (one["premise"], one["conclusion"])}
    assert f"join {len(joined)} positions" in " ".join(page.cssselect(".lead")[0].text_content().split())


@pytest.mark.parametrize("about", ["theme trust", "article 17", "question 13", DISPUTED, "secret law enforcement"])
def test_arguments_can_be_asked_about_what_a_reader_names(seeds_explorer: Explorer, about: str) -> None:
    page = seeds_explorer.page("/arguments", [("about", about)])
    assert isinstance(page, Page)
    assert page.data.accounts  # type: ignore[attr-defined]


def test_arguments_on_a_question_are_those_of_the_statements_that_answer_it(seeds_explorer: Explorer) -> None:
    ends = f"<{seeds_explorer.iri_of('document', 'fifth-consultation-concept-note', 'question', '13')}>"
    query = (
        "PREFIX trv: <https://w3id.org/travaux/ontology#> SELECT DISTINCT ?position WHERE "
        f"{{ ?one trv:question|trv:partialQuestion {ends} ; trv:position ?position }}"
    )
    page = seeds_explorer.page("/arguments", [("about", "question 13")])
    assert page.data.asked == len(seeds_explorer.store.select(query).rows)  # type: ignore[union-attr]


def test_wrong_options_of_arguments_are_refused(seeds_explorer: Explorer) -> None:
    with pytest.raises(AskedError, match="semantics cannot be"):
        seeds_explorer.page("/arguments", [("semantics", "loudest")])
    with pytest.raises(QueryError):
        seeds_explorer.page("/arguments", [("about", "https://x.example/position/a> } SELECT")])
