"""Identifiers never meet unless their parts are the same."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.model.identity import child, digest, identifier, name_key

_PARTS = st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4)


@given(_PARTS)
def test_an_identifier_gives_its_parts_back(parts: list[str]) -> None:
    assert [unquote(part) for part in identifier(*parts).split("/")] == parts


@given(_PARTS, _PARTS)
def test_a_digest_tells_lists_of_parts_apart(first: list[str], second: list[str]) -> None:
    assert (digest(*first) == digest(*second)) == (first == second)


def test_a_child_extends_its_parent() -> None:
    assert child(identifier("document", "a b"), "paragraph", "2(a)") == "document/a%20b/paragraph/2(a)"


@pytest.mark.parametrize("parts", [(), ("",), ("document", "")])
def test_an_empty_part_is_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not empty"):
        identifier(*parts)


@given(st.text())
def test_a_name_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
