"""The printed lines of one page of a PDF document, with their places and type."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pypdfium2 import PdfTextPage, raw

_LINE_ENDS = frozenset("\r\n")
# PDFium writes one of these for a hyphen at the end of a line and no line end after it.
_DIVIDED = frozenset("\x02\ufffe")
_HYPHENS = ("\xad", "\u2010")
_LARGEST_CODE = 0x10FFFF
_NAME_LENGTH = 128
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_BOLD_WEIGHT = 600
_SAME_LINE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text. Places and sizes are in points, from the lower left corner of the page.

    ``size`` is the height of its type; ``divided`` says that a hyphen stood at its end, which ``text`` leaves out.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    divided: bool = False


def read_lines(page: PdfTextPage) -> list[Line]:
    """Read the lines of a page in the order in which the file draws them; what stands on one baseline is one line."""
    count = max(raw.FPDFText_CountChars(page), 0)
    characters = [_character(raw.FPDFText_GetUnicode(page, index)) for index in range(count)]
    lines: list[Line] = []
    for start, end, divided in _runs(characters):
        line = _line(page, characters, range(start, end), divided=divided)
        if line is None:
            continue
        if lines and _follows_on_line(lines[-1], line):
            before = lines.pop()
            line = replace(before, text=f"{before.text} {line.text}", right=line.right, divided=line.divided)
        lines.append(line)
    return lines


def _character(code: int) -> str:
    return chr(code) if 0 < code <= _LARGEST_CODE else " "


def _runs(characters: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield first and last (exclusive) character of each line and whether a hyphen divides its last word."""
    start = 0
    for index, character in enumerate(characters):
        if character in _LINE_ENDS or character in _DIVIDED:
            yield start, index, character in _DIVIDED
            start = index + 1
    yield start, len(characters), False


def _line(page: PdfTextPage, characters: Sequence[str], places: range, *, divided: bool) -> Line | None:
    printed = [index for index in places if not characters[index].isspace()]
    if not printed:
        return None
    first, middle, last = printed[0], printed[len(printed) // 2], printed[-1]
    boxes = [_box(page, index) for index in (first, middle, last)]
    text = "".join(characters[first : last + 1])
    return Line(
        text=text.rstrip("".join(_HYPHENS)) if text.endswith(_HYPHENS) else text,
        left=boxes[0][0],
        right=boxes[2][1],
        baseline=_baseline(page, middle),
        size=max(height for _, _, height in boxes),
        bold=all(_is_bold(page, index) for index in {first, middle, last}),
        divided=divided or text.endswith(_HYPHENS),
    )


def _follows_on_line(before: Line, line: Line) -> bool:
    level = abs(before.baseline - line.baseline) < _SAME_LINE * max(before.size, line.size)
    return level and not before.divided and line.left >= before.right - 1


def _box(page: PdfTextPage, index: int) -> tuple[float, float, float]:
    """Return left and right edge of a character and the height of its type."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(page, index, box):
        return 0.0, 0.0, 0.0
    return _finite(box.left), _finite(box.right), _finite(abs(box.top - box.bottom))


def _baseline(page: PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    return _finite(y.value) if raw.FPDFText_GetCharOrigin(page, index, x, y) else 0.0


def _is_bold(page: PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    raw.FPDFText_GetFontInfo(page, index, name, _NAME_LENGTH, ctypes.c_int())
    lower = name.value.lower()
    return any(word in lower for word in _BOLD_NAMES) or raw.FPDFText_GetFontWeight(page, index) >= _BOLD_WEIGHT


def _finite(number: float) -> float:
    """Return the number, 0 if a malformed file makes it infinite or undefined."""
    return number if math.isfinite(number) else 0.0
