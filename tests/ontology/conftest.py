"""The ontology folder, read once."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import Quad
from rdflib import OWL, RDF, XSD, URIRef

import travaux.model
from travaux.model import schemes
from travaux.pipeline.build import Build
from travaux.rdf.lines import from_lines
from travaux.rdf.store import open_store
from travaux.resources import ontology_folder


@pytest.fixture(scope="session")
def folder() -> Path:
    return ontology_folder()


@pytest.fixture(scope="session")
def ontology(folder: Path) -> rdflib.Graph:
    """What ``travaux.ttl`` says."""
    return rdflib.Graph().parse(folder / "travaux.ttl")


@pytest.fixture(scope="session")
def concepts(folder: Path) -> rdflib.Graph:
    """What ``schemes.ttl`` says."""
    return rdflib.Graph().parse(folder / "schemes.ttl")


@pytest.fixture(scope="session")
def record_classes() -> dict[str, Any]:
    """Every class of the model whose records have an identifier, by name; themes are written in SKOS and not field by field."""
    modules = [importlib.import_module(f"travaux.model.{module.name}") for module in pkgutil.iter_modules(travaux.model.__path__)]
    found = {name: value for module in modules for name, value in vars(module).items() if dataclasses.is_dataclass(value)}
    return {name: found[name] for name in sorted(found) if "id" in found[name].__dataclass_fields__ and name != "Theme"}


@pytest.fixture(scope="session")
def enumerations() -> dict[str, type[StrEnum]]:
    """Every enumeration of controlled words, by name."""
    found = {name: value for name, value in vars(schemes).items() if isinstance(value, type) and issubclass(value, StrEnum)}
    return {name: found[name] for name in sorted(found) if name != "StrEnum"}


@pytest.fixture(scope="session")
def quads(built_seeds: Build) -> list[Quad]:
    """The graph of the first corpus, as it is built."""
    with open_store(built_seeds.generation.store, read_only=True) as store:
        return list(from_lines(store.dump()))


def to_facts(quads: list[Quad], *declared: rdflib.Graph) -> rdflib.Graph:
    """Turn the quads into an ontology of facts for a reasoner: with the types of their terms, and without dates, which OWL 2 has not."""
    facts = rdflib.Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
    for triple in [triple for triple in facts if isinstance(triple[2], rdflib.Literal) and triple[2].datatype == XSD.date]:
        facts.remove(triple)
    for graph in declared:
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
            for term in graph.subjects(RDF.type, kind):
                if isinstance(term, URIRef):
                    facts.add((term, RDF.type, kind))
    facts.add((URIRef("urn:facts"), RDF.type, OWL.Ontology))
    return facts


@pytest.fixture(scope="session")
def facts(quads: list[Quad], folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The facts of the corpus, without the vocabulary, as a file for the reasoner."""
    graphs = [rdflib.Graph().parse(folder / name) for name in ("travaux.ttl", "schemes.ttl", "alignments.ttl")]
    target = tmp_path_factory.mktemp("facts") / "facts.owl"
    said = [quad for quad in quads if not str(quad.graph_name).endswith("graph/vocabulary>")]
    to_facts(said, *graphs).serialize(target, format="xml")
    return target
