"""Texts in which nothing is Argdown, and titles by which claims are known in a document."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping

from travaux.exchange.arguments.graph import Claim

_MARKUP = re.compile(r"[\\@#*_\[\]<>{}]|={2,}|/(?=[/*])|(?<=/)/")
_AT_START = re.compile(r"[-+(=0-9~',]")
"""What begins a list, a relation or a premise if it begins a line, counts as a blank there, or goes with the data above."""
_PAIRED = re.compile(r"([.:])(?=[^ ]+?\1)")
"""Between two of these Argdown looks for the name of a character, and takes backslashes as they are."""
_BLANKS = re.compile(r"\s+")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_LONGEST = 60
_NOT_IN_TITLES = re.compile(r"[^\w ,;'’&%-]+|_")


NOTHING = "…"
"""What stands for a text of which nothing can be seen."""


def to_line(text: str) -> str:
    """Give a text on one line, with single blanks and no characters that cannot be seen."""
    seen = "".join(" " if unicodedata.category(one) in _UNSEEN else one for one in text)
    return _BLANKS.sub(" ", seen).strip()


def escape(line: str, *, starts: bool = False) -> str:
    r"""Write a line so that all of it is text to Argdown; one that ``starts`` has nothing before it.

    >>> escape("see [a], *b* and e.g. https://c")
    'see \\[a\\], \\*b\\* and e\\.g. https:\\/\\/c'
    """
    marked = {place for found in _MARKUP.finditer(line) for place in range(found.start(), found.end())}
    marked |= {found.start() for found in _PAIRED.finditer(line)}
    marked |= {0} if starts and _AT_START.match(line) else set()
    return "".join(f"\\{one}" if place in marked else one for place, one in enumerate(line))


def make_titles(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Give every claim a title of its own, by its id: the words of its id if they are words, else how it begins."""
    titles: dict[str, str] = {}
    taken: set[str] = set()
    for claim in claims:
        title = _title(claim)
        free = (name for number in itertools.count(1) if (name := title if number == 1 else f"{title} ({number})") not in taken)
        titles[claim.id] = next(free)
        taken.add(titles[claim.id])
    return titles


_WORDS = re.compile(r"position/(?=[a-z0-9-]*[g-z])([a-z0-9]+(?:-[a-z0-9]+)*)")
"""The id of a position that somebody named; a digest has no letter beyond f."""


def _title(claim: Claim) -> str:
    named = _WORDS.fullmatch(claim.id)
    words = named[1].replace("-", " ") if named else to_line(_NOT_IN_TITLES.sub(" ", to_line(claim.text)))
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    words = words.lstrip("-–, ;") or "Claim"
    return words[0].upper() + words[1:]
