"""Running headers, footers and page numbers of a PDF document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from travaux.reading.formats.pdf_lines import Line

Page = tuple[list[Line], float]
_Key = tuple[bool, str]

_MARGIN = 0.15
_TOLERANCE = 6.0
_FEWEST_PAGES = 2
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_QUOTED = 60


def drop_running(pages: Sequence[Page]) -> tuple[list[list[Line]], list[str]]:
    """Return the lines of the pages without the running ones, and the text of each that was dropped, once.

    A line is running if the same words, whatever the numbers among them, stand at the same height (within 6 points) in the upper or
    lower 15 % of about half of the pages, and of two at least. Half, since left and right pages may differ and the first has none.
    In bold lines with words the numbers count: "Article 5" at the top of a page is a heading. A document is never left without lines.
    """
    found: dict[_Key, list[tuple[int, float]]] = defaultdict(list)
    for number, (lines, height) in enumerate(pages):
        for line in lines:
            key = _find_key(line, height)
            if key is not None:
                found[key].append((number, line.baseline))
    needed = max(_FEWEST_PAGES, (len(pages) - 1) // 2)
    running = {key: median(height for _, height in places) for key, places in found.items() if len({p for p, _ in places}) >= needed}
    running = {key: level for key, level in running.items() if _pages_at(found[key], level) >= needed}
    kept: list[list[Line]] = []
    dropped: dict[_Key, str] = {}
    for lines, height in pages:
        kept.append([])
        for line in lines:
            key = _find_key(line, height)
            if key is not None and key in running and abs(line.baseline - running[key]) <= _TOLERANCE:
                dropped.setdefault(key, line.text[:_QUOTED])
            else:
                kept[-1].append(line)
    if not any(kept):
        return [lines for lines, _ in pages], []
    return kept, list(dropped.values())


def _pages_at(places: Sequence[tuple[int, float]], level: float) -> int:
    return len({page for page, baseline in places if abs(baseline - level) <= _TOLERANCE})


def _find_key(line: Line, height: float) -> _Key | None:
    upper = line.baseline > height * (1 - _MARGIN)
    if not upper and line.baseline >= height * _MARGIN:
        return None
    text = " ".join(line.text.split())
    numberless = _NUMBER.sub("#", text)
    worded = any(character.isalpha() for character in numberless)
    return upper, text if line.bold and worded else numberless
