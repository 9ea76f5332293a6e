"""The notebooks, run once each in a kernel of its own as a reader would run them."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache

import pytest
from nbclient import NotebookClient

from kept_notebooks import FOLDER, Notebook, Run, read
from recounted_seeds import Records
from travaux.model.argument import Statement
from travaux.model.schemes import LayerKind
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.pipeline.layers import locate_layers
from travaux.rdf.store import open_store
from travaux.rdf.stored import find_records
from travaux.resources import seeds_folder


@pytest.fixture(scope="session")
def seeds_records(stored_seeds: Store, built_seeds: Build) -> Records:
    """What the notebooks read, as records."""
    base = built_seeds.corpus.base
    with open_store(locate_layers(built_seeds.corpus.folder, {LayerKind.EXTRACTED}), read_only=True) as proposed:
        proposals = find_records(proposed, Statement, base)
    return Records(stored_seeds, base, find_records(stored_seeds, Statement, base), proposals)


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
