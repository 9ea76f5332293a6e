"""Where a quote stands that is given without its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux.model.sentences import sentence_at

_NUMBERED = re.compile(r"^[ \t*_]*(\d+)\.(?=\s)", re.MULTILINE)
_AROUND = 4000


class Quotes:
    """Finds the quotes of one text, asked for in the order of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken: set[tuple[int, str, str]] = set()
        self._reached = 0
        self._numbers = [(match.start(), match[1]) for match in _NUMBERED.finditer(text)]

    def find(self, quote: str, *, paragraph: str | None, beside: tuple[str, ...]) -> int | None:
        """Return where a quote begins, ``None`` if it is not in the text.

        Of several places that one is taken which stands in the paragraph of that printed number, if there is one; whose sentence holds the
        words ``beside``; which was not given before for the same words; and which does not stand before the sentence of the last quote.
        The conditions count in this order, and the first place that meets most of them wins.
        """
        mark = "\n".join(beside)
        places = list(self._occurrences(quote))
        if not places:
            return None

        def fit(start: int) -> tuple[bool, bool, bool, bool]:
            first, sentence = self._sentence(start, start + len(quote))
            return (
                paragraph is not None and self._paragraph(start) == paragraph,
                all(words in sentence for words in beside),
                (start, quote, mark) not in self._taken,
                first >= self._reached,
            )

        best = places[0] if len(places) == 1 else max(places, key=fit)
        self._taken.add((best, quote, mark))
        self._reached = self._sentence(best, best + len(quote))[0]
        return best

    def _occurrences(self, quote: str) -> Iterator[int]:
        start = self._text.find(quote)
        while start >= 0:
            yield start
            start = self._text.find(quote, start + 1)

    def _sentence(self, start: int, end: int) -> tuple[int, str]:
        """Return where the sentence around a quote begins, and its words; only the neighbourhood of the quote is looked at."""
        offset = max(0, start - _AROUND)
        first, last = sentence_at(self._text[offset : end + _AROUND], start - offset, end - offset)
        return offset + first, self._text[offset + first : offset + last]

    def _paragraph(self, start: int) -> str | None:
        return next((number for place, number in reversed(self._numbers) if place <= start), None)
