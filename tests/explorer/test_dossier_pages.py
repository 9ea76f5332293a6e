"""What the pages of provisions, questions, themes and actors have in common: exact words, parts, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.dossiers import EVERYTHING, theme_dossier
from travaux.model.store import Store
from travaux.resources import seeds_folder
from travaux.views.explorer import AskedError, Explorer, paging

Read = Callable[..., HtmlElement]

PAGES = (
    "/instrument/draft/article/17",
    "/document/fifth-consultation-concept-note/question/13",
    "/theme/human-rights",
    "/person/nemanja-malisevic",
)


@pytest.mark.parametrize("address", [*PAGES, "/instrument/draft/chapter/II?show=all", "/organization/microsoft"])
def test_every_statement_opens_its_exact_characters(read: Read, address: str) -> None:
    statements = read(address).cssselect("article.statement")
    assert statements
    for one in statements:
        (where,), quote = one.cssselect(".where"), one.cssselect("blockquote q")[0].text_content()
        document, start, end = re.fullmatch(r"/document/([^?]+)\?at=(\d+)-(\d+)#at", where.get("href")).groups()  # type: ignore[union-attr]
        text = (seeds_folder() / "documents" / f"{document}.txt").read_text(encoding="utf-8")
        assert text[int(start) : int(end)] == quote


def test_parts_together_show_every_statement_once(read: Read, stored_seeds: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging.show_parts, "__kwdefaults__", {"size": 13})
    monkeypatch.setattr(paging.limits_of, "__kwdefaults__", {"size": 13, "first": paging.FIRST})
    wanted = [one.heard for one in theme_dossier(stored_seeds, "scope", limits=EVERYTHING).said.sentences()]
    pages = [read(f"/theme/scope?show=all&page={number}") for number in (1, 2, 3)]
    shown = [[one.get("id") for one in page.cssselect("article.statement")] for page in pages]
    assert [len(one) for one in shown] == [13, 13, len(wanted) - 26]
    assert sorted(one for part in shown for one in part) == sorted(one.id.replace("/", "-") for one in wanted)
    assert [link.get("href") for link in pages[1].cssselect("nav.paging")[0].cssselect("a")] == [
        "/theme/scope?show=all",
        "/theme/scope?show=all&page=3",
    ]
    assert pages[1].xpath("//p[contains(@class, 'more')]/a[.='Back to the first of each stance']/@href")[0] == "/theme/scope"


def test_a_part_that_is_not_there_is_told(seeds_explorer: Explorer) -> None:
    with pytest.raises(AskedError, match="there is no page 2"):
        seeds_explorer.page("/theme/scope", [("show", "all"), ("page", "2")])


def test_statements_of_one_sentence_say_so_and_keep_their_own_places(read: Read) -> None:
    first, second = read("/instrument/draft/article/24").cssselect(".position")[0].cssselect("article.statement")
    assert second.cssselect(".where")[0].text == "In the same sentence"
    assert second.cssselect(".where")[0].get("href") != first.cssselect(".where")[0].get("href")
    assert first.cssselect(".prevalence")[0].text == "several speakers"
    assert not first.cssselect(".review")


def test_what_rules_found_stays_marked_in_every_statement(read: Read, lakes_explorer: Explorer) -> None:
    page = read("/theme/scope", lakes_explorer)
    for one in page.cssselect("article.statement"):
        assert bool(one.cssselect(".review.by-rule")) == (one.get("data-review") == "unreviewed")
