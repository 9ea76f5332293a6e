from __future__ import annotations

from io import BytesIO

import pytest
import rdflib
from pyoxigraph import RdfFormat, serialize

from argument_map.corpus import nquads, open_lakes, quads
from travaux.model.store import Store, Value
from travaux.rdf.named_queries import NamedQuery, answer, named_queries
from travaux.rdf.sparql.parameters import bind_parameters


def required(query: NamedQuery) -> dict[str, str]:
    return {one.name: one.example for one in query.header.parameters if one.required}


def test_every_store_answers_every_named_query_alike(store: Store) -> None:
    store.load(BytesIO(nquads()))
    with open_lakes() as reference:
        for query in named_queries():
            given = required(query)
            assert answer(store, query, given) == answer(reference, query, given), query.name


@pytest.fixture(scope="module")
def merged() -> rdflib.Graph:
    """The corpus as one graph: a triple of two named graphs counts once here and twice in a store."""
    return rdflib.Graph().parse(data=serialize((quad.triple for quad in quads()), format=RdfFormat.N_TRIPLES), format="nt")


MERGEABLE = [query for query in named_queries() if "GRAPH" not in query.text]
"""Questions that ask nothing of the named graphs themselves."""


@pytest.mark.parametrize("query", MERGEABLE, ids=lambda query: query.name)
def test_the_engine_of_rdflib_finds_the_same_rows_in_the_merged_graph(query: NamedQuery, merged: rdflib.Graph) -> None:
    given = required(query)
    found = merged.query(bind_parameters(query.text, query.bind(given)))
    with open_lakes() as store:
        expected = answer(store, query, given).rows
    assert sorted(_texts(row) for row in found) == sorted(_texts(row) for row in expected)  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")
def test_the_engine_of_rdflib_counts_the_statements_of_each_named_graph_alike() -> None:
    (query,) = (one for one in named_queries() if one not in MERGEABLE)
    found = rdflib.Dataset(default_union=True).parse(data=nquads(), format="nquads").query(query.text)
    with open_lakes() as store:
        expected = answer(store, query, {}).rows
    assert sorted(_texts(row) for row in found) == sorted(_texts(row) for row in expected)  # type: ignore[arg-type]


def _texts(row: tuple[Value, ...]) -> tuple[str, ...]:
    """Write values as text; rdflib writes the zone of moments in UTC in numbers."""
    return tuple("" if value is None else str(value).removesuffix("+00:00") + "Z" * str(value).endswith("+00:00") for value in row)
