"""Which classes and properties a graph uses, and how often: the figures of its VoID description."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from travaux.model.store import Store, Value
from travaux.rdf.terms import NAMESPACES, ONTOLOGY

LARGE = 100_000
"""With more things than this, triples are not counted: that would read the whole graph. Which property stands at which class is then
told from so many things of each class and of each property."""
_OF_CLASS, _OF_PROPERTY = 300, 50
_SHOWN = ("Consultation", "Document", "Article", "Question", "Theme", "Position", "Statement", "Person", "State")
_CLASSES = "SELECT ?class (COUNT(?thing) AS ?things) WHERE { ?thing a ?class } GROUP BY ?class"
_TRIPLES = "SELECT ?property (COUNT(*) AS ?triples) WHERE { ?thing ?property ?value } GROUP BY ?property"
_PARTITIONS = "SELECT ?class ?property (COUNT(*) AS ?triples) WHERE { ?thing a ?class ; ?property ?value } GROUP BY ?class ?property"
_KNOWN = f"""SELECT DISTINCT ?property WHERE {{
  VALUES ?kind {{ <{NAMESPACES["owl"]}ObjectProperty> <{NAMESPACES["owl"]}DatatypeProperty> <{NAMESPACES["owl"]}AnnotationProperty> }}
  ?property a ?kind }}"""
# joined without LATERAL, the engine would read the whole graph
_OF_SOME = "SELECT DISTINCT ?{asked} WHERE {{ {{ {some} }} LATERAL {{ ?thing {name} ?value }} }}"

Count = int | None
"""So many triples; ``None`` where they were not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Class → things, class → property → triples, property → triples, all triples, and a thing for an example of each main class."""

    classes: Mapping[str, int]
    partitions: Mapping[str, Mapping[str, Count]]
    properties: Mapping[str, Count]
    triples: Count
    examples: tuple[str, ...]
    exact: bool = field(default=True)


def count_terms(store: Store) -> Counts:
    """Count what a graph uses; where it is large, things are counted, and triples are not."""
    classes = {str(row["class"]): _number(row["things"]) for row in store.select(_CLASSES)}
    examples = tuple(_example(store, f"{ONTOLOGY}{name}") for name in _SHOWN if f"{ONTOLOGY}{name}" in classes)
    if sum(classes.values()) > LARGE:
        partitions = _sampled(store, classes)
        used = sorted({name for properties in partitions.values() for name in properties})
        unknown = dict.fromkeys(used)
        return Counts(classes=classes, partitions=partitions, properties=unknown, triples=None, examples=examples, exact=False)
    properties = {str(row["property"]): _number(row["triples"]) for row in store.select(_TRIPLES)}
    counted: dict[str, dict[str, Count]] = {name: {} for name in classes}
    for row in store.select(_PARTITIONS):
        counted[str(row["class"])][str(row["property"])] = _number(row["triples"])
    return Counts(classes=classes, partitions=counted, properties=properties, triples=sum(properties.values()), examples=examples)


def _sampled(store: Store, classes: Iterable[str]) -> Mapping[str, Mapping[str, Count]]:
    found: dict[str, dict[str, Count]] = {name: {} for name in classes}
    for name in found:
        some = f"SELECT ?thing WHERE {{ ?thing a <{name}> }} LIMIT {_OF_CLASS}"
        found[name] |= {str(row["property"]): None for row in store.select(_OF_SOME.format(some=some, asked="property", name="?property"))}
    for row in store.select(_KNOWN):
        some = f"SELECT ?thing WHERE {{ ?thing <{row['property']}> ?value }} LIMIT {_OF_PROPERTY}"
        for held in store.select(_OF_SOME.format(some=some, asked="value", name="a")):
            found[str(held["value"])][str(row["property"])] = None
    return found


def _example(store: Store, name: str) -> str:
    return str(store.select(f"SELECT ?thing WHERE {{ ?thing a <{name}> }} LIMIT 1").rows[0][0])


def _number(value: Value) -> int:
    return int(str(value))
