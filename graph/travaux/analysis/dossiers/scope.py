"""The statements that a dossier, or a part of one, is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from travaux.analysis.columns import Columns, Pairs, columns_of
from travaux.analysis.columns.columns import Mask, find_word
from travaux.analysis.selection import Selection
from travaux.model.store import Store


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """Rows of the columns: ``mask`` are the statements it is about, ``selected`` all that the selection leaves."""

    columns: Columns
    selection: Selection
    selected: Mask
    mask: Mask

    def keep(self, mask: Mask) -> Scope:
        """Leave those that are in a mask too."""
        return replace(self, mask=self.mask & mask)

    def linked(self, pairs: Pairs, *iris: str) -> Scope:
        """Leave those that are linked to any of these things."""
        return self.keep(pairs.statements_of(iris, len(self.columns)))

    def among(self, iris: Iterable[str]) -> Scope:
        """Leave those of these IRIs."""
        mask = np.zeros(len(self.columns), dtype=np.bool_)
        mask[self.columns.rows_of(tuple(iris))] = True
        return self.keep(mask)

    def expressing(self, position: str) -> Scope:
        """Leave those that express the position of this IRI."""
        return self.keep(self.columns.position == find_word(self.columns.positions, position))

    def whole(self) -> Scope:
        """Give all that the selection leaves."""
        return replace(self, mask=self.selected)

    def size(self) -> int:
        """Count them."""
        return int(np.count_nonzero(self.mask))

    def count(self, pairs: Pairs) -> dict[str, int]:
        """Count them by the things that they are linked to; a thing without any of them is absent."""
        counts = np.bincount(pairs.within(self.mask).thing, minlength=len(pairs.things)).tolist()
        return {str(thing, "utf-8"): count for thing, count in zip(pairs.things.tolist(), counts, strict=True) if count}

    def holds(self, iris: Sequence[str]) -> list[bool]:
        """Tell of each IRI whether it is that of one of them."""
        own = self.columns.statements[self.mask]
        if not iris or not len(own):
            return [False] * len(iris)
        wanted = np.array([iri.encode() for iri in iris], dtype=np.bytes_)
        places = np.minimum(np.searchsorted(own, wanted), len(own) - 1)
        return [bool(one) for one in own[places] == wanted]

    def positions(self) -> set[str]:
        """Give the IRIs of the positions that they express."""
        places = np.unique(self.columns.position[self.mask]).tolist()
        return {str(self.columns.positions[place], "utf-8") for place in places if place >= 0}

    def position(self, key: str) -> str:
        """Give the IRI of the position of this key, which begins as those of all others do."""
        one = str(self.columns.positions[0], "utf-8") if len(self.columns.positions) else ""
        return f"{one.rpartition('/position/')[0]}/position/{key}"


def selected_of(store: Store, selection: Selection) -> Scope:
    """Give the scope of all statements that a selection leaves."""
    columns = columns_of(store)
    mask = columns.select(selection)
    return Scope(columns, selection, mask, mask)
