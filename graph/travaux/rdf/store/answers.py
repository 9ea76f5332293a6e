"""What a server answers, as terms and values."""

from __future__ import annotations

import json
from typing import TypedDict, cast

import httpx
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from travaux.errors import StoreError
from travaux.model.store import Table, Value
from travaux.rdf.sparql.values import Term, to_value
from travaux.rdf.store.skolem import blank_names, blank_node, find_blank_name

TABLE = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.5"

_Binding = TypedDict("_Binding", {"type": str, "value": str, "datatype": str, "xml:lang": str}, total=False)


class _Head(TypedDict, total=False):
    vars: list[str]


class _Results(TypedDict):
    bindings: list[dict[str, _Binding]]


class _Answer(TypedDict, total=False):
    head: _Head
    boolean: bool
    results: _Results


def read_table(response: httpx.Response) -> Table:
    """Read the answer of a SELECT query; ``StoreError`` if it is not complete."""
    answer = _read_json(response)
    variables = tuple(answer.get("head", {}).get("vars", ()))
    rows = answer["results"]["bindings"] if "results" in answer else []
    return Table(variables, tuple(tuple(_value(row.get(name)) for name in variables) for row in rows))


def read_truth(response: httpx.Response) -> bool:
    """Read the answer of an ASK query; Virtuoso gives a table with one number."""
    answer = _read_json(response)
    if "boolean" in answer:
        return answer["boolean"]
    return any(binding["value"] != "0" for row in answer["results"]["bindings"] for binding in row.values())


def read_triples(response: httpx.Response) -> list[Triple]:
    """Read the answer of a CONSTRUCT query, with its blank nodes."""
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip()
    kind = RdfFormat.from_media_type(media_type) or RdfFormat.N_TRIPLES
    try:
        quads = parse(blank_names(response.text).encode(), kind)
        return [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
    except SyntaxError as error:
        what = f"the server's triples cannot be read: {error}"
        raise StoreError(what, where=str(response.request.url)) from error


def _read_json(response: httpx.Response) -> _Answer:
    try:
        answer = json.loads(response.content)
    except ValueError as error:
        what = f"the server's answer is cut or no JSON: {error}"
        raise StoreError(what, where=str(response.request.url)) from error
    if not isinstance(answer, dict) or not {"results", "boolean"} & answer.keys():
        what = "the server's answer is no result of a query"
        raise StoreError(what, where=str(response.request.url))
    return cast("_Answer", answer)


def _value(binding: _Binding | None) -> Value:
    return None if binding is None else to_value(_term(binding))


def _term(binding: _Binding) -> Term:
    kind, text = binding["type"], binding["value"]
    if kind == "uri":
        return find_blank_name(text) or NamedNode(text)
    if kind == "bnode":
        return blank_node(text)
    if "xml:lang" in binding:
        return Literal(text, language=binding["xml:lang"])
    return Literal(text, datatype=NamedNode(binding["datatype"])) if "datatype" in binding else Literal(text)
