"""The page of traces, as text and in a real browser."""

from __future__ import annotations

import base64
import hashlib
import html
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argument_map.traced import open_traced
from travaux.analysis.tracing import Trace, find_traces
from travaux.model.schemes import EvidenceGrade
from travaux.views.tracing import render_trace_page

AXE = Path(__file__).resolve().parents[2] / "graph" / "travaux" / "views" / "scripts" / "node_modules" / "axe-core" / "axe.min.js"
HOSTILE = "</style></main><script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7*7}} \u202e\u0627\u0628🌊 javascript:alert(3)"
Show = Callable[..., Any]


@pytest.fixture(scope="module")
def traces() -> tuple[Trace, ...]:
    with open_traced() as store:
        return find_traces(store)


@pytest.fixture(scope="module")
def page(traces: tuple[Trace, ...]) -> str:
    return render_trace_page(traces, "Lakes")


def article(page: str, key: str) -> str:
    """Return the words of the block of one position."""
    found = re.search(rf'<article class="trace" id="position/{key}".*?</article>', page, re.DOTALL)
    assert found
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", found[0])).split())


def poisoned(trace: Trace) -> Trace:
    """Put hostile words wherever a corpus puts words."""

    def bad(source: Any) -> Any:
        return replace(source, title=HOSTILE, link="javascript:alert(4)")

    def place(one: Any) -> Any:
        return one and replace(one, label=HOSTILE, instrument_title=HOSTILE)

    return replace(
        trace,
        claim=HOSTILE,
        statements=tuple(
            replace(one, quote=HOSTILE, speaker=HOSTILE, document_title=HOSTILE, paragraph=HOSTILE, citations=(HOSTILE,))
            for one in trace.statements
        ),
        ways=tuple(
            replace(
                way,
                provision=place(way.provision),
                steps=tuple(
                    replace(step, earlier=place(step.earlier), later=place(step.later), note=HOSTILE, sources=tuple(map(bad, step.sources)))
                    for step in way.steps
                ),
            )
            for way in trace.ways
        ),
        outcomes=tuple(
            replace(
                one,
                topic=HOSTILE,
                asked=HOSTILE,
                note=HOSTILE,
                sources=tuple(map(bad, one.sources)),
                facts=tuple(replace(fact, text=HOSTILE, sources=tuple(map(bad, fact.sources))) for fact in one.facts),
            )
            for one in trace.outcomes
        ),
    )


def test_a_block_tells_words_provision_way_and_outcome(page: str) -> None:
    words = article(page, "narrow")
    assert "a broad scope Report of the spring consultation, paragraph 3, characters 555–568" in words
    assert "Several speakers How widely held: several · opposition · Reviewed and accepted." in words
    assert "Draft convention Article 1: Scope renumbered Grade A. Rests on the originating body's own document." in words
    assert "Convention as adopted Article 3: Scope" in words
    assert "Taken up : the adopted text is consistent with what was asked." in words
    assert "The text covers natural lakes only." in words


def test_what_is_not_on_file_is_said_to_be_so_and_not_to_be_dropped(page: str) -> None:
    assert "Article 3: Discharges Nothing on file tells where it went." in article(page, "firm")
    assert "It is linked to no provision of a text; nothing on file tells where it went." in article(page, "trust")
    assert "No outcome is on file for it." in article(page, "firm")
    assert "No statement on file expresses it." in article(page, "dams")
    assert "dropped" not in article(page, "firm") + article(page, "trust")
    assert "dropped Grade C." in article(page, "optional")


def test_recollection_is_marked_wherever_it_shows(page: str) -> None:
    farms = article(page, "farms")
    assert "Unknown [unverified] : whether the adopted text is consistent with what was asked is not established." in farms
    assert "Recollection says: partly [unverified]." in farms
    assert "A threshold was set. [unverified]" in farms
    assert "moved [unverified] Grade M. Rests on recollection or indirect support [unverified]." in article(page, "data")


