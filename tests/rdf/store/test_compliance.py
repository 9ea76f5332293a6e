"""Every store gives the same answers; a store that passes here can stand behind the whole package."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode

from travaux.errors import QueryError, StoreError
from travaux.model.store import Iri, Store, Value

EX = "https://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"

TEXTS = [
    "",
    "plain",
    "café, Übung, Ελλάς, 条约, עברית",
    "astral \U0001d54f and 👩‍⚖️",
    'quotes " \' """ and \\ backslash \\u0041 \\n',
    "lines\nand\r\nreturns\tand tabs",
    "\u2028 \u0085 \xa0 \x07 \x7f",
    "  blanks around  ",
    "? $ { } <http://not/an/iri> # no comment",
    "several speakers " * 2500,
]


def line(subject: str, predicate: str, object_: object, graph: str = "one") -> bytes:
    """A quad of example IRIs; an object that is no term yet is a name, too."""
    term = object_ if isinstance(object_, Literal) else NamedNode(EX + str(object_))
    return f"{NamedNode(EX + subject)} {NamedNode(EX + predicate)} {term} {NamedNode(EX + graph)} .\n".encode()


def typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + datatype))


def answer(store: Store, query: str, parameters: dict[str, Value] | None = None) -> Counter[tuple[Value, ...]]:
    return Counter(store.select(f"PREFIX : <{EX}> {query}", parameters).rows)


FAMILY = [
    line("a", "broader", "b"),
    line("b", "broader", "c"),
    line("c", "broader", "d"),
    *(line(name, "type", "Concept") for name in "abcd"),
    line("a", "label", Literal("one")),
    line("b", "label", Literal("two", language="en")),
    line("a", "size", Literal(3)),
    line("b", "size", Literal(4)),
    line("c", "size", Literal(5), "two"),
    line("a", "note", Literal("first"), "two"),
]


def test_an_empty_store_knows_nothing(store: Store) -> None:
    assert (store.graphs(), list(store.dump()), len(store.select("SELECT * WHERE { ?s ?p ?o }"))) == ((), [], 0)


def test_what_is_loaded_is_dumped_in_code_point_order(store: Store) -> None:
    lines = [line("s", "text", Literal(text)) for text in TEXTS] + FAMILY
    store.load(lines)
    assert list(store.dump()) == sorted(set(lines))


def test_a_dump_of_one_store_loads_into_another_and_back(store: Store) -> None:
    store.load(FAMILY)
    dumped = list(store.dump())
    store.clear()
    store.load(io.BytesIO(b"".join(dumped)))
    assert list(store.dump()) == dumped


def test_loading_twice_adds_nothing(store: Store) -> None:
    store.load(FAMILY)
    store.load(FAMILY)
    assert list(store.dump()) == sorted(FAMILY)


def test_a_load_of_many_quads_in_many_graphs_arrives_whole(store: Store) -> None:
    lines = [line(f"s{number}", "value", Literal(number), f"graph{number % 7}") for number in range(2500)]
    store.load(lines)
    assert len(store.graphs()) == 7
    assert answer(store, "SELECT (COUNT(*) AS ?n) (SUM(?v) AS ?sum) WHERE { ?s :value ?v }") == {(2500, 3123750): 1}


