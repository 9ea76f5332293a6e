"""The sentences that can hold a statement: all others are not parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.sentences import find_sentences
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.language.parser import LONGEST
from travaux.reading.language.plain import PlainText, to_plain

_SHORTEST = 15
_BLANK_LINE = re.compile(r"\n\s*\n")
_NEW_ITEM = re.compile(r"(?<![,;:\s])[ \t]*\n\s*[-*•–]\s+(?=[^\W_a-z])")
"""A bullet on a new line, where the item before was no part of a sentence that goes on."""
_LABEL = re.compile(r"[A-Z][A-Z ,/&'’-]{2,60}:\s+(?=[^\W_a-z])")
_HEADING = re.compile(r"(?=[^\W_a-z])[^\n.;,:?!]{2,45}\n[ \t]*(?=[^\W_a-z][^\n]{45,})")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that can hold a statement, and its paragraph."""

    paragraph: Paragraph
    plain: PlainText


def find_candidates(contents: Contents, text: str, index: CueIndex) -> Iterator[Candidate]:
    """Yield the sentences of the paragraphs that have a cue in them and can be parsed, in the order of the text."""
    for paragraph in contents.paragraphs:
        for start, end in _find_parsable(text, paragraph):
            if _SHORTEST <= end - start <= LONGEST and index.may_report(text[start:end]):
                plain = to_plain(text, start, end)
                if len(plain.text) >= _SHORTEST:
                    yield Candidate(paragraph, plain)


def _find_parsable(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph without its heading.

    Items of a list are sentences of their own; a run without full stop that is too long to be one is taken apart at its blank lines.
    """
    first = _after_heading(text, paragraph.span.start, paragraph.span.end)
    for start, end in find_sentences(text, first, paragraph.span.end):
        label = _LABEL.match(text, start, end)
        start = label.end() if label else start  # noqa: PLW2901, what a label in capitals introduces begins after it
        yield from _parted(text, start, end, _NEW_ITEM if end - start <= LONGEST else _BLANK_LINE)


def _after_heading(text: str, start: int, end: int) -> int:
    """Return where the sentences of a paragraph begin: after a short first line without a full stop, which is a heading."""
    heading = _HEADING.match(text, start, end)
    return heading.end() if heading else start


def _parted(text: str, start: int, end: int, gap: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield what stands between the gaps in a run of text."""
    for found in gap.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end
