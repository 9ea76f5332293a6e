"""What data there is, as VoID: for tools that complete queries, and for people who want to know before they ask.

Classes and properties are partitions as other endpoints publish them, prefixes and example queries are declared in the terms of SHACL.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from travaux.model.identity import digest
from travaux.rdf.named_queries import NamedQuery, named_queries
from travaux.rdf.service_description import quoted
from travaux.rdf.terms import NAMESPACES, RDF_TYPE
from travaux.rdf.void_counts import Count, Counts

_VOID, _SCHEMA = "http://rdfs.org/ns/void#", "https://schema.org/"
_SH, _TERMS, _RDFS, _FOAF = NAMESPACES["sh"], NAMESPACES["dcterms"], NAMESPACES["rdfs"], NAMESPACES["foaf"]
_XSD = NAMESPACES["xsd"]
VOID_PREFIXES = {"void": _VOID, "schema": _SCHEMA}
"""Prefixes of a VoID description beside the known ones."""
_FEATURES = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
_NOT_COUNTED = "Triples were not counted, as there are many; which properties things of a class have was told from some of them."
_Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A dataset as one server offers it: the address of the server, what the corpus is called, and the base of its IRIs.

    A site of files has no ``endpoint``; it offers ``dumps``, addresses of files with all triples.
    """

    server: str
    title: str
    description: str | None
    base: str
    corpus: str
    endpoint: bool = True
    dumps: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """The address of the description."""
        return f"{self.server}/void"


def describe_dataset(offer: Offer, counts: Counts) -> bytes:
    """Describe a dataset as N-Triples in code point order."""
    found = (*_dataset(offer, counts), *_partitions(offer, counts), *_prefixes(offer), *_queries(offer))
    return b"".join(sorted({f"{subject} <{name}> {value} .\n".encode() for subject, name, value in found}))


def _dataset(offer: Offer, counts: Counts) -> Iterator[_Triple]:
    own, page = _at(offer, "dataset"), _iri(offer.document)
    yield page, RDF_TYPE, _iri(f"{_VOID}DatasetDescription")
    yield page, f"{_FOAF}primaryTopic", own
    yield own, RDF_TYPE, _iri(f"{_VOID}Dataset")
    yield own, f"{_TERMS}title", quoted(offer.title)
    about = (offer.description or "", "" if counts.exact else _NOT_COUNTED)
    yield own, f"{_TERMS}description", quoted(" ".join(part for part in about if part) or offer.title)
    yield own, f"{_TERMS}subject", _iri(offer.corpus)
    if offer.endpoint:
        yield own, f"{_VOID}sparqlEndpoint", _iri(f"{offer.server}/sparql")
    yield from ((own, f"{_VOID}dataDump", _iri(dump)) for dump in offer.dumps)
    yield own, f"{_VOID}uriSpace", quoted(offer.base)
    yield own, f"{_VOID}entities", _number(sum(counts.classes.values()))
    yield own, f"{_VOID}classes", _number(len(counts.classes))
    yield own, f"{_VOID}properties", _number(len(counts.properties))
    yield from _counted(own, counts.triples)
    yield from ((own, f"{_VOID}feature", _iri(f"http://www.w3.org/ns/formats/{name}")) for name in _FEATURES)
    yield from ((own, f"{_VOID}exampleResource", _iri(example)) for example in counts.examples)
    used = {_namespace(iri) for iri in (*counts.classes, *counts.properties)}
    yield from ((own, f"{_VOID}vocabulary", _iri(name)) for name in sorted(used))


def _partitions(offer: Offer, counts: Counts) -> Iterator[_Triple]:
    own = _at(offer, "dataset")
    for name, things in counts.classes.items():
        part = _at(offer, f"class-{digest(name)}")
        yield own, f"{_VOID}classPartition", part
        yield part, f"{_VOID}class", _iri(name)
        yield part, f"{_VOID}entities", _number(things)
        for held, triples in counts.partitions[name].items():
            yield from _property(offer, part, held, triples, digest(name, held))
    for held, triples in counts.properties.items():
        yield from _property(offer, own, held, triples, digest(held))


def _property(offer: Offer, whole: str, name: str, triples: Count, key: str) -> Iterator[_Triple]:
    part = _at(offer, f"property-{key}")
    yield whole, f"{_VOID}propertyPartition", part
    yield part, f"{_VOID}property", _iri(name)
    yield from _counted(part, triples)


def _counted(subject: str, triples: Count) -> Iterator[_Triple]:
    if triples is not None:
        yield subject, f"{_VOID}triples", _number(triples)


def _prefixes(offer: Offer) -> Iterator[_Triple]:
    for prefix, namespace in NAMESPACES.items():
        declared = _at(offer, f"prefix-{prefix}")
        yield _at(offer, "dataset"), f"{_SH}declare", declared
        yield declared, RDF_TYPE, _iri(f"{_SH}PrefixDeclaration")
        yield declared, f"{_SH}prefix", quoted(prefix)
        yield declared, f"{_SH}namespace", str(Literal(namespace, datatype=NamedNode(f"{_XSD}anyURI")))


def _queries(offer: Offer) -> Iterator[_Triple]:
    for query in named_queries():
        own = _at(offer, f"query-{query.name}")
        yield own, RDF_TYPE, _iri(f"{_SH}SPARQLExecutable")
        yield own, RDF_TYPE, _iri(f"{_SH}SPARQLSelectExecutable")
        yield own, f"{_RDFS}label", quoted(query.header.title)
        yield own, f"{_RDFS}comment", quoted(_comment(query))
        yield own, f"{_SH}prefixes", _at(offer, "dataset")
        yield own, f"{_SH}select", quoted(query.text)
        yield own, f"{_SCHEMA}target", _iri(f"{offer.server}/sparql")


def _comment(query: NamedQuery) -> str:
    variables = (f"?{one.variable} is {one.meaning}{'' if one.required else ', or the empty text'}" for one in query.header.parameters)
    return " ".join([query.header.answers, *(f"Replace a variable: {words}." for words in variables)])


def _namespace(iri: str) -> str:
    return iri.rpartition("#")[0] + "#" if "#" in iri else iri.rpartition("/")[0] + "/"


def _at(offer: Offer, name: str) -> str:
    return _iri(f"{offer.document}#{name}")


def _iri(iri: str) -> str:
    return str(NamedNode(iri))


def _number(count: int) -> str:
    return str(Literal(count))