@pytest.mark.parametrize("text", TEXTS, ids=[repr(text[:20]) for text in TEXTS])
def test_a_text_comes_back_character_for_character(store: Store, text: str) -> None:
    store.load([line("s", "text", Literal(text))])
    assert answer(store, "SELECT ?text WHERE { :s :text ?text }") == {(text,): 1}


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (Literal(7), 7),
        (Literal(-9223372036854775807), -9223372036854775807),
        (typed("7", "nonNegativeInteger"), 7),
        (typed("1.25", "decimal"), 1.25),
        (Literal(0.5), 0.5),
        (Literal(1e300), 1e300),
        (typed("true", "boolean"), True),
        (typed("false", "boolean"), False),
        (typed("2019-03-29", "date"), date(2019, 3, 29)),
        (typed("2019-03-29T10:00:00Z", "dateTime"), "2019-03-29T10:00:00Z"),
        (Literal("Bericht", language="de"), "Bericht"),
        (Literal("POINT(1 2)", datatype=NamedNode(EX + "point")), "POINT(1 2)"),
        ("thing", Iri(EX + "thing")),
        ("ünï/\U0001d54f", Iri(EX + "ünï/\U0001d54f")),
    ],
    ids=str,
)
def test_a_term_comes_back_as_its_value_and_type(store: Store, term: object, value: Value) -> None:
    store.load([line("s", "p", term)])
    ((found,),) = store.select(f"SELECT ?o WHERE {{ <{EX}s> <{EX}p> ?o }}").rows
    assert (found, type(found)) == (value, type(value))


def test_an_unbound_variable_is_none(store: Store) -> None:
    store.load(FAMILY)
    found = answer(store, "SELECT ?s ?label WHERE { ?s :type :Concept . OPTIONAL { ?s :label ?label } }")
    assert found == {(EX + "a", "one"): 1, (EX + "b", "two"): 1, (EX + "c", None): 1, (EX + "d", None): 1}


def test_the_default_graph_is_the_union_of_the_named_graphs(store: Store) -> None:
    store.load(FAMILY)
    assert store.graphs() == (EX + "one", EX + "two")
    assert answer(store, "SELECT ?size ?note WHERE { :a :size ?size ; :note ?note }") == {(3, "first"): 1}


def test_a_triple_in_two_named_graphs_counts_once_when_told_to(store: Store) -> None:
    store.load([line("s", "p", "o", "one"), line("s", "p", "o", "two")])
    assert answer(store, "SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s :p ?o }") == {(1,): 1}
    assert answer(store, "SELECT ?g WHERE { GRAPH ?g { :s :p :o } }") == {(EX + "one",): 1, (EX + "two",): 1}


def test_from_narrows_the_default_graph(store: Store) -> None:
    store.load(FAMILY)
    assert answer(store, "SELECT ?s FROM :two WHERE { ?s :size ?size }") == {(EX + "c",): 1}


def test_clearing_one_graph_leaves_the_others(store: Store) -> None:
    store.load(FAMILY)
    store.clear(Iri(EX + "one"))
    store.clear(Iri(EX + "absent"))
    assert store.graphs() == (EX + "two",)
    store.clear()
    assert list(store.dump()) == []


def test_select_everything_has_columns_in_the_order_of_the_query(store: Store) -> None:
    store.load(FAMILY)
    assert store.select("SELECT * WHERE { ?z ?y ?a }").variables == ("z", "y", "a")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT DISTINCT ?x WHERE { :a :broader+ ?x . ?x :type :Concept }", {(EX + "b",), (EX + "c",), (EX + "d",)}),
        ("SELECT ?x WHERE { ?x ^:broader :a }", {(EX + "b",)}),
        ("SELECT ?x WHERE { :a :broader/:broader ?x }", {(EX + "c",)}),
        ("SELECT ?x WHERE { :b :label|:size ?x }", {("two",), (4,)}),
        ("SELECT (SUM(?n) AS ?s) (MIN(?n) AS ?a) (MAX(?n) AS ?z) WHERE { ?x :size ?n }", {(12, 3, 5)}),
        (
            "SELECT ?s (COUNT(?b) AS ?n) WHERE { ?s :type :Concept OPTIONAL { ?s :broader ?b } } GROUP BY ?s HAVING (COUNT(?b) = 0)",
            {(EX + "d", 0)},
        ),
        ("SELECT ?s WHERE { ?s :type :Concept MINUS { ?s :size ?n } }", {(EX + "d",)}),
        ("SELECT ?s WHERE { ?s :type :Concept FILTER NOT EXISTS { ?s :broader ?b } }", {(EX + "d",)}),
        ("SELECT ?s ?n WHERE { VALUES ?s { :a :b } ?s :size ?n }", {(EX + "a", 3), (EX + "b", 4)}),
        ("SELECT (GROUP_CONCAT(?t ; SEPARATOR = '|') AS ?all) WHERE { :a :note ?t }", {("first",)}),
        ("SELECT ?s WHERE { ?s :size ?n FILTER (?n > 3 && ?n < 5) }", {(EX + "b",)}),
        ("SELECT ?s WHERE { ?s :label ?t FILTER (CONTAINS(LCASE(STR(?t)), 'tw')) }", {(EX + "b",)}),
        ("SELECT ?s ?t WHERE { ?s :label ?t FILTER (LANG(?t) = 'en') }", {(EX + "b", "two")}),
        ("SELECT ?k WHERE { :a :size ?n BIND (IF(?n = 3, 'three', 'other') AS ?k) }", {("three",)}),
        ("SELECT ?x WHERE { { :a :size ?x } UNION { :a :note ?x } }", {(3,), ("first",)}),
        ("SELECT ?x ?m WHERE { ?x :size ?m { SELECT (MAX(?n) AS ?m) WHERE { ?y :size ?n } } }", {(EX + "c", 5)}),
    ],
)
def test_the_portable_dialect_means_the_same_everywhere(store: Store, query: str, expected: set[tuple[Value, ...]]) -> None:
    store.load(FAMILY)
    assert answer(store, query) == Counter(expected)


