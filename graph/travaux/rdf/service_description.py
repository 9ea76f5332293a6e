"""What a SPARQL endpoint says of itself: SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal

from travaux.rdf.terms import NAMESPACES, RDF_TYPE

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_XSD, _RDFS, _TERMS = NAMESPACES["xsd"], NAMESPACES["rdfs"], NAMESPACES["dcterms"]
SERVICE_PREFIXES = {"sd": _SD, "void": _VOID, "formats": _FORMATS}
"""Prefixes of a service description beside the known ones."""
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """An endpoint: its address, the graphs that it offers, the address of the description of its data, and what one query may cost."""

    endpoint: str
    dataset: str
    title: str
    graphs: tuple[str, ...]
    rows: int
    seconds: float


def describe_service(service: Service) -> bytes:
    """Describe a service as N-Triples in code point order."""
    return b"".join(sorted({f"{subject} {name} {value} .\n".encode() for subject, name, value in _triples(service)}))


def explain_service(service: Service) -> str:
    """Say in words what somebody who asks should know."""
    return (
        f"Read-only. An answer holds at most {service.rows:,} rows or triples (the header X-SPARQL-MaxRows tells of more), and "
        f"a query may take {service.seconds:g} seconds. SERVICE and updates are refused, FROM never fetches anything. The default graph is "
        "the union of all named graphs, which is no RDF merge: a triple that stands in two of them would be two solutions. Every triple "
        "of this project's graphs stands in one; where other data is added, count with COUNT(DISTINCT …)."
    )


def _triples(service: Service) -> Iterator[tuple[str, str, str]]:
    own, data = f"<{service.endpoint}>", f"<{service.endpoint}#dataset>"
    default = f"<{service.endpoint}#default-graph>"
    yield own, f"<{RDF_TYPE}>", f"<{_SD}Service>"
    yield own, f"<{_SD}endpoint>", own
    yield own, f"<{_SD}supportedLanguage>", f"<{_SD}SPARQL11Query>"
    yield from ((own, f"<{_SD}feature>", f"<{_SD}{name}>") for name in ("UnionDefaultGraph",))
    yield from ((own, f"<{_SD}resultFormat>", f"<{_FORMATS}{name}>") for name in _RESULTS)
    yield own, f"<{_RDFS}label>", quoted(f"SPARQL endpoint of {service.title}")
    yield own, f"<{_RDFS}comment>", quoted(explain_service(service))
    yield own, f"<{_SD}defaultDataset>", data
    yield own, f"<{_SD}availableGraphs>", data
    yield data, f"<{RDF_TYPE}>", f"<{_SD}Dataset>"
    yield data, f"<{RDF_TYPE}>", f"<{_SD}GraphCollection>"
    yield data, f"<{_RDFS}seeAlso>", f"<{service.dataset}>"
    yield data, f"<{_SD}defaultGraph>", default
    yield default, f"<{RDF_TYPE}>", f"<{_SD}Graph>"
    yield default, f"<{_TERMS}description>", quoted("the union of all named graphs")
    yield from _named(data, f"{service.endpoint}#graph-", service.graphs)


def _named(data: str, prefix: str, graphs: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for number, graph in enumerate(graphs, start=1):
        named = f"<{prefix}{number}>"
        yield data, f"<{_SD}namedGraph>", named
        yield named, f"<{RDF_TYPE}>", f"<{_SD}NamedGraph>"
        yield named, f"<{_SD}name>", f"<{graph}>"


def quoted(text: str) -> str:
    """Write a text as a literal of N-Triples."""
    return str(Literal(text))
