"""Common ground and conflict found in a store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sized
from copy import copy

from travaux.analysis.columns import columns_of
from travaux.analysis.conflict.coalitions import find_coalitions
from travaux.analysis.conflict.pairs import Found, Pairs
from travaux.analysis.conflict.recorded import Recorded, find_held, find_links, find_same_words, find_speakers
from travaux.analysis.conflict.result import Agreement, Coalition, Conflicts, Dispute, Ground, Member, Topic
from travaux.analysis.conflict.shown import Shown, width
from travaux.analysis.conflict.topics import Topics
from travaux.analysis.searched import Searched, find_searched
from travaux.analysis.selection import ALL, Selection
from travaux.model.identity import Id
from travaux.model.prevalence import strongest
from travaux.model.schemes import RelationKind
from travaux.model.store import Store

_SENTENCES = 3
"""Statements of each view that are given where not all are asked for."""


def find_conflicts(
    store: Store,
    what: str = "",
    *,
    selection: Selection = ALL,
    limit: int | None = None,
    first: int = 0,
    coalitions: bool = False,
) -> Conflicts:
    """Find common ground, conflict and tension between positions, of ``what`` or of all.

    ``what`` is a provision (``article 24``, ``chapter III``, ``adopted article 21``, which leads back to what corresponds to it) or a
    theme; a pair belongs to it if one of its sides does. A selection of statements leaves only the positions that they express. ``limit``
    is how many conflicts, tensions, agreements, positions and coalitions to give, each with a few statements; ``None`` gives all.
    ``first`` is how many of each to pass over. ``coalitions`` asks for these too. Raises ``QueryError`` with the nearest names for what
    the store does not know.
    """
    return Conflicting(store, selection).about(what, limit=limit, first=first, coalitions=coalitions)


class Conflicting:
    """Conflicts, tensions and common ground of one question after another; what all positions are compared by is read once."""

    def __init__(self, store: Store, selection: Selection = ALL) -> None:
        self._finding = _Finding(store, selection)

    def about(self, what: str = "", *, limit: int | None = None, first: int = 0, coalitions: bool = False) -> Conflicts:
        """Give what ``find_conflicts`` gives for the selection."""
        return self._finding.asked(what.strip(), first, limit).result(coalitions=coalitions)

    def of(self, position: str) -> tuple[tuple[Dispute, ...], Agreement | None]:
        """Give what stands against the position of this IRI, the surest first, and the common ground that it is, if it is any."""
        return self._finding.asked("", 0, 1).of(position)


class _Finding:
    """What is found of the positions that a selection of statements expresses."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store, self._selection = store, selection
        self._columns = columns_of(store)
        self._selected = self._columns.select(selection)
        self._topics = Topics(store, self._columns, self._selected)
        every = find_held(store, self._columns, self._selected)
        self._held = {position: one for position, one in every.items() if selection == ALL or one.stances}
        self._links = find_links(store, self._held)
        self._recorded = Recorded(self._held, self._links, find_speakers(self._columns, self._selected))
        self._pairs = Pairs(find_same_words(store, self._columns, self._selected, self._held), self._recorded, self._topics)
        self.narrow("", 0, None)

    def asked(self, what: str, first: int, limit: int | None) -> _Finding:
        """Give the same, narrowed to a provision or theme and to some of what is found; it shares all that has been read."""
        narrowed = copy(self)
        narrowed.narrow(what, first, limit)
        return narrowed

    def narrow(self, what: str, first: int, limit: int | None) -> None:
        """Look at a provision or theme from now on, and give so many of what is found."""
        self._what, self._limit = what, limit
        self._wanted = frozenset(self._topics.find(what)) if what else None
        self._given = slice(first, None if limit is None else first + limit)

    def result(self, *, coalitions: bool) -> Conflicts:
        """Give what was asked for, the first of each in full."""
        wanted = [one for one in self._pairs.found if self._is_wanted(one)]
        conflicts = [one for one in wanted if not one.is_tension]
        tensions = [one for one in wanted if one.is_tension]
        agreements, views, groups = self._agreements(), self._views(), self._coalitions() if coalitions else []
        kept = [*conflicts[self._given], *tensions[self._given]]
        shown = self._shown([*(one for pair in kept for one in pair.positions), *agreements[self._given], *views[self._given]])
        disputes = self._disputes(kept, shown)
        searched = find_searched(self._store, self._columns, self._selection)
        found: dict[str, Sized] = {
            "conflicts": conflicts,
            "tensions": tensions,
            "common_ground": agreements,
            "positions": views,
            "coalitions": groups,
        }
        return Conflicts(
            what=self._label(),
            searched=searched,
            topics=self._count(wanted, agreements),
            conflicts=tuple(one for one in disputes if not one.is_tension),
            tensions=tuple(one for one in disputes if one.is_tension),
            common_ground=tuple(self._agreement(position, shown) for position in agreements[self._given]),
            views=tuple(shown.view(position) for position in views[self._given]),
            coalitions=tuple(groups[self._given]),
            found={name: len(these) for name, these in found.items()},
            lacks=self._lacks(searched),
        )

    def of(self, position: str) -> tuple[tuple[Dispute, ...], Agreement | None]:
        """Give the disputes in which a position is a side, and the agreement that it is."""
        kept = [one for one in self._pairs.found if position in one.positions]
        shown = self._shown([position, *(side for one in kept for side in one.positions)])
        return tuple(self._disputes(kept, shown)), self._agreement(position, shown) if position in self._agreements() else None

    def _lacks(self, searched: Searched) -> tuple[str, ...]:
        lacking = {"statements": searched.statements, "positions": len(self._held), "relations": len(self._links)}
        return tuple(name for name, number in lacking.items() if not number)

    def _shown(self, positions: Iterable[str]) -> Shown:
        shown = Shown(self._store, self._columns, self._selected, self._recorded, None if self._limit is None else _SENTENCES)
        shown.load(one for one in positions if one in self._held)
        return shown

    def _is_wanted(self, found: Found) -> bool:
        if self._wanted is None:
            return True
        sides = {topic for position in found.positions for topic in self._topics.of(position)}
        return not self._wanted.isdisjoint(sides.union(found.topics))

    def _concerns(self, position: str) -> bool:
        return self._wanted is None or not self._wanted.isdisjoint(self._topics.of(position))

    def _disputes(self, kept: Iterable[Found], shown: Shown) -> list[Dispute]:
        kept = list(kept)
        sentences = shown.sentences(link for one in kept for link in one.links)
        return [
            Dispute(
                rule=one.rule,
                certainty=one.certainty,
                first=shown.view_of(one.voices[0]) if one.voices else shown.view(one.positions[0]),
                second=shown.view_of(one.voices[1]) if one.voices else shown.view(one.positions[1]),
                topics=self._topics.labels(self._topics.narrowest(one.topics)),
                shared=one.shared,
                because=one.because,
                sentences=tuple(dict.fromkeys(sentences[link.iri] for link in one.links if link.iri in sentences)),
            )
            for one in kept
        ]

    def _agreements(self) -> list[str]:
        """Find the positions that are common ground; what is only observed, and what stands against anything, is none."""
        against = {position for pair in self._pairs.opposed for position in pair}
        against |= {position for one in self._pairs.found if one.voices for position in one.positions}
        found = [one for one in self._held if one not in against and self._grounds(one) and self._concerns(one)]
        return sorted(found, key=lambda one: (-len(self._held[one].consultations), *self._by_width(one)))

    def _by_width(self, position: str) -> tuple[int, str, str]:
        held = self._held[position]
        return width(held.widest), held.claim, position

    def _grounds(self, position: str) -> tuple[Ground, ...]:
        held = self._held[position]
        grounds = {Ground.RECURS: held.recurs, Ground.WIDELY_HELD: held.is_widely_held}
        return tuple(ground for ground, holds in grounds.items() if holds)

    def _agreement(self, position: str, shown: Shown) -> Agreement:
        limits = {link.premise for link in self._links if link.kind is RelationKind.QUALIFIES and link.conclusion == position}
        return Agreement(
            view=shown.view(position),
            grounds=self._grounds(position),
            topics=self._topics.labels(self._topics.narrowest(self._topics.of(position))),
            limits=tuple(sorted(self._held[one].claim for one in limits)),
        )

    def _views(self) -> list[str]:
        """Find the positions on what is wanted, the most widely held first."""
        if self._wanted is None:
            return []
        return sorted((one for one, held in self._held.items() if held.stances and self._concerns(one)), key=self._by_width)

    def _coalitions(self) -> list[Coalition]:
        supports = [link.pair for link in self._links if link.kind is RelationKind.SUPPORTS]
        attacks = [(min(pair), max(pair)) for pair in self._pairs.opposed]
        groups = [one for one in find_coalitions(supports, attacks) if any(map(self._concerns, one[0]))]
        return [
            Coalition(members=tuple(sorted(map(self._member, group), key=lambda one: (one.claim, one.key))), attacks=within)
            for group, within in groups
        ]

    def _member(self, position: str) -> Member:
        key = position.rpartition("/position/")[2]
        return Member(position=Id(f"position/{key}"), key=key, claim=self._held[position].claim)

    def _label(self) -> str | None:
        if self._wanted is None:
            return None
        return "; ".join(self._topics.labels(self._wanted)) or self._what

    def _count(self, wanted: Iterable[Found], agreements: Iterable[str]) -> tuple[Topic, ...]:
        """Count what stands under each topic that was spoken on."""
        against = [(one, topic) for one in wanted for topic in one.topics]
        conflicts = Counter(topic for one, topic in against if not one.is_tension)
        tensions = Counter(topic for one, topic in against if one.is_tension)
        agreed = defaultdict[str, list[str]](list)
        for position in agreements:
            for topic in self._topics.of(position):
                agreed[topic].append(position)
        shown = [topic for topic in self._topics.said if self._wanted is None or topic in self._wanted]
        in_order = sorted(shown, key=self._topics.order)
        return tuple(self._topic(topic, conflicts[topic], tensions[topic], agreed[topic]) for topic in in_order)

    def _topic(self, topic: str, conflicts: int, tensions: int, agreed: list[str]) -> Topic:
        said = self._topics.said[topic]
        return Topic(
            id=self._topics.id(topic),
            kind=self._topics.kind(topic),
            label=self._topics.label(topic),
            stances=dict(sorted(said.stances.items())),
            positions=len(said.positions & self._held.keys()),
            conflicts=conflicts,
            tensions=tensions,
            common_ground=len(agreed),
            widest=strongest(word for position in agreed for word in self._held[position].widest),
        )
