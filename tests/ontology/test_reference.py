"""The HTML reference names every term, is the same on every run, and loads nothing."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, URIRef

from travaux.rdf.terms import ONTOLOGY

SCRIPT = Path(__file__).parents[2] / "docs" / "build_reference.py"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The page as two runs write it, with the hashes of Python seeded differently."""
    if not find_spec("pylode"):
        assert not os.environ.get("CI"), "pylode is missing"
        pytest.skip("pylode is missing")
    found = []
    for seed in ("1", "2"):
        target = tmp_path_factory.mktemp("reference") / "deep" / "ontology.html"
        command = [sys.executable, str(SCRIPT), str(target)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed})  # noqa: S603
        assert done.stdout == f"{target}\n"
        found.append(target.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def find_loaded() -> Callable[[str], list[str]]:
    found: Callable[[str], list[str]] = runpy.run_path(str(SCRIPT))["find_loaded"]
    return found


def test_two_runs_write_the_same_bytes(pages: list[str]) -> None:
    assert pages[0] == pages[1]


def test_the_page_loads_nothing(pages: list[str], find_loaded: Callable[[str], list[str]]) -> None:
    assert find_loaded(pages[0]) == []


@pytest.mark.parametrize(
    "loading",
    [
        '<script src="https://example.org/a.js"></script>',
        "<link rel=stylesheet href=//example.org/a.css>",
        "<img src='a.png'>",
        "<style>@import 'a.css';</style>",
        "<style>body { background: url(http://example.org/a.png) }</style>",
    ],
)
def test_a_page_that_loads_something_is_noticed(loading: str, find_loaded: Callable[[str], list[str]]) -> None:
    assert find_loaded(f"<p><a href='https://example.org/'>a link</a></p>{loading}")


def test_every_term_is_on_the_page(pages: list[str], ontology: rdflib.Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            if isinstance(term, URIRef) and term.startswith(ONTOLOGY):
                assert f"<code>{term}</code>" in pages[0], term
                assert str(ontology.value(term, RDFS.label)) in pages[0]
