"""The text of a paragraph with what is marked in it, in pieces that a page can show one after the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from travaux.model.argument import Statement
from travaux.model.sentences import find_words
from travaux.pipeline.desk import Item, Report

Mark = tuple[str, int, int]
"""What is marked, and its characters in the text of the document."""


def to_pieces(item: Item, report: Report) -> list[dict[str, Any]]:
    """Cut the paragraph of an item where marks begin and end; each piece tells its text and what it is part of."""
    if item.paragraph is None:
        return []
    first, last = item.paragraph.span.start, item.paragraph.span.end
    marks = [(kind, max(start, first), min(end, last)) for kind, start, end in find_marks(item, report.text)]
    cuts = sorted({first, last, *(place for _, start, end in marks for place in (start, end) if first <= place <= last)})
    return [
        {"text": report.text[start:end], "marks": sorted({kind for kind, left, right in marks if left <= start and end <= right})}
        for start, end in itertools.pairwise(cuts)
    ]


def find_marks(item: Item, text: str) -> Iterator[Mark]:
    """Find the sentence, the quote and all parts of the statement of an item."""
    said = item.statement
    if said is None or item.sentence is None:
        return
    yield "sentence", *item.sentence
    yield "quote", said.span.start, said.span.end
    for kind, span in (("rationale", said.rationale), ("condition", said.condition), ("contrast", said.contrast)):
        if span is not None:
            yield kind, span.start, span.end
    for kind, words in (("speaker", said.speaker.phrase), ("cue", said.cue)):
        place = _near(words, said, item, text) if words else None
        if place is not None and words:
            yield kind, place, place + len(words)


def _near(words: str, said: Statement, item: Item, text: str) -> int | None:
    """Find words in the sentence, the last before the quote if there are any, else in the paragraph."""
    first, last = item.sentence or (0, 0)
    inside = [*_starts(words, text, first, said.span.start)][-1:] or [*_starts(words, text, first, last)][:1]
    if not inside and item.paragraph is not None:
        inside = [*_starts(words, text, item.paragraph.span.start, item.paragraph.span.end)][:1]
    return inside[0] if inside else None


def _starts(words: str, text: str, first: int, last: int) -> Iterator[int]:
    yield from (start for start, _ in find_words(text, words, first, last))
