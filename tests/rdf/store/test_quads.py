"""Quads are read as they come, and what cannot be read is named with its line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.errors import StoreError
from travaux.rdf.store.quads import read_quads

LINE = b'<https://example.org/s> <https://example.org/p> "o" <https://example.org/g> .\n'


@given(st.lists(st.integers(min_value=0, max_value=len(LINE) * 5)))
def test_it_does_not_matter_how_the_bytes_are_cut(cuts: list[int]) -> None:
    text = b"# a comment\n" + LINE * 5
    places = [0, *sorted(cuts), len(text)]
    pieces = [text[start:end] for start, end in pairwise(places)]
    assert list(read_quads(pieces)) == list(read_quads(io.BytesIO(text)))


def test_lines_are_read_as_they_are_wanted() -> None:
    taken = 0

    def lines() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(100_000):
            taken += 1
            yield LINE

    quads = read_quads(lines())
    next(quads)
    assert taken < 10_000


def test_an_error_names_its_line() -> None:
    with pytest.raises(StoreError) as raised:
        list(read_quads([LINE, LINE, b"<https://example.org/s> nonsense .\n"]))
    assert raised.value.where == "line 3"


def test_a_quad_without_a_named_graph_is_shown() -> None:
    with pytest.raises(StoreError, match="needs a named graph: <https://"):
        list(read_quads([b"<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n"]))
