"""Nothing that a user types changes a graph, asks another server, or brings an engine down before it is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from travaux.errors import QueryError
from travaux.rdf.sparql.guard import MAXIMUM_LENGTH, check_query
from travaux.rdf.terms import NAMESPACES

FORBIDDEN_PORT = "<http://127.0.0.1:1/>"  # the engine refuses to call it, and says so


def refusal(query: str) -> str:
    with pytest.raises(QueryError) as raised:
        check_query(query)
    return str(raised.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { ?s ?p ?o }",
        "select distinct ?s where { ?s a trv:Statement ; rdfs:label ?l filter(contains(?l, 'SERVICE { LOAD')) } limit 5",
        '# DELETE\nASK { ?s <http://example.org/SERVICE> "INSERT" }',
        "PREFIX ex: <http://example.org/> CONSTRUCT { ?s ex:service ?o } WHERE { ?s ex:DELETE ?o }",
        "DESCRIBE <http://example.org/it's#(1)>",
        "SELECT ?s FROM <http://example.org/g> WHERE { ?s trv:a/^trv:b+ ?o . OPTIONAL { ?s trv:c [] } VALUES ?o { 1 2.5 true UNDEF } }",
        "BASE <http://example.org/> SELECT (GROUP_CONCAT(?x; SEPARATOR=', ') AS ?all) { ?s ?p ?x } GROUP BY ?s HAVING (COUNT(?x) > 1)",
    ],
)
def test_a_query_that_only_reads_may_run(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("INSERT DATA { <a:> <b:> <c:> }", "line 1, column 1: INSERT changes"),
        ("DELETE WHERE { ?s ?p ?o }", "line 1, column 1: DELETE changes"),
        ("load <http://example.org/data>", "line 1, column 1: LOAD changes"),
        ("CLEAR ALL", "line 1, column 1: CLEAR changes"),
        ("WITH <a:> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "line 1, column 1: WITH changes"),
        ("ASK {} ;\nDROP ALL", "line 2, column 1: DROP changes"),
        ("SELECT * {\n  SERVICE <http://example.org/> { ?s ?p ?o } }", "line 2, column 3: SERVICE asks another"),
        ("SELECT * { { SeRvIcE SILENT ?x { ?s ?p ?o } } }", "line 1, column 14: SERVICE asks another"),
    ],
)
def test_what_changes_a_graph_or_leaves_it_is_refused_with_its_place(query: str, place: str) -> None:
    assert refusal(query).startswith(place)


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX SERVICEex: <http://127.0.0.1:1/> SELECT * { SERVICEex:s { ?s ?p ?o } }",
        "PREFIX SERVICESILENTex: <http://127.0.0.1:1/> SELECT * { SERVICESILENTex:s { ?s ?p ?o } }",
        f"SELECT * {{ ?s ?p trueSERVICE{FORBIDDEN_PORT}{{}} }}",
        f"SELECT * {{ ?s ?p 1SERVICE{FORBIDDEN_PORT}{{}} }}",
        f"SELECT * {{ ?s ?p 'a'@en.SERVICE{FORBIDDEN_PORT}{{}} }}",
        f"SELECT * {{ BIND(1 AS ?s) FILTER(?s<'>')SERVICE{FORBIDDEN_PORT}{{}}FILTER(''='') }}",
        f"PREFIX ex: <http://e/> SELECT * {{ BIND(1 AS ?s) FILTER(?s<ex:a#>'''\n)SERVICE{FORBIDDEN_PORT}{{}} #'''\n }}",
        f'PREFIX ex: <http://e/> SELECT * {{ FILTER(1<ex:a#>"""\n)SERVICE{FORBIDDEN_PORT}{{}} #"""\n }}',
    ],
)
def test_a_hidden_service_is_found(query: str) -> None:
    refusal(query)


def test_the_hidden_services_are_real() -> None:
    """The engine does read such a text as a call, so the refusals above are not for nothing."""
    query = f"SELECT * {{ BIND(1 AS ?s) FILTER(?s<'>'||1=1)SERVICE{FORBIDDEN_PORT}{{}}FILTER(''='') }}"
    with pytest.raises(OSError, match="port 1 is not allowed"):
        list(Store().query(query))  # type: ignore[arg-type]
    refusal(query)


@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "'", '"', "'''", '"""', "#", "\n", " ", "?s", "1", "ex:a", "(", ")", "{", "}", "&&", "||", "=", ",", "\\", ".", "!"]
        ),
        max_size=14,
    ),
    st.lists(st.sampled_from(["<", ">", "'", '"', "'''", '"""', "#", "\n", " ", "1", "(", ")", "}", "="]), max_size=8),
)
def test_no_mixture_of_quotes_and_comments_smuggles_a_service_past(before: list[str], after: list[str]) -> None:
    query = (
        f"PREFIX ex: <http://e/> SELECT * {{ BIND(1 AS ?s) FILTER(1=1||?s{''.join(before)})SERVICE{FORBIDDEN_PORT}{{}} {''.join(after)} }}"
    )
    try:
        check_query(query)
    except QueryError:
        return
    try:
        list(Store().query(query))  # type: ignore[arg-type]
    except SyntaxError:
        return  # what the engine cannot read does no harm
    except OSError as error:
        pytest.fail(f"{error}: {query!r}")


@pytest.mark.parametrize("opening", ["{", "(", "["])
def test_deep_nesting_is_refused(opening: str) -> None:
    closing = {"{": "}", "(": ")", "[": "]"}[opening]
    assert "more than 100 brackets" in refusal("SELECT * " + opening * 3000 + closing * 3000)


def test_nesting_cannot_hide_in_an_address() -> None:
    assert "can be read as an address or as a comparison" in refusal("SELECT * { FILTER(?a<" + "(" * 3000 + "1" + ")" * 3000 + "&&?b>1) }")


def test_a_hundred_brackets_are_allowed() -> None:
    check_query("SELECT * " + "{" * 100 + "}" * 100)


def test_a_long_text_is_refused_and_one_at_the_limit_is_not() -> None:
    assert "100,001 characters" in refusal("ASK {}".ljust(MAXIMUM_LENGTH + 1))
    check_query("ASK {}".ljust(MAXIMUM_LENGTH))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "the query is empty"),
        ("# nothing\n", "the query is empty"),
        ("SELECT * { ?s ?p ?o", "line 1, column 10: this “{” is never closed"),
        ("SELECT * { ?s ?p ?o ) }", "line 1, column 21: this “)” closes nothing"),
        ("SELECT * ?s ?p ?o }", "line 1, column 19: this “}” closes nothing"),
        ("SELCT * { ?s ?p ?o }", "Did you mean SELECT?"),
        ("SELECT * { ?s a Statement }", "SPARQL has no word “Statement”"),
        ("?s ?p ?o", "begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("SELECT *\n{ ?s a trw:Statement }", "line 2, column 8: the prefix “trw:” is not declared"),
        ("SELECT * { ?s a trw:Statement }", "Did you mean “trv:”?"),
        ("SELECT * { ?s a zzzzzz:Statement }", "Known without: dcterms"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_a_way_out(query: str, said: str) -> None:
    assert said in refusal(query)


def test_every_known_prefix_may_be_used_without_declaration() -> None:
    check_query("SELECT * { " + " . ".join(f"?s {prefix}:p ?o" for prefix in NAMESPACES) + " }")


@given(st.text(max_size=200))
def test_any_text_is_either_accepted_or_an_error_of_the_query(text: str) -> None:
    try:
        check_query(text)
    except QueryError:
        return
    assert text.strip()
