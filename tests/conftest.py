"""Fixtures that many tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from travaux.pipeline.build import Build, build
from travaux.resources import seeds_folder

_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
_BUILT = shutil.ignore_patterns(".travaux")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the first corpus that a test may change."""
    return Path(shutil.copytree(seeds_folder(), tmp_path / "seeds", ignore=_BUILT))


@pytest.fixture(scope="session")
def built_seeds(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The first corpus, built once; tests read it and leave it as it is."""
    return build(Path(shutil.copytree(seeds_folder(), tmp_path_factory.mktemp("built") / "seeds", ignore=_BUILT)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process: a second cannot be driven beside it."""
    program = shutil.which("chromium")
    if program is None:
        message = "chromium is missing: make system"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield started
        started.close()
