"""The text of a document as stored, and exact places in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.model.identity import Id, child


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """An exact place in a document's stored text, with the characters that stand there.

    ``start`` and ``end`` count Unicode characters of the stored text from 0; ``end`` is exclusive.
    ``quote`` is ``text[start:end]``, kept so that a changed source can be noticed.
    """

    id: Id
    document: Id
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, document: Id, text: str, start: int, end: int) -> Span:
        """Take the span ``start``..``end`` of a document's text; ``ValueError`` if it is empty or outside of the text."""
        if not 0 <= start < end <= len(text):
            msg = f"no characters {start}..{end} in a text of {len(text)} characters"
            raise ValueError(msg)
        return cls(id=child(document, "span", f"{start}-{end}"), document=document, start=start, end=end, quote=text[start:end])

    @property
    def label(self) -> str:
        return f"characters {self.start}-{self.end}"

    @property
    def document_name(self) -> str:
        """The short name of the document in its corpus."""
        return self.document.removeprefix("document/")


class BlockKind(StrEnum):
    """What a block of text is typographically, as far as its format tells."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that its format sets apart: a heading, a paragraph, a list item, a row of a table.

    ``start``/``end`` are characters in the stored text. ``level`` is the depth of a heading (1 is the highest) or of a list item,
    else 0. ``page`` is the page on which the block begins, from 1, where the format has pages.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A document's text as stored, divided into blocks in reading order that do not overlap.

    For ``.txt`` and ``.md`` the text is the file's own, character for character; for ``.html``, ``.docx``, ``.pdf`` and ``.akn`` it is
    what the reader took from the file, which is stored beside the graph. ``warnings`` are remarks of the reader for the user.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    warnings: tuple[str, ...] = ()
