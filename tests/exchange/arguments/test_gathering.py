"""What is gathered from a built graph is what people let stand, in the layers that are shown."""

from __future__ import annotations

from argument_map.corpus import CORPUS, open_unread_lakes
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.material import Material
from travaux.model.argument import Position, Relation, Statement
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.stored import find_records


def test_rejected_statements_are_left_out_and_all_others_are_there(built_seeds: Build, stored_seeds: Store) -> None:
    base = built_seeds.corpus.base
    statements = find_records(stored_seeds, Statement, base)
    rejected = {one.id for one in statements if one.review is ReviewStatus.REJECTED}
    graph = gather_arguments(Material(stored_seeds, built_seeds.corpus, "v"))
    assert rejected
    assert {one.id for one in graph.locutions} == {one.id for one in statements} - rejected
    assert [one.id for one in graph.claims] == [one.id for one in find_records(stored_seeds, Position, base)]
    assert [one.id for one in graph.bearings] == [one.id for one in find_records(stored_seeds, Relation, base)]


def test_passages_have_their_words_and_the_printed_number_of_their_paragraph(built_seeds: Build, stored_seeds: Store) -> None:
    graph = gather_arguments(Material(stored_seeds, built_seeds.corpus, "v"))
    texts = {str(one.id): (built_seeds.corpus.folder / one.file).read_text("utf-8") for one in built_seeds.corpus.documents}
    statements = {str(one.id): one for one in find_records(stored_seeds, Statement, built_seeds.corpus.base)}
    for one in graph.locutions:
        assert one.passage.source
        assert texts[one.passage.source][one.passage.start : one.passage.end] == one.passage.quote
        assert str(statements[one.id].paragraph).endswith(f"/paragraph/{one.passage.paragraph}")
    assert {one.passage.source for one in graph.locutions} <= {one.id for one in graph.sources}


def test_a_layer_that_is_hidden_leaves_nothing_that_points_into_it() -> None:
    with open_unread_lakes("extracted/", "reviewed/") as store:
        graph = gather_arguments(Material(store, CORPUS, "v"))
    assert graph.locutions
    assert not graph.claims
    assert not graph.bearings
    assert all(one.position is None for one in graph.locutions)


def test_a_corpus_in_which_nothing_was_said_has_an_empty_map() -> None:
    with open_unread_lakes() as store:
        graph = gather_arguments(Material(store, CORPUS, "v"))
    assert (graph.claims, graph.locutions, graph.bearings, graph.sources) == ((), (), (), ())
    assert (graph.title, graph.base) == (CORPUS.title, CORPUS.base)
