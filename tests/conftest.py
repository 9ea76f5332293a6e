"""Fixtures that many tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from argument_map.corpus import open_lakes
from desks import build_lakes
from review_corpus import REPORT, make_furnished_corpus
from sharing import Shared
from travaux.exchange.material import Material
from travaux.model.store import Store
from travaux.pipeline.build import Build, build
from travaux.pipeline.workspace import get_built
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
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
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """What is made once for all processes of a test run."""
    return Shared.of(tmp_path_factory)


@pytest.fixture(scope="session")
def built_seeds(shared: Shared) -> Build:
    """The first corpus, built once; tests read it and leave it as it is."""

    def make(folder: Path) -> None:
        build(Path(shutil.copytree(seeds_folder(), folder / "seeds", ignore=_BUILT)))

    return build(shared.make("built", make) / "seeds")


@pytest.fixture(scope="session")
def furnished_lakes(shared: Shared) -> Path:
    """A small corpus with a report, a concept note, a thesaurus and a treaty, which nobody has reviewed, built once; to be copied."""
    return shared.make("furnished", lambda folder: make_furnished_corpus(folder / "lakes", REPORT)) / "lakes"


@pytest.fixture(scope="session")
def stored_seeds(built_seeds: Build) -> Iterator[Store]:
    """The graph of the first corpus, to be read only."""
    with open_store(built_seeds.generation.store, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def stored_lakes() -> Iterator[Store]:
    """The invented argument map in a store, to be read only."""
    with open_lakes() as store:
        yield store


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


@pytest.fixture(scope="session")
def six_lakes(shared: Shared) -> Path:
    """A corpus of one report with six paragraphs, built once; to be copied."""
    return shared.make("six", lambda folder: build_lakes(folder / "corpus", 6)) / "corpus"


@pytest.fixture(scope="session")
def lakes_material(six_lakes: Path) -> Iterator[Material]:
    """It as what exports are made from."""
    built = get_built(six_lakes)
    with open_store(built.store, read_only=True) as store:
        yield Material(store, read_corpus(six_lakes), built.folder.name)
