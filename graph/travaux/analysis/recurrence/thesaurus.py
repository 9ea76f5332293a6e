"""The thesaurus as a tree: which themes are narrower than which, and in which order they are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.analysis.recurrence import queries
from travaux.model.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """A theme where it stands in the tree."""

    iri: str
    depth: int


class ThemeTree:
    """The themes of a thesaurus, and those that statements name without one; a theme of two broader ones stands under the first."""

    def __init__(self, store: Store) -> None:
        rows = store.select(queries.THEMES).rows
        self.labels = {str(iri): theme_name(str(iri)) for (iri,) in store.select(queries.NAMED_THEMES).rows} | {
            str(theme): str(label) for theme, label, _ in rows
        }
        self.known = len({str(theme) for theme, _, _ in rows})
        self._broader: dict[str, set[str]] = defaultdict(set)
        self._narrower: dict[str, set[str]] = defaultdict(set)
        for theme, _, broader in rows:
            if broader is not None and str(broader) in self.labels:
                self._broader[str(theme)].add(str(broader))
                self._narrower[str(broader)].add(str(theme))

    def broader(self, iri: str) -> tuple[str, ...]:
        """Name the broader themes, sorted."""
        return tuple(sorted(theme_name(one) for one in self._broader[iri]))

    def within(self, iri: str) -> frozenset[str]:
        """Give the theme and all narrower ones; a circle ends where it closes."""
        found, waiting = {iri}, [iri]
        while waiting:
            more = self._narrower[waiting.pop()] - found
            found |= more
            waiting += more
        return frozenset(found)

    def wholes(self) -> Iterator[tuple[str, str]]:
        """Pair every theme with itself and with each narrower one, sorted."""
        for iri in sorted(self.labels):
            yield from ((iri, part) for part in sorted(self.within(iri)))

    def in_order(self) -> tuple[Place, ...]:
        """List the themes by label, each followed by its narrower ones; every theme once."""
        seen = dict[str, Place]()
        tops = [iri for iri in self.labels if not self._broader[iri]]
        for iri in (*self._by_label(tops), *self._by_label(self.labels)):  # what a circle keeps from having a top comes last
            self._walk(iri, 0, seen)
        return tuple(seen.values())

    def _walk(self, iri: str, depth: int, seen: dict[str, Place]) -> None:
        if iri in seen:
            return
        seen[iri] = Place(iri, depth)
        for part in self._by_label(self._narrower[iri]):
            self._walk(part, depth + 1, seen)

    def _by_label(self, iris: Iterable[str]) -> list[str]:
        return sorted(iris, key=lambda iri: (self.labels[iri].casefold(), iri))


def theme_name(iri: str) -> str:
    """Return the name of a theme or a position, the last part of its IRI."""
    return iri.rpartition("/")[2]
