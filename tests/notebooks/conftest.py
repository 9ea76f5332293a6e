"""The notebooks, run once each in a kernel of its own as a reader would run them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from travaux.resources import seeds_folder

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
Notebook = nbformat.NotebookNode
Run = Callable[[str], Notebook]


def read(path: Path) -> Notebook:
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Give a notebook by the beginning of its name, with what its cells answered; errors in it are raised here."""
    checkout = tmp_path_factory.mktemp("checkout")
    shutil.copytree(seeds_folder(), checkout / "seeds", ignore=shutil.ignore_patterns(".travaux"))
    shutil.copytree(FOLDER, checkout / "notebooks")

    @cache
    def execute(name: str) -> Notebook:
        (path,) = (checkout / "notebooks").glob(f"{name}*.ipynb")
        notebook = read(path)
        environment = dict(os.environ) | {
            "PYTHONPATH": os.pathsep.join(sys.path),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        }
        client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}})
        client.execute(env=environment)
        return notebook

    return execute
