"""Terms and values stand for each other as far as Python has a value for a term."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from travaux.model.store import Iri
from travaux.rdf.sparql.values import Given, to_term, to_value

XSD = "http://www.w3.org/2001/XMLSchema#"


@given(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"])),
        st.integers(),
        st.floats(allow_nan=False),
        st.booleans(),
        st.dates(min_value=date(1, 1, 1)),
    )
)
def test_a_value_survives_being_a_term(value: Given) -> None:
    back = to_value(to_term(value))
    assert (back, type(back)) == (value, type(value))


def test_not_a_number_survives_being_a_term() -> None:
    back = to_value(to_term(math.nan))
    assert isinstance(back, float)
    assert math.isnan(back)


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("abc", "integer"), ("1_000", "integer"), ("maybe", "boolean"), ("2020-02-30", "date"), ("2020-01-01Z", "date"), ("ten", "double")],
)
def test_what_is_no_value_of_its_datatype_stays_text(text: str, datatype: str) -> None:
    assert to_value(Literal(text, datatype=NamedNode(XSD + datatype))) == text


def test_a_blank_node_is_told_from_a_text() -> None:
    value = to_value(BlankNode("b1"))
    assert (value, type(value)) == ("_:b1", Iri)
