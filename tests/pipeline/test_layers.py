"""Layers of the argument map: each choice holds what it says, and nothing in it leads nowhere."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from travaux.errors import StoreError
from travaux.model.schemes import LayerKind
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.pipeline.check import check_links
from travaux.pipeline.layers import ALL, locate_layers
from travaux.rdf.graphs import GraphNames
from travaux.rdf.store import open_store

E, R, I = LayerKind.EXTRACTED, LayerKind.REVIEWED, LayerKind.INFERRED  # noqa: E741, named as they are counted
CHOICES = [frozenset(choice) for size in range(4) for choice in itertools.combinations(LayerKind, size)]


def layers_in(store: Store, base: str) -> set[LayerKind]:
    found = (GraphNames(base).layer_of(f"<{name}>".encode()) for name in store.graphs())
    return {layer for layer in found if layer is not None}


@pytest.mark.parametrize("shown", CHOICES, ids=lambda shown: "+".join(sorted(shown)) or "none")
def test_a_choice_holds_its_layers_and_every_link_in_it_leads_somewhere(built_seeds: Build, shown: frozenset[LayerKind]) -> None:
    with open_store(locate_layers(built_seeds.corpus.folder, shown), read_only=True) as store:
        assert layers_in(store, built_seeds.corpus.base) <= shown
        loose = check_links(store, built_seeds.corpus.base)
        assert [violation for violation in loose if not str(violation.path).endswith("derivedFrom")] == []


def statements(folder: Path, shown: Iterable[LayerKind]) -> dict[str, int]:
    query = """
    SELECT ?review (COUNT(?s) AS ?n)
    WHERE { ?s a <https://w3id.org/travaux/ontology#Statement> ; <https://w3id.org/travaux/ontology#review> ?review } GROUP BY ?review
    """
    with open_store(locate_layers(folder, frozenset(shown)), read_only=True) as store:
        return {str(row["review"]).rpartition("/")[2]: int(str(row["n"])) for row in store.select(query)}


def test_extracted_alone_is_what_rules_propose_as_if_nobody_had_decided(built_seeds: Build) -> None:
    proposals = statements(built_seeds.corpus.folder, {E})
    assert proposals.keys() == {"unreviewed"}
    assert proposals["unreviewed"] > 100
    assert statements(built_seeds.corpus.folder, {E, I}) == proposals


def test_reviewed_alone_is_what_people_decided(built_seeds: Build) -> None:
    decided = statements(built_seeds.corpus.folder, {R})
    assert "unreviewed" not in decided
    assert decided == statements(built_seeds.corpus.folder, ALL)


def test_layers_come_from_the_build_even_if_the_corpus_has_changed_since(built_seeds: Build, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built_seeds.corpus.folder, tmp_path / "seeds"))
    for made in folder.rglob("layers"):
        shutil.rmtree(made)
    before = statements(folder, {R})
    shutil.rmtree(folder / "review")
    assert statements(folder, {R}) == before
    assert sum(statements(folder, {E}).values()) > 100


def test_what_cannot_be_made_is_told_and_leaves_nothing(built_seeds: Build, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built_seeds.corpus.folder, tmp_path / "seeds"))
    for made in folder.rglob("layers"):
        shutil.rmtree(made)
    shutil.rmtree(folder / ".travaux" / "parts")
    with pytest.raises(StoreError, match="part of the graph was lost"):
        locate_layers(folder, {R})
    assert not list(folder.rglob("layers/*"))
