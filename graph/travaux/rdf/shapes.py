"""Shapes: what a good graph is, checked by the faster of two engines that agree."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from travaux.errors import IntegrityError
from travaux.model.schemes import Severity
from travaux.rdf.terms import NAMESPACES
from travaux.resources import ontology_folder

if TYPE_CHECKING:
    import rdflib
    from shacl import Shapes

_SH = NAMESPACES["sh"]
_SEVERITIES = {"Violation": Severity.ERROR, "Warning": Severity.WARNING, "Info": Severity.NOTE}


class ShapesEngine(StrEnum):
    """What checks the shapes: the optional ``shacl`` wheel, which is fast, or ``pyshacl``, which is the reference."""

    FAST = "shacl"
    REFERENCE = "pyshacl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A place where a graph is not as its shapes want it.

    ``focus`` is the IRI of the thing concerned, ``path`` the IRI of the property (``None`` if the thing as a whole is concerned), ``value``
    the IRI or text that is wrong (``None`` if something is missing or there is too much of it), and ``message`` says what to do about it.
    """

    focus: str
    path: str | None
    message: str
    severity: Severity
    value: str | None


def default_engine() -> ShapesEngine:
    """Return the fast engine if it is installed, else the reference."""
    return ShapesEngine.FAST if find_spec(ShapesEngine.FAST.value) else ShapesEngine.REFERENCE


def check_shapes(quads: Iterable[Quad], engine: ShapesEngine | None = None) -> tuple[Violation, ...]:
    """Check the quads against the shapes of the ontology; without an engine, ``default_engine`` is taken.

    Named graphs are read as one. The vocabulary may be among the quads and need not be. The answer is sorted, without duplicates, and
    the same from both engines; it is empty if the graph is as it should be. Raises ``IntegrityError`` if the engine is not installed or
    a triple speaks about a triple.
    """
    engine = engine or default_engine()
    if not find_spec(engine.value):
        msg = f"the shapes engine {engine.value!r} is not installed"
        raise IntegrityError(msg, hint=f"Install it (pip install {engine.value}) or leave the choice to travaux.")
    triples = {_plain(quad) for quad in quads}
    return tuple(sorted(set(_CHECKS[engine](triples)), key=_sort_key))


def _plain(quad: Quad) -> Triple:
    if isinstance(quad.subject, Triple) or isinstance(quad.object, Triple):
        msg = "a triple about a triple cannot be checked against shapes"
        raise IntegrityError(msg, where=str(quad))
    return quad.triple


def _sort_key(violation: Violation) -> tuple[str, ...]:
    return (violation.focus, violation.path or "", violation.message, violation.severity, violation.value or "")


def _check_fast(triples: Iterable[Triple]) -> Iterator[Violation]:
    lines = "".join(f"{triple} .\n" for triple in triples)
    for result in _fast_shapes().validate_text(lines, format="ntriples").results:
        yield Violation(
            focus=_bare(result.focus_node),
            path=_bare(result.path) if result.path else None,
            message=result.message or result.component,
            severity=_SEVERITIES[result.severity],
            value=result.value_plain,
        )


@cache
def _fast_shapes() -> Shapes:
    from shacl import Shapes  # noqa: PLC0415 - an optional package

    return Shapes.from_file(str(_shapes_file()))


def _bare(term: str) -> str:
    return term.removeprefix("<").removesuffix(">")


def _check_reference(triples: Iterable[Triple]) -> Iterator[Violation]:
    import pyshacl  # noqa: PLC0415 - takes a second to load, and the command line has to answer at once
    import rdflib  # noqa: PLC0415

    with _without_log("rdflib.term"):
        data = rdflib.Graph()
        for triple in triples:
            data.add((_to_rdflib(triple.subject), _to_rdflib(triple.predicate), _to_rdflib(triple.object)))
        _, report, _ = pyshacl.validate(data, shacl_graph=_reference_shapes())
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(_SH + "ValidationResult")):
        yield _read_result({predicate.removeprefix(_SH): str(term) for predicate, term in report.predicate_objects(result)})


@contextmanager
def _without_log(name: str) -> Iterator[None]:
    """Keep a logger silent for a while: rdflib logs a stack trace for each unreadable value, and the violation says it better."""
    log = logging.getLogger(name)
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _read_result(told: Mapping[str, str]) -> Violation:
    return Violation(
        focus=told["focusNode"],
        path=told.get("resultPath"),
        message=told.get("resultMessage", told["sourceConstraintComponent"].removeprefix(_SH)),
        severity=_SEVERITIES[told["resultSeverity"].removeprefix(_SH)],
        value=told.get("value"),
    )


@cache
def _reference_shapes() -> rdflib.Graph:
    import rdflib  # noqa: PLC0415

    return rdflib.Graph().parse(_shapes_file(), format="turtle")


def _to_rdflib(term: NamedNode | BlankNode | Literal | Triple) -> rdflib.term.Identifier:
    import rdflib  # noqa: PLC0415

    if isinstance(term, Literal):
        datatype = None if term.language else rdflib.URIRef(term.datatype.value)
        # rdflib would rewrite "01" to "1", and then the two engines would name different values.
        literal = rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
        # pyshacl fails when it compares a date that is none; in a language of its own it is of no type and before nothing.
        return rdflib.Literal(term.value, lang="x-unreadable") if literal.ill_typed else literal
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    return rdflib.URIRef(term.value if isinstance(term, NamedNode) else str(term))


def _shapes_file() -> Path:
    return ontology_folder() / "shapes.ttl"


_CHECKS: Mapping[ShapesEngine, Callable[[Iterable[Triple]], Iterable[Violation]]] = {
    ShapesEngine.FAST: _check_fast,
    ShapesEngine.REFERENCE: _check_reference,
}
