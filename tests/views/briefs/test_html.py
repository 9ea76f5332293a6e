"""Briefs as a page: one file without scripts, notes linked there and back, headings in order, texts letter for letter."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from browsing import violations
from hostile_corpus import HOSTILE
from travaux.views.briefs.blocks import Brief, Figure, Items, Link, Note, Paragraph, Section, Strong, Table
from travaux.views.briefs.html import render_html


def _hostile() -> Brief:
    note = Note(HOSTILE, HOSTILE)
    table = Table(HOSTILE, (HOSTILE, HOSTILE), (((HOSTILE,), (Strong(HOSTILE), note)),), (50, 50))
    figure = Figure(f"<svg><script>{HOSTILE}</script></svg>", HOSTILE, HOSTILE)
    paragraph = Paragraph((HOSTILE, note, Link(HOSTILE, "javascript:window.hacked=1")))
    part = Section(HOSTILE, (paragraph, Items(((HOSTILE,),)), table, figure), (Section(HOSTILE),))
    return Brief(HOSTILE, HOSTILE, (HOSTILE,), (part,), ((HOSTILE, HOSTILE),), HOSTILE)


def test_texts_are_shown_letter_for_letter_and_never_as_markup() -> None:
    page = lxml_html.document_fromstring(render_html(_hostile()))
    assert not list(page.cssselect("script, iframe, form, textarea"))
    assert [one.get("src", "")[:26] for one in page.iter("img")] == ["data:image/svg+xml;base64,"]
    assert all(address.startswith("#") for address in (str(one.get("href")) for one in page.iter("a")))
    names = {str(name) for element in page.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or name == "style"}
    texts = ["".join(map(str, one.itertext())) for one in page.cssselect("h1, h2, h3, caption, .kicker, dt, dd, figcaption")]
    assert set(texts) == {HOSTILE, "About this brief", "Notes"}


def test_notes_lead_there_and_back_and_a_note_called_twice_is_told_once() -> None:
    page = lxml_html.document_fromstring(render_html(_hostile()))
    calls = page.cssselect("a[role=doc-noteref]")
    (note,) = page.cssselect("section[role=doc-endnotes] li")
    assert [one.get("href") for one in calls] == [f"#{note.get('id')}"] * 2
    assert [one.get("href") for one in note.cssselect("a[role=doc-backlink]")] == [f"#{one.get('id')}" for one in calls]
    identifiers = [one.get("id") for one in page.cssselect("[id]")]
    assert len(set(identifiers)) == len(identifiers)


def test_headings_follow_one_another(seeds_brief: Callable[..., Brief]) -> None:
    for kind, names in (("article", ["17"]), ("gaps", [])):
        page = lxml_html.document_fromstring(render_html(seeds_brief(kind, *names)))
        levels = [int(str(one.tag)[1]) for one in page.cssselect("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.system
def test_a_browser_finds_nothing_wrong_and_asks_for_nothing(
    show: Callable[..., Any], seeds_brief: Callable[..., Brief], tmp_path: Path
) -> None:
    file = tmp_path / "brief.html"
    for brief in (seeds_brief("article", "17"), _hostile()):
        file.write_text(render_html(brief), encoding="utf-8")
        opened = show(file, bypass_csp=True)
        assert violations(opened.page) == []
        assert opened.page.evaluate("window.hacked") is None
        assert [one for one in opened.requests if not one.startswith(("file:", "data:"))] == []
        assert opened.complaints == []
