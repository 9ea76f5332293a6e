"""How each thing stands on the map: its short text, its size, and how text is measured without a browser."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FONT = 12
"""Size of all text on the map in units of the map: on a laptop a whole map of usual size is drawn at one pixel a unit or more."""
LINE = 15
HEIGHT = 19
GAP = 3
_PADDING = 8
_LONGEST = 60

_NARROW = frozenset("iljtfrI.,:;'’|!()[]/ ")
_WIDE = frozenset("mwMWGOQ@—%&")

_PREFIXES = {
    "agenda-item": "",
    "article": "",
    "chapter": "Ch. ",
    "panel": "Panel ",
    "paragraph": "¶ ",
    "preambular-paragraph": "PP ",
    "question": "Q",
    "section": "§",
}
_COUNTED = frozenset({"panel", "section"})
_THEME_TIGHTER = 0.9
_THEME_MARGIN = 26
"""The name of a theme stands at the right of its chip, beside its narrower themes; what it is wider than estimated runs into the margin."""
_DOT = 12
_GAP_OF_MARKS = 1
_HEIGHT_OF_MARKS = 15
_GLYPHS = {"participation": 14, "statement": 12, "position": 16}


@dataclass(frozen=True, slots=True)
class Chip:
    """A thing as a small labelled box: what stands in it, and how wide and high it is in units of the map.

    ``gap`` is what stays free at its right before another chip; marks without text stand closer together than words.
    ``run`` is the width of what must not be parted from it by the end of a line, itself included; 0 if nothing.
    """

    name: str
    text: str
    width: float
    height: float = HEIGHT
    begins_line: bool = False
    run: float = 0
    gap: float = GAP


def to_chip(name: str, node: Mapping[str, Any], *, begins_line: bool = False, narrow: bool = False) -> Chip:
    """Make the chip of a node; persons, statements, positions and ``narrow`` themes are signs without text."""
    if narrow:
        return Chip(name, "", _DOT, LINE + 1)
    if glyph := _GLYPHS.get(node["kind"]):
        return Chip(name, "", glyph, _HEIGHT_OF_MARKS, begins_line, gap=_GAP_OF_MARKS)
    text = chip_text(node)
    if node["kind"] == "theme":
        return Chip(name, text, text_width(text) * _THEME_TIGHTER + _THEME_MARGIN, LINE + 1, begins_line)
    return Chip(name, text, max(HEIGHT + 1, text_width(text, bold=True) + _PADDING), HEIGHT, begins_line)


def chip_text(node: Mapping[str, Any]) -> str:
    """Return the shortest text by which a reader knows the thing in its place: the number for what is numbered, else the label."""
    kind = node["kind"]
    if kind in _PREFIXES:
        number = node.get("order") if kind in _COUNTED else node.get("number")
        return shorten(f"{_PREFIXES[kind]}{number or ''}".strip())
    if kind == "document":
        return str(node.get("type") or kind).replace("-", " ").capitalize()
    return shorten(str(node["label"]))


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Return the text on one line and no longer than that many characters; what is left out is marked by an ellipsis.

    >>> shorten("one  two three", 9)
    'one two…'
    """
    line = " ".join(text[: longest * 4].split())
    return line if len(line) <= longest and len(text) <= longest * 4 else line[: longest - 1].rstrip() + "…"


def text_width(text: str, *, bold: bool = False, size: float = FONT) -> float:
    """Estimate how wide a text is in a common sans-serif, a little generously: the browser shortens what turns out wider."""
    return sum(_character_width(character) for character in text) * size * (1.08 if bold else 1.0)


def _character_width(character: str) -> float:
    if character in _NARROW:
        return 0.33
    if character in _WIDE:
        return 0.86
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.64 if character.isupper() else 0.57


def wrap(text: str, width: float, *, most: int, bold: bool = False, size: float = FONT) -> tuple[str, ...]:
    """Break a text at spaces into lines of at most that width; the last of ``most`` lines is shortened if more would follow."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, bold=bold, size=size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return tuple(shorten(line) for line in lines)


def pack(chips: Iterable[Chip], width: float) -> tuple[list[tuple[Chip, float, float, float]], float]:
    """Set chips in lines from the upper left; return each with its left, top and width, and the height of all lines.

    A line is as high as its highest chip; what is lower stands in the middle of it.
    """
    lines: list[list[tuple[Chip, float, float]]] = []
    left = gap = 0.0
    for chip in chips:
        own = min(chip.width, width)
        if chip.gap != gap and left:
            left += GAP - gap  # what stands beside another sort keeps the full distance
        if not left or chip.begins_line or left + own > width or left + chip.run > width >= chip.run:
            left = 0.0
            lines.append([])
        lines[-1].append((chip, left, own))
        gap = chip.gap
        left += own + gap
    placed, top = [], 0.0
    for line in lines:
        height = max(chip.height for chip, _, _ in line)
        placed += [(chip, across, top + (height - chip.height) / 2, own) for chip, across, own in line]
        top += height + GAP
    return placed, max(0.0, top - GAP)
