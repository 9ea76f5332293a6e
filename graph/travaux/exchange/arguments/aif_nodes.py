"""An argument map as nodes and edges of the Argument Interchange Format, whichever file holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

INFORMATION, LOCUTION, INFERENCE, CONFLICT, REPHRASE = "I", "L", "RA", "CA", "MA"
ILLOCUTION, TRANSITION, PREFERENCE, ENTHYMEME = "YA", "TA", "PA", "EN"
RELATIONS = frozenset({INFERENCE, CONFLICT, REPHRASE, PREFERENCE})
"""Types of nodes that relate claims."""
TYPES = RELATIONS | {INFORMATION, LOCUTION, ILLOCUTION, TRANSITION, ENTHYMEME}
"""All types of nodes that files of AIFdb and OVA hold."""

QUALIFICATION = "Qualification"
"""The name by which a rephrase is known that is a qualification; AIF has no type of its own for it."""
ASSERTING = "Asserting"

SCHEMES = {"Default Conflict": "71", "Default Inference": "72", ASSERTING: "74", "Default Rephrase": "144"}
"""The numbers of the schemes that are written, as AIFdb counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node. ``about`` is what only Travaux knows of it: fields of the record that it stands for, by their names in files.

    ``timestamp`` is ``2023-07-13 00:00:00``, empty where no date is known.
    """

    id: str
    type: str
    text: str
    timestamp: str = ""
    about: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from a node to a node, by their ids."""

    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeSet:
    """Nodes in the order of the file, with who speaks in which locution (by the id of its node) and what the file says of itself.

    ``sources`` are the documents, by the names of the fields of ``graph.Source``.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    speakers: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    base: str = ""
    version: str = ""
    sources: tuple[Mapping[str, str], ...] = ()
