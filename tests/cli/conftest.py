"""A small corpus to review, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from review_corpus import REPORT, make_furnished_corpus


@pytest.fixture(scope="session")
def built_lakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_furnished_corpus(tmp_path_factory.mktemp("lakes") / "lakes", REPORT)


@pytest.fixture
def lakes(built_lakes: Path, tmp_path: Path) -> Path:
    """A built corpus with one report, which a test may change; nobody has reviewed it yet."""
    return Path(shutil.copytree(built_lakes, tmp_path / "lakes"))
