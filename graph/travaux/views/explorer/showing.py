"""How much of a dossier a page shows: the most widely held of each stance, or everything, a part at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers import Limits
from travaux.analysis.dossiers.said import Said
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.asked import AskedError, Options

PART = 60
"""Statements of a part."""
FIRST = Limits(positions=6, sentences=2, rows=12)
_ROWS = 200


def limits_of(options: Options, *, size: int = PART, first: Limits = FIRST) -> Limits:
    """Give the limits that the options ``show`` and ``page`` ask for: ``first`` without them, else parts of a ``size``."""
    page = options.number("page", 1, least=1, most=1_000_000)
    if options.one("show") != "all":
        return first
    return Limits(positions=None, sentences=None, rows=_ROWS, first=(page - 1) * size, most=size)


@dataclass(frozen=True, slots=True)
class Showing:
    """Which of ``total`` statements a page shows; ``page`` counts the parts from 1."""

    path: str
    options: Options
    total: int
    size: int = PART

    @property
    def all(self) -> bool:
        """Whether everything is asked for."""
        return self.options.one("show") == "all"

    @property
    def page(self) -> int:
        """Which part is asked for."""
        return self.options.number("page", 1, least=1, most=1_000_000)

    @property
    def pages(self) -> int:
        """How many parts there are."""
        return max(1, -(-self.total // self.size))

    @property
    def divided(self) -> bool:
        """Whether a part of several is shown."""
        return self.all and self.pages > 1

    @property
    def first(self) -> int:
        """The first statement shown, counted from 1."""
        return (self.page - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The last statement shown."""
        return min(self.total, self.page * self.size)

    @property
    def start(self) -> str:
        """The address of the page that shows the first of each stance."""
        return with_options(self.path, self.options.without("show", "page"))

    @property
    def more(self) -> str:
        """The address that shows everything; nothing where everything is shown."""
        return "" if self.all else self.part(1)

    def part(self, page: int) -> str:
        """Give the address of a part."""
        added = [("show", "all"), *([("page", str(page))] if page > 1 else [])]
        return with_options(self.path, [*self.options.without("show", "page"), *added])


def show_parts(path: str, options: Options, said: Iterable[Said], *, size: int = PART) -> Showing:
    """Tell which statements are shown of those said; ``AskedError`` for a part that is not there."""
    showing = Showing(path, options, max((one.statements for one in said), default=0), size)
    if showing.all and showing.page > showing.pages:
        raise AskedError(f"page is beyond the last part: {showing.page:,}", hint=f"There are {showing.pages:,}.")
    return showing
