"""Numbers that rest on recollection, marked once in a footnote where a line would hold the mark many times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.model.treaty import NUMBER_UNVERIFIED
from travaux.views.briefs.blocks import Note, Words
from travaux.views.counting import join

_MARKED = re.compile(rf"(\S+ \S+) {re.escape(NUMBER_UNVERIFIED)}")


def mark_once(lines: Sequence[str]) -> tuple[Words, ...]:
    """Give lines without their marks, each that held one with a footnote at its end that names all the numbers marked."""
    numbers = list(dict.fromkeys(found for line in lines for found in _MARKED.findall(line)))
    note = Note(f"Not verified, but from recollection: the number of {join(numbers)} {NUMBER_UNVERIFIED}.")
    return tuple((_MARKED.sub(r"\1", line), note) if _MARKED.search(line) else (line,) for line in lines)
