"""One description for an actor whom several documents name, each in its own spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, Quad

from travaux.model.identity import Id
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import from_lines, to_lines
from travaux.rdf.records import gather
from travaux.rdf.terms import RDFS_LABEL


class ActorsApart:
    """Takes the lines of the actors' graph out of the parts that pass by, to be merged at the end.

    What a participation prints stays as printed; only the actor itself gets one name.
    """

    def __init__(self, base: str) -> None:
        self._mark = f" <{GraphNames(base).actors}> .\n".encode()
        self._base = base
        self._lines: set[bytes] = set()

    def keep_apart(self, quads: bytes) -> Iterable[bytes]:
        """Give the lines of a part that are not about actors, and remember those that are."""
        for line in quads.splitlines(keepends=True):
            if line.endswith(self._mark):
                self._lines.add(line)
            else:
                yield line

    def take(self, quads: bytes) -> None:
        """Remember the lines of a part that are about actors."""
        for _ in self.keep_apart(quads):
            pass

    def names(self) -> dict[Id, str]:
        """Give the one name of each actor by its identifier."""
        told = gather(from_lines(self.merged()))
        return {Id(actor.removeprefix(self._base)): held[RDFS_LABEL][0].value for actor, held in told.items()}

    def merged(self) -> tuple[bytes, ...]:
        """Give the lines about all actors, with one value for each of their properties."""
        values: defaultdict[tuple[str, str], list[Quad]] = defaultdict(list)
        for quad in from_lines(sorted(self._lines)):
            values[str(quad.subject), str(quad.predicate)].append(quad)
        return to_lines(min(quads, key=_plainness) for quads in values.values())


def _plainness(quad: Quad) -> tuple[int, str]:
    """Prefer the spelling with the fewest capitals (``do Val`` before ``Do Val``, ``Sudan`` before ``SUDAN``), then the first."""
    text = quad.object.value if isinstance(quad.object, Literal) else ""
    return sum(letter.isupper() for letter in text), str(quad)
