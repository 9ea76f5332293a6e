"""What the graph says of one thing: a description with bounds, for those who follow an IRI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad

from travaux.model.store import Store
from travaux.rdf.lines import from_lines
from travaux.rdf.ontology import GENERATED
from travaux.rdf.terms import NAMESPACES, ONTOLOGY, RDF_TYPE, RDFS_LABEL

MOST_POINTING = 200
"""So many triples that point to a thing its description holds."""
_DEPTH = 8
"""So deep are parts within parts followed; lists of the ontology are the deepest."""
_AT_ONCE = 500
_PARTS = frozenset({f"{ONTOLOGY}Span", f"{ONTOLOGY}Speaker", f"{ONTOLOGY}TextChange"})
_NAMES = (RDF_TYPE, RDFS_LABEL, f"{NAMESPACES['skos']}prefLabel")
_COMMENT, _TOPIC = f"<{NAMESPACES['rdfs']}comment>", f"<{NAMESPACES['foaf']}primaryTopic>"


@dataclass(frozen=True, slots=True)
class Description:
    """The triples about a thing as N-Triples in code point order, and how many of the triples that point to it are among them."""

    lines: bytes
    pointing: int
    pointing_in_all: int

    @property
    def cut(self) -> bool:
        """Whether more points to it than is told."""
        return self.pointing < self.pointing_in_all


def describe(store: Store, iri: str, *, document: str | None = None) -> Description | None:
    """Describe a thing: its own triples and those of its parts, the class and name of what they point to, and what points to it.

    Parts are places in documents, speakers, changes of texts, whatever has an IRI below the thing's own, and what stood in a blank node.
    At most ``MOST_POINTING`` triples that point to it are given, always the same; if there are more, the description says so of
    ``document``, the address at which it is given. ``None`` if the graph holds nothing about the thing.
    """
    own = _own(store, [iri])
    pointing, in_all = _pointing(store, iri)
    if not own and not pointing:
        return None
    told, named = dict.fromkeys(own), set(_objects(own))
    inner = named
    for _ in range(_DEPTH):
        parts = _parts(store, inner, iri) - {line.split(" ", 1)[0][1:-1] for line in told}
        found = _own(store, sorted(parts))
        if not found:
            break
        told |= dict.fromkeys(found)
        inner = set(_objects(found))
        named |= inner
    subjects = {line.split(" ", 1)[0][1:-1] for line in pointing}
    names = _about(store, sorted((named | subjects) - {iri}), *_NAMES)
    lines = {*told, *pointing, *names, *(_of_document(document, iri, len(pointing), in_all) if document else ())}
    return Description("".join(f"{line}\n" for line in sorted(lines)).encode(), len(pointing), in_all)


def _own(store: Store, iris: Iterable[str]) -> list[str]:
    return [line for some in _batches(iris) for line in _construct(store, some, "?s ?p ?o")]


def _about(store: Store, iris: Iterable[str], *properties: str) -> list[str]:
    patterns = " UNION ".join(f"{{ ?s <{name}> ?o BIND(<{name}> AS ?p) }}" for name in properties)
    return [line for some in _batches(iris) for line in _construct(store, some, patterns)]


def _pointing(store: Store, iri: str) -> tuple[list[str], int]:
    """Give some triples that point to a thing, and how many there are: in the engine's own order, as sorting can take it minutes."""
    thing = NamedNode(iri)
    rows = store.select(f"SELECT DISTINCT ?s ?p WHERE {{ ?s ?p {thing} }} LIMIT {MOST_POINTING + 1}").rows
    if len(rows) <= MOST_POINTING:
        return [f"<{subject}> <{name}> {thing} ." for subject, name in rows], len(rows)
    ((in_all,),) = store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?s ?p {thing} }}").rows
    return [f"<{subject}> <{name}> {thing} ." for subject, name in rows[:MOST_POINTING]], int(str(in_all))


def _parts(store: Store, objects: Iterable[str], iri: str) -> set[str]:
    """Find the parts among what a thing points to."""
    candidates = sorted(objects)
    below = {one for one in candidates if one.startswith((f"{iri}/", GENERATED))}
    typed = _quads(_about(store, (one for one in candidates if one not in below), RDF_TYPE))
    return below | {str(quad.subject)[1:-1] for quad in typed if str(quad.object)[1:-1] in _PARTS}


def _construct(store: Store, things: str, pattern: str) -> list[str]:
    """Give what the pattern finds for each of some things; joined without LATERAL, the engine would read the whole graph."""
    return store.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {things} }} LATERAL {{ {pattern} }} }}").decode().splitlines()


def _objects(lines: Iterable[str]) -> Iterator[str]:
    return (quad.object.value for quad in _quads(lines) if isinstance(quad.object, NamedNode))


def _quads(lines: Iterable[str]) -> Iterable[Quad]:
    return from_lines("\n".join(lines).encode())


def _batches(iris: Iterable[str]) -> Iterator[str]:
    waiting = iter(iris)
    while some := list(islice(waiting, _AT_ONCE)):
        yield " ".join(str(NamedNode(iri)) for iri in some)


def _of_document(document: str, iri: str, pointing: int, in_all: int) -> Iterator[str]:
    yield f"<{document}> {_TOPIC} <{iri}> ."
    if pointing < in_all:
        told = f"Of the {in_all:,} triples that point to it {pointing:,} are given; the SPARQL endpoint has them all."
        yield f"<{document}> {_COMMENT} {Literal(told)} ."
