"""An error of syntax points at the word that causes it, not at where the engine's parser gave up."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from travaux.errors import QueryError
from travaux.rdf.sparql.evaluate import evaluate


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x WHERE { ?x ?p ▸} ",
        "SELECT * WHERE { ?s ?p ?o ▸FILER (?x > 1) }",
        "SELECT * WHERE {\n  ?s ?p ?o .\n  ?s rdf:type ▸. }",
        "SELECT ?x WHERE ▸?x ?y ?z",
        "SELECT ?x { ?x ?y ?z } ORDER ▸?x",
        "SELECT ?x ?y ▸, ?z { ?x ?y ?z }",
        "SELECT ?x { ?x ?y ?z . OPTIONAL ▸?x ?y }",
        "SELECT (COUNT(?x) ▸?n) { ?x ?y ?z }",
        "SELECT ?x { ?x ?y ?z } LIMIT ▸ten",
        "SELECT ?x { ?x ?y 'é\U0001d54f' ▸6 }",
        "SELECT * { GRAPH ▸{ ?s ?p ?o } }",
        "SELECT ?x { ?x ?y ?z } ▸}",
        "PREFIX ▸ex <http://example.org/> ASK {}",
        "SELECT * { ?s ?p ?o . FILTER (STRLEN(?o) ▸5) }",
    ],
)
def test_the_caret_stands_under_the_cause(query: str) -> None:
    before, _, after = query.partition("▸")
    with pytest.raises(QueryError) as raised:
        evaluate(Store(), before + after)
    line = before.count("\n") + 1
    column = len(before.rpartition("\n")[2]) + 1
    shown = (raised.value.hint or "").split("\n")
    assert raised.value.where == f"line {line}, column {column}"
    assert shown[0][shown[1].index("^")] == after[0]
    assert "expected" not in raised.value.what


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?a { ?x ?y ?z } GROUP BY ?x", "The SELECT contains a variable that is unbound"),
        ("SELECT ?x (1 AS ?x) { ?x ?y ?z }", "The SELECT overrides an existing variable using an expression"),
        ("SELECT ?x { ?x ?y", "something is missing at the end"),
    ],
)
def test_what_the_engine_says_in_words_is_kept(query: str, said: str) -> None:
    with pytest.raises(QueryError) as raised:
        evaluate(Store(), query)
    assert raised.value.what == said


def test_columns_of_select_everything_come_in_the_order_of_the_query() -> None:
    result = evaluate(Store(), "SELECT DISTINCT * { ?z ?y ?a }")
    assert [variable.value for variable in result.variables] == ["z", "y", "a"]  # type: ignore[union-attr]
