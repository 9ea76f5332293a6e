"""Provisions and themes: which statements are on them, which positions these express, and which of them a user means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from travaux.analysis.columns.columns import NOTHING, STANCES, Columns, Mask, Pairs, count_by, texts
from travaux.analysis.conflict import queries
from travaux.analysis.conflict.result import TopicKind
from travaux.analysis.sparql import PREFIXES
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import Stance
from travaux.model.store import Store
from travaux.naming.kinds import NameKind
from travaux.naming.meant import get_things

_NO_PROVISION = "Give a theme, or a provision such as: article 5"
_PARTS = ("preambular", "chapter", "article")
Order = tuple[TopicKind, int, tuple[int, int], str]
"""Provisions, of which preamble, chapters and articles each in the order of the treaty, then themes by label."""


@dataclass(slots=True)
class Said:
    """What was said on a topic: numbers of statements by stance, and the positions that they express."""

    stances: defaultdict[Stance, int] = field(default_factory=lambda: defaultdict(int))
    positions: set[str] = field(default_factory=set)


class Topics:
    """The provisions and themes of a store that statements are on; articles count for their chapter, narrower themes for wider ones."""

    def __init__(self, store: Store, columns: Columns, selected: Mask) -> None:
        self._store, self._columns, self._selected = store, columns, selected
        self._treaty = TreatyFile(store)
        self._themes = {str(row["theme"]): str(row["label"]) for row in store.select(PREFIXES + queries.THEMES)}
        self.said: dict[str, Said] = {}
        self._outer: dict[str, set[str]] = {}
        self._count(self._themes, columns.theme, "skos:broader")
        self._count(self._treaty.places, columns.provision.joined(columns.change), "trv:chapter")
        self._of = defaultdict[str, set[str]](set)
        for topic, said in self.said.items():
            for position in said.positions:
                self._of[position].add(topic)

    def of(self, position: str) -> frozenset[str]:
        """Give the topics of a position: those of the statements that express it."""
        return frozenset(self._of.get(position, ()))

    def id(self, topic: str) -> Id:
        """Give the identifier of a topic, relative to the corpus."""
        place = self._treaty.find_place(topic)
        return place.id if place else Id(f"theme/{topic.rpartition('/theme/')[2]}")

    def kind(self, topic: str) -> TopicKind:
        """Tell whether a topic is a provision or a theme."""
        return TopicKind.THEME if topic in self._themes else TopicKind.PROVISION

    def label(self, topic: str) -> str:
        """Name a topic; a label says in its own words what of it is unverified."""
        place = self._treaty.find_place(topic)
        return place.label if place else self._themes[topic]

    def order(self, topic: str) -> Order:
        """Tell the place of a topic among others."""
        place = self._treaty.find_place(topic)
        part = _PARTS.index(place.name.split()[0]) if place else 0
        return self.kind(topic), part, place.order if place else (0, 0), self.label(topic)

    def narrowest(self, topics: Iterable[str]) -> set[str]:
        """Leave out what is wider than another of the topics: the chapter of an article, the wider of two themes."""
        given = set(topics)
        return given - {outer for topic in given for outer in self._outer.get(topic, ())}

    def labels(self, topics: Iterable[str]) -> tuple[str, ...]:
        """Name topics in their order."""
        return tuple(self.label(topic) for topic in sorted(topics, key=self.order))

    def find(self, what: str) -> tuple[str, ...]:
        """Find the topics that are meant, with what led to a provision in earlier versions; ``QueryError`` for what the store lacks."""
        places = self._treaty.find_provisions(what)
        if places is not None:
            return self._treaty.leading_to(places)
        try:
            return get_things(self._store, NameKind.THEME, what.strip())
        except QueryError as unknown:
            raise QueryError(str(unknown.what), hint=" ".join(filter(None, (unknown.hint, _NO_PROVISION)))) from unknown

    def _count(self, known: Iterable[str], concerned: Pairs, wider: str) -> None:
        """Count by topic; a statement that comes to a wider topic by several ways counts once."""
        outer = defaultdict[str, set[str]](set)
        for row in self._store.select(PREFIXES + queries.WIDER.format(property=wider)):
            outer[str(row["inner"])].add(str(row["outer"]))
        reached = {inner: _reached(inner, outer) for inner in known}
        self._outer |= reached
        pairs = concerned.within(self._selected).through({inner: {inner} | others for inner, others in reached.items()})
        topics, positions = pairs.names(), texts(self._columns.positions)
        combined, counts = count_by(pairs.thing, self._columns.stance[pairs.statement])
        for (topic, stance), count in zip(combined.tolist(), counts.tolist(), strict=True):
            self.said.setdefault(topics[topic], Said()).stances[STANCES[stance]] += count
        for topic, position in count_by(pairs.thing, self._columns.position[pairs.statement])[0].tolist():
            if position != NOTHING:
                self.said[topics[topic]].positions.add(positions[position])


def _reached(start: str, outer: dict[str, set[str]]) -> set[str]:
    found, waiting = set[str](), {start}
    while waiting:
        waiting = {one for inner in waiting for one in outer.get(inner, ())} - found - {start}
        found |= waiting
    return found
