"""Records of the model read back from a store."""

from __future__ import annotations

from typing import TypeVar

from pyoxigraph import NamedNode

from travaux.model.identity import Id
from travaux.model.store import Store
from travaux.rdf.lines import from_lines
from travaux.rdf.records import decode_from, gather
from travaux.rdf.terms import ONTOLOGY, RDF_TYPE, class_iri

Record = TypeVar("Record")

_WITH_SPANS = f"""
CONSTRUCT {{ ?record ?property ?value . ?span ?at ?place }}
WHERE {{
  ?record a <CLASS> ; ?property ?value .
  RESTRICTION
  OPTIONAL {{ ?record <{ONTOLOGY}span> ?span . ?span ?at ?place }}
}}
"""


def find_records(store: Store, record_class: type[Record], base: str, *, document: Id | None = None) -> tuple[Record, ...]:
    """Read the records of exactly this class, of one document or of all, sorted by identifier.

    Records inside a record are read when they are its spans, and not when they are nested deeper.
    """
    restriction = f"?record <{ONTOLOGY}document> <{base}{document}> ." if document else ""
    query = _WITH_SPANS.replace("CLASS", class_iri(record_class)).replace("RESTRICTION", restriction)
    properties = gather(from_lines(store.construct(query)))
    typed = NamedNode(class_iri(record_class))
    found = sorted(subject for subject, held in properties.items() if typed in held.get(RDF_TYPE, ()))
    return tuple(decode_from(record_class, Id(subject.removeprefix(base)), properties, base) for subject in found)
