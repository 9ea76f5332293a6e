"""What the store records of positions: who holds them, how they bear on one another, and what rules see in their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from travaux.analysis.conflict import queries
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, Stance
from travaux.model.store import Store, Value

Pair = tuple[str, str]
Row = Mapping[str, Value]

_BACK = re.compile(
    r"\b(it|its|this|that|these|those|such|they|their|them|he|she|his|her|which|said|same|former|latter|mentioned|above)\b", re.IGNORECASE
)
"""Words that point back to others, so that what they are about cannot be told from them."""


@dataclass(slots=True)
class Held:
    """A position and how it is expressed.

    ``prevalences`` are the words for how widely it is held, and how often each. ``recurs`` tells whether it is more than observed in two
    paragraphs, ``is_widely_held`` whether it is so by many or more.
    """

    claim: str
    review: ReviewStatus
    stances: defaultdict[Stance, int] = field(default_factory=lambda: defaultdict(int))
    prevalences: defaultdict[Prevalence, int] = field(default_factory=lambda: defaultdict(int))
    consultations: set[str] = field(default_factory=set)
    recurs: bool = False
    is_widely_held: bool = False

    @property
    def widest(self) -> tuple[Prevalence, ...]:
        """The strongest words for how widely it is held, none if no statement expresses it."""
        return strongest(self.prevalences)


@dataclass(frozen=True, slots=True)
class Link:
    """A recorded relation from premise to conclusion."""

    iri: str
    kind: RelationKind
    form: RelationForm
    marking: Marking
    premise: str
    conclusion: str

    @property
    def pair(self) -> Pair:
        """The two positions, whichever bears on the other."""
        return (min(self.premise, self.conclusion), max(self.premise, self.conclusion))


@dataclass(frozen=True, slots=True)
class Recorded:
    """Positions, the relations between them, and the names of those who are named as holding them."""

    held: Mapping[str, Held]
    links: tuple[Link, ...]
    speakers: Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement whose words others say too: for or against them, of which provisions, expressing which position."""

    statement: str
    stance: Stance
    document: str
    position: str | None
    named: bool
    provisions: frozenset[str]


def find_held(store: Store, selection: Selection) -> dict[str, Held]:
    """Find every position that no person has rejected, also those that no statement selected expresses."""
    held = {
        str(row["position"]): Held(str(row["claim"]), ReviewStatus(last_word(row["review"])) if row["review"] else ReviewStatus.UNREVIEWED)
        for row in store.select(PREFIXES + queries.POSITIONS)
    }
    selected = selection.pattern()
    for row in store.select(PREFIXES + queries.HELD.format(selected=selected)):
        if one := held.get(str(row["position"])):
            _add(one, row)
    for row in store.select(PREFIXES + queries.RECURRING.format(selected=selected)):
        if one := held.get(str(row["position"])):
            one.recurs = True
    for row in store.select(PREFIXES + queries.MEETINGS.format(selected=selected)):
        if one := held.get(str(row["position"])):
            one.consultations.add(str(row["consultation"]))
    return {position: one for position, one in held.items() if one.review is not ReviewStatus.REJECTED}


def _add(held: Held, row: Row) -> None:
    stance, prevalence = Stance(last_word(row["stance"])), Prevalence(last_word(row["prevalence"]))
    statements = int(str(row["statements"]))
    held.stances[stance] += statements
    held.prevalences[prevalence] += statements
    held.is_widely_held |= stance is not Stance.NEUTRAL and prevalence in at_least(Prevalence.MANY)


def find_links(store: Store, held: Mapping[str, Held]) -> tuple[Link, ...]:
    """Find the relations between two of the positions, sorted."""
    rows = store.select(PREFIXES + queries.RELATIONS)
    links = (
        Link(
            str(row["relation"]),
            RelationKind(last_word(row["kind"])),
            RelationForm(last_word(row["form"])),
            Marking(last_word(row["marking"])),
            str(row["premise"]),
            str(row["conclusion"]),
        )
        for row in rows
    )
    kept = (one for one in links if one.premise in held and one.conclusion in held and one.premise != one.conclusion)
    return tuple(sorted(kept, key=lambda one: one.iri))


def find_speakers(store: Store, selection: Selection) -> dict[str, set[str]]:
    """Find the names of those who are named as holding each position, persons, organizations and States."""
    speakers = defaultdict[str, set[str]](set)
    for row in store.select(PREFIXES + queries.NAMED.format(selected=selection.pattern())):
        speakers[str(row["position"])].add(str(row["name"]))
    return dict(speakers)


def find_opposite_claims(held: Mapping[str, Held]) -> tuple[Pair, ...]:
    """Find the pairs of positions whose claims are the same but for “not”: what is claimed, then what denies it."""
    by_claim = defaultdict[str, list[str]](list)
    for position, one in held.items():
        by_claim[one.claim].append(position)
    denied = ((position, one.claim.replace(" not ", " ")) for position, one in held.items() if " not " in one.claim)
    return tuple(sorted((positive, negative) for negative, claim in denied for positive in by_claim.get(claim, ())))


def find_same_words(store: Store, selection: Selection, held: Mapping[str, Held]) -> Iterator[tuple[str, tuple[Voice, ...]]]:
    """Find words that some statements support and others oppose, of the same provisions, with those statements.

    Words that point back to others, and numbers of provisions that are on file nowhere, do not count; nor do statements of one position
    that a person has named, as that person found them to agree.
    """
    by_words = defaultdict[str, dict[str, list[Row]]](lambda: defaultdict(list))
    for row in store.select(PREFIXES + queries.SAME_WORDS.format(selected=selection.pattern())):
        if not _BACK.search(words := str(row["quote"])):
            by_words[words][str(row["statement"])].append(row)
    for words in sorted(by_words):
        voices = sorted((_to_voice(rows, held) for rows in by_words[words].values()), key=lambda one: one.statement)
        for same in _by_matter(words, voices):
            if len({one.stance for one in same}) > 1 and not _agree(same):
                yield words, tuple(same)


def _to_voice(rows: list[Row], held: Mapping[str, Held]) -> Voice:
    first = rows[0]
    position = str(first["position"]) if first["position"] else None
    known = held.get(position or "")
    return Voice(
        statement=str(first["statement"]),
        stance=Stance(last_word(first["stance"])),
        document=str(first["statement"]).partition("/statement/")[0],
        position=position,
        named=position is not None and (known is None or known.review is not ReviewStatus.UNREVIEWED),
        provisions=frozenset(str(row["provision"]) for row in rows if row["provision"]),
    )


def _by_matter(words: str, voices: Iterable[Voice]) -> Iterator[list[Voice]]:
    """Divide statements of the same words by what these are about: the provisions, or the document for a number on file nowhere."""
    groups = defaultdict[tuple[str, ...], list[Voice]](list)
    for one in voices:
        numbered = any(letter.isdigit() for letter in words) and not one.provisions
        groups[(one.document if numbered else "", *sorted(one.provisions))].append(one)
    yield from (groups[key] for key in sorted(groups))


def _agree(voices: Iterable[Voice]) -> bool:
    """Whether a person has named one position that all of them express."""
    positions = {one.position for one in voices}
    return len(positions) == 1 and all(one.named for one in voices)
