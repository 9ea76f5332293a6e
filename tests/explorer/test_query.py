from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from browsing import Visit, serving, violations
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.named_queries import answer, get_named_query, named_queries
from travaux.views.explorer import AskedError, Explorer, Page
from travaux.views.explorer.pages.query import QueryHelp
from travaux.web.explorer import explorer_app
from travaux.web.explorer.sparql import Limits

Visits = Callable[..., Visit]


@pytest.fixture(scope="module")
def help_(seeds_explorer: Explorer) -> QueryHelp:
    page = seeds_explorer.page("/query")
    assert isinstance(page, Page)
    assert isinstance(page.data, QueryHelp)
    return page.data


def test_every_named_question_is_an_example_that_runs_as_it_stands(help_: QueryHelp, stored_seeds: Store) -> None:
    assert [one.name for one in help_.examples] == [query.name for query in named_queries()]
    for example in help_.examples:
        query = get_named_query(example.name)
        try:
            expected = answer(stored_seeds, query, query.header.examples())
        except QueryError:
            continue  # its example names something of another corpus
        assert sorted(map(repr, stored_seeds.select(example.query).rows)) == sorted(map(repr, expected.rows)), example.name


def test_terms_of_the_vocabulary_are_offered_with_their_meaning(help_: QueryHelp) -> None:
    terms = {term.name: term for term in help_.terms}
    assert terms["trv:Statement"].kind == "class"
    assert terms["trv:stance"].kind == "property"
    assert terms["<https://w3id.org/travaux/scheme/stance/supports>"].kind == "value"
    assert terms["trv:Statement"].meaning


def test_a_question_that_is_none_is_refused(seeds_explorer: Explorer) -> None:
    with pytest.raises(AskedError, match="there is no example 'nonsense'"):
        seeds_explorer.page("/query", [("ask", "nonsense")])


@pytest.mark.system
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_question_is_run_and_its_answer_seen_in_every_way(visit: Visits, scheme: str) -> None:
    page = visit("/query?ask=recurring-themes", color_scheme=scheme).page
    expect(page.locator("#told")).to_contain_text("40 rows")
    expect(page.locator(".answer-table tbody tr")).to_have_count(40)
    page.get_by_role("button", name="Graph").click()
    assert page.locator(".answer-drawing path").count() == 40
    page.get_by_role("button", name="Map of themes").click()
    expect(page.locator("#shown")).to_contain_text("20 of 52 themes")
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.path().read_text().startswith("theme,theme_label,consultation")


@pytest.mark.system
def test_a_mistake_is_marked_where_it_is_and_words_are_completed(visit: Visits) -> None:
    window = visit("/query", width=390, height=844)
    page = window.page
    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("ASK { ?x a trv:Statem")
    expect(page.locator(".cm-tooltip-autocomplete")).to_contain_text("trv:Statement")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT * WHERE { ?x ex:y ?z }")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".told-error")).to_contain_text("“ex:” is not declared")
    expect(page.locator(".cm-lintRange-error")).to_have_count(1)
    assert [note for note in window.complaints if "400" not in note] == []
    window.complaints.clear()


@pytest.mark.system
def test_an_answer_that_was_cut_says_so(browser: Browser, seeds_explorer: Explorer, built_seeds: Build) -> None:
    with serving(explorer_app(seeds_explorer, built_seeds.generation.store, queries=Limits(rows=3))) as address:
        window = Visit(browser, address)
        told = window.go("/query?ask=recurring-themes").locator("#told")
        expect(told).to_contain_text("3 rows, cut at the limit of the server")
        window.close()
