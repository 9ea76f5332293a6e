from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from argument_map.corpus import BASE
from argument_map.rows import Row
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.model.treaty import Article
from travaux.naming.kinds import NameKind
from travaux.naming.meant import get_things, known_values
from travaux.naming.nearest import suggest
from travaux.rdf.named_queries import answer, get_named_query, named_queries
from travaux.rdf.store import open_store
from travaux.rdf.terms import RDF_TYPE, class_iri, property_iri


def rows(store: Store, name: str, **given: str) -> tuple[Row, ...]:
    return answer(store, get_named_query(name), given).rows


@pytest.mark.parametrize("typed", ["3", "iii", "chapter 3", "Chapter III"])
def test_a_chapter_may_be_given_in_arabic_numerals_or_small_letters(typed: str, stored_lakes: Store) -> None:
    assert rows(stored_lakes, "chapter-statements", chapter=typed) == rows(stored_lakes, "chapter-statements", chapter="III") != ()


def test_a_part_of_a_name_that_no_other_has_is_enough(stored_lakes: Store) -> None:
    assert rows(stored_lakes, "agenda", consultation="spr") == rows(stored_lakes, "agenda", consultation="spring") != ()
    assert rows(stored_lakes, "cited-provisions", document="NOTE") == rows(stored_lakes, "cited-provisions", document="autumn-note") != ()


def articles(*numbers: str) -> Iterator[bytes]:
    for number in numbers:
        article = NamedNode(f"{BASE}instrument/draft/article/{number.replace(' ', '-')}")
        graph = NamedNode(f"{BASE}graph/treaty")
        yield f"{Quad(article, NamedNode(RDF_TYPE), NamedNode(class_iri(Article)), graph)} .\n".encode()
        yield f"{Quad(article, NamedNode(property_iri('number')), Literal(number), graph)} .\n".encode()


def test_numbers_are_sorted_as_numbers_and_shown_as_ranges() -> None:
    with open_store() as store:
        store.load(articles("10", "9", "2", "1", "3", "9 bis", "11", "x", "13"))
        assert known_values(store, NameKind.ARTICLE) == ("1", "2", "3", "9", "9 bis", "10", "11", "13", "x")
        with pytest.raises(QueryError, match=r"Known: 1 to 3, 9, 9 bis, 10, 11, 13, x\.$"):
            rows(store, "article-positions", article="99")


def test_chapters_are_sorted_by_the_value_of_their_numerals(stored_lakes: Store) -> None:
    assert known_values(stored_lakes, NameKind.CHAPTER) == ("I", "II", "III", "IV")


def test_a_hint_that_is_cut_says_how_many_more_and_where_they_are() -> None:
    known = tuple(f"name-{number:02}" for number in range(1, 16))
    assert suggest("zzz", known, "travaux ask documents").endswith("name-12 and 3 more; `travaux ask documents` lists them.")
    assert suggest("zzz", known).endswith("name-14, name-15.")
    with pytest.raises(QueryError, match=rf"and {len(named_queries()) - 12} more; `travaux ask` lists them"):
        get_named_query("zzz")


def test_themes_are_listed_with_what_is_broader(stored_lakes: Store) -> None:
    assert ("reservoirs", "Reservoirs", "scope") in rows(stored_lakes, "themes")
    assert ("scope", "Scope", None) in rows(stored_lakes, "themes")
    assert len(rows(stored_lakes, "themes")) == 9


def test_what_a_name_means_is_got_as_things(stored_lakes: Store) -> None:
    assert get_things(stored_lakes, NameKind.QUESTION, "question 2") == (f"{BASE}document/autumn-note/question/2",)
    assert get_things(stored_lakes, NameKind.THEME, "Scope") == get_things(stored_lakes, NameKind.THEME, "scope") == (f"{BASE}theme/scope",)
    with pytest.raises(QueryError, match="no theme 'skope'") as refused:
        get_things(stored_lakes, NameKind.THEME, "skope")
    assert "Did you mean Scope?" in str(refused.value.hint)
