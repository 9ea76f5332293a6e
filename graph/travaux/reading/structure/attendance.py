"""Printed figures of attendance, in total and by category."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.model.consultation import Attendance
from travaux.model.document import Paragraph
from travaux.model.sentences import find_sentences
from travaux.model.text import Span
from travaux.reading.structure.scope import Scope, squeeze
from travaux.reading.structure.wording import words

# Words of a sentence that reports who was present.
_REPORTS = re.compile(
    r"\b(?:attended|attendance|participated|took\s+part|were\s+present|was\s+present|were\s+represented|brought\s+together|gathered|welcomed"
    r"|present\s+were|registered|convened|participation\s+of)\b",
    re.IGNORECASE,
)
_UNITS = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_WORDS = {word: count for count, word in enumerate(_UNITS, start=1)} | {word: 10 * count for count, word in enumerate(_TENS, start=2)}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))})"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_CONTAINERS = (
    r"(?:meetings?|sessions?|days?|hours?|weeks?|languages?|rounds?|panels?|questions?|minutes?|times?|per\s+cent|years?|cities\s+between)"
)
# A figure and the first word of its category: "102 multi-stakeholders", "6 from United Nations bodies", "forty-one experts".
_FIGURE = re.compile(
    rf"(?<![\w./-])(?P<count>\d{{1,3}}(?:[,\u00a0]\d{{3}})+|\d{{1,6}}|{_WORD})(?=\s+[^\W\d_])"
    rf"(?!\s+(?:and\s+\d|to\s+\d|{_MONTHS}|(?:[\w-]+\s+)?{_CONTAINERS}\b|of\s+(?:the\s+)?(?:\d|them|which|whom)))",
    re.IGNORECASE,
)
# Before such words a number is no head count: "agenda item 2", "article 5", "from 3 to 5 May".
_NO_COUNT = re.compile(
    r"\b(?:items?|articles?|paragraphs?|resolution|decision|chapter|annex|room|hall|rule|section|version|no\.|on|since|between|version|over)\s+$",
    re.IGNORECASE,
)
_PRESENT_FROM = re.compile(r"\s+(?:(?:were|came|coming|are)\s+)?(?:from|representing)\s+(?:the\s+)?", re.IGNORECASE)
# What leads from a total to parts that add up to it, and to parts that need not.
_EXACT = re.compile(
    r"(?::|,?\s*[(\u2013\u2014-]?\s*\b(?:namely|comprising|consisting\s+of|made\s+up\s+of|that\s+is),?:?)\s*$", re.IGNORECASE
)
_PARTIAL = re.compile(
    r"(?:,|\(|\u2013|\u2014)?\s*(?:\b(?:including|among\s+(?:them|whom)|of\s+(?:whom|which)|with)\b),?:?\s*$", re.IGNORECASE
)
_TAIL = re.compile(
    r"[\s,;:(\u2013\u2014-]*(?:\b(?:and|as\s+well\s+as|together\s+with|plus|from|by|along\s+with|,\s*including|including)\b[\s,]*)*$",
    re.IGNORECASE,
)
# A category ends where the sentence goes on with something else.
_ENDS = re.compile(
    r",?\s+(?:(?:who|which)\b|(?:attended|participated|took\s+part|registered|were\s+(?:present|represented)|gathered|met)\b)|\s+\((?!\w+\))|;",
    re.IGNORECASE,
)
_LONGEST = 600
_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class _Figure:
    count: int
    start: int
    body: int
    limit: int


def read_attendance(scope: Scope, paragraphs: Sequence[Paragraph]) -> tuple[Attendance, ...]:
    """Return the figures of attendance in the order printed; parts follow their total and point to it.

    A category is the printed words after the figure, without the ``from`` or ``representing`` that leads to it.
    """
    figures: list[Attendance] = []
    for paragraph in paragraphs:
        if _REPORTS.search(paragraph.span.quote):
            for start, end in find_sentences(scope.text, paragraph.span.start, paragraph.span.end):
                if _REPORTS.search(scope.text, start, end):
                    figures += _read_sentence(scope, paragraph, start, end)
    return tuple(replace(figure, order=order) for order, figure in enumerate(figures, start=1))


def _read_sentence(scope: Scope, paragraph: Paragraph, start: int, end: int) -> Iterator[Attendance]:
    total: Attendance | None = None
    figures = tuple(_figures(scope.text, start, end))
    for place, figure in enumerate(figures):
        part_of = total
        attendance = _attendance(scope, paragraph, figure, part_of)
        if attendance is None:
            continue
        between = scope.text[attendance.span.end : figure.limit]
        if place + 1 < len(figures) and total is None and (_EXACT.search(between) or _PARTIAL.search(between)):
            total = attendance
        yield attendance


def _figures(text: str, start: int, end: int) -> Iterator[_Figure]:
    matches = [
        match for match in _FIGURE.finditer(text, start, end) if not _NO_COUNT.search(text, max(start, match.start() - 20), match.start())
    ]
    for place, match in enumerate(matches):
        limit = matches[place + 1].start() if place + 1 < len(matches) else end
        yield _Figure(to_count(match["count"]), match.start(), match.end(), limit)


def _attendance(scope: Scope, paragraph: Paragraph, figure: _Figure, part_of: Attendance | None) -> Attendance | None:
    text = scope.text
    lead = _PRESENT_FROM.match(text, figure.body, figure.limit)
    body = lead.end() if lead else figure.body
    stop = _ENDS.search(text, body, min(figure.limit, body + _LONGEST))
    printed = _trim_category(text[body : min(stop.start() if stop else figure.limit, body + _LONGEST)])
    category = squeeze(printed)
    if not category:
        return None
    span = scope.span(figure.start, body + len(printed))
    return Attendance(
        id=scope.part_at("attendance", span),
        document=scope.document.id,
        paragraph=paragraph.id,
        category=category,
        count=figure.count,
        order=1,
        span=span,
        part_of=part_of.id if part_of else None,
    )


def _trim_category(printed: str) -> str:
    """Take off what leads to the next figure, and the full stop."""
    printed = printed.rstrip().rstrip(".)")
    for lead in (_EXACT, _PARTIAL, _TAIL):
        found = lead.search(printed, max(0, len(printed) - _LOOK_BACK))
        if found:
            printed = printed[: found.start()]
    return printed.rstrip()


def to_count(printed: str) -> int:
    """Return a printed count, in figures or in words up to ninety-nine.

    >>> to_count("1,204"), to_count("forty-one")
    (1204, 41)
    """
    if printed[0].isdigit():
        return int("".join(character for character in printed if character.isdigit()))
    return sum(_WORDS[word] for word in printed.lower().split("-"))


def adds_up(text: str, total: Span, first_part: Span) -> bool:
    """Whether the words between a total and its first part promise that the parts add up to it, as a colon does."""
    between = text[total.end : first_part.start]
    return bool(_EXACT.search(between))
