"""A small corpus to review, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def lakes(furnished_lakes: Path, tmp_path: Path) -> Path:
    """A built corpus with one report, which a test may change; nobody has reviewed it yet."""
    return Path(shutil.copytree(furnished_lakes, tmp_path / "lakes"))