def test_recollection_without_its_mark_is_on_no_line(traces: tuple[Trace, ...]) -> None:
    recalled = [
        replace(
            trace,
            outcomes=tuple(replace(one, grade=EvidenceGrade.M) for one in trace.outcomes),
            ways=tuple(replace(way, steps=tuple(replace(step, grade=EvidenceGrade.M) for step in way.steps)) for way in trace.ways),
        )
        for trace in traces
    ]
    made = render_trace_page(recalled, "Lakes")
    for word in ("renumbered", "moved", "dropped", "Recollection says: reversed", "Recollection says: taken up"):
        assert word in made
        assert not re.search(rf"<b>{word}</b>|{word}\.", made)


def test_nothing_says_that_a_position_was_the_cause(page: str) -> None:
    said = re.sub(r"<(style)\b.*?</\1>", "", page, flags=re.DOTALL).lower()
    assert "does not say that the request was the cause" in said
    assert not re.findall(r"because of|due to|led to|thanks to|resulted|influenc|as a result", said)


def test_rejected_statements_are_nowhere(page: str) -> None:
    assert "the floor" not in page
    assert "Entry into force" not in page


def test_the_same_traces_give_the_same_bytes(traces: tuple[Trace, ...], page: str) -> None:
    assert render_trace_page(traces, "Lakes") == page


def test_the_policy_forbids_everything_but_this_style(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy
    assert policy[1] == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "<script" not in page
    assert not re.findall(r"<(?:link|iframe|object|embed|base|img)\b|style=|url\(|@import|src=", page)


def test_links_lead_to_positions_of_the_page_and_to_sources_on_the_web(page: str) -> None:
    names = set(re.findall(r' id="([^"]*)"', page))
    addresses = {html.unescape(address) for address in re.findall(r'href="([^"]*)"', page)}
    assert {address[1:] for address in addresses if address.startswith("#")} == names
    assert {address for address in addresses if not address.startswith("#")} == {"https://example.org/paper?a=1&b=2"}
    assert page.count('rel="noopener noreferrer"') == page.count('href="https://')


def test_hostile_words_stay_words(traces: tuple[Trace, ...]) -> None:
    made = render_trace_page([poisoned(trace) for trace in traces], HOSTILE)
    assert "<script" not in made
    assert "<img" not in made
    assert 'href="javascript' not in made
    assert html.escape(HOSTILE, quote=False).replace("'", "&#39;").replace('"', "&#34;") in made
    assert made.count("</style>") == 1


def test_a_page_without_positions_says_so() -> None:
    assert "No position is on file for this page." in render_trace_page([], "Lakes")


@pytest.fixture(scope="module")
def file(traces: tuple[Trace, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("traces") / "trace.html"
    path.write_bytes(render_trace_page(traces, "Lakes").encode())
    return path


@pytest.mark.system
def test_hostile_words_do_nothing_in_a_browser_even_without_the_policy(traces: tuple[Trace, ...], tmp_path: Path, show: Show) -> None:
    path = tmp_path / "hostile.html"
    path.write_bytes(render_trace_page([poisoned(trace) for trace in traces], HOSTILE).encode())
    for bypass in (False, True):
        opened = show(path, width=390, bypass_csp=bypass)
        assert (opened.complaints, opened.requests) == ([], [path.as_uri()])
        assert opened.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.system
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(file: Path, show: Show, scheme: str) -> None:
    if not AXE.is_file():
        message = "axe-core is missing: python hatch_build.py installs it with the scripts of the pages"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    page = show(file, color_scheme=scheme, bypass_csp=True).page
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(rule["id"], rule["impact"], rule["nodes"][0]["html"][:200]) for rule in found] == []


@pytest.mark.system
def test_it_opens_offline_and_fits_a_telephone(file: Path, show: Show) -> None:
    for width in (1366, 390, 320):
        opened = show(file, width=width)
        assert (opened.complaints, opened.requests) == ([], [file.as_uri()])
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.system
def test_a_printed_page_shows_the_sources_that_are_folded(file: Path, show: Show) -> None:
    page = show(file).page
    source = page.locator(".outcome li.source").first
    assert not source.is_visible()
    page.emulate_media(media="print")
    assert source.is_visible()
    assert not page.locator("nav").is_visible()
