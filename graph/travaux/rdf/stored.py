"""Records of the model read back from quads: from a store, or from the lines of a part."""

from __future__ import annotations

from typing import TypeVar

from pyoxigraph import NamedNode

from travaux.model.identity import Id
from travaux.model.store import Store
from travaux.rdf.lines import from_lines
from travaux.rdf.records import Properties, decode_from, gather, inner_properties
from travaux.rdf.terms import ONTOLOGY, RDF_TYPE, class_iri

Record = TypeVar("Record")

_WITH_INNER = """
CONSTRUCT { ?thing ?property ?value }
WHERE {
  { ?record a <CLASS> ; ?property ?value . RESTRICTION BIND(?record AS ?thing) }
  UNION
  { VALUES ?holds { INNER } ?record a <CLASS> ; ?holds ?thing . RESTRICTION ?thing ?property ?value }
}
"""


def find_records(store: Store, record_class: type[Record], base: str, *, document: Id | None = None) -> tuple[Record, ...]:
    """Read the records of exactly this class, of one document or of all, sorted by identifier.

    Records inside a record are read, such as its spans, and not when they are nested deeper.
    """
    restriction = f"?record <{ONTOLOGY}document> <{base}{document}> ." if document else ""
    inner = " ".join(f"<{iri}>" for iri in inner_properties(record_class))
    query = _WITH_INNER.replace("CLASS", class_iri(record_class)).replace("RESTRICTION", restriction).replace("INNER", inner)
    return records_in(gather(from_lines(store.construct(query))), record_class, base)


def records_in(properties: Properties, record_class: type[Record], base: str) -> tuple[Record, ...]:
    """Read the records of exactly this class from what ``gather`` gathered, sorted by identifier."""
    typed = NamedNode(class_iri(record_class))
    found = sorted(subject for subject, held in properties.items() if typed in held.get(RDF_TYPE, ()))
    return tuple(decode_from(record_class, Id(subject.removeprefix(base)), properties, base) for subject in found)
