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
    """Yield the sentences of a paragraph; a run without full stop that is too long to be one is taken apart at its blank lines."""
    for start, end in find_sentences(text, paragraph.span.start, paragraph.span.end):
        if end - start <= LONGEST:
            yield start, end
            continue
        for gap in _BLANK_LINE.finditer(text, start, end):
            yield start, gap.start()
            start = gap.end()  # noqa: PLW2901, the rest of the run goes on from here
        yield start, end
