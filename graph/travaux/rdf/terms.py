"""Names in RDF: the namespaces, and how classes, fields and controlled words are named in the ontology."""

from __future__ import annotations

from enum import StrEnum

ONTOLOGY = "https://w3id.org/travaux/ontology#"
SCHEME = "https://w3id.org/travaux/scheme/"

NAMESPACES: dict[str, str] = {
    "trv": ONTOLOGY,
    "scheme": SCHEME,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "sh": "http://www.w3.org/ns/shacl#",
}
"""Prefixes that queries, exports and pages may use without declaring them."""

RDF_TYPE = NAMESPACES["rdf"] + "type"
RDFS_LABEL = NAMESPACES["rdfs"] + "label"

STANDARD_PROPERTIES: dict[str, str] = {
    "title": NAMESPACES["dcterms"] + "title",
    "description": NAMESPACES["dcterms"] + "description",
    "date": NAMESPACES["dcterms"] + "date",
    "licence": NAMESPACES["dcterms"] + "license",
    "language": NAMESPACES["dcterms"] + "language",
}
"""Fields whose property is another vocabulary's; every other field has a property of our own."""


def class_iri(model_class: type) -> str:
    """Return the IRI of the class of the ontology that has the name of the Python class.

    >>> from travaux.model.consultation import AgendaItem
    >>> class_iri(AgendaItem)
    'https://w3id.org/travaux/ontology#AgendaItem'
    """
    return ONTOLOGY + model_class.__name__


def property_iri(field: str, *, many: bool = False) -> str:
    """Return the IRI of the property for a field of the model: the field's name in camel case, unless a standard one serves.

    A field of many values has a plural name, its property a singular one: each value is a statement of its own.

    >>> property_iri("agenda_item")
    'https://w3id.org/travaux/ontology#agendaItem'
    >>> property_iri("title")
    'http://purl.org/dc/terms/title'
    >>> property_iri("provisions", many=True)
    'https://w3id.org/travaux/ontology#provision'
    """
    if many:
        field = field.removesuffix("s")
    if field in STANDARD_PROPERTIES:
        return STANDARD_PROPERTIES[field]
    head, *tail = field.split("_")
    return ONTOLOGY + head + "".join(word.capitalize() for word in tail)


def scheme_iri(words: type[StrEnum]) -> str:
    """Return the IRI of the concept scheme of an enumeration.

    >>> from travaux.model.schemes import EvidenceGrade
    >>> scheme_iri(EvidenceGrade)
    'https://w3id.org/travaux/scheme/evidence-grade'
    """
    name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in words.__name__)
    return SCHEME + name.removeprefix("-")


def concept_iri(word: StrEnum) -> str:
    """Return the IRI of the concept for a member of an enumeration.

    >>> from travaux.model.schemes import Prevalence
    >>> concept_iri(Prevalence.A_NUMBER_OF)
    'https://w3id.org/travaux/scheme/prevalence/a-number-of'
    """
    return f"{scheme_iri(type(word))}/{word.value}"
