"""One document while it is read: its text, its record, and the identifiers of its parts."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.document import Document
from travaux.model.identity import Id, child
from travaux.model.text import Span
from travaux.reading.structure.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A document, its text as stored and what the corpus knows; every rule of the structure reads from one of these."""

    document: Document
    text: str
    context: Context

    def span(self, start: int, end: int) -> Span:
        """Return the span between two characters, without the white space at its ends; ``ValueError`` if nothing else is there."""
        start, end = trim(self.text, start, end)
        return Span.of(self.document.id, self.text, start, end)

    def part(self, kind: str, *name: str) -> Id:
        """Return the identifier of a part of the document."""
        return child(self.document.id, kind, *name)

    def part_at(self, kind: str, span: Span) -> Id:
        """Return the identifier of a part that is named after the place where it stands."""
        return self.part(kind, f"{span.start}-{span.end}")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a range of characters until it neither begins nor ends with white space.

    >>> trim("  a b ", 0, 6)
    (2, 5)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def squeeze(printed: str) -> str:
    r"""Return printed text as one line: line breaks and runs of white space become single spaces, marks of emphasis go.

    >>> squeeze("**Report of\nthe  meeting**")
    'Report of the meeting'
    """
    return " ".join(printed.replace("**", " ").split())
