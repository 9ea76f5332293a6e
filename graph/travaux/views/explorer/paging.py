"""Long lists and dossiers in parts: which one is shown, and where the others are. The option ``page`` counts parts from 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers import Limits
from travaux.analysis.dossiers.said import Said
from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.filters import Asked

OPTION = "page"
SIZE = 60
"""Statements of a part of a dossier."""
FIRST = Limits(positions=6, sentences=2, rows=12)
_ROWS = 200
_MOST = 1_000_000


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
    return (options.number(OPTION, 1, least=1, most=_MOST) - 1) * size


def part_of(asked: Asked, size: int, shown: int, total: int) -> Part:
    """Describe the part of a list of ``total`` things of which the page asked for shows ``shown``; ``AskedError`` if there is none."""
    number = asked.options.number(OPTION, 1, least=1, most=_MOST)
    passed = (number - 1) * size
    if passed and passed >= total:
        raise AskedError(f"there is no page {number:,}", hint=f"The last one is {max(1, -(-total // size)):,}.")
    before = asked.address(page=str(number - 1) if number > 2 else "") if number > 1 else ""  # noqa: PLR2004, the first page has no number
    after = asked.address(page=str(number + 1)) if passed + shown < total else ""
    return Part(passed + 1 if shown else passed, passed + shown, total, before, after)


@dataclass(frozen=True, slots=True)
class Showing:
    """How much of a dossier a page shows: ``all``, a ``part`` at a time, or the most widely held of each stance.

    ``start`` is the address of the short page, ``more`` that of the whole, empty where the whole is shown.
    """

    all: bool
    part: Part
    start: str
    more: str

    @property
    def divided(self) -> bool:
        """Whether a part of several is shown."""
        return self.all and not self.part.is_whole


def limits_of(options: Options, *, size: int = SIZE, first: Limits = FIRST) -> Limits:
    """Give the limits that the options ``show`` and ``page`` ask for: ``first`` without them, else parts of a ``size``."""
    passed = first_of(options, size)
    return Limits(positions=None, sentences=None, rows=_ROWS, first=passed, most=size) if _is_all(options) else first


def show_parts(path: str, options: Options, said: Iterable[Said], *, size: int = SIZE) -> Showing:
    """Tell which statements are shown of those said; ``AskedError`` for a part that is not there."""
    total, asked = max((one.statements for one in said), default=0), Asked(path, options)
    start = asked.address(show="", page="")
    if not _is_all(options):
        return Showing(all=False, part=Part(min(total, 1), total, total, "", ""), start=start, more=asked.address(show="all", page=""))
    shown = max(0, min(size, total - first_of(options, size)))
    return Showing(all=True, part=part_of(asked, size, shown, total), start=start, more="")


def _is_all(options: Options) -> bool:
    return options.one("show") == "all"
