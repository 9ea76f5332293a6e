"""The text of a document as it is written, and exact places in it."""

from __future__ import annotations

from travaux.model.identity import Id, child
from travaux.model.text import Span


class Page:
    """A text that grows by words and paragraphs; a place is told when its words are written."""

    def __init__(self, document: Id) -> None:
        self.document = document
        self._done: list[str] = []
        self._open: list[str] = []
        self._begun = 0
        self._length = 0

    @property
    def length(self) -> int:
        """The number of characters written so far."""
        return self._length

    @property
    def text(self) -> str:
        """All that has been written."""
        return "".join((*self._done, *self._open))

    def write(self, words: str) -> Span:
        """Write words into the open paragraph."""
        self._open.append(words)
        self._length += len(words)
        return self._span(self._length - len(words), words)

    def since(self, start: int) -> Span:
        """Give the place from a character of the open paragraph to what was written last."""
        return self._span(start, "".join(self._open)[start - self._begun :])

    def close(self) -> Span:
        """End the paragraph; its place is told without the empty line that follows it."""
        place = self.since(self._begun)
        self._done += [place.quote, "\n\n"]
        self._open = []
        self._length += 2
        self._begun = self._length
        return place

    def _span(self, start: int, quote: str) -> Span:
        end = start + len(quote)
        return Span(id=child(self.document, "span", f"{start}-{end}"), document=self.document, start=start, end=end, quote=quote)
