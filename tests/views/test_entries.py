"""What the entries of the first corpus say."""

from __future__ import annotations

import networkx as nx
import pytest

from travaux.views.entries import Entries, to_address
from travaux.views.links import Links
from travaux.views.outcomes import show_outcome


@pytest.fixture(scope="module")
def entries(seeds_network: nx.MultiDiGraph[str]) -> Entries:
    return Entries(Links(seeds_network))


def test_a_question_leads_to_what_was_reported_on_its_chapter_at_its_consultation(entries: Entries) -> None:
    groups = dict(entries.entry("document/fifth-consultation-concept-note/question/15").groups)
    (heading,) = [heading for heading in groups if heading.startswith("Reported under")]
    assert "whether in answer is not said" in heading
    report = "document/fifth-consultation-report"
    assert [link.address for link in groups[heading]] == [f"#{report}/agenda-item/2(d)", f"#{report}/paragraph/9"]


def test_an_article_shows_what_became_of_requests_with_facts_and_sources(entries: Entries) -> None:
    (outcome,) = entries.entry("instrument/draft/article/13").outcomes
    assert (outcome.topic, outcome.verdict) == ("Material that is not sexual", "Taken up")
    assert "consistent with" in outcome.meaning
    assert outcome.rests_on == "Rests on a copy of a primary text"
    assert len(outcome.facts) == 2
    assert all(fact.sources and fact.rests_on for fact in outcome.facts)


def test_an_outcome_from_recollection_is_unknown_and_unverified(entries: Entries) -> None:
    (outcome,) = entries.entry("instrument/draft/article/17").outcomes
    assert outcome.verdict == "Unknown [unverified]"
    claimed = show_outcome({"kind": "outcome", "label": "L", "type": "taken-up", "grade": "M"}, "#l")
    assert claimed.verdict == "Unknown [unverified]"
    assert "[unverified]" in claimed.rests_on


def test_requests_that_are_of_no_provision_are_in_the_list_under_their_topic(entries: Entries) -> None:
    (listed,) = [made for noun, kind, made in entries.listing() if kind == "outcome" and noun == "Requests and outcomes"]
    assert "Dual criminality" in [entry.title for entry in listed]
    assert all(entry.outcomes for entry in listed)


def test_a_note_is_shown_with_the_titles_of_the_sources_that_it_names(entries: Entries) -> None:
    remarks = entries.entry("instrument/adopted/article/24").remarks
    assert any("DW12 speaks of the conditions" in remark for remark in remarks)
    assert any(remark.startswith("DW12: Digital Watch, machine-made report") for remark in remarks)


def test_a_speaker_is_named_with_the_organization_and_linked_to_the_other_time(
    entries: Entries, seeds_network: nx.MultiDiGraph[str]
) -> None:
    speakers = [entries.entry(name) for name, node in seeds_network.nodes(data=True) if node["kind"] == "participation"]
    organization = "International Centre for Criminal Law Reform and Criminal Justice Policy"
    assert f"Yvon Dandurand, Senior Associate, {organization}" in [speaker.title for speaker in speakers]
    chair = [speaker for speaker in speakers if speaker.title.startswith("Faouzia Boumaiza Mebarki")]
    others = [link.address for speaker in chair for heading, links in speaker.groups if "same person" in heading for link in links]
    assert sorted(others) == sorted(to_address(speaker.name) for speaker in chair)
    assert len(chair) == 2
