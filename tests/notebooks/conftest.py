"""The notebooks, run once each in a kernel of its own as a reader would run them."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache

import pytest
from nbclient import NotebookClient

from kept_notebooks import FOLDER, Notebook, Run, read
from travaux.resources import seeds_folder


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
