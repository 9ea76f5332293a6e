"""Quads as N-Quads lines: the form in which parts of a graph are kept, compared and merged."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, parse, serialize


def to_lines(quads: Iterable[Quad]) -> tuple[bytes, ...]:
    """Write quads as N-Quads lines in UTF-8, each once, in code point order, each ending in a newline."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return tuple(sorted({line + b"\n" for line in written.split(b"\n") if line}))


def from_lines(lines: bytes | Iterable[bytes]) -> Iterable[Quad]:
    """Read N-Quads lines, or a whole file of them, back as quads in the order given."""
    return parse(lines if isinstance(lines, bytes) else b"".join(lines), format=RdfFormat.N_QUADS)
