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

import travaux.model
from travaux.model import schemes
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
