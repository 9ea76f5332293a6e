"""The numbers of a web page's lists, and which of its tables are only there for the layout."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from travaux.reading.formats.counting import to_letters, to_roman

_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_STRUCTURE = ("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "li", "table")


@dataclass(slots=True)
class OpenList:
    """A list that the walk is in: how it counts and the number of its next item."""

    style: str
    number: int
    step: int

    @classmethod
    def of(cls, element: HtmlElement) -> OpenList:
        """Open the list that ``element`` begins."""
        if element.tag != "ol" or _UNMARKED.search(element.get("style", "")):
            return cls("none", 1, 1)
        backwards = element.get("reversed") is not None
        first = sum(1 for _ in element.iterchildren("li")) if backwards else 1
        return cls(element.get("type", "1").strip(), _integer(element.get("start"), first), -1 if backwards else 1)

    def next_marker(self, item: HtmlElement) -> str:
        """Return what is printed before the next item (``5. ``, empty in a list without numbers) and count it."""
        number = _integer(item.get("value"), self.number)
        self.number = number + self.step
        return "" if self.style == "none" else f"{_counted(number, item.get('type', self.style))}. "


def find_layout_tables(root: HtmlElement) -> set[HtmlElement]:
    """Find the tables that contain headings, lists or further tables, which a table of data does not."""
    seen: set[HtmlElement] = set()
    layout: set[HtmlElement] = set()
    for element in root.iter(*_STRUCTURE):
        above = element.getparent()
        # Each element is climbed over once, however many lead up to it.
        while above is not None and above not in seen:
            seen.add(above)
            if above.tag == "table":
                layout.add(above)
            above = above.getparent()
    return layout


def _counted(number: int, style: str) -> str:
    if style in {"a", "A"}:
        counted = to_letters(number)
    elif style in {"i", "I"}:
        counted = to_roman(number)
    else:
        return str(number)
    return counted.upper() if style.isupper() else counted


def _integer(written: str | None, otherwise: int) -> int:
    match = _INTEGER.match(written) if written else None
    return int(match[1]) if match else otherwise
