"""Names without a letter, broken names, and near misses."""

from __future__ import annotations

import pytest

from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.naming.kinds import NameKind
from travaux.naming.meant import find_meant


@pytest.mark.parametrize("kind", [NameKind.ACTOR, NameKind.THEME, NameKind.CONSULTATION, NameKind.CHAPTER, NameKind.DOCUMENT])
@pytest.mark.parametrize("given", ["", " ", ".", "-", "_ !"])
def test_what_has_no_letter_names_nothing(kind: NameKind, given: str, stored_seeds: Store) -> None:
    with pytest.raises(QueryError, match="no name was given"):
        find_meant(stored_seeds, kind, given)


@pytest.mark.parametrize("kind", list(NameKind))
def test_half_a_character_names_nothing(kind: NameKind, stored_seeds: Store) -> None:
    with pytest.raises(QueryError, match="no character"):
        find_meant(stored_seeds, kind, "Micro\udcffsoft")


@pytest.mark.parametrize("given", ["trust-buildng", "buildng trust", "building-trsut"])
def test_a_near_miss_of_a_theme_is_found_whatever_the_order_of_its_words(given: str, stored_seeds: Store) -> None:
    with pytest.raises(QueryError) as refused:
        find_meant(stored_seeds, NameKind.THEME, given)
    assert "trust" in str(refused.value.hint).partition(" or ")[0].casefold()
    assert "building" in str(refused.value.hint).partition(" or ")[0].casefold()
