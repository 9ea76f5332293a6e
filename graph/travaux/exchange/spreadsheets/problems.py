"""What is wrong with an edited spreadsheet, gathered so that it is told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from travaux.errors import ExchangeError

MOST_TOLD = 20
_ROW = re.compile(r", row (\d+)")


@dataclass(slots=True)
class Problems:
    """The problems of a file, in the order in which they were found."""

    told: list[str] = field(default_factory=list)

    def add(self, where: str, what: str, hint: str = "") -> None:
        """Add a problem: where it is, what is wrong and what to do about it."""
        self.told.append(f"{where}: {what}{f' ({hint})' if hint else ''}")

    def _in_order(self) -> list[str]:
        """Give the problems sheet by sheet, each by its rows."""
        sheets = list(dict.fromkeys(_ROW.split(one)[0] for one in self.told))
        return sorted(self.told, key=lambda one: (sheets.index(_ROW.split(one)[0]), int((_ROW.findall(one) or [0])[0])))

    def raise_all(self, file: str) -> None:
        """Raise ``ExchangeError`` with all problems, of many the first ones and their number; nothing if there are none."""
        if not self.told:
            return
        count = len(self.told)
        more = f"\n  and {count - MOST_TOLD:,} more" if count > MOST_TOLD else ""
        lines = "".join(f"\n  {one}" for one in self._in_order()[:MOST_TOLD])
        what = f"nothing was taken from it; {count:,} problem{'s' * (count > 1)}:{lines}{more}"
        raise ExchangeError(what, where=file, hint="Mend them in the file, save it and import it again.")


def nearest(word: str, known: Iterable[str]) -> str:
    """Tell which known word is nearest to one that is not known, as a hint; nothing if none is near."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"did you mean {found[0]!r}?" if found else ""
