from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.tracing import find_requests, find_trace_part, find_traces
from travaux.errors import QueryError
from travaux.model.schemes import EvidenceGrade, OutcomeKind
from travaux.model.store import Store
from travaux.views.explorer import AskedError, Explorer

Read = Callable[..., HtmlElement]


def test_an_article_leads_from_what_was_said_to_what_became_of_it(read: Read, stored_seeds: Store) -> None:
    traces = find_traces(stored_seeds, "article 24")
    flows = {one.get("id"): one for one in read("/trace?what=article+24").cssselect(".flow")}
    assert flows.keys() == {one.key for one in traces}
    for trace in traces:
        shown = flows[trace.key]
        said, draft, adopted, became = shown.cssselect(".stage")
        assert said.cssselect("blockquote q")[0].text_content() == trace.statements[0].quote
        assert [one.get("href") for one in draft.cssselect("a")] == [f"/{way.provision.id}" for way in trace.ways]
        later = [f"/{step.later.id}" for way in trace.ways for step in way.steps if step.later]
        assert [one.get("href") for one in adopted.cssselect("a") if one.get("href").startswith("/")] == later
        assert len(became.cssselect(".became-one")) == len(trace.outcomes)


def test_recollection_is_unknown_and_marked(read: Read, stored_seeds: Store) -> None:
    traces = [one for one in find_traces(stored_seeds, outcome=OutcomeKind.UNKNOWN) if one.outcomes[0].grade is EvidenceGrade.M]
    assert traces
    shown = read(f"/trace?what={traces[0].key}").cssselect(".flow .verdict")
    assert shown[0].text_content() == "Unknown [unverified]"


def test_an_outcome_and_a_consultation_leave_what_fits(read: Read, stored_seeds: Store) -> None:
    for option, wanted in (
        ("outcome=taken-up", find_traces(stored_seeds, outcome=OutcomeKind.TAKEN_UP)),
        (
            "outcome=partly&consultation=fifth-intersessional-consultation",
            find_traces(stored_seeds, outcome=OutcomeKind.PARTLY, consultation="fifth"),
        ),
    ):
        assert {one.get("id") for one in read(f"/trace?{option}").cssselect(".flow")} == {one.key for one in wanted}


def test_the_parts_hold_every_position_once(stored_seeds: Store) -> None:
    every = find_traces(stored_seeds)
    parts = [find_trace_part(stored_seeds, first=first, most=50) for first in (0, 50, 100)]
    assert [one.found for one in parts] == [len(every)] * 3
    followed = [one for part in parts for one in part.traces]
    assert sorted(one.key for one in followed) == sorted(one.key for one in every)
    assert {one.key: one for one in followed} == {one.key: one for one in every}


def test_the_index_leads_from_every_article_with_a_request(read: Read, stored_seeds: Store) -> None:
    provisions = {one.provision.id for one in find_requests(stored_seeds) if one.provision}
    page = read("/trace")
    assert len(page.cssselect(".index th[scope=rowgroup] a")) == len(provisions)
    assert not [one for one in page.text_content().lower().split() if one in {"because", "caused", "led"}]


def test_unknown_things_are_refused(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="article 999"):
        seeds_explorer.page("/trace", [("what", "article 999")])
    with pytest.raises(AskedError, match="consultation cannot be"):
        seeds_explorer.page("/trace", [("consultation", "ninth")])
