"""Turtle files that people write: read whole, with mistakes told by line and column."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from travaux.errors import CorpusError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_turtle(path: Path, base: str) -> list[Quad]:
    """Read the triples of a file in its order; relative IRIs are put under ``base``.

    Raises ``CorpusError`` with the line and column of what is not Turtle, or if the file cannot be read.
    """
    try:
        return list(parse(input=path.read_bytes().removeprefix(_BYTE_ORDER_MARK), format=RdfFormat.TURTLE, base_iri=base))
    except SyntaxError as error:
        msg = f"not valid Turtle: {error.msg or error}"
        raise CorpusError(msg, where=f"{path}, line {error.lineno}, column {error.offset}") from error
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise CorpusError(msg, where=str(path)) from error
