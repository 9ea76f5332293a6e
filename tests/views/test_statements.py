"""How a statement is shown: never as more than it is."""

from __future__ import annotations

import networkx as nx
import pytest

from travaux.model.schemes import Prevalence, ReviewStatus
from travaux.views.entries import Entries, to_address
from travaux.views.links import Links
from travaux.views.statements import count_reviewed, show_facts, show_review, show_sentence
from travaux.views.wording import PREVALENCE_WORDS, REVIEW_WORDS

PARAGRAPH = "Lakes were discussed. Several speakers urged States to protect lakes, as lakes matter."
CONTENT = "protect lakes"
START = 100 + PARAGRAPH.index(CONTENT)
STATEMENT = {"kind": "statement", "start": START, "end": START + len(CONTENT), "speaker": "Several speakers", "cue": "urged"}


@pytest.fixture(scope="module")
def links(seeds_network: nx.MultiDiGraph[str]) -> Links:
    return Links(seeds_network)


@pytest.fixture(scope="module")
def entries(links: Links) -> Entries:
    return Entries(links)


def test_a_statement_stands_in_its_sentence_with_its_content_marked_and_who_and_cue_in_bold() -> None:
    shown = show_sentence(STATEMENT, {"quote": PARAGRAPH, "start": 100})
    assert "".join(part.text for part in shown) == "Several speakers urged States to protect lakes, as lakes matter."
    assert [part.text for part in shown if part.marked] == [CONTENT]
    assert [part.text for part in shown if part.exact] == ["Several speakers", "urged"]


@pytest.mark.parametrize("review", [None, "unreviewed", "looked-at"])
def test_what_is_not_known_to_be_reviewed_is_not_reviewed(review: str | None) -> None:
    assert show_review({"review": review, "rule": "active: urge"}) == "Read by the rule “active: urge”. No person has reviewed it."
    assert count_reviewed([{"review": review}, {"review": review}]) == "none of 2 reviewed by a person"
    assert count_reviewed([{"review": review}]) == "not reviewed by a person"


def test_every_status_and_every_class_of_prevalence_has_its_words_and_none_a_number() -> None:
    assert set(REVIEW_WORDS) == set(ReviewStatus)
    assert set(PREVALENCE_WORDS) == set(Prevalence)
    assert not any(character.isdigit() for words in PREVALENCE_WORDS.values() for character in words)


def test_facts_are_the_words_of_the_report_or_say_that_there_are_none() -> None:
    facts = {fact.heading: fact for fact in show_facts({"speaker": "nobody named", "condition": {"quote": "if asked"}}, "")}
    assert (facts["Who"].text, facts["Who"].exact) == ("nobody named", False)
    assert facts["How widely held"].text == "the report does not say"
    assert facts["Stance"].text == "not clear"
    assert (facts["Condition"].text, facts["Condition"].exact) == ("if asked", True)


@pytest.fixture(scope="module")
def proposed(proposals_network: nx.MultiDiGraph[str]) -> Links:
    return Links(proposals_network)


def test_every_statement_of_the_seeds_shows_its_sentence_its_source_and_who_reviewed_it(links: Links, entries: Entries) -> None:
    check_sources(links, entries)
    for name in links.of_kind("statement"):
        review = entries.entry(name).review
        assert "Decided by Editors of Travaux on 22 November 2026." in review
        assert str(links.nodes[name]["decided"]["reason"] or "") in review


def test_every_proposal_shows_its_sentence_its_source_and_that_nobody_reviewed_it(proposed: Links) -> None:
    entries = Entries(proposed)
    check_sources(proposed, entries)
    for name in proposed.of_kind("statement"):
        review = entries.entry(name).review
        assert "No person has reviewed it." in review
        assert str(proposed.nodes[name]["rule"]) in review


def check_sources(links: Links, entries: Entries) -> None:
    statements = links.of_kind("statement")
    assert statements
    for name in statements:
        node, entry = links.nodes[name], entries.entry(name)
        (passage,) = entry.passages
        assert "".join(part.text for part in passage.shown if part.marked) == node["quote"]
        assert passage.source
        assert passage.source.paragraph
        assert passage.source.characters == f"characters {node['start']}–{node['end']}"


def test_a_position_leads_to_each_of_its_statements_and_says_how_many_were_reviewed(links: Links, entries: Entries) -> None:
    for name in links.of_kind("position"):
        entry = entries.entry(name)
        assert "reviewed by a person" in entry.review
        assert {passage.lead.address for passage in entry.passages if passage.lead} == {
            to_address(statement) for statement in links.into(name, "expresses")
        }


def test_a_proposal_under_a_theme_or_a_question_tells_why_it_is_there(proposed: Links) -> None:
    links, entries = proposed, Entries(proposed)
    for kind, link in (("theme", "statement-theme"), ("question", "statement-question"), ("question", "statement-partial-question")):
        name = max(links.of_kind(kind), key=lambda name: len(links.into(name, link)))
        entry = entries.entry(name)
        addresses = {to_address(statement) for statement in links.into(name, link)}
        remarks = [shown.remark for _, group in entry.groups for shown in group if shown.address in addresses]
        assert len(remarks) >= len(addresses) > 1
        assert all("confidence 0." in remark or "confidence 1" in remark for remark in remarks), remarks
        assert entry.afterword


@pytest.mark.parametrize("kind", ["paragraph", "agenda-item"])
def test_wherever_statements_are_marked_in_a_text_it_says_that_nobody_reviewed_them(entries: Entries, links: Links, kind: str) -> None:
    marked = [
        entry
        for entry in map(entries.entry, links.of_kind(kind))
        if any(part.marked and part.address for passage in entry.passages for part in passage.shown)
    ]
    assert marked
    assert all(any(remark.endswith("reviewed by a person.") for remark in entry.remarks) for entry in marked)


def test_a_panellist_leads_to_what_the_report_says_the_panellist_said(links: Links, entries: Entries) -> None:
    speakers = [name for name in links.of_kind("participation") if links.out(name, "says")]
    assert speakers
    for name in speakers:
        groups = {heading.split(" · ")[0]: group for heading, group in entries.entry(name).groups}
        assert {link.address for link in groups["Statements"]} == {to_address(statement) for statement in links.out(name, "says")}
