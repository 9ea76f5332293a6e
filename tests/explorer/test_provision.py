from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml.html import HtmlElement, document_fromstring

from argument_map.corpus import CORPUS
from argument_map.documents import REFERENCES
from argument_map.traced import open_traced
from travaux.analysis.dossiers import EVERYTHING, article_dossier, theme_dossier
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.views.explorer import AskedError, Explorer, Moved

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


def test_an_adopted_article_shows_what_was_said_on_the_one_that_it_continues_and_says_so(read: Read, stored_seeds: Store) -> None:
    page = read("/instrument/adopted/article/4")
    ids = [one.heard.id.replace("/", "-") for one in article_dossier(stored_seeds, "draft article 17").said.sentences()]
    assert len(ids) == 5
    assert sorted(one.get("id") for one in page.cssselect("article.statement")) == sorted(ids)
    assert "5 statements in the reports cite what it continues: article 17 of the draft text" in page.cssselect(".lead")[0].text_content()


def test_the_versions_stand_beside_one_another_with_how_and_grade(read: Read) -> None:
    draft, adopted = read("/instrument/draft/article/17").cssselect(".version")
    assert "own" in draft.get("class").split()
    assert "own" not in adopted.get("class").split()
    assert [link.get("href") for link in adopted.cssselect(".provision a")] == ["/instrument/adopted/article/4"]
    step = adopted.cssselect(".step")[0].text_content()
    assert "Moved [unverified]" in step
    assert "grade M" in step
    assert "Adopted article 17 is about laundering, so the number 17 leads astray." in adopted.text_content()
    assert [one.text for one in draft.cssselect(".changes q")] == [
        "make this provision optional",
        "delete it",
        "move it to a different chapter",
    ]


def test_neighbours_and_other_pages_are_linked(read: Read) -> None:
    page = read("/instrument/adopted/article/6")
    assert [link.get("href") for link in page.cssselect(".neighbours a")] == [
        "/instrument/adopted/article/5",
        "/instrument/adopted/article/7",
    ]
    assert [link.get("href") for link in page.cssselect(".doors a")] == [
        "/map?at=instrument%2Fadopted%2Farticle%2F6",
        "/trace?what=adopted+article+6",
        "/arguments?about=adopted+article+6",
        "/conflicts?about=adopted+article+6",
    ]


def test_a_chapter_lists_its_articles_with_their_statements(read: Read) -> None:
    items = read("/instrument/draft/chapter/II").cssselect(".articles li")
    rows = {item.cssselect("a")[0].get("href"): item.text_content() for item in items}
    assert list(rows) == [f"/instrument/draft/article/{number}" for number in range(6, 22) if f"/instrument/draft/article/{number}" in rows]
    assert "5 statements" in rows["/instrument/draft/article/17"]


def test_an_article_that_is_cited_by_none_tells_who_would_change_it(read: Read) -> None:
    lead = read("/instrument/draft/article/1").cssselect(".lead")[0].text_content()
    assert lead == "No statement on file cites its number; 1 would change its text."


def test_what_was_said_without_the_number_is_counted_and_linked(read: Read, stored_seeds: Store) -> None:
    page = read("/instrument/draft/article/24")
    cited = {one.heard.id for one in article_dossier(stored_seeds, "article 24", limits=EVERYTHING).said.sentences()}
    linked = [link.get("href") for link in page.xpath("//p[starts-with(., 'Said on its themes without its number')]/a")]
    assert linked
    said = {
        one.heard.id for name in linked for one in theme_dossier(stored_seeds, name.rpartition("/")[2], limits=EVERYTHING).said.sentences()
    }
    line = page.xpath("//p[starts-with(., 'Said on its themes without its number')]")[0].text_content()
    assert 0 < int(line.partition(": ")[2].split()[0]) <= len(said - cited)


def test_a_chapter_leads_to_the_agenda_items_about_it(read: Read) -> None:
    lines = read("/instrument/draft/chapter/II").xpath("//p[starts-with(., 'Under agenda item')]")
    assert lines
    for line in lines:
        (link,) = line.cssselect("a")
        assert "/agenda-item/" in link.get("href")
        assert int(link.text.split()[0]) > 0


def test_two_columns_hold_every_stance_once_and_come_out_alike(read: Read, stored_seeds: Store) -> None:
    said = article_dossier(stored_seeds, "draft article 17").said
    sides = read("/instrument/draft/article/17").cssselect(".stances-side")
    assert [[one.get("id") for one in side.cssselect(".stance-column")] for side in sides] == [["supports", "concerned"], ["proposes"]]
    assert {one.stance.value for one in said.tallies} == {"supports", "concerned", "proposes"}


def test_an_article_that_statements_cite_and_no_text_is_known_to_have_has_a_page() -> None:
    cited = replace(next(one for one in REFERENCES if one.target == "article 6"), target="article 99", provision=None)
    with open_traced(cited) as store:
        explorer = Explorer(store, CORPUS)
        page: HtmlElement = document_fromstring(explorer.html("/instrument/cited/article/99"))
        ids = [one.heard.id.replace("/", "-") for one in article_dossier(store, "article 99").said.sentences()]
        assert len(ids) == 1
        assert [one.get("id") for one in page.cssselect("article.statement")] == ids
        assert "which version it belongs to is not recorded" in page.text_content()
        with pytest.raises(QueryError, match="no article '99' in the version"):
            explorer.page("/instrument/nonsense/article/99")


def test_the_address_of_an_article_without_a_version_leads_to_the_first(seeds_explorer: Explorer) -> None:
    assert seeds_explorer.page("/instrument/cited/article/24") == Moved("/instrument/draft/article/24")
