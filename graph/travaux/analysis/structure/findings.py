"""What is found about the centrality of nodes: rows of tables, with what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.analysis.structure.significance import Obstacle
from travaux.analysis.tables import Tabular
from travaux.model.store import Table


class Claim(StrEnum):
    """What the comparison with rewired networks supports about a node."""

    MORE = "more central than its links give"
    NO_MORE = "no more central than its links give"
    OPEN = "nothing can be concluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A network in numbers: its ``name``, its ``meaning`` and the ``selection`` of statements it looks at, as far as it tells them.

    ``nodes`` have links, ``unlinked`` have none; ``merged`` parallel links were made one, ``loops`` left out. ``directed`` and
    ``two_mode`` tell its kind, ``components`` how many parts it has that no link joins, ``largest`` the nodes of the largest of them.
    """

    name: str
    meaning: str
    selection: str
    nodes: int
    links: int
    unlinked: int
    merged: int
    loops: int
    directed: bool
    two_mode: bool
    components: int
    largest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewiring:
    """The networks that the network was held against: how many, with which seed, which share of the links they led elsewhere."""

    samples: int
    seed: int
    moved: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Central:
    """A node and its measures.

    ``links`` and ``weight`` are its degree and the sum of their weights. ``betweenness`` is the share of all pairs of other nodes whose
    shortest paths lead through it, ``error`` its standard error (0 where exact), ``expected``, ``score`` and ``chance`` those of
    ``significance.Compared``, ``None`` where nothing can be concluded; ``page_rank`` and what follows the same, ``None`` also in networks
    without directions. ``core`` is its core
    number; without a ``cut_node`` its part falls apart.
    """

    name: str
    label: str
    kind: str
    links: int
    weight: float
    betweenness: float
    error: float
    expected: float | None
    score: float | None
    chance: float | None
    page_rank: float | None
    page_rank_expected: float | None
    page_rank_score: float | None
    page_rank_chance: float | None
    core: int
    cut_node: bool
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """A link without which ``cuts_off`` nodes lose their way to the rest."""

    source: str
    target: str
    cuts_off: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The nodes whose core number is ``number``: how many, and the ``members`` with most links, at most ten."""

    number: int
    nodes: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """A number of the whole network beside the mean, least and greatest of the rewired ones, with its p, corrected for the other traits.

    ``chance`` is ``None`` with fewer samples than 119: no p could then be as small as 0.05.
    """

    name: str
    observed: int
    expected: float
    least: int
    greatest: int
    chance: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Centralities(Tabular):
    """The nodes of a network by betweenness, greatest first; a row of the table is a node.

    ``obstacle`` tells why nothing can be concluded, if so. ``pivots`` is from how many nodes shortest paths were followed, 0 for all.
    ``bridges`` are those that cut off more than one node, the largest part first; ``cores`` go from the innermost outward.
    """

    network: Described
    rewiring: Rewiring
    obstacle: Obstacle | None
    pivots: int
    nodes: tuple[Central, ...]
    bridges: tuple[Bridge, ...]
    cores: tuple[Core, ...]
    traits: tuple[Trait, ...]
    methods: tuple[str, ...]

    def to_table(self) -> Table:
        """Give the nodes as rows, in their order."""
        names = tuple(Central.__dataclass_fields__)
        rows = (tuple(getattr(node, name) for name in names) for node in self.nodes)
        return Table(names, tuple(tuple(str(value) if isinstance(value, Claim) else value for value in row) for row in rows))
