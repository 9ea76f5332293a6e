"""A store that remembers asks each question once, tells apart what only looks alike, and holds no more than it may."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.model.store import Iri, Store, Table, Value
from travaux.rdf.store import open_store
from travaux.views.explorer import Explorer
from travaux.views.explorer.remembering import RememberingStore

_KINDS = "SELECT ?kind (COUNT(?thing) AS ?things) WHERE { ?thing a ?kind } GROUP BY ?kind ORDER BY ?kind"
_LABELS = "SELECT ?thing ?label WHERE { ?thing rdfs:label ?label } ORDER BY ?thing ?label"


class _Counted(RememberingStore):
    """A store that counts how often it is asked, in place of the engine."""

    asked = 0

    def select(self, query: str, parameters: Mapping[str, Value] | None = None) -> Table:
        self.asked += 1
        return self._store.select(query, parameters)


def test_the_same_question_is_put_to_the_store_once_and_has_the_same_answer(stored_lakes: Store) -> None:
    counted = _Counted(stored_lakes)
    remembering = RememberingStore(counted)
    assert remembering.select(_KINDS) == remembering.select(_KINDS) == stored_lakes.select(_KINDS)
    assert counted.asked == 1


def test_a_text_and_an_iri_of_the_same_letters_are_different_questions(stored_lakes: Store) -> None:
    query = "SELECT (isIRI(?one) AS ?told) WHERE {}"
    remembering = RememberingStore(stored_lakes)
    told = [
        remembering.select(query, {"one": one}).rows for one in (Iri("https://w3id.org/travaux/"), "https://w3id.org/travaux/", 1, True)
    ]
    assert told == [((True,),), ((False,),), ((False,),), ((False,),)]


def test_what_was_asked_for_longest_ago_goes_first_and_a_table_that_is_too_large_is_never_kept(stored_lakes: Store) -> None:
    counted = _Counted(stored_lakes)
    remembering = RememberingStore(counted, most=80)
    few = [f"SELECT ?one WHERE {{ VALUES ?one {{ {number} }} }}" for number in range(60)]
    for query in (*few, few[-1]):
        remembering.select(query)
    assert counted.asked == 60
    remembering.select(few[0])
    assert counted.asked == 61
    remembering.select(_LABELS)
    remembering.select(_LABELS)
    assert counted.asked == 63


def test_a_store_that_is_changed_is_asked_again() -> None:
    with open_store() as store:
        remembering = RememberingStore(store)
        query = "SELECT ?thing WHERE { ?thing a ?kind }"
        assert not remembering.select(query).rows
        remembering.load([b"<x:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <x:b> <x:g> .\n"])
        assert remembering.select(query).rows == ((Iri("x:a"),),)
        remembering.clear()
        assert not remembering.select(query).rows


def test_an_explorer_asks_nothing_anew_for_a_page_that_was_shown(stored_lakes: Store, lakes_explorer: Explorer) -> None:
    counted = _Counted(stored_lakes)
    explorer = Explorer(counted, lakes_explorer.corpus)
    first = explorer.html("/themes")
    asked = counted.asked
    assert explorer.html("/themes") == first
    assert counted.asked == asked > 0


def test_the_shapes_of_signs_stand_once_in_a_document_and_each_sign_names_one_of_them(lakes_explorer: Explorer) -> None:
    page = lakes_explorer.html("/themes")
    shapes = {part.partition('"')[0] for part in page.split('<symbol id="')[1:]}
    named = {part.partition('"')[0] for part in page.split('<use href="#')[1:]}
    assert shapes == {"sign-supports", "sign-concerned", "sign-proposes", "sign-opposes", "sign-neutral"}
    assert named <= shapes
    assert page.count("<symbol") == len(shapes)
