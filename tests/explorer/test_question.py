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
NOTE = "fifth-consultation-concept-note"


def test_direct_answers_and_answers_in_part_are_those_of_the_analysis(read: Read, stored_seeds: Store) -> None:
    page = read(f"/document/{NOTE}/question/13?show=all")
    dossier = question_dossier(stored_seeds, "13", limits=EVERYTHING)
    for name, said in (("direct", dossier.direct), ("partial", dossier.partial)):
        shown = page.xpath(f"//section[@aria-labelledby='{name}']//article/@id")
        assert shown == [one.heard.id.replace("/", "-") for one in said.sentences()]
    assert (dossier.direct.statements, dossier.partial.statements) == (14, 1)


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
    assert "No statement on file answers it." in page.text_content()
    assert "Not found is not the same as not said" in page.text_content()


def test_a_question_of_another_document_is_not_there(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="no such guiding question"):
        seeds_explorer.page("/document/fifth-consultation-report/question/13")
