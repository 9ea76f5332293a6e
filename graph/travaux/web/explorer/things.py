"""The triples of what a page is about, in the forms that RDF has."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import unquote

from travaux.errors import QueryError
from travaux.model.identity import identifier
from travaux.rdf.describe import describe
from travaux.rdf.ontology import read_vocabulary
from travaux.rdf.sparql.graph_forms import to_form
from travaux.rdf.terms import SCHEME
from travaux.views.explorer import Explorer
from travaux.views.explorer.pages.ontology import WHOLE


class Things:
    """Describes the things of one corpus."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer

    def find(self, path: str, form: str, document: str) -> bytes | None:
        """Write what the graph says of the thing whose identifier a path is, ``None`` if it says nothing."""
        iri = self._iri_of(path)
        described = describe(self._explorer.store, iri, document=document) if iri else None
        return to_form(described.lines, form) if described else None

    def _iri_of(self, path: str) -> str | None:
        """Give the IRI of a thing from the path of its address, whichever way its letters are written."""
        parts = [unquote(part) for part in path.split("/")[1:]]
        if not all(parts):
            return None
        return self._explorer.iri_of(*parts) if parts[0] != "scheme" else f"{SCHEME}{identifier(*parts[1:])}" if parts[1:] else None

    def write(self, iri: str, form: str, document: str) -> bytes:
        """Write what the graph says of a thing, at the address of that ``document``; ``QueryError`` if it says nothing.

        The ontology is described by the whole of it, schemes included.
        """
        if iri == WHOLE:
            return to_form(self._vocabulary, form)
        described = describe(self._explorer.store, iri, document=document)
        if described is None:
            raise QueryError("the graph holds nothing about this", hint="The page shows what was concluded; its data is there as JSON.")
        return to_form(described.lines, form)

    @cached_property
    def _vocabulary(self) -> bytes:
        lines = sorted({f"{quad.triple} .\n" for quad in read_vocabulary(self._explorer.corpus.base)})
        return "".join(lines).encode()
