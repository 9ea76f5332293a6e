"""Long lists in pages: which part is shown, and where the others are."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.views.explorer.asked import Options
from travaux.views.explorer.filters import Asked


@dataclass(frozen=True, slots=True)
class Pages:
    """That rows ``first`` to ``last`` of ``found`` are shown, and the addresses of the pages beside this one, empty if there is none."""

    first: int
    last: int
    found: int
    before: str
    after: str

    @property
    def is_whole(self) -> bool:
        """Whether one page holds everything."""
        return not self.before and not self.after


def turn(options: Options, size: int) -> int:
    """Give the place, from 1, of the first row of the page asked for; ``AskedError`` for what is no page."""
    return (options.number("page", 1, least=1, most=1_000_000) - 1) * size + 1


def cut(asked: Asked, found: int, first: int, size: int) -> Pages:
    """Tell what a page of ``size`` rows that begins with the row ``first`` shows."""
    number, last = (first - 1) // size + 1, min(first + size - 1, found)
    final = max((found - 1) // size + 1, 1)
    before = asked.address(page=str(min(number - 1, final)) if number > 2 else "") if number > 1 else ""  # noqa: PLR2004
    return Pages(first, last, found, before, asked.address(page=str(number + 1)) if last < found else "")
