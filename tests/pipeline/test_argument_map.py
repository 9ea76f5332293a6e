from __future__ import annotations

import pandas as pd
import pytest

import travaux
from travaux import open_argument_map
from travaux.errors import CorpusError, QueryError, StoreError
from travaux.model.schemes import LayerKind
from travaux.pipeline.build import Build
from travaux.rdf.store.view import to_dataset


def test_a_corpus_is_opened_and_asked(built_seeds: Build) -> None:
    with open_argument_map(built_seeds.corpus.folder) as seeds:
        assert seeds.corpus.title == built_seeds.corpus.title
        asked = seeds.ask("question-statements", question="13")
        told = seeds.query(
            "SELECT (COUNT(DISTINCT ?s) AS ?statements) { ?s a trv:Statement ; trv:review ?r FILTER(!STRENDS(STR(?r), 'rejected')) }"
        )
        assert isinstance(asked.to_frame(), pd.DataFrame)
        assert list(asked.to_frame().columns) == list(asked.to_table().variables)
        assert told.to_table().rows == ((built_seeds.counts["Statement"],),)
        dataset = to_dataset(seeds.store)
        assert any(True for _ in dataset.graphs())


def test_what_cannot_be_asked_is_an_error_that_says_so(built_seeds: Build) -> None:
    with open_argument_map(str(built_seeds.corpus.folder)) as seeds:
        with pytest.raises(QueryError, match="no query named"):
            seeds.ask("question-statement")
        with pytest.raises(QueryError, match="SERVICE"):
            seeds.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
        cut = seeds.query("SELECT ?s WHERE { ?s a trv:Statement }", rows=3)
        assert (len(cut), cut.cut) == (3, True)
    with pytest.raises(StoreError):
        seeds.ask("themes")
    with pytest.raises(CorpusError, match=r"there is no corpus\.toml"):
        open_argument_map("nowhere")


def test_layers_are_shown_or_hidden(built_seeds: Build) -> None:
    with open_argument_map(built_seeds.corpus.folder, layers={LayerKind.EXTRACTED}) as proposals:
        statuses = {
            row["status"] for row in proposals.query("SELECT DISTINCT ?status { ?s a trv:Statement ; trv:review ?status }").to_table()
        }
        assert {str(status).rpartition("/")[2] for status in statuses} == {"unreviewed"}


def test_the_package_says_what_it_has_not() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'open_map'"):
        travaux.open_map  # noqa: B018
