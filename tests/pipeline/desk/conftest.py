"""Desks on a small corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desks import copy_of
from travaux.pipeline.desk import Desk, open_desk


@pytest.fixture(scope="session")
def built_lakes(six_lakes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(six_lakes, tmp_path_factory.mktemp("lakes") / "corpus")


@pytest.fixture
def lakes(built_lakes: Path, tmp_path: Path) -> Path:
    return copy_of(built_lakes, tmp_path / "corpus")


@pytest.fixture
def desk(lakes: Path) -> Iterator[Desk]:
    with open_desk(lakes) as opened:
        yield opened
