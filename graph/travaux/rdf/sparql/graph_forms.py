"""Triples in the formats that RDF has, from N-Triples, a piece at a time; the same triples in the same order give the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import IO

from pyoxigraph import RdfFormat, parse, serialize

from travaux.errors import QueryError
from travaux.rdf.terms import NAMESPACES

TRIPLE_FORMATS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "json-ld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
"""Formats of CONSTRUCT and DESCRIBE; ``.media_type`` of each is its name on the web."""

_NAME_AT_END = re.compile(r"[^\W\d][\w.\-]*$")


def write_triples(kept: IO[bytes], output: IO[bytes], form: str, more: Mapping[str, str] | None = None) -> None:
    """Write N-Triples, from the beginning of the file that keeps them, in one of ``TRIPLE_FORMATS``.

    Prefixes are declared if they are used: the known ones, and those of ``more``. ``QueryError`` for what a format cannot hold.
    """
    known = {**NAMESPACES, **(more or {})}
    chosen = TRIPLE_FORMATS[form]
    prefixes = {} if form == "ntriples" else _used_prefixes(kept, known)
    if form == "rdfxml":
        _check_elements(kept)
    kept.seek(0)
    try:
        if form == "turtle":
            output.writelines(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in sorted(prefixes.items()))
            serialize(parse(kept, RdfFormat.N_TRIPLES), _WithoutHead(output, len(prefixes)), chosen, prefixes=prefixes)
        elif form == "rdfxml":
            serialize(parse(kept, RdfFormat.N_TRIPLES), output, chosen)  # it declares prefixes in an order of its own
        else:
            serialize(parse(kept, RdfFormat.N_TRIPLES), output, chosen, prefixes=prefixes)
    except BrokenPipeError:
        raise
    except OSError as error:  # JSON-LD says so of terms of RDF 1.2
        raise QueryError(f"the answer cannot be written: {error}", hint="Choose another form.") from error


def to_form(lines: bytes, form: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return what ``write_triples`` writes."""
    output = io.BytesIO()
    write_triples(io.BytesIO(lines), output, form, more)
    return output.getvalue()


def _used_prefixes(kept: IO[bytes], known: Mapping[str, str]) -> dict[str, str]:
    used: dict[str, str] = {}
    kept.seek(0)
    for line in kept:
        used |= {name: iri for name, iri in known.items() if name not in used and f"<{iri}".encode() in line}
    return used


def _check_elements(kept: IO[bytes]) -> None:
    """Refuse properties whose IRI ends in no name: the engine would write elements that XML does not know."""
    kept.seek(0)
    for name in {line.split(b" ", 2)[1] for line in kept if line.strip()}:
        iri = name[1:-1].decode()
        if not _NAME_AT_END.search(iri):
            raise QueryError(f"RDF/XML cannot write the property {iri}", hint="Choose Turtle, N-Triples or JSON-LD.")


class _WithoutHead(io.BytesIO):
    """A writer that leaves out the first lines: the engine declares prefixes in an order of its own."""

    def __init__(self, output: IO[bytes], lines: int) -> None:
        super().__init__()
        self._output = output
        self._lines = lines

    def write(self, data: bytes) -> int:  # type: ignore[override]
        left_out = data.split(b"\n", self._lines)[: self._lines] if self._lines else []
        skipped = min(len(data), sum(len(line) + 1 for line in left_out))
        self._lines -= data[:skipped].count(b"\n")
        self._output.write(data[skipped:])
        return len(data)
