"""rdflib sees the embedded store, without a copy and without being imported before it is wanted."""

from __future__ import annotations

import subprocess
import sys

import pytest

from travaux.errors import StoreError
from travaux.rdf.store import open_store
from travaux.rdf.store.remote import RemoteStore
from travaux.rdf.store.view import to_dataset

# rdflib 7.6 warns of a property of its own that it uses itself
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")

LINES = [
    b"<https://example.org/s> <https://example.org/p> <https://example.org/o> <https://example.org/one> .\n",
    b'<https://example.org/s> <https://example.org/q> "x"@en <https://example.org/two> .\n',
]


def test_rdflib_finds_the_union_and_the_named_graphs() -> None:
    from rdflib import Literal, URIRef  # noqa: PLC0415 (as in the module under test)

    subject = URIRef("https://example.org/s")
    with open_store() as store:
        store.load(LINES)
        dataset = to_dataset(store)
        assert set(dataset.objects(subject)) == {URIRef("https://example.org/o"), Literal("x", lang="en")}
        assert len(dataset.graph(URIRef("https://example.org/one"))) == 1
        assert [bool(row) for row in [dataset.query("ASK { ?s <https://example.org/q> 'x'@en }").askAnswer]] == [True]


def test_the_view_is_no_copy() -> None:
    from rdflib import URIRef  # noqa: PLC0415 (as in the module under test)

    with open_store() as store:
        dataset = to_dataset(store)
        store.load(LINES)
        assert (URIRef("https://example.org/s"), None, None) in dataset


def test_a_remote_store_has_no_view() -> None:
    with pytest.raises(StoreError, match="on this computer"):
        to_dataset(object.__new__(RemoteStore))


def test_opening_a_store_imports_neither_rdflib_nor_an_http_client() -> None:
    code = (
        "import sys, travaux.rdf.store.view as view, travaux.rdf.sparql.worker; print({'rdflib', 'httpx', 'networkx'} & sys.modules.keys())"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)  # noqa: S603
    assert told.stdout == "set()\n"
