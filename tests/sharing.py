"""What is dear to make and only read, made once for all processes of a test run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import filelock
import pytest


@dataclass(frozen=True)
class Shared:
    """Folders that all processes of a test run read, and leave as they are; what a test changes is a copy."""

    folder: Path

    @classmethod
    def of(cls, factory: pytest.TempPathFactory) -> Shared:
        """Share with the other processes of this run, if there are any."""
        own = factory.getbasetemp()
        return cls(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)

    def make(self, name: str, fill: Callable[[Path], object]) -> Path:
        """Give the folder of that name, filled by the first process that wants it while the others wait."""
        folder, done = self.folder / name, self.folder / f"{name}.done"
        with filelock.FileLock(self.folder / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder
