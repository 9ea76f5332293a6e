"""The things of a graph that have an address in the site, and what the graph says of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from travaux.analysis.sparql import PREFIXES
from travaux.exchange.site.names import TRIPLES, Places
from travaux.model.store import Store
from travaux.rdf.describe import describe
from travaux.rdf.ontology import read_vocabulary
from travaux.rdf.sparql.graph_forms import to_form
from travaux.rdf.terms import SCHEME
from travaux.views.explorer.pages.ontology import WHOLE
from travaux.views.offline.progress import Progress

_SUBJECTS = "SELECT DISTINCT ?thing WHERE { ?thing ?property ?value }"
_LABELS = "SELECT ?thing (MIN(STR(?label)) AS ?words) WHERE { ?thing rdfs:label|skos:prefLabel ?label } GROUP BY ?thing"
ONTOLOGY = "ontology"
"""Where the vocabulary stands in the site."""


def read_things(store: Store, base: str) -> Mapping[str, str]:
    """Read what each thing is called by its path in the site, sorted: things below the base, terms of schemes, the vocabulary."""
    paths = {ONTOLOGY} | {path for row in store.select(_SUBJECTS) if (path := path_of(str(row["thing"]), base))}
    labels = {str(row["thing"]): str(row["words"]) for row in store.select(PREFIXES + _LABELS)}
    return {path: labels.get(iri_of(path, base), path) for path in sorted(paths)}


def path_of(iri: str, base: str) -> str | None:
    """Give the path of a thing in the site, ``None`` for a thing of others."""
    if iri.startswith(SCHEME):
        return f"scheme/{iri.removeprefix(SCHEME)}"
    if iri == WHOLE:
        return ONTOLOGY
    return (iri.removeprefix(base) or None) if iri.startswith(base) else None


def iri_of(path: str, base: str) -> str:
    """Give the IRI of the thing at a path of the site."""
    if path == ONTOLOGY:
        return WHOLE
    kind, _, rest = path.partition("/")
    return f"{SCHEME}{rest}" if kind == "scheme" else f"{base}{path}"


def write_things(store: Store, base: str, things: Mapping[str, str], places: Places, folder: Path, progress: Progress) -> None:
    """Write what the graph says of each thing beside its page, as Turtle."""
    for number, path in enumerate(things, 1):
        file = folder / places.folder(f"/{path}") / TRIPLES
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(to_form(_lines(store, base, path), "turtle"))
        progress("writing data", number, len(things))


def _lines(store: Store, base: str, path: str) -> bytes:
    if path == ONTOLOGY:
        return "".join(_vocabulary(base)).encode()
    described = describe(store, iri_of(path, base))
    return described.lines if described else b""


def _vocabulary(base: str) -> Iterator[str]:
    return iter(sorted({f"{quad.triple} .\n" for quad in read_vocabulary(base)}))
