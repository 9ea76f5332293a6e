"""The invented corpus as quads, each record in the named graph where a build puts its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from argument_map import arguments, documents, meetings, review, treaty
from travaux.model.corpus import Corpus
from travaux.model.identity import Id, identifier
from travaux.model.store import Store
from travaux.pipeline.layers import layers_of
from travaux.rdf.encoding import encode_argument, encode_layers, encode_positions, encode_reviewed, encode_statements
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
        *_parts(),
        *_extracted(),
        *_reviewed(),
        *encode_layers(layers_of(CORPUS), BASE),
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
    argued = {"extracted/", "reviewed/", "reviewed", "inferred"} - set(kept)
    written = serialize((quad for quad in quads() if _beginning(quad) not in argued), format=RdfFormat.N_QUADS)
    with open_store() as store:
        store.load(BytesIO(written or b""))
        yield store


def _beginning(quad: Quad) -> str:
    """Give the name of a quad's graph up to the name of a document: ``extracted/``, ``inferred``."""
    assert isinstance(quad.graph_name, NamedNode)
    first, slash, _ = quad.graph_name.value.removeprefix(f"{BASE}graph/").partition("/")
    return first + slash


def _encoded(graph: str, records: Iterable[Any]) -> Iterator[Quad]:
    for record in records:
        yield from encode(record, BASE, f"{BASE}graph/{graph}")


def _parts() -> Iterator[Quad]:
    parts: list[Any] = [*documents.HEADERS, *documents.SECTIONS, *documents.PARAGRAPHS, *documents.QUESTIONS, *documents.REFERENCES]
    held: list[Any] = [*meetings.AGENDA_ITEMS, meetings.PANEL, *meetings.PARTICIPATIONS, *meetings.ATTENDANCE]
    for part in [*parts, *held]:
        yield from _encoded(f"document/{_name(part.document)}", [part])


def _extracted() -> Iterator[Quad]:
    """Write what nobody has decided upon, its changes to the text, and the positions that it expresses, as rules conclude."""
    undecided = review.UNDECIDED
    yield from encode_statements((replace(said, position=None) for said in undecided), (), BASE)
    for change in arguments.CHANGES:
        if change.statement in {said.id for said in undecided}:
            yield from _encoded(f"extracted/{_name(change.span.document)}", [change])
    found = [arguments.POSITIONS[name] for name in arguments.FOUND_BY_RULES]
    yield from encode_positions(found, (), {said.id: said.position for said in undecided if said.position}, BASE)


def _reviewed() -> Iterator[Quad]:
    """Write what was decided: statements and their changes to the text by document, positions and relations over all."""
    decided = {said.id for said in review.DECIDED}
    changes = [change for change in arguments.CHANGES if change.statement in decided]
    for document in (documents.SPRING, documents.AUTUMN):
        yield from encode_reviewed((said for said in review.DECIDED if said.document == document), BASE, _name(document))
        yield from encode_reviewed((change for change in changes if change.span.document == document), BASE, _name(document))
        yield from encode_reviewed((one for one in review.DECISIONS if one.document == document), BASE, _name(document))
    yield from encode_argument((*review.NAMED, *arguments.RELATIONS, *review.ARGUMENT_DECISIONS, *review.REVIEWERS), BASE)


def _name(document: Id) -> str:
    return document.rpartition("/")[2]
