"""Parameters are values: whatever they hold, the query says what it said."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from travaux.errors import QueryError
from travaux.model.store import Iri, Value
from travaux.rdf.sparql.parameters import bind_parameters
from travaux.rdf.sparql.tokens import tokenize
from travaux.rdf.sparql.values import to_value

HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("\"'\\\n\r\t<>{}#?$.;u0041n^@ \x00\x7f\u2028"), st.characters(exclude_categories=["Cs"]))
)


@given(HOSTILE)
def test_a_hostile_text_arrives_as_itself(text: str) -> None:
    query = bind_parameters("SELECT ?x WHERE { BIND (CONCAT(?given, '') AS ?x) }", {"given": text})
    ((term,),) = Store().query(query)  # type: ignore[misc]
    assert to_value(term) == text


@given(HOSTILE, HOSTILE)
def test_values_never_add_or_remove_a_token(one: str, two: str) -> None:
    query = "SELECT ?s ?a WHERE { ?s ?p ?a , ?b . # ?a\n FILTER (?a != '?b') }"
    plain = bind_parameters(query, {"a": "", "b": ""})
    assert [token.kind for token in tokenize(bind_parameters(query, {"a": one, "b": two}))] == [token.kind for token in tokenize(plain)]


@given(st.text(alphabet='<>{}"\\ \n|^`ab:/#', min_size=1))
def test_an_iri_is_either_refused_or_one_token(text: str) -> None:
    try:
        bound = bind_parameters("ASK { ?s ?p ?o }", {"o": Iri(text)})
    except QueryError:
        return
    assert len(tokenize(bound)) == len(tokenize("ASK { ?s ?p ?o }"))


@pytest.mark.parametrize(
    ("query", "bound"),
    [
        ("ASK { ?s ?p ?x }", 'ASK { ?s ?p "v" }'),
        ("ASK { ?s ?p $x }", 'ASK { ?s ?p "v" }'),
        ("ASK { ?s ?p '?x', ?xx, ?x } # ?x", "ASK { ?s ?p '?x', ?xx, \"v\" } # ?x"),
        ("SELECT DISTINCT ?x ?y { ?y ?p ?x }", 'SELECT DISTINCT ("v" AS ?x) ?y { ?y ?p "v" }'),
        ("SELECT (STR(?x) AS ?y) { ?s ?p ?x }", 'SELECT (STR("v") AS ?y) { ?s ?p "v" }'),
        ("SELECT ?s { ?s ?p ?x } GROUP BY ?s ?x ORDER BY ?x", 'SELECT ?s { ?s ?p "v" } GROUP BY ?s ("v") ORDER BY ?x'),
    ],
)
def test_a_value_takes_the_form_that_its_place_needs(query: str, bound: str) -> None:
    assert bind_parameters(query, {"x": "v"}) == bound


@pytest.mark.parametrize(
    ("value", "term"),
    [
        (3, '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (True, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (1.5, '"1.5"^^<http://www.w3.org/2001/XMLSchema#double>'),
        (date(2020, 2, 29), '"2020-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        (datetime(2020, 2, 29, 12), '"2020-02-29T12:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>'),  # noqa: DTZ001
        (Iri("http://example.org/é"), "<http://example.org/é>"),
    ],
)
def test_a_value_is_written_with_its_type(value: Value, term: str) -> None:
    assert bind_parameters("?x", {"x": value}) == term


@pytest.mark.parametrize("value", [Iri("no scheme"), Iri(""), Iri("_:b1"), "\ud800"])
def test_what_rdf_cannot_hold_is_an_error_of_the_query(value: Value) -> None:
    with pytest.raises(QueryError, match="cannot be a term"):
        bind_parameters("ASK { ?s ?p ?x }", {"x": value})
