from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from travaux.analysis.recurrence import ChangeKind, Comparison, Told, compare
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.views.answers.compare import CHANGE_WORDS
from travaux.views.explorer import AskedError, Explorer

Read = Callable[..., HtmlElement]


@pytest.fixture(scope="module")
def found(stored_seeds: Store) -> Comparison:
    return compare(stored_seeds, "second", "fifth", as_report=True)


def test_the_first_two_consultations_by_day_are_compared_and_summed_up_first(read: Read, found: Comparison) -> None:
    page = read("/compare")
    assert page.cssselect("h1")[0].text_content() == f"{found.first.title} and {found.second.title} compared"
    rows = {
        row.cssselect("th")[0].text_content(): [cell.text_content() for cell in row.cssselect("td")[:2]]
        for row in page.cssselect("table.summary")[0].cssselect("tbody tr")
    }
    themes, positions = Counter(one.kind for one in found.themes), Counter(one.kind for one in found.positions)
    assert rows == {CHANGE_WORDS[kind].capitalize(): [str(themes[kind]), str(positions[kind])] for kind in ChangeKind if themes[kind]}


def test_the_parts_of_a_kind_hold_every_position_with_a_sentence_of_each_side_that_records_it(read: Read, found: Comparison) -> None:
    wanted = found.of(ChangeKind.GONE)[1]
    pages = [read(f"/compare?show=gone&page={number}") for number in (1, 2)]
    pairs = [one for page in pages for one in page.cssselect(".pairs > .pair")]
    assert [one.cssselect("h4")[0].text_content() for one in pairs] == [one.matter.label for one in wanted]
    assert all(one.cssselect(".cell:first-child blockquote") and one.cssselect(".cell:last-child.silent") for one in pairs)


def test_what_was_not_on_the_agenda_is_said_not_to_be_comparable(read: Read) -> None:
    silent = read("/compare?show=not-comparable").cssselect(".pairs .silent")
    assert silent
    assert all("did not have before it" in one.text_content() or "does not tell" in one.text_content() for one in silent)


def test_a_chapter_leaves_its_own_positions(read: Read, found: Comparison) -> None:
    chapter = found.positions[0].chapters[0]
    wanted = [one.matter.label for one in found.positions if one.chapters[:1] == (chapter,)]
    page = read(f"/compare?chapter={chapter}")
    assert [one.text_content() for one in page.cssselect(".pairs h4")] == wanted[:20]


def test_a_run_of_positions_is_told_and_no_other(stored_seeds: Store) -> None:
    part = compare(stored_seeds, "second", "fifth", limit=4, as_report=True, told=Told(kind=ChangeKind.GONE, first=3))
    gone = part.of(ChangeKind.GONE)[1]
    assert [place for place, one in enumerate(gone) if any(there.voices for there in one.matter.said)] == [3, 4, 5, 6]
    assert not any(there.voices for one in part.of(ChangeKind.NEW)[1] for there in one.matter.said)


def test_a_corpus_without_two_consultations_says_so(read: Read, seeds_explorer: Explorer) -> None:
    from dataclasses import replace  # noqa: PLC0415

    corpus = replace(seeds_explorer.corpus, consultations=seeds_explorer.corpus.consultations[:1])
    assert "two are needed" in read("/compare", Explorer(seeds_explorer.store, corpus)).text_content()


def test_unknown_consultations_and_chapters_are_refused(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="ninth"):
        seeds_explorer.page("/compare", [("first", "ninth")])
    with pytest.raises(AskedError, match="no position stands under"):
        seeds_explorer.page("/compare", [("chapter", "chapter C")])


def test_the_data_hold_all(client: TestClient, found: Comparison) -> None:
    data = client.get("/compare?format=json").json()
    assert len(data["positions"]) == len(found.positions)
