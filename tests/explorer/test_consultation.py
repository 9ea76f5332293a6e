"""Consultations as pages show them, compared with the documents and the description of the corpus."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from travaux.errors import QueryError
from travaux.views.explorer import Explorer

Read = Callable[..., HtmlElement]
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SECOND, FIFTH = "second-intersessional-consultation", "fifth-intersessional-consultation"


def _text(name: str) -> str:
    return (SEEDS / "documents" / f"{name}.txt").read_text(encoding="utf-8")


def _words(part: HtmlElement) -> str:
    return " ".join(part.text_content().split())


def test_the_agenda_is_a_tree_with_what_the_report_heads_its_paragraphs_by(read: Read) -> None:
    printed = re.findall(r"agenda item (\d\([a-z]\)), entitled “([^”]+)”", _text("fifth-consultation-report"))
    items = read(f"/consultation/{FIFTH}").cssselect(".agenda .agenda .item > h4")
    assert [(one.cssselect(".number")[0].text, one.cssselect("a")[0].text) for one in items] == printed


def test_statements_under_an_item_are_those_of_its_paragraph_in_the_review_file(read: Read) -> None:
    reviewed = tomllib.loads((SEEDS / "review" / "statements" / "fifth-consultation-report.toml").read_text(encoding="utf-8"))
    decided = [one["editors"] for one in reviewed.values()]
    by_paragraph = Counter(one["paragraph"] for one in decided if one["decision"] != "rejected")
    items = {one.cssselect(".number")[0].text: one for one in read(f"/consultation/{FIFTH}").cssselect(".item")}
    for number, paragraph in (("2(b)", "7"), ("2(c)", "8"), ("2(d)", "9"), ("2(f)", "11")):
        shown = sum(int(count) for count in re.findall(r" (\d+) ", _words(items[number].cssselect(".recorded")[0])))
        assert shown == by_paragraph[paragraph]


def test_an_item_on_which_nothing_was_said_says_that_it_drew_nothing(read: Read) -> None:
    assert "“Final provisions”, no statements were made." in _text("fifth-consultation-report")
    items = {one.cssselect(".number")[0].text: one for one in read(f"/consultation/{FIFTH}").cssselect(".item")}
    assert "Drew nothing" in _words(items["2(h)"])
    assert "Drew nothing" not in _words(items["2(a)"])


def test_panellists_stand_in_the_order_of_the_report_with_their_organizations(read: Read) -> None:
    report = _text("second-consultation-report")
    panels = read(f"/consultation/{SECOND}").cssselect(".panel")
    names = [link.text for panel in panels for link in panel.cssselect("li > a:first-child")]
    assert len(panels) == 4
    assert len(names) == 16
    assert sorted(names, key=report.index) == names
    assert "Director of Digital Diplomacy, Microsoft" in _words(panels[0])


def test_a_figure_that_does_not_add_up_is_shown_with_its_sentence(read: Read) -> None:
    page = read(f"/consultation/{SECOND}")
    (total, *parts) = [int(one.text) for one in page.cssselect(".figures li > b")]
    assert sum(parts[:4]) != total
    (finding,) = page.cssselect("section[aria-labelledby=attendance] .finding")
    sentence = finding.cssselect("q")[0].text
    assert sentence.startswith(f"It was attended by representatives of {total} multi-stakeholders")
    assert sentence in _text("second-consultation-report")
    assert not read(f"/consultation/{FIFTH}").cssselect("section[aria-labelledby=attendance] .finding")


def test_days_that_documents_give_differently_are_shown_in_the_words_of_both(read: Read) -> None:
    findings = read(f"/consultation/{FIFTH}").cssselect("section[aria-labelledby=findings] .finding")
    assert any("29 August to 1 September 2023" in _words(one) and "21 August–1 September 2023" in _words(one) for one in findings)


def test_what_the_description_of_the_corpus_says_is_told_in_words(read: Read) -> None:
    described = {one["name"]: one for one in tomllib.loads((SEEDS / "corpus.toml").read_text(encoding="utf-8"))["consultations"]}
    page = read(f"/consultation/{FIFTH}")
    facts = _words(page.cssselect(".facts dl")[0])
    assert all(described[FIFTH][name] in facts for name in ("body", "session", "mandate"))
    assert "20 to 21 June 2023, Vienna, in person and online" in _words(page.cssselect(".lead")[0])
    questions = re.findall(r"^(\d+)\. ", _text("fifth-consultation-concept-note"), re.MULTILINE)
    assert [one.get("value") for one in page.cssselect(".questions li")] == questions
    links = [one.get("href") for one in page.cssselect(".ways a")]
    assert links == [f"/compare?first={SECOND}&second={FIFTH}"]


def test_what_is_no_consultation_is_not_found(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="there is no consultation"):
        seeds_explorer.page("/consultation/ninth")
