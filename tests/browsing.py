"""What tests in a browser share: servers beside the test, windows that note every complaint, and the check of accessibility."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from starlette.types import ASGIApp

_AXE = Path(__file__).resolve().parents[1] / "graph" / "travaux" / "views" / "scripts" / "node_modules" / "axe-core" / "axe.min.js"


def missing(what: str) -> None:
    """Fail where the tests decide about a change, else skip: something that a test needs is not installed."""
    pytest.fail(what) if os.environ.get("CI") else pytest.skip(what)


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """Serve an application in a thread, and give its address, without a slash at the end."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


class Visit:
    """A window of the browser, with everything that it complained about or asked another host for."""

    def __init__(self, browser: Browser, address: str, *, width: int = 1366, height: int = 768, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"request: {url}")

    def go(self, path: str) -> Page:
        """Open an address below the one visited."""
        self.page.goto(f"{self.address}{path}")
        return self.page

    def close(self) -> None:
        """Close the window."""
        self.context.close()


def violations(page: Page, *rules: str) -> list[str]:
    """Give what axe-core finds wrong with a page as it is, a line for each; by some of its rules only, if they are named."""
    if not _AXE.is_file():
        missing("axe-core is missing: python hatch_build.py installs it with the scripts of the pages")
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:300]}" for one in found]
