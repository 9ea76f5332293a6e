"""Briefs of the first corpus."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.views.briefs import BriefKind, make_brief
from travaux.views.briefs.blocks import Brief

VERSION = "5eed"


@pytest.fixture(scope="session")
def seeds_brief(stored_seeds: Store, built_seeds: Build) -> Callable[..., Brief]:
    """Make a brief of the first corpus, each once: ``seeds_brief("article", "24")``."""

    @cache
    def make(kind: str, *names: str, **options: Any) -> Brief:
        return make_brief(BriefKind(kind), names, stored_seeds, built_seeds.corpus, VERSION, **options)

    return make
