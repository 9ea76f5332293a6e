"""The reviewed map of the first corpus, built once, and a way to ask it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from asked import FIFTH, NOTE, SECOND, Asked
from travaux.pipeline.build import Build
from travaux.rdf.store import open_store
from travaux.resources import seeds_folder


@pytest.fixture(scope="session")
def ask(built_seeds: Build) -> Iterator[Asked]:
    texts = {name: (seeds_folder() / "documents" / f"{name}.txt").read_text(encoding="utf-8") for name in (SECOND, FIFTH, NOTE)}
    with open_store(built_seeds.generation.store, read_only=True) as store:
        yield Asked(store, texts)
