"""What the readers of all formats of argument maps give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from travaux.exchange.arguments.graph import ArgumentGraph
from travaux.exchange.material import Loss


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArguments:
    """A map that was read from a file.

    ``places`` tells where in the file a claim, a locution or a bearing stands, by its id, as a person looks for it (``line 12, column 3``);
    what is not in it has no better place than its id. ``losses`` is what the file says and the map cannot hold. ``titles`` are the titles
    of claims by their ids, in formats that have them. ``quoting`` tells people how the format writes the words that show a relation.
    """

    graph: ArgumentGraph
    places: Mapping[str, str] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    quoting: str = ""
