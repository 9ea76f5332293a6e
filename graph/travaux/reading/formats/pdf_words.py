"""Words that the end of a line divides, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from travaux.reading.formats.pdf_lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"([^\W_]+)-?\Z")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 60


class Words:
    """The words that stand undivided in a document, which tell how its divided ones are written."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words = {word.lower() for line in lines for word in _WORD.findall(line.text)}

    def join(self, lines: Sequence[Line]) -> str:
        """Join the lines of a paragraph with spaces.

        A hyphen at the end of a line is dropped if a lower-case letter follows, unless the document writes the word with a hyphen
        elsewhere and never without; before anything else it stays, as in "Vice- / Chair".
        """
        parts: list[str] = []
        for index, line in enumerate(lines):
            parts.append(line.text)
            if index + 1 < len(lines):
                parts[-1], gap = self._end(line, lines[index + 1].text)
                parts.append(gap)
        return "".join(parts)

    def _end(self, line: Line, following: str) -> tuple[str, str]:
        """Return the text of a line as it continues in the next one, and what stands between the two."""
        text = line.text
        before = _LAST_PART.search(text[-_LONGEST_WORD:])
        if before is None or not (line.divided or text.endswith("-")):
            return (f"{text}-", "") if line.divided else (text, " ")
        bare = text.removesuffix("-")
        after = _FIRST_PART.match(following)
        if after is None or not following[0].islower():
            return f"{bare}-", ""
        start, end = before[1].lower(), after[0].lower()
        hyphenated = f"{start}-{end}" in self._words and start + end not in self._words
        return (f"{bare}-" if hyphenated else bare), ""
