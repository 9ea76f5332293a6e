"""Text with the places in it that are marked up, as elements; what XML cannot hold is replaced, and marks of typography are left out."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from travaux.exchange.akoma_ntoso.naming import NAMESPACE

CONTROL = "control characters"
MARKS = "marks of typography"
CROSSING = "places that overlap others or run over the end of a paragraph"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Of Markdown: emphasis in bold, the backslash before an asterisk, headings, and links that lead nowhere.
_MARKS = re.compile(r"\*{2,}|\\(?=\*)|^#{1,6}(?=[ \t])|\[(?=[^\[\]\n]{1,200}\]\(#\))|\]\(#\)", re.MULTILINE)

_BOLD_ENDS_AND_BEGINS = 4
"""Asterisks: so many stand between two lines in bold type that are printed one below the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Characters of the text that become an element, with the attributes that it is to have; an identifier becomes its ``GUID``."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Writer:
    """Writes parts of one text into elements, and counts in ``lost`` what is not there as it was."""

    text: str
    places: Sequence[Place]
    lost: Counter[str] = field(default_factory=Counter)
    _marks: list[tuple[int, int]] = field(init=False)
    _placed: set[Place] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        self._marks = [match.span() for match in _MARKS.finditer(self.text)]
        self.lost[MARKS] = len(self._marks)
        self.places = sorted(self.places, key=lambda place: (place.start, -place.end, place.tag))

    def clean(self, text: str) -> str:
        """Replace the characters that no XML document may hold."""
        return _FORBIDDEN.sub("\ufffd", text)

    def is_blank(self, start: int, end: int) -> bool:
        """Tell whether characters are white space and marks only."""
        return not "".join(self._kept(start, end)).strip()

    def plain(self, start: int, end: int) -> str:
        """Return characters as text without marks."""
        kept = "".join(self._kept(start, end))
        self.lost[CONTROL] += len(_FORBIDDEN.findall(kept))
        return self.clean(kept)

    def write(self, parent: Element, start: int, end: int) -> None:
        """Append characters to an element, the places within them as elements; a place that crosses another stays text."""
        at = start
        for place in self.places[bisect_left(self.places, start, key=lambda place: place.start) :]:
            if place.start >= end:
                break
            if place.start < at or place.end > end or place in self._placed:
                continue
            _append(parent, self.plain(at, place.start))
            self._placed.add(place)
            element = etree.SubElement(
                parent, f"{{{NAMESPACE}}}{place.tag}", {key: self.clean(one) for key, one in place.attributes.items()}
            )
            self.write(element, place.start, place.end)
            at = place.end
        _append(parent, self.plain(at, end))

    def count_left(self) -> None:
        """Count the places that became no element."""
        self.lost[CROSSING] = len({place for place in self.places if place not in self._placed})

    def _kept(self, start: int, end: int) -> Iterator[str]:
        at = start
        for first, last in self._marks[bisect(self._marks, start, key=lambda mark: mark[1]) :]:
            if first >= end:
                break
            yield self.text[at : max(at, first)]
            if last - first >= _BOLD_ENDS_AND_BEGINS:
                yield "\n"
            at = max(at, min(last, end))
        yield self.text[at:end]


def paragraphs_of(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Divide characters at their blank lines; no part has white space at its ends."""
    at = start
    for match in re.compile(r"\n[ \t\r\f\v]*\n\s*").finditer(text, start, end):
        yield from _stripped(text, at, match.start())
        at = match.end()
    yield from _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _append(parent: Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
