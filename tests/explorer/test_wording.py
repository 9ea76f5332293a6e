"""Notes and names stand in words that a visitor can read, and questions lead to what answers them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from travaux.analysis.argumentation import Standing, evaluate_arguments
from travaux.analysis.overview import find_positions, find_unexpressed
from travaux.views.explorer import Explorer
from travaux.views.explorer.naming import Naming

Read = Callable[..., HtmlElement]


def test_a_code_in_a_note_stands_by_the_title_of_its_source(seeds_explorer: Explorer) -> None:
    first, second, *_ = Naming(seeds_explorer.store, seeds_explorer.corpus).read("R5 paragraph 7; see fifth-consultation-report.")
    assert first.address == "/source/R5"
    assert first.words.startswith("Chair's Report of the Fifth")
    assert second.words == ", paragraph 7; see "


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("article 24", "/instrument/draft/article/24"),
        ("question 13", "/document/fifth-consultation-concept-note/question/13"),
        ("article 999", "/search?q=article+999"),
        ("trust", "/search?q=trust"),
    ],
)
def test_a_number_typed_in_the_header_leads_to_what_it_names(client: TestClient, typed: str, leads: str) -> None:
    answer = client.get("/search", params={"q": typed, "go": "1"})
    assert (answer.status_code, answer.headers["location"]) == (303, leads)


def test_versions_of_one_number_have_titles_of_their_own(read: Read) -> None:
    titles = [read(f"/instrument/{text}/article/24").findtext(".//title") for text in ("draft", "adopted")]
    assert "(draft)" in titles[0]
    assert "(adopted)" in titles[1]


def test_positions_that_no_statement_expresses_are_counted_and_listed(read: Read, seeds_explorer: Explorer) -> None:
    unexpressed = find_unexpressed(seeds_explorer.store)
    assert find_positions(seeds_explorer.store).unexpressed == unexpressed.found == 9
    shown = read("/positions?expressed=none").text_content()
    assert all(row.claim in shown for row in unexpressed.rows)
    assert read("/positions").xpath("//a[@href='/positions?expressed=none']")


def test_what_stands_unopposed_is_listed(read: Read, seeds_explorer: Explorer) -> None:
    parts = evaluate_arguments(seeds_explorer.store, "").parts
    found = sum(one.standing is Standing.UNCHALLENGED for part in parts for one in part.positions)
    assert f"of {found:,} positions" in read("/arguments?stands=unchallenged").text_content()


def test_a_milestone_shows_its_kind_and_days_and_hides_what_says_nothing(read: Read) -> None:
    page = read("/milestone/second-session").get_element_by_id("main")
    assert page.xpath("string(p[@class='kicker'])") == "Milestone"
    names = page.xpath(".//dt/text()")
    assert "First day" in names
    assert not {"Order", "Label", "Type"} & set(names)
    assert "30 May 2022" in page.text_content()


def test_the_corpus_can_be_had_as_triples(client: TestClient) -> None:
    assert client.get("/?format=turtle").status_code == 200
