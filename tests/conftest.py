"""Fixtures that many tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from travaux.pipeline.build import Build, build
from travaux.resources import seeds_folder

_BUILT = shutil.ignore_patterns(".travaux")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the first corpus that a test may change."""
    return Path(shutil.copytree(seeds_folder(), tmp_path / "seeds", ignore=_BUILT))


@pytest.fixture(scope="session")
def built_seeds(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The first corpus, built once; tests read it and leave it as it is."""
    return build(Path(shutil.copytree(seeds_folder(), tmp_path_factory.mktemp("built") / "seeds", ignore=_BUILT)))
