"""The named graphs of a corpus: every triple stands in exactly one of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from travaux.model.schemes import LayerKind
from travaux.model.store import Iri


@dataclass(frozen=True)
class GraphNames:
    """The IRIs of a corpus' named graphs under its base IRI; each document has graphs of its own.

    >>> GraphNames("https://example.org/").document("report")
    'https://example.org/graph/document/report'
    """

    base: str

    @cached_property
    def _prefix(self) -> bytes:
        return f"{self.base}graph/".encode()

    @cached_property
    def _layers(self) -> dict[bytes, LayerKind]:
        return {kind.value.encode(): kind for kind in LayerKind}

    @property
    def vocabulary(self) -> Iri:
        """The graph of the ontology and its schemes."""
        return self._named("vocabulary")

    @property
    def corpus(self) -> Iri:
        """The graph of what ``corpus.toml`` says."""
        return self._named("corpus")

    @property
    def treaty(self) -> Iri:
        """The graph of the treaty facts."""
        return self._named("treaty")

    @property
    def themes(self) -> Iri:
        """The graph of the thesaurus."""
        return self._named("themes")

    @property
    def actors(self) -> Iri:
        """The graph of persons, organizations and States."""
        return self._named("actors")

    @property
    def findings(self) -> Iri:
        """The graph of what does not add up."""
        return self._named("findings")

    @property
    def inferred(self) -> Iri:
        """The graph of what rules conclude over all documents: positions, and which statements express them."""
        return self._named("inferred")

    @property
    def argument(self) -> Iri:
        """The graph of what people decided over all documents: positions and how they bear on one another."""
        return self._named("reviewed")

    @property
    def layers(self) -> Iri:
        """The graph that tells of the graphs of the argument map where each comes from."""
        return self._named("layers")

    def layer_of(self, line: bytes) -> LayerKind | None:
        """Tell to which layer of the argument map a line of N-Quads belongs, ``None`` if to none.

        >>> GraphNames("https://example.org/").layer_of(b"<x:a> <x:b> <x:c> <https://example.org/graph/reviewed/report> .").value
        'reviewed'
        """
        name = line[line.rfind(b"<") + 1 : line.rfind(b">")]
        return self._layers.get(name.removeprefix(self._prefix).split(b"/", 1)[0]) if name.startswith(self._prefix) else None

    def document(self, name: str) -> Iri:
        """Name the graph of a document's structure."""
        return self._named(f"document/{name}")

    def extracted(self, name: str) -> Iri:
        """Name the graph of what rules read from a document."""
        return self._named(f"extracted/{name}")

    def reviewed(self, name: str) -> Iri:
        """Name the graph of what people decided about a document."""
        return self._named(f"reviewed/{name}")

    def _named(self, name: str) -> Iri:
        return Iri(f"{self.base}graph/{name}")
