"""What is wrong with a file that comes in, gathered so that all of it is told at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from travaux.errors import ExchangeError
from travaux.views.counting import count_of

MOST_TOLD = 20
_LINE = re.compile(r"\b(?:row|line) (\d+)")


@dataclass(slots=True)
class Problems:
    """The problems of a file: where each is, and what it is."""

    told: list[tuple[str, str]] = field(default_factory=list)

    def add(self, where: str, what: str, hint: str | None = None) -> None:
        """Add a problem: where it is, what is wrong and what to do about it."""
        self.told.append((where, f"{what} ({_as_clause(hint)})" if hint else what))

    def check(self, file: str) -> None:
        """Raise one ``ExchangeError`` with all problems in the order of the file, of many the first ones and their number."""
        if not self.told:
            return
        left = len(self.told) - MOST_TOLD
        more = f"\n  and {left:,} more" if left > 0 else ""
        lines = "".join(f"\n  {where}: {what}" for where, what in self._in_order()[:MOST_TOLD])
        what = f"nothing was taken from it; {count_of(len(self.told), 'problem')}:{lines}{more}"
        raise ExchangeError(what, where=file, hint="Mend them in the file, save it and import it again.")

    def _in_order(self) -> list[tuple[str, str]]:
        """Give the problems by row or line, those of one sheet together."""
        sheets = list(dict.fromkeys(_LINE.split(where)[0] for where, _ in self.told))
        return sorted(self.told, key=lambda one: (sheets.index(_LINE.split(one[0])[0]), int((_LINE.findall(one[0]) or [0])[0])))


def _as_clause(hint: str) -> str:
    """Give a hint as it stands in brackets, without the marks of a sentence."""
    begins = hint[:1].lower() if hint[1:2].islower() else hint[:1]
    return f"{begins}{hint[1:].removesuffix('.')}"
