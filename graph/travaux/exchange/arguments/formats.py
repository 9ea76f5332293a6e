"""Which format a file with an argument map has, and how each is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from travaux.errors import ExchangeError
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.registry import EXPORTS, Export
from travaux.reading.formats.file import read_bytes

_HERE = "travaux.exchange.arguments"
READERS: Mapping[str, str] = {
    "aif": f"{_HERE}.aif_json:read_aif",
    "aif-rdf": f"{_HERE}.aif_rdf:read_aif_rdf",
    "xaif": f"{_HERE}.xaif:read_xaif",
    "argdown": f"{_HERE}.argdown.reading:read_argdown",
    "arguebuf": f"{_HERE}.arguebuf_reading:read_arguebuf",
}
"""What reads each format, as ``module:function``, by the names of the formats in which arguments are exported."""
_IN_AIF = 'Write them at the node of the relation: "travaux": {"quote": "…"}.'
QUOTING: Mapping[str, str] = {
    "aif": _IN_AIF,
    "aif-rdf": 'Write them at the node of the relation: dcterms:source [ trv:quote "…" ].',
    "xaif": _IN_AIF,
    "argdown": 'Write them in the line below it, indented further: {relation: {quote: "…"}}.',
    "arguebuf": 'Write them at its scheme: "userdata": {"travaux": {"quote": "…"}}.',
}
"""How each format writes the words that show a relation."""
_OF_RDF = frozenset({".ttl", ".nt", ".nq", ".trig", ".rdf", ".xml", ".owl", ".jsonld"})
_HINT = f"Name the format: --format {', '.join(READERS)}."


def read_arguments(file: Path, form: str | None = None) -> ReadArguments:
    """Read an argument map; without a format, its ending or what it holds tells it. ``ExchangeError``, with the place, for what is none.

    ``DocumentError`` if the file cannot be read.
    """
    content = read_bytes(file)
    name = form or find_format(file, content)
    if name is None:
        raise ExchangeError("neither its ending nor what it holds tells which format this is", where=str(file), hint=_HINT)
    module, _, function = READERS[name].partition(":")
    read = cast("Callable[[bytes, str], ReadArguments]", getattr(import_module(module), function))(content, str(file))
    return replace(read, quoting=QUOTING[name])


def find_format(file: Path, content: bytes) -> str | None:
    """Tell the format of a file by its ending, or where several formats share it by what the file holds."""
    if file.suffix.lower() in _OF_RDF:
        return "aif-rdf"
    told = EXPORTS["arguments"]
    form = told.find_form(file) if isinstance(told, Export) else None
    if form is not None and file.suffix.lower() != ".json":
        return form.name
    return _by_content(content) or (form.name if form and form.name in READERS else None)


def _by_content(content: bytes) -> str | None:
    """Tell formats of JSON apart by where the nodes stand."""
    try:
        held = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(held, dict):
        return "aif-rdf" if isinstance(held, list) else None
    if "AIF" in held:
        return "xaif"
    if "@context" in held or "@graph" in held:
        return "aif-rdf"
    nodes = held.get("nodes")
    return "arguebuf" if isinstance(nodes, dict) else "aif" if isinstance(nodes, list) else None
