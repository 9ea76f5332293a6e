"""The invented corpus as quads, each record in the named graph where a build puts its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from argument_map import arguments, documents, meetings, treaty
from travaux.model.corpus import Corpus
from travaux.model.identity import Id, identifier
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.rdf.records import encode
from travaux.rdf.store import open_store

BASE = "https://w3id.org/travaux/corpus/lakes-convention/"

CORPUS = Corpus(
    id=identifier("corpus"),
    name="lakes-convention",
    title="Negotiation of a convention on the protection of lakes",
    base=BASE,
    folder=Path(),
    instruments=treaty.INSTRUMENTS,
    consultations=meetings.CONSULTATIONS,
    documents=documents.DOCUMENTS,
)


def quads() -> list[Quad]:
    """Encode every record once; the corpus brings its instruments, consultations and documents."""
    found = [
        *_encoded("corpus", [CORPUS]),
        *_encoded("treaty", [*treaty.PROVISIONS, treaty.CORRESPONDENCE, *treaty.OUTCOMES, *treaty.MILESTONES, treaty.SOURCE]),
        *treaty.theme_quads(BASE, f"{BASE}graph/themes"),
        *_encoded("actors", meetings.ACTORS),
        *_encoded("findings", [meetings.FINDING]),
        *_encoded("inferred", [*arguments.POSITIONS.values(), *arguments.RELATIONS]),
        *_parts(),
        *_said(),
    ]
    return sorted(set(found), key=str)


def nquads() -> bytes:
    """Give the corpus as N-Quads."""
    written = serialize(quads(), format=RdfFormat.N_QUADS)
    assert written is not None
    return written


@contextmanager
def open_lakes() -> Iterator[Store]:
    """Open a store in memory that holds the corpus."""
    with open_store() as store:
        store.load(BytesIO(nquads()))
        yield store


@contextmanager
def open_unread_lakes(*kept: str) -> Iterator[Store]:
    """Open a store that holds the corpus without what was said and argued, but for the named graphs whose names start so."""
    argued = tuple(f"{BASE}graph/{name}" for name in ("extracted/", "reviewed/", "inferred") if name not in kept)
    written = serialize((quad for quad in quads() if not _named(quad).startswith(argued)), format=RdfFormat.N_QUADS)
    with open_store() as store:
        store.load(BytesIO(written or b""))
        yield store


def _named(quad: Quad) -> str:
    assert isinstance(quad.graph_name, NamedNode)
    return quad.graph_name.value


def _encoded(graph: str, records: Iterable[Any]) -> Iterator[Quad]:
    for record in records:
        yield from encode(record, BASE, f"{BASE}graph/{graph}")


def _parts() -> Iterator[Quad]:
    parts: list[Any] = [*documents.HEADERS, *documents.SECTIONS, *documents.PARAGRAPHS, *documents.QUESTIONS, *documents.REFERENCES]
    held: list[Any] = [*meetings.AGENDA_ITEMS, meetings.PANEL, *meetings.PARTICIPATIONS, *meetings.ATTENDANCE]
    for part in [*parts, *held]:
        yield from _encoded(f"document/{_name(part.document)}", [part])


def _said() -> Iterator[Quad]:
    layers = {said.id: "extracted" if said.review is ReviewStatus.UNREVIEWED else "reviewed" for said in arguments.STATEMENTS}
    for said in arguments.STATEMENTS:
        yield from _encoded(f"{layers[said.id]}/{_name(said.document)}", [said])
    for change in arguments.CHANGES:
        yield from _encoded(f"{layers[change.statement]}/{_name(change.span.document)}", [change])


def _name(document: Id) -> str:
    return document.rpartition("/")[2]
