"""A site of the invented corpus, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from exchanged_site import write_lakes
from travaux.model.store import Store


@pytest.fixture(scope="session")
def lakes_site(stored_lakes: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that knows its address."""
    folder = tmp_path_factory.mktemp("web") / "in" / "lakes"
    folder.mkdir(parents=True)
    return write_lakes(stored_lakes, folder)
