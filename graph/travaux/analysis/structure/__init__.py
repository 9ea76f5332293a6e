"""What the shape of a network supports: who is central and what hangs together, each held against networks rewired at random."""

from __future__ import annotations

from travaux.analysis.structure.centrality import find_centralities
from travaux.analysis.structure.communities import find_communities
from travaux.analysis.structure.findings import Centralities
from travaux.analysis.structure.groups import Communities

__all__ = ["Centralities", "Communities", "find_centralities", "find_communities"]
