"""Pairs of views that stand against each other: recorded, or to be seen in their words; conflicts apart from tensions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.analysis.conflict.recorded import Link, Pair, Recorded, Voice, find_opposite_claims
from travaux.analysis.conflict.rules import RULES, Certainty, Rule, Ruled
from travaux.analysis.conflict.shown import width
from travaux.analysis.conflict.topics import Topics
from travaux.model.schemes import Marking, RelationForm, RelationKind, Stance

_SURENESS = list(Certainty)
_PRECEDENCE = list(RULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Ruled):
    """A pair as a rule finds it: two positions, or statements of the same words for and against them (``voices``)."""

    rule: Rule
    certainty: Certainty
    positions: tuple[str, ...]
    topics: tuple[str, ...]
    shared: bool = True
    because: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    voices: tuple[tuple[Voice, ...], tuple[Voice, ...]] | None = None


class Pairs:
    """All pairs between the positions recorded: ``found`` the surest first, then the most widely held, then in the order of the treaty.

    ``opposed`` are the pairs of positions of which the one attacks or denies the other.
    """

    def __init__(self, same_words: Iterable[tuple[Voice, ...]], recorded: Recorded, topics: Topics) -> None:
        self._same_words, self._topics = same_words, topics
        self._held, self._speakers = recorded.held, recorded.speakers
        self._reasons = defaultdict[str, set[str]](set)
        self._attacks = defaultdict[Pair, list[Link]](list)
        self._limits: dict[Pair, Link] = {}
        for link in recorded.links:
            self._place(link)
        self.opposed = {frozenset(pair) for pair in self._attacks}
        self.found = sorted([*self._recorded(), *self._denied(), *self._worded()], key=self._order)

    def _place(self, link: Link) -> None:
        if link.kind is RelationKind.ATTACKS:
            self._attacks[link.pair].append(link)
        elif link.kind is RelationKind.QUALIFIES:
            self._limits.setdefault((link.premise, link.conclusion), link)
        elif link.form is RelationForm.REASON:
            self._reasons[link.conclusion].add(link.premise)

    def _recorded(self) -> Iterator[Found]:
        """Find what is recorded, an attack before a qualification of the same two positions."""
        for pair, links in self._attacks.items():
            rule, because = self._judge(pair, links)
            yield self._of_pair(rule, self._direct(pair, links), because, tuple(links))
        for direct, link in self._limits.items():
            if link.pair not in self._attacks:
                yield self._of_pair(Rule.LIMIT, direct, (), (link,))

    def _judge(self, pair: Pair, links: Iterable[Link]) -> tuple[Rule, tuple[str, ...]]:
        """Tell a conflict from a tension: what the report itself marks is a conflict, whatever the two have in common."""
        first, second = pair
        if _is_marked(links):
            return Rule.STATED, ()
        if reasons := self._reasons[first] & self._reasons[second]:
            return Rule.ALTERNATIVES, tuple(sorted(self._held[one].claim for one in reasons))
        if names := self._speakers.get(first, set()) & self._speakers.get(second, set()):
            return Rule.ONE_SPEAKER, tuple(sorted(names))
        return Rule.EDITOR, ()

    def _direct(self, pair: Pair, links: Iterable[Link]) -> Pair:
        """Put the attacker first, or what is first by its claim if each attacks the other."""
        attackers = {link.premise for link in links}
        first = attackers.pop() if len(attackers) == 1 else min(pair, key=lambda one: (self._held[one].claim, one))
        return (first, pair[1] if pair[0] == first else pair[0])

    def _of_pair(self, rule: Rule, pair: Pair, because: tuple[str, ...] = (), links: tuple[Link, ...] = ()) -> Found:
        first, second = (self._topics.of(one) for one in pair)
        return Found(
            rule=rule,
            certainty=Certainty.MARKED if _is_marked(links) else Certainty.READ if links else Certainty.SUPPOSED,
            positions=pair,
            topics=tuple(sorted(first & second or first | second, key=self._topics.order)),
            shared=bool(first & second),
            because=because,
            links=links,
        )

    def _denied(self) -> Iterator[Found]:
        for pair in find_opposite_claims(self._held):
            if frozenset(pair) not in self.opposed:
                self.opposed.add(frozenset(pair))
                yield self._of_pair(Rule.CLAIMS, pair)

    def _worded(self) -> Iterator[Found]:
        for voices in self._same_words:
            sides = tuple(tuple(one for one in voices if (one.stance is Stance.SUPPORTS) is favour) for favour in (True, False))
            positions = tuple(sorted({one.position for one in voices if one.position}))
            if frozenset(positions) not in self.opposed:
                about = {topic for one in voices for topic in (*one.provisions, *self._topics.of(one.position or ""))}
                topics = tuple(sorted(about & self._topics.said.keys(), key=self._topics.order))
                yield Found(rule=Rule.WORDS, certainty=Certainty.SUPPOSED, positions=positions, topics=topics, voices=(sides[0], sides[1]))

    def _order(self, found: Found) -> tuple[object, ...]:
        held = [self._held[one] for one in found.positions if one in self._held]
        widest = min((width(one.widest) for one in held), default=width(()))
        statements = [one.statement for side in found.voices or () for one in side]
        places = [self._topics.order(topic) for topic in found.topics[:1]]
        sureness = (_PRECEDENCE.index(found.rule), _SURENESS.index(found.certainty))
        return (*sureness, widest, not places, places, [one.claim for one in held], found.positions, statements)


def _is_marked(links: Iterable[Link]) -> bool:
    """Whether the text itself marks what is recorded."""
    return any(link.marking is Marking.EXPLICIT for link in links)
