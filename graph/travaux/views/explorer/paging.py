"""Long lists in pages: which part is shown, and the addresses of the parts before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.filters import Asked

OPTION = "page"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list of ``total``: ``first`` and ``last`` count from 1, ``before`` and ``after`` are addresses or empty."""

    first: int
    last: int
    total: int
    before: str
    after: str

    @property
    def is_whole(self) -> bool:
        """Whether the list has no other part."""
        return not self.before and not self.after


def first_of(options: Options, size: int) -> int:
    """Give how many things the page asked for passes over; ``AskedError`` if it is no number."""
    return (options.number(OPTION, 1, least=1) - 1) * size


def part_of(asked: Asked, size: int, shown: int, total: int) -> Part:
    """Describe the part of a list of ``total`` things of which the page asked for shows ``shown``; ``AskedError`` if there is none."""
    number = asked.options.number(OPTION, 1, least=1)
    passed = (number - 1) * size
    if passed and passed >= total:
        raise AskedError(f"there is no page {number:,}", hint=f"The last one is {max(1, -(-total // size)):,}.")
    before = asked.address(page=str(number - 1) if number > 2 else "") if number > 1 else ""  # noqa: PLR2004, the first page has no number
    after = asked.address(page=str(number + 1)) if passed + shown < total else ""
    return Part(passed + 1 if shown else passed, passed + shown, total, before, after)
