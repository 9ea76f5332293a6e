"""A browser for the tests of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


class Opened:
    """A page in the browser, with everything that it complained about or asked the network for."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.goto(url)


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Open a file in a window of the browser: ``show(file, fragment, width=…, height=…)`` and other options of a browser context."""
    contexts = []

    def open_file(file: Path, fragment: str = "", *, width: int = 1366, height: int = 768, **options: object) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        return Opened(context.new_page(), file.as_uri() + fragment)

    yield open_file
    for context in contexts:
        context.close()
