"""The automatic numbers of a Word document, counted as Word counts them (ECMA-376 part 1, section 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from travaux.reading.formats.counting import to_repeated_letters, to_roman
from travaux.reading.formats.word_xml import Element, find_integer, find_switch, find_value, to_integer, w

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": to_repeated_letters,
    "upperLetter": lambda number: to_repeated_letters(number).upper(),
    "lowerRoman": to_roman,
    "upperRoman": lambda number: to_roman(number).upper(),
    "ordinal": lambda number: f"{number}{_ordinal_ending(number)}",
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts and what it prints around the numbers."""

    start: int = 1
    form: str = "decimal"
    template: str = ""
    restart: int | None = None
    legal: bool = False
    gap: str = " "
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list of the document: its abstract definition, its levels and the starts that it sets for itself."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The list definitions of a document and how far each has counted.

    Lists that share an abstract definition share its counters; a start that a list sets for itself takes effect at its first item.
    """

    def __init__(self, root: Element | None) -> None:
        self._lists = {} if root is None else _read_lists(root)
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def find_level_of_style(self, number: int, style: str | None) -> int | None:
        """Find the level of a list that is tied to a paragraph style."""
        levels = self._lists[number].levels if number in self._lists else {}
        return next((index for index, level in sorted(levels.items()) if style is not None and level.style == style), None)

    def next_label(self, number: int, index: int) -> str | None:
        """Count the next item of a list and return what Word prints before it, with the gap after it.

        ``None`` if there is no such list. The label of a bulleted item is empty.
        """
        if number not in self._lists or not 0 <= index < LEVELS:
            return None
        counts = self._count(number, index)
        levels = self._lists[number].levels
        level = levels.get(index, Level())
        if level.form == "bullet":
            return ""
        label = _PLACEHOLDER.sub(lambda match: _shown(int(match[1]) - 1, counts, levels, legal=level.legal), level.template).strip()
        return label + level.gap if label else ""

    def _count(self, number: int, index: int) -> dict[int, int]:
        levels = self._lists[number].levels
        counts = self._counters.setdefault(self._lists[number].abstract, {})
        start = self._lists[number].starts.get(index)
        # Word counts a level that was skipped as begun: the heading 1 after a heading 2 is the second.
        for above in range(index):
            counts.setdefault(above, levels.get(above, Level()).start)
        if start is not None and (number, index) not in self._begun:
            counts[index] = start
        else:
            counts[index] = counts[index] + 1 if index in counts else levels.get(index, Level()).start
        self._begun.add((number, index))
        for below in range(index + 1, LEVELS):
            if _restarts(levels.get(below, Level()).restart, index):
                counts.pop(below, None)
        return counts


def _restarts(restart: int | None, used: int) -> bool:
    """Tell whether a level begins anew after an item of the level ``used`` above it; ``restart`` 0 is never."""
    return restart is None or used < restart


def _shown(index: int, counts: Mapping[int, int], levels: Mapping[int, Level], *, legal: bool) -> str:
    level = levels.get(index, Level())
    form = "decimal" if legal and level.form != "none" else level.form
    return _FORMATS.get(form, str)(counts.get(index, level.start))


def _ordinal_ending(number: int) -> str:
    tens, units = divmod(number % 100, 10)
    return "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(units, "th")


def _read_lists(root: Element) -> dict[int, _List]:
    elements = {element.get(w("abstractNumId"), ""): element for element in root.iterchildren(w("abstractNum"))}
    named = {style: key for key, element in elements.items() if (style := find_value(element, "styleLink"))}
    abstract = {key: _levels(element) for key, element in elements.items()}
    lists = {}
    for entry in root.iterchildren(w("num")):
        number = to_integer(entry.get(w("numId")))
        if number is not None:
            key = find_value(entry, "abstractNumId") or ""
            # A definition may only name a list style, which another definition spells out.
            key = named.get(find_value(elements.get(key), "numStyleLink") or "", key)
            lists[number] = _read_list(entry, key, abstract.get(key, {}))
    return lists


def _read_list(entry: Element, abstract: str, levels: Mapping[int, Level]) -> _List:
    own = dict(levels)
    starts = {}
    for override in entry.iterchildren(w("lvlOverride")):
        own |= _levels(override)
        index, start = to_integer(override.get(w("ilvl"))), find_integer(override, "startOverride")
        if index is not None and start is not None:
            starts[index] = start
    return _List(abstract, own, starts)


def _levels(parent: Element) -> dict[int, Level]:
    found = {}
    for element in parent.iterchildren(w("lvl")):
        index = to_integer(element.get(w("ilvl")))
        if index is not None and 0 <= index < LEVELS:
            found[index] = _level(element)
    return found


def _level(element: Element) -> Level:
    return Level(
        start=find_integer(element, "start") or 0,
        form=find_value(element, "numFmt") or "decimal",
        template=find_value(element, "lvlText") or "",
        restart=find_integer(element, "lvlRestart"),
        legal=bool(find_switch(element, "isLgl")),
        gap="" if find_value(element, "suff") == "nothing" else " ",
        style=find_value(element, "pStyle"),
    )
