"""What the styles of a Word document say of its paragraphs, each style inheriting from the one that it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from travaux.reading.formats.word_xml import Element, find, find_integer, find_switch, find_value, w

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_OUTLINE_LEVELS = 9


class Styles:
    """The styles of a document by their identifiers; ``None`` stands for the default paragraph style."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(root.iterchildren(w("style")))
        self._by_id = {style.get(w("styleId")): style for style in styles}
        self._default = next((style.get(w("styleId")) for style in styles if _is_default(style)), None)
        self.heading_level = cache(self._heading_level)
        self.is_bold = cache(self._is_bold)
        self.numbering = cache(self._numbering)

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """Iterate over the style and those that it is based on, the nearest first; a circle ends the walk."""
        style_id = self._default if style_id is None else style_id
        seen: set[str | None] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            style_id = find_value(style, "basedOn")

    def _heading_level(self, style_id: str | None) -> int:
        """Return the level of the headings that have this style, 0 if it is not one of headings."""
        for style in self._chain(style_id):
            name = find_value(style, "name") or ""
            match = _HEADING.fullmatch(name)
            if match:
                return int(match[1])
            if name.lower() == "title":
                return 1
            outline = find_integer(style, "pPr", "outlineLvl")
            if outline is not None:
                return outline_level(outline)
        return 0

    def _is_bold(self, style_id: str | None) -> bool | None:
        settings = (find_switch(style, "rPr", "b") for style in self._chain(style_id))
        return next((setting for setting in settings if setting is not None), None)

    def _numbering(self, style_id: str | None) -> tuple[int | None, int | None, str | None]:
        """Return number definition, list level and the style that sets them, each ``None`` if nothing does."""
        for style in self._chain(style_id):
            if find(style, "pPr", "numPr") is not None:
                number = find_integer(style, "pPr", "numPr", "numId")
                if number is not None:
                    return number, find_integer(style, "pPr", "numPr", "ilvl"), style.get(w("styleId"))
        return None, None, None


def outline_level(outline: int) -> int:
    """Convert Word's outline level, which counts from 0 and has 9 for body text, to the level of a heading."""
    return outline + 1 if 0 <= outline < _OUTLINE_LEVELS else 0


def _is_default(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default"), "0") not in {"0", "false"}
