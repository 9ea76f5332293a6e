"""Triples in plain terms: every format of RDF is read alike, and XML with entities only if they can do no harm."""

from __future__ import annotations

import pytest

from travaux.errors import ExchangeError
from travaux.model.store import Iri
from travaux.rdf.doctype import find_harm
from travaux.rdf.triples import PlainTriple, read_triples, render_triples

A, B = Iri("http://example.org/a"), Iri("http://example.org/b")


def test_what_is_rendered_is_read_again_whatever_the_order() -> None:
    triples: list[PlainTriple] = [(A, B, A), (A, B, 'x\n"\\\x00\u2028'), (A, B, 3), (B, A, "3")]
    rendered = render_triples(triples, {"ex": "http://example.org/"})
    assert rendered == render_triples(reversed(triples), {"ex": "http://example.org/"})
    assert set(read_triples(rendered.decode(), "a.ttl")) == set(triples)


def test_what_can_be_no_iri_is_refused() -> None:
    with pytest.raises(ExchangeError, match="can be no IRI"):
        render_triples([(Iri("not an iri"), B, "x")], {})


def test_languages_and_graphs_are_passed_over_and_blank_nodes_keep_apart() -> None:
    data = '<http://example.org/g> { _:x <http://example.org/b> "eau"@fr , "12"^^<http://www.w3.org/2001/XMLSchema#integer> }'
    assert {end for _, _, end in read_triples(data, "a.trig")} == {"eau", 12}
    assert {start[:2] for start, _, _ in read_triples(data, "a.trig")} == {"_:"}


def test_a_number_too_long_for_a_place_stays_a_text() -> None:
    data = f"<{A}> <{B}> {'9' * 5000} ."
    assert [end for _, _, end in read_triples(data, "a.ttl")] == ["9" * 5000]


@pytest.mark.parametrize(
    "text",
    [
        "<r>plain</r>",
        "<!DOCTYPE r><r/>",
        '<!DOCTYPE r [ <!ENTITY a "http://" > <!-- b --> <!ENTITY b \'c\'> ]><r xmlns="&a;x">&b;</r>',
        '<!DOCTYPE r [ <!ENTITY a "SYSTEM"> ]><r>&a;</r>',
    ],
)
def test_a_document_type_that_only_names_texts_is_harmless(text: str) -> None:
    assert find_harm(text, 1_000) is None


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE r [ <!ENTITY a "&#38;b;"> ]><r/>',
        '<!DOCTYPE r [ <!ENTITY a "b"> ] ><!DOCTYPE r [ <!ENTITY a "b"> ]><r/>',
        "<!DOCTYPE r [ <!ELEMENT r ANY> ]><r/>",
        '<!DOCTYPE r PUBLIC "a" "b"><r/>',
        f'<!DOCTYPE r [ <!ENTITY a "{"b" * 100}"> ]><r>{"&a;" * 100}</r>',
        '<!ENTITY a "b"><r/>',
    ],
)
def test_a_document_type_that_could_do_more_is_harm(text: str) -> None:
    assert find_harm(text, 1_000) is not None
