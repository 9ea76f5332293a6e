"""What all pages share on paper, on phones, and where the system forces its colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browsing import Visit, violations

Open = Callable[..., Visit]


@pytest.mark.system
def test_paper_shows_what_is_folded_and_where_it_comes_from(visit: Open) -> None:
    page = visit("/instrument/draft/article/23").page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#own-address").inner_text() == page.url
    folded = page.locator("main details:not(.filters, .rejected) > :not(summary)")
    assert folded.count() > 0
    assert folded.evaluate_all("all => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length") == 0
    assert page.locator("button:visible, form:visible, .menu:visible").count() == 0
    source = page.locator(".sources a").first
    assert "http" in source.evaluate("one => getComputedStyle(one, '::after').content")


@pytest.mark.system
def test_a_phone_shows_where_one_is_in_the_menu_and_folds_long_tables(visit: Open) -> None:
    page = visit("/conflicts", width=390, height=844).page
    left, right = page.locator(".menu [aria-current]").evaluate(
        "one => { const box = one.getBoundingClientRect(); return [box.left, box.right]; }"
    )
    assert 0 <= left < right <= 390
    assert not page.locator("table.numbers").is_visible()
    assert violations(page) == []
    page.locator("details.wide-open summary").click()
    assert page.locator("table.numbers").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = visit("/conflicts").page
    assert wide.locator("table.numbers").is_visible()


@pytest.mark.system
def test_forced_colours_keep_signs_and_marks(visit: Open) -> None:
    page = visit("/search?q=trust", forced_colors="active").page
    shown = page.evaluate("name => getComputedStyle(document.querySelector(name)).fill", ".result .sign")
    assert shown == page.evaluate("getComputedStyle(document.body).color")
    mark, around = (
        page.evaluate("name => getComputedStyle(document.querySelector(name)).backgroundColor", one) for one in ("mark", "body")
    )
    assert mark != around
