"""Text that a reader took out of a file piece by piece, put together to a text with blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.model.text import Block, BlockKind, SourceText

LONGEST_HEADING = 500
"""Characters: a longer run in bold or large type is emphasised text, not a heading."""

_SEPARATOR = "\n\n"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SOFT_HYPHEN = "\xad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block's text before its place is known; ``kind``, ``level`` and ``page`` as in ``Block``."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None


def assemble(pieces: Iterable[Piece], *, pages: int | None = None, warnings: Iterable[str] = ()) -> SourceText:
    """Put the pieces into one text, a blank line between each two; pieces without text are left out."""
    texts: list[str] = []
    blocks: list[Block] = []
    end = -len(_SEPARATOR)
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        start = end + len(_SEPARATOR)
        end = start + len(text)
        texts.append(text)
        blocks.append(Block(kind=piece.kind, start=start, end=end, level=piece.level, page=piece.page))
    return SourceText(text=_SEPARATOR.join(texts), blocks=tuple(blocks), pages=pages, warnings=tuple(warnings))


def tidy(raw: str) -> list[str]:
    r"""Divide raw text at its blank lines; in each part a run of white space is one space, and line breaks stay.

    Soft hyphens are left out, control characters count as spaces, and lone surrogates become U+FFFD, since they cannot be stored.

    >>> tidy("  one\ttwo \n three\n\n four")
    ['one two\nthree', 'four']
    """
    printable = _CONTROL.sub(" ", raw.replace(_SOFT_HYPHEN, ""))
    stored = printable.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = (" ".join(line.split()) for line in stored.split("\n"))
    parts: list[list[str]] = [[]]
    for line in lines:
        if line:
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return ["\n".join(part) for part in parts if part]
