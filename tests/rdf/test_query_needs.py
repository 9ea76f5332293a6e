from __future__ import annotations

from collections.abc import Iterator

import pytest

from argument_map.corpus import open_lakes, open_unread_lakes
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.rdf.named_queries import NamedQuery, answer, find_missing, get_named_query, named_queries
from travaux.rdf.query_header import NeedKind

ABSENCE = {"silent-agenda-items", "silent-provisions", "unanswered-questions", "unreviewed-statements"}
NEEDY = [query for query in named_queries() if query.header.needs]


@pytest.fixture(scope="module")
def unread() -> Iterator[Store]:
    with open_unread_lakes() as store:
        yield store


def required(query: NamedQuery) -> dict[str, str]:
    return {one.name: one.example for one in query.header.parameters if one.required}


def test_the_questions_about_absence_are_those_that_would_list_everything_as_silent() -> None:
    assert {query.name for query in NEEDY if query.header.needs and query.header.needs.absence} == ABSENCE


@pytest.mark.parametrize("name", sorted(ABSENCE))
def test_a_graph_without_statements_asserts_no_silence(name: str, unread: Store) -> None:
    with pytest.raises(
        QueryError, match=rf"'{name}' cannot be answered: this graph holds no statements yet\nEvery row would read as silence"
    ):
        answer(unread, get_named_query(name))


@pytest.mark.parametrize("query", [query for query in NEEDY if query.name not in ABSENCE], ids=lambda query: query.name)
def test_other_questions_about_what_was_said_are_empty_and_say_what_is_missing(query: NamedQuery, unread: Store) -> None:
    assert query.header.needs
    assert find_missing(unread, query) is query.header.needs.kind
    assert not answer(unread, query, required(query)).rows


def test_a_question_about_documents_needs_nothing(unread: Store) -> None:
    assert find_missing(unread, get_named_query("agenda")) is None
    assert answer(unread, get_named_query("agenda")).rows


@pytest.mark.parametrize("query", NEEDY, ids=lambda query: query.name)
def test_nothing_is_missing_in_a_graph_that_has_been_read(query: NamedQuery) -> None:
    with open_lakes() as store:
        assert find_missing(store, query) is None


def test_what_is_missing_is_told_apart() -> None:
    with open_unread_lakes("extracted/", "reviewed/") as store:
        assert find_missing(store, get_named_query("disagreements")) is NeedKind.RELATIONS
        assert find_missing(store, get_named_query("position-statements")) is NeedKind.POSITIONS
        assert find_missing(store, get_named_query("reasons")) is None
        assert answer(store, get_named_query("silent-agenda-items")).rows
