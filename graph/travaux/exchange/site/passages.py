"""Where some characters of a document stand in the pages of the reader."""

from __future__ import annotations

from travaux.analysis.passages import Outline, read_outline
from travaux.views.explorer import Explorer
from travaux.views.explorer.leaves import Leaves, divide


class Passages:
    """The pages of all documents, each read once."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer
        self._read: dict[str, tuple[Outline, Leaves]] = {}

    def find(self, document: str, at: str) -> tuple[int, str]:
        """Give the page, from 1, and the anchor of the paragraph that holds the first of some characters, ``100-120``."""
        outline, leaves = self._read.get(document) or self._divide(document)
        start, _, end = at.partition("-")
        place = outline.block_at(int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
        if place is None:
            return 1, "main"
        block = outline.blocks[place]
        return leaves.number_of(place), f"paragraph-{block.number or f'block-{block.order}'}"

    def _divide(self, document: str) -> tuple[Outline, Leaves]:
        outline = read_outline(self._explorer.store, self._explorer.corpus.base, document)
        self._read[document] = outline, divide(outline)
        return self._read[document]
