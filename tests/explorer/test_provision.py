from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.dossiers import article_dossier
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.views.explorer import AskedError, Explorer

Read = Callable[..., HtmlElement]


def test_every_statement_on_the_article_stands_on_its_page_with_its_place(read: Read, stored_seeds: Store) -> None:
    page = read("/instrument/draft/article/24")
    sentences = [one.heard for one in article_dossier(stored_seeds, "article 24").said.sentences()]
    assert len(sentences) == 3
    assert [quote.text for quote in page.cssselect(".statement blockquote q")] == [one.quote for one in sentences]
    places = [link.get("href") for link in page.cssselect(".statement .where")]
    assert places == [f"/document/{one.document}?at={one.start}-{one.end}#at" for one in sentences]


def test_a_choice_of_statements_narrows_the_page_and_stays_in_its_links(read: Read) -> None:
    page = read("/instrument/draft/article/24?stance=opposes")
    assert "No statement that fits the choice made cites it." in page.text_content()
    assert page.cssselect("details.filters[open]")
    assert page.cssselect('link[rel=alternate][type="text/turtle"]')[0].get("href").endswith("?stance=opposes&format=turtle")


def test_what_is_not_there_and_what_cannot_be_asked_are_told_apart(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="999"):
        seeds_explorer.page("/instrument/draft/article/999")
    with pytest.raises(AskedError, match="stance cannot be 'hostile'"):
        seeds_explorer.page("/instrument/draft/article/24", [("stance", "hostile")])
