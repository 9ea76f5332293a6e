from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.dossiers import EVERYTHING, question_dossier
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.resources import seeds_folder
from travaux.views.explorer import Explorer

Read = Callable[..., HtmlElement]
NOTE, FIFTH = "fifth-consultation-concept-note", "fifth-intersessional-consultation"


def test_direct_answers_and_answers_in_part_are_those_of_the_analysis(read: Read, stored_seeds: Store) -> None:
    page = read(f"/document/{NOTE}/question/13?show=all")
    dossier = question_dossier(stored_seeds, "13", limits=EVERYTHING)
    for name, said in (("direct", dossier.direct), ("partial", dossier.partial)):
        shown = page.xpath(f"//section[@aria-labelledby='{name}']//article/@id")
        expected = [one.heard.id.replace("/", "-") for one in said.sentences() if one.heard.consultation == FIFTH]
        assert sorted(shown) == sorted(expected)
    assert (dossier.direct.statements, dossier.partial.statements) == (14, 1)


def test_what_was_said_a_year_before_the_question_stands_apart_and_is_called_so(read: Read, stored_seeds: Store) -> None:
    page = read(f"/document/{NOTE}/question/13?show=all")
    dossier = question_dossier(stored_seeds, "13", limits=EVERYTHING)
    both = [one.heard for said in (dossier.direct, dossier.partial) for one in said.sentences()]
    earlier = {one.id.replace("/", "-") for one in both if one.consultation == "second-intersessional-consultation"}
    (section,) = page.xpath("//section[@aria-labelledby='before']")
    assert earlier
    assert {one.get("id") for one in section.cssselect("article")} == earlier
    assert "Said before the question was asked" in section.cssselect("h2")[0].text_content()
    assert f"{len(earlier)} of them" in page.cssselect(".lead")[0].text_content()
    assert "answer" not in page.cssselect(".lead")[0].text_content()


def test_the_question_stands_in_its_document_where_the_page_leads(read: Read) -> None:
    page = read(f"/document/{NOTE}/question/13")
    at = page.cssselect(".doors a")[0].get("href").partition("?at=")[2].removesuffix("#at")
    start, end = map(int, at.split("-"))
    text = (seeds_folder() / "documents" / f"{NOTE}.txt").read_text(encoding="utf-8")
    assert text[start:end] == page.cssselect(".asked q")[0].text
    assert [link.get("href") for link in page.cssselect(".neighbours a")] == [f"/document/{NOTE}/question/{n}" for n in (12, 14)]
    assert "/instrument/draft/chapter/IV" in [link.get("href") for link in page.cssselect(".terms a")]


def test_a_question_that_nobody_answered_says_that_not_found_is_not_not_said(read: Read) -> None:
    page = read(f"/document/{NOTE}/question/10")
    assert "No statement on file speaks to it." in page.text_content()
    assert "Not found is not the same as not said" in page.text_content()


def test_a_question_of_another_document_is_not_there(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="no such guiding question"):
        seeds_explorer.page("/document/fifth-consultation-report/question/13")
