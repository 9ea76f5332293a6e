"""Facets of records as numbers: which records have which values, and how many of those found have each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from travaux.analysis.search.record import FACETS, Kind
from travaux.analysis.search.result import Facet, FacetValue
from travaux.model.prevalence import at_least
from travaux.model.schemes import Prevalence, ReviewStatus, SpeakerKind, Stance

Mask = NDArray[np.bool_]
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(Kind),
    "stance": ("supports", "concerned", "proposes", "opposes", "neutral"),
    "prevalence": tuple(one for one in Prevalence if one is not Prevalence.UNSPECIFIED),
    "review": tuple(ReviewStatus),
    "speaker": tuple(SpeakerKind),
}
"""Facets whose values have an order of their own; others are ordered by count, then name."""
assert set(_ORDERS["stance"]) == set(Stance)  # noqa: S101, the order in which pages show stances, and all of them


@dataclass(frozen=True, slots=True)
class Column:
    """A facet: values with their names, and pairs of the number of a record and the place of a value, sorted, each once."""

    name: str
    values: tuple[tuple[str, str], ...]
    numbers: NDArray[np.int32]
    places: NDArray[np.int32]

    def of(self, number: int) -> tuple[str, ...]:
        """Give the values of a record."""
        first, last = np.searchsorted(self.numbers, [number, number + 1])
        return tuple(self.values[place][0] for place in self.places[first:last].tolist())

    def mask(self, wanted: Sequence[str], size: int) -> Mask:
        """Give the mask of the records that have any of these values; of prevalence, any that says at least as much."""
        words = {word for one in wanted for word in self._meant(one)}
        chosen = [place for place, (value, _) in enumerate(self.values) if value in words]
        mask = np.zeros(size, dtype=np.bool_)
        mask[self.numbers[np.isin(self.places, chosen)]] = True
        return mask

    def count(self, base: Mask, chosen: Sequence[str]) -> Facet:
        """Count the records of a mask by value, those not met left out unless they are chosen."""
        counts = self._counts(base)
        known = dict(self.values)
        met = [value for value, number in counts.items() if number or value in chosen]
        met += [value for value in chosen if value not in counts]
        order = _ORDERS.get(self.name, ())
        places = {value: place for place, value in enumerate(order)}
        met.sort(key=lambda one: (places.get(one, len(order)), 0 if order else -counts.get(one, 0), known.get(one, one)))
        values = (FacetValue(value=one, name=known.get(one, one), count=counts.get(one, 0), chosen=one in chosen) for one in met)
        return Facet(name=self.name, values=tuple(values))

    def _counts(self, base: Mask) -> dict[str, int]:
        if self.name == "prevalence":
            return {one: int((self.mask([one], len(base)) & base).sum()) for one in _ORDERS[self.name] if one in dict(self.values)}
        counts = np.bincount(self.places[base[self.numbers]], minlength=len(self.values))
        return {value: int(count) for (value, _), count in zip(self.values, counts, strict=True)}

    def _meant(self, value: str) -> frozenset[str]:
        if self.name != "prevalence":
            return frozenset([value])
        known = {word.value for word in Prevalence}
        return frozenset(word.value for word in at_least(Prevalence(value))) if value in known else frozenset()


def read_columns(connection: sqlite3.Connection) -> tuple[Column, ...]:
    """Read the facets of an index, in their order."""
    rows = {name: row for name, *row in connection.execute("SELECT name, named, numbers, places FROM facet")}
    return tuple(_read(name, *rows[name]) for name in FACETS)


def _read(name: str, named: str, numbers: bytes, places: bytes) -> Column:
    values = tuple((value, words) for value, words in json.loads(named))
    return Column(name, values, np.frombuffer(numbers, dtype="<i4"), np.frombuffer(places, dtype="<i4"))


def narrow(columns: Sequence[Column], hits: Mask, chosen: Mapping[str, tuple[str, ...]]) -> tuple[Mask, tuple[Facet, ...]]:
    """Keep the hits that meet every facet chosen; count each facet under what is chosen of the others."""
    masks = {column.name: column.mask(chosen[column.name], len(hits)) for column in columns if chosen.get(column.name)}
    kept = hits.copy()
    for mask in masks.values():
        kept &= mask
    facets = []
    for column in columns:
        base = hits.copy()
        for name, mask in masks.items():
            if name != column.name:
                base &= mask
        facets.append(column.count(base, chosen.get(column.name, ())))
    return kept, tuple(facets)
