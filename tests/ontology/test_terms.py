"""Python, ontology and the texts about them know the same classes, properties and words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS

from travaux.model import contents
from travaux.model.identity import Id
from travaux.model.theme import Theme
from travaux.rdf.records import FieldShape, record_fields
from travaux.rdf.terms import ONTOLOGY, STANDARD_PROPERTIES, class_iri, concept_iri, scheme_iri

ONTOLOGY_IRI = URIRef("https://w3id.org/travaux/ontology")
SUPERCLASSES = {"Part": contents.Part, "Actor": contents.Actor}
"""Classes that no record has by itself: the model knows them as unions."""

WRITTEN_IN_SKOS = {"Theme": {"signalPhrase", "negativePhrase", "provision", "review"}}
"""Classes that are written in SKOS terms and not field by field, with the properties of our own that they have besides."""

LITERALS = {str: XSD.string, int: XSD.nonNegativeInteger, float: XSD.double, bool: XSD.boolean, dt.datetime: XSD.dateTime}


def local(term: object) -> str:
    return str(term).removeprefix(ONTOLOGY)


def own(ontology: Graph, kind: URIRef) -> set[str]:
    return {local(term) for term in ontology.subjects(RDF.type, kind) if isinstance(term, URIRef) and term.startswith(ONTOLOGY)}


def leaves(record_class: Any) -> Iterator[FieldShape]:
    """Give the fields of a class, those of records without an identifier in place of the records."""
    for shape in record_fields(record_class):
        if dataclasses.is_dataclass(shape.value_type) and "id" not in shape.value_type.__dataclass_fields__:
            yield from leaves(shape.value_type)
        else:
            yield shape


def members(ontology: Graph, expression: object) -> set[str]:
    """Name the classes of a union, or the one class that is no union."""
    if not isinstance(expression, BNode):
        return {local(expression)}
    listed = ontology.value(expression, OWL.unionOf)
    assert listed is not None
    return {local(one) for one in Collection(ontology, listed)}


def with_subclasses(ontology: Graph, names: set[str]) -> set[str]:
    found = {local(one) for name in names for one in ontology.transitive_subjects(RDFS.subClassOf, URIRef(ONTOLOGY + name))}
    return (found | names) - SUPERCLASSES.keys()


@pytest.fixture(scope="session")
def users(record_classes: dict[str, Any]) -> dict[str, set[str]]:
    """The names of the classes that have each property of our own."""
    found: dict[str, set[str]] = {}
    for name, record_class in record_classes.items():
        for shape in leaves(record_class):
            if shape.predicate.value.startswith(ONTOLOGY):
                found.setdefault(local(shape.predicate.value), set()).add(name)
    for name, properties in WRITTEN_IN_SKOS.items():
        for one in properties:
            found.setdefault(one, set()).add(name)
    return found


def test_classes_are_those_of_the_model(ontology: Graph, record_classes: dict[str, Any]) -> None:
    expected = {local(class_iri(one)) for one in record_classes.values()} | SUPERCLASSES.keys() | WRITTEN_IN_SKOS.keys()
    assert own(ontology, OWL.Class) == expected


def test_properties_are_the_fields_of_the_model_and_none_is_dead(ontology: Graph, users: dict[str, set[str]]) -> None:
    assert own(ontology, OWL.ObjectProperty) | own(ontology, OWL.DatatypeProperty) == users.keys()


def test_what_themes_have_besides_skos_is_in_the_model() -> None:
    fields = {local(shape.predicate.value) for shape in record_fields(Theme)}
    assert WRITTEN_IN_SKOS["Theme"] <= fields


def test_no_property_is_of_two_natures(ontology: Graph) -> None:
    assert not own(ontology, OWL.ObjectProperty) & own(ontology, OWL.DatatypeProperty)


def test_the_nature_of_a_property_is_that_of_its_field(ontology: Graph, record_classes: dict[str, Any]) -> None:
    objects, data = own(ontology, OWL.ObjectProperty), own(ontology, OWL.DatatypeProperty)
    for record_class in record_classes.values():
        for shape in leaves(record_class):
            if shape.predicate.value in STANDARD_PROPERTIES.values():
                assert (URIRef(shape.predicate.value), RDF.type, OWL.AnnotationProperty) in ontology
                assert shape.value_type in {str, dt.date}
                continue
            linked = shape.value_type is Id or dataclasses.is_dataclass(shape.value_type) or issubclass(shape.value_type, StrEnum)
            assert local(shape.predicate.value) in (objects if linked else data), shape.name


def test_ranges_are_those_of_the_fields(ontology: Graph, record_classes: dict[str, Any]) -> None:
    for record_class in record_classes.values():
        for shape in leaves(record_class):
            if shape.predicate.value.startswith(ONTOLOGY):
                found = ontology.value(URIRef(shape.predicate.value), RDFS.range)
                if dataclasses.is_dataclass(shape.value_type):
                    assert found == URIRef(ONTOLOGY + shape.value_type.__name__), shape.name  # type: ignore[union-attr]
                elif shape.value_type is not Id and issubclass(shape.value_type, StrEnum):
                    assert found == SKOS.Concept, shape.name
                elif shape.value_type is not Id:
                    assert found == LITERALS.get(shape.value_type), shape.name


def test_domains_name_exactly_the_classes_that_have_the_property(ontology: Graph, users: dict[str, set[str]]) -> None:
    for name, classes in users.items():
        domain = ontology.value(URIRef(ONTOLOGY + name), RDFS.domain)
        covered = with_subclasses(ontology, members(ontology, domain))
        assert covered == with_subclasses(ontology, classes), name


def test_a_property_of_controlled_words_points_to_their_schemes(ontology: Graph, record_classes: dict[str, Any]) -> None:
    expected: dict[URIRef, set[URIRef]] = {}
    for record_class in record_classes.values():
        for shape in leaves(record_class):
            if shape.value_type is not Id and issubclass(shape.value_type, StrEnum):
                expected.setdefault(URIRef(shape.predicate.value), set()).add(URIRef(scheme_iri(shape.value_type)))
    for term, schemes in expected.items():
        assert set(ontology.objects(term, RDFS.seeAlso)) == schemes, term


@pytest.mark.parametrize("name", SUPERCLASSES)
def test_superclasses_are_the_unions_of_the_model(ontology: Graph, name: str) -> None:
    union = SUPERCLASSES[name]
    assert isinstance(union, types.UnionType)
    expected = {one.__name__ for one in typing.get_args(union)}
    below = {local(one) for one in ontology.subjects(RDFS.subClassOf, URIRef(ONTOLOGY + name))}
    assert below == expected == members(ontology, ontology.value(URIRef(ONTOLOGY + name), OWL.equivalentClass))


def test_every_other_class_is_below_its_python_base(ontology: Graph, record_classes: dict[str, Any]) -> None:
    for name, record_class in record_classes.items():
        for base in record_class.__mro__[1:-1]:
            assert (URIRef(ONTOLOGY + name), RDFS.subClassOf, URIRef(ONTOLOGY + base.__name__)) in ontology


def test_every_term_is_described(ontology: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {URIRef(ONTOLOGY + name) for kind in kinds for name in own(ontology, kind)}
    assert len(terms) > 100
    for term in terms:
        (label,) = ontology.objects(term, RDFS.label)
        (definition,) = ontology.objects(term, SKOS.definition)
        assert {label.language, definition.language} == {"en"}, term  # type: ignore[attr-defined]
        assert definition.endswith("."), term  # type: ignore[attr-defined]
        assert list(ontology.objects(term, SKOS.example)), term
        assert Literal("Travaux design", lang="en") in ontology.objects(term, DCTERMS.source), term
        assert ontology.value(term, RDFS.isDefinedBy) == ONTOLOGY_IRI


def test_labels_follow_from_names(ontology: Graph) -> None:
    for name in own(ontology, OWL.ObjectProperty) | own(ontology, OWL.DatatypeProperty):
        spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
        assert str(ontology.value(URIRef(ONTOLOGY + name), RDFS.label)).lower() == spaced


def test_the_header_says_what_it_is(ontology: Graph) -> None:
    assert (ONTOLOGY_IRI, RDF.type, OWL.Ontology) in ontology
    for term in (DCTERMS.title, DCTERMS.description, DCTERMS.contributor, DCTERMS.license, OWL.versionInfo):
        assert ontology.value(ONTOLOGY_IRI, term), term
    assert ontology.value(ONTOLOGY_IRI, DCTERMS.contributor) == Literal("The Travaux contributors")


def test_concepts_are_the_members_of_the_enumerations(concepts: Graph, enumerations: dict[str, type[StrEnum]]) -> None:
    expected = {(URIRef(scheme_iri(words)), URIRef(concept_iri(word))) for words in enumerations.values() for word in words}
    assert {(scheme, one) for one, scheme in concepts.subject_objects(SKOS.inScheme)} == expected
    assert {(scheme, one) for one, scheme in concepts.subject_objects(SKOS.topConceptOf)} == expected
    assert set(concepts.subjects(RDF.type, SKOS.ConceptScheme)) == {scheme for scheme, _ in expected}


def test_every_concept_and_scheme_is_described(concepts: Graph, enumerations: dict[str, type[StrEnum]]) -> None:
    for words in enumerations.values():
        for term in (scheme_iri(words), *map(concept_iri, words)):
            for predicate in (SKOS.prefLabel, SKOS.definition):
                assert len(list(concepts.objects(URIRef(term), predicate))) == 1, term
        for word in words:
            assert concepts.value(URIRef(concept_iri(word)), SKOS.notation) == Literal(word.value)
