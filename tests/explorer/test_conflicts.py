from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from travaux.analysis.conflict import RULES, Certainty, find_conflicts
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.views.explorer import AskedError, Explorer

Read = Callable[..., HtmlElement]


def test_both_sides_of_every_conflict_stand_side_by_side_with_their_sentences(read: Read, stored_seeds: Store) -> None:
    found = find_conflicts(stored_seeds)
    shown = read("/conflicts?show=conflicts").cssselect(".dispute")
    assert len(shown) == len(found.conflicts)
    for card, dispute in zip(shown, found.conflicts, strict=True):
        sides = card.cssselect(".two > .side")
        assert [side.cssselect("h5")[0].text_content() for side in sides] == [dispute.first.claim, dispute.second.claim]
        for side, view in zip(sides, (dispute.first, dispute.second), strict=True):
            assert {one.text_content() for one in side.cssselect("blockquote q")} == {one.quote for one in view.heard[:2]}


def test_what_the_report_states_stands_apart_from_what_is_inferred_with_the_rule_in_words(read: Read, stored_seeds: Store) -> None:
    page = read("/conflicts?show=conflicts")
    rules = [one.text_content() for one in page.cssselect(".found-by")]
    found = find_conflicts(stored_seeds).conflicts
    assert all(RULES[one.rule].finds in words for one, words in zip(found, rules, strict=True))
    stated = page.xpath("//h3[starts-with(., 'Stated')]/following-sibling::article[following-sibling::h3]")
    assert len(stated) == sum(one.certainty is Certainty.MARKED for one in found)


def test_a_theme_leaves_what_is_about_it(read: Read, stored_seeds: Store) -> None:
    found = find_conflicts(stored_seeds, "scope of electronic evidence")
    page = read("/conflicts?about=scope+of+electronic+evidence")
    assert len(page.cssselect(".dispute")) == len(found.conflicts) + sum(one.rule != "qualification" for one in found.tensions)


def test_the_parts_of_a_long_list_hold_all_of_it_once(read: Read, stored_seeds: Store) -> None:
    claims = [one.view.claim for one in find_conflicts(stored_seeds).common_ground]
    pages = [read(f"/conflicts?show=common_ground&page={number}") for number in (1, 2, 3)]
    assert [one.text_content() for page in pages for one in page.cssselect(".agreed h3")] == claims
    assert "1–10 of 26" in pages[0].cssselect(".paging")[0].text_content()


def test_coalitions_are_shown_only_where_asked_for(read: Read) -> None:
    assert not read("/conflicts").cssselect(".group")
    assert read("/conflicts?coalitions=1").cssselect(".group")


def test_wrong_and_unknown_questions_are_told_apart(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="article 999"):
        seeds_explorer.page("/conflicts", [("about", "article 999")])
    with pytest.raises(AskedError, match="show cannot be"):
        seeds_explorer.page("/conflicts", [("show", "quarrels")])
    with pytest.raises(AskedError, match="no page 4"):
        seeds_explorer.page("/conflicts", [("show", "common_ground"), ("page", "4")])


def test_the_data_are_those_of_the_analysis(client: TestClient, stored_seeds: Store) -> None:
    data = client.get("/conflicts?format=json").json()
    assert data["found"] == find_conflicts(stored_seeds).found
