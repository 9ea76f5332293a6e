from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.gaps import GAPS, GapKind, find_gaps
from travaux.model.store import Store
from travaux.views.explorer import AskedError, Explorer

Read = Callable[..., HtmlElement]


def test_every_kind_is_counted_explained_and_linked(read: Read, stored_seeds: Store) -> None:
    page = read("/gaps")
    rows = [[cell.text_content().strip() for cell in row.cssselect("td")[:2]] for row in page.cssselect(".gap-table tbody tr")]
    found = find_gaps(stored_seeds).sections
    assert [row[0] for row in rows] == [str(one.total) for one in found]
    assert all(row[1].startswith(str(one.among)) for row, one in zip(rows, found, strict=True))
    text = page.text_content()
    assert all(about.lists in text for about in GAPS.values())
    assert "Searched" in text or "What was searched" in text


def test_the_parts_of_a_kind_hold_every_gap_once_each_linked_to_its_thing(read: Read, stored_seeds: Store) -> None:
    gaps = find_gaps(stored_seeds, [GapKind.NO_PROVISION]).sections[0].gaps
    pages = [read(f"/gaps?kind=positions-without-provision&page={number}") for number in (1, 2, 3)]
    assert [one.get("href") for page in pages for one in page.cssselect(".gaps .name a")] == [f"/{one.id}" for one in gaps]


def test_the_nearest_of_a_question_is_told(read: Read, stored_seeds: Store) -> None:
    gaps = find_gaps(stored_seeds, [GapKind.QUESTIONS]).sections[0].gaps
    page = read("/gaps?kind=unanswered-questions")
    assert [one.text_content() for one in page.cssselect("blockquote q")] == [one.words.quote for one in gaps if one.words]
    partly = [str(one.count) for one in gaps if one.count]
    assert [one.text_content().rpartition(" ")[2] for one in page.cssselect(".nearly") if "part of it" in one.text_content()] == partly


def test_things_with_pages_are_led_to(read: Read, seeds_explorer: Explorer) -> None:
    for link in read("/gaps?kind=silent-provisions").cssselect(".gaps .name a")[:3]:
        assert seeds_explorer.html(link.get("href"))


def test_an_unknown_kind_is_refused(seeds_explorer: Explorer) -> None:
    with pytest.raises(AskedError, match="kind cannot be"):
        seeds_explorer.page("/gaps", [("kind", "holes")])


def test_passing_over_gaps_gives_every_kind_whole_and_in_order(stored_lakes: Store) -> None:
    for whole in find_gaps(stored_lakes).sections:
        parts = [find_gaps(stored_lakes, [whole.kind], limit=1, first=first).sections[0] for first in range(whole.total + 1)]
        assert [gap for part in parts for gap in part.gaps] == list(whole.gaps)
        assert {part.total for part in parts} == {whole.total}