def test_rows_come_in_the_order_that_the_query_asks_for(store: Store) -> None:
    store.load(FAMILY)
    assert store.select(f"SELECT ?n WHERE {{ ?s <{EX}size> ?n }} ORDER BY DESC(?n)").rows == ((5,), (4,), (3,))


@pytest.mark.parametrize("text", TEXTS, ids=[repr(text[:20]) for text in TEXTS])
def test_a_text_can_be_a_parameter(store: Store, text: str) -> None:
    store.load([line("s", "text", Literal(text)), line("t", "text", Literal("another"))])
    assert answer(store, "SELECT ?s ?text WHERE { ?s :text ?text }", {"text": text}) == {(EX + "s", text): 1}


@pytest.mark.parametrize("value", [3, Iri(EX + "thing"), True, 0.5, date(2019, 3, 29)], ids=repr)
def test_a_value_of_each_type_can_be_a_parameter(store: Store, value: Value) -> None:
    terms = {3: Literal(3), True: typed("true", "boolean"), 0.5: Literal(0.5), date(2019, 3, 29): typed("2019-03-29", "date")}
    store.load([line("s", "p", terms.get(value, "thing")), line("t", "p", Literal("another"))])
    assert answer(store, "SELECT ?s WHERE { ?s :p $value }", {"value": value}) == {(EX + "s",): 1}


def test_a_parameter_can_stand_wherever_a_variable_can(store: Store) -> None:
    store.load(FAMILY)
    query = """SELECT ?least ?s (COUNT(?n) AS ?count) WHERE { GRAPH ?g { ?s :size ?n } FILTER (?n >= ?least) }
        GROUP BY ?s ORDER BY ?s ?least"""
    assert answer(store, query, {"g": Iri(EX + "one"), "least": 4}) == {(4, EX + "b", 1): 1}


def test_a_parameter_without_a_value_stays_a_variable(store: Store) -> None:
    store.load(FAMILY)
    assert answer(store, "SELECT ?s WHERE { ?s :size ?n }", {"n": None}) == {(EX + name,): 1 for name in "abc"}


def test_a_parameter_that_the_query_does_not_use_is_an_error(store: Store) -> None:
    with pytest.raises(QueryError, match=r"no variable \?typo"):
        store.select("SELECT ?s WHERE { ?s ?p ?o }", {"typo": "x"})


def test_ask_answers_yes_or_no(store: Store) -> None:
    store.load(FAMILY)
    assert store.ask(f"ASK {{ <{EX}a> <{EX}size> ?n }}", {"n": 3}) is True
    assert store.ask(f"ASK {{ <{EX}a> <{EX}size> ?n }}", {"n": 99}) is False


