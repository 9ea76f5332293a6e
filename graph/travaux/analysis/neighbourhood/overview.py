"""The overview of themes: each wide theme with its narrower ones and the provisions that they concern."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from travaux.analysis.columns.columns import Mask, count_by
from travaux.analysis.neighbourhood import queries
from travaux.analysis.neighbourhood.counting import Counting, Tally
from travaux.analysis.neighbourhood.describing import Described, describe
from travaux.analysis.neighbourhood.kinds import find_kind
from travaux.analysis.neighbourhood.result import Edge, Further, Neighbourhood, Thing
from travaux.analysis.recurrence.thesaurus import ThemeTree
from travaux.analysis.selection import ALL, Selection
from travaux.model.identity import Id
from travaux.model.store import Store

MOST_PROVISIONS = 600
"""So many provisions an overview gives at most."""


def find_overview(store: Store, base: str, selection: Selection = ALL) -> Neighbourhood:
    """Find the themes in the order of the thesaurus, and the provisions that they concern in the order of the treaty.

    A provision stands under one wide theme (``Thing.home``): the one that most statements on the provision carry, else the first that
    concerns it. Provisions of later versions are given only where statements cite them: they are the same matter under another number.
    """
    return _Overview(store, base, selection).find()


class _Overview:
    def __init__(self, store: Store, base: str, selection: Selection) -> None:
        self._store, self._base = store, base
        self._selection = selection
        self._counting = Counting(store, selection)
        links = self._counting.links()
        self._themes, self._provisions = links["theme"], links["provision"]
        self._tree = ThemeTree(store, self._themes.within(self._counting.standing).linked())
        self._tops = self._find_tops()
        self._concerned = self._find_concerned()

    def find(self) -> Neighbourhood:
        counting = self._counting
        homes = self._find_homes()
        provisions = self._in_order(homes)
        described = describe(self._store, [*self._tops, *provisions[:MOST_PROVISIONS]])
        whole = self._tally(counting.standing)
        kept = whole if self._selection == ALL else self._tally(counting.selected)

        def thing(iri: str, home: str | None) -> Thing:
            own = described.get(iri) or Described(self._tree.labels.get(iri, iri), None, None, unverified=False, order=0, review=None)
            kind = find_kind(self._relative(iri)) or "theme"
            return own.to_thing(self._relative(iri), kind, whole.get(iri, Tally()), kept.get(iri, Tally())).placed(
                home=self._relative(home) if home else None
            )

        things = (
            *(thing(iri, top if top != iri else None) for iri, top in self._tops.items()),
            *(thing(iri, homes[iri]) for iri in provisions[:MOST_PROVISIONS]),
        )
        left = len(provisions) - MOST_PROVISIONS
        further = (Further(kind="article", number=left),) if left > 0 else ()
        return Neighbourhood(centre=None, things=things, edges=self._edges({one.id for one in things}), further=further)

    def _relative(self, iri: str) -> Id:
        return Id(iri.removeprefix(self._base))

    def _find_tops(self) -> dict[str, str]:
        """Give each theme, in the order of the thesaurus, its widest theme."""
        found, top = dict[str, str](), ""
        for place in self._tree.in_order():
            top = place.iri if place.depth == 0 else top
            found[place.iri] = top
        return found

    def _find_concerned(self) -> dict[str, set[str]]:
        found = defaultdict[str, set[str]](set)
        for row in self._store.select(queries.CONCERNED):
            found[str(row["provision"])].add(str(row["theme"]))
        return found

    def _find_homes(self) -> dict[str, str]:
        """Give each provision the wide theme that it stands under."""
        rank = {iri: place for place, iri in enumerate(self._tops)}
        carried = self._carried()
        homes = dict[str, str]()
        for provision in sorted({*self._concerned, *carried}):
            votes = defaultdict[str, int](int)
            for theme in self._concerned.get(provision, set()):
                votes[self._tops.get(theme, theme)] += 0
            for theme, number in carried.get(provision, {}).items():
                votes[self._tops.get(theme, theme)] += number
            if votes:
                homes[provision] = min(votes, key=lambda top: (-votes[top], rank.get(top, len(rank)), top))
        return homes

    def _carried(self) -> dict[str, dict[str, int]]:
        """Count by provision and theme the statements that cite the one and carry the other."""
        standing = self._counting.standing
        cited, themes = self._provisions.within(standing), self._themes
        first = np.searchsorted(themes.statement, cited.statement, side="left")
        last = np.searchsorted(themes.statement, cited.statement, side="right")
        often = last - first
        offset = np.arange(often.sum()) - np.repeat(np.cumsum(often) - often, often)
        carried = themes.thing[np.repeat(first, often) + offset]
        found = defaultdict[str, dict[str, int]](dict)
        provisions, names = cited.names(), themes.names()
        for (provision, theme), count in zip(*(one.tolist() for one in count_by(np.repeat(cited.thing, often), carried)), strict=True):
            found[provisions[provision]][names[theme]] = count
        return found

    def _in_order(self, homes: dict[str, str]) -> list[str]:
        """Give the provisions in the order of the treaty, later versions only where statements cite them."""
        versions = {
            str(row["provision"]): (int(str(row["version"])), int(str(row["order"]))) for row in self._store.select(queries.VERSIONS)
        }
        first = min((version for version, _ in versions.values()), default=0)
        cited = self._provisions.within(self._counting.standing).linked()
        kept = [iri for iri in homes if iri in versions and (versions[iri][0] == first or iri in cited)]
        return sorted(kept, key=lambda iri: (versions[iri][0], "/preambular-" not in iri, versions[iri][1], iri))

    def _tally(self, mask: Mask) -> dict[str, Tally]:
        """Tally the statements of a mask by theme, those on narrower ones with the wider, and by provision."""
        themes = self._themes.within(mask).through(self._wholes())
        return {**self._counting.tallies(themes, mask), **self._counting.tallies(self._provisions, mask)}

    def _wholes(self) -> dict[str, list[str]]:
        """Give each theme with those that it counts for: itself and all wider ones."""
        found = defaultdict[str, list[str]](list)
        for whole, part in self._tree.wholes():
            found[part].append(whole)
        return found

    def _edges(self, shown: set[Id]) -> tuple[Edge, ...]:
        narrower = [
            Edge(source=self._relative(iri), target=Id(f"theme/{broader}"), kind="narrower")
            for iri in self._tops
            for broader in self._tree.broader(iri)
        ]
        concerns = [
            Edge(source=self._relative(theme), target=self._relative(provision), kind="concerns")
            for provision, themes in sorted(self._concerned.items())
            for theme in sorted(themes)
        ]
        return tuple(edge for edge in (*narrower, *concerns) if {edge.source, edge.target} <= shown)
