"""A site of the invented corpus, written once for all processes of a test run."""

from __future__ import annotations

import os
from pathlib import Path

import filelock
import pytest

from exchanged_site import write_lakes
from travaux.model.store import Store


@pytest.fixture(scope="session")
def lakes_site(stored_lakes: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that knows its address."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "web" / "in"
    shared.mkdir(parents=True, exist_ok=True)
    with filelock.FileLock(shared.with_suffix(".lock")):
        if not (shared / "lakes").is_dir():
            (shared / "new").mkdir()
            write_lakes(stored_lakes, shared / "new").rename(shared / "lakes")
    return shared / "lakes"
