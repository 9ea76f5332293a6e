"""The pages beside the endpoint can be used by everybody."""

from __future__ import annotations

from collections.abc import Callable

from browsing import Visit, violations


def test_the_vocabulary_is_accessible_in_light_and_dark_on_a_phone(visit: Callable[..., Visit]) -> None:
    for scheme in ("light", "dark"):
        window = visit("/ontology", width=390, height=844, color_scheme=scheme)
        assert violations(window.page) == []
        assert window.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_page_of_an_error_is_accessible_in_light_and_dark_on_a_phone(visit: Callable[..., Visit]) -> None:
    for scheme in ("light", "dark"):
        window = visit("/nowhere/at/all", width=390, height=844, color_scheme=scheme)
        assert window.page.locator("h1").inner_text() == "Not found"
        assert violations(window.page) == []
        assert window.page.evaluate("document.documentElement.scrollWidth") <= 390
        assert [note for note in window.complaints if "404" not in note] == []
        window.complaints.clear()