def test_construct_gives_sorted_triples_each_once(store: Store) -> None:
    store.load(FAMILY)
    built = store.construct(f"PREFIX : <{EX}> CONSTRUCT {{ ?s :text ?t . ?s :known :yes }} WHERE {{ ?s :label|:size ?t }}")
    expected = {line(s, "known", "yes")[:-27] for s in "abc"} | {
        f"<{EX}{s}> <{EX}text> {term} .\n".encode()
        for s, term in [
            ("a", Literal("one")),
            ("b", Literal("two", language="en")),
            ("a", Literal(3)),
            ("b", Literal(4)),
            ("c", Literal(5)),
        ]
    }
    assert built.splitlines(keepends=True) == sorted(row.rstrip(b" <.\n") + b" .\n" for row in expected)


def test_known_prefixes_need_no_declaration(store: Store) -> None:
    store.load([f'<{EX}s> <http://www.w3.org/2000/01/rdf-schema#label> "x" <{EX}g> .\n'.encode()])
    assert store.select("SELECT ?s WHERE { ?s rdfs:label 'x' }").rows == ((EX + "s",),)


def test_blank_nodes_keep_what_connects_them(store: Store) -> None:
    lines = [
        f"<{EX}s> <{EX}p> _:x <{EX}one> .\n".encode(),
        f"_:x <{EX}q> _:y <{EX}one> .\n".encode(),
        *(line(f"s{number}", "p", "o") for number in range(1200)),
        f'_:y <{EX}r> "end" <{EX}two> .\n'.encode(),
    ]
    store.load(lines)
    assert answer(store, "SELECT ?end WHERE { :s :p/:q/:r ?end }") == {("end",): 1}
    dumped = list(store.dump())
    assert sum(b"_:c14n" in row for row in dumped) == 3
    store.clear()
    store.load(dumped)
    assert list(store.dump()) == dumped


def test_blank_nodes_of_two_loads_are_two(store: Store) -> None:
    for text in ("first", "second"):
        store.load([f'_:x <{EX}p> "{text}" <{EX}one> .\n'.encode()])
    assert answer(store, "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x :p ?text }") == {(2,): 1}


@pytest.mark.parametrize("query", ["SELECT ?s WHERE { ?s ?p }", "SELECT ?s WHERE { ?s nobody:knows ?o }", "SELECT ?s WHERE { ?s ?p 'x }"])
def test_a_query_that_is_wrong_is_an_error_of_the_query(store: Store, query: str) -> None:
    with pytest.raises(QueryError):
        store.select(query)


def test_a_query_of_another_kind_is_an_error_of_the_query(store: Store) -> None:
    with pytest.raises(QueryError, match="not a query of the kind SELECT"):
        store.select("ASK { ?s ?p ?o }")
    with pytest.raises(QueryError, match="not a query of the kind ASK"):
        store.ask("SELECT ?s WHERE { ?s ?p ?o }")
    with pytest.raises(QueryError, match="not a query of the kind CONSTRUCT"):
        store.construct("SELECT ?s WHERE { ?s ?p ?o }")


@pytest.mark.parametrize("broken", [b"no quads at all\n", b"<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n"])
def test_a_load_that_fails_leaves_nothing_behind(store: Store, broken: bytes) -> None:
    store.load([line("s", "before", "o")])
    with pytest.raises(StoreError):
        store.load([*(line(f"s{number}", "p", "o") for number in range(2500)), broken])
    assert list(store.dump()) == [line("s", "before", "o")]
    assert len(store.select("SELECT ?s WHERE { ?s ?p ?o }")) == 1


def test_a_first_load_that_fails_leaves_the_store_empty(store: Store) -> None:
    with pytest.raises(StoreError):
        store.load([*(line(f"s{number}", "p", "o") for number in range(2500)), b"no quads\n"])
    assert list(store.dump()) == []
    assert store.graphs() == ()
