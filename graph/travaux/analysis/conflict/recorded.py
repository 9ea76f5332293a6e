"""What the store records of positions: who holds them, how they bear on one another, and what rules see in their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from travaux.analysis.columns.columns import NOTHING, PREVALENCES, STANCES, Columns, Mask, count_by, place_of, texts
from travaux.analysis.conflict import queries
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, Stance
from travaux.model.store import Store

Pair = tuple[str, str]
Rows = NDArray[np.intp]
BATCH = 500
"""Things that one query asks about."""

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


def find_held(store: Store, columns: Columns, selected: Mask) -> dict[str, Held]:
    """Find every position that no person has rejected, also those that no statement selected expresses."""
    held = {
        str(position): Held(str(claim), ReviewStatus(last_word(review)) if review else ReviewStatus.UNREVIEWED)
        for position, claim, review in store.select(PREFIXES + queries.POSITIONS).rows
    }
    rows = np.flatnonzero(selected & (columns.position != NOTHING))
    by_number = [held.get(position) for position in texts(columns.positions)]
    position, stance, prevalence = columns.position[rows], columns.stance[rows], columns.prevalence[rows]
    combined, counts = count_by(position, stance, prevalence)
    for (number, attitude, word), count in zip(combined.tolist(), counts.tolist(), strict=True):
        if one := by_number[number]:
            _add(one, STANCES[attitude], PREVALENCES[word], count)
    meetings = texts(columns.consultation_names)
    for number, meeting in count_by(position, columns.consultation[rows])[0].tolist():
        if (one := by_number[number]) and meeting != NOTHING:
            one.consultations.add(meetings[meeting])
    for number in _recurring(columns, rows[stance != place_of(Stance.NEUTRAL)]):
        if one := by_number[number]:
            one.recurs = True
    return {position: one for position, one in held.items() if one.review is not ReviewStatus.REJECTED}


def _recurring(columns: Columns, rows: Rows) -> list[int]:
    """Give the numbers of the positions that stand in two paragraphs or more."""
    places = count_by(columns.position[rows], columns.paragraph[rows])[0]
    return [int(number) for number in np.flatnonzero(np.bincount(places[:, 0]) > 1)]


def _add(held: Held, stance: Stance, prevalence: Prevalence, statements: int) -> None:
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


def find_speakers(columns: Columns, selected: Mask) -> dict[str, set[str]]:
    """Find the names of those who are named as holding each position, persons, organizations and States."""
    speakers = defaultdict[str, set[str]](set)
    pairs = columns.speaker.within(selected & (columns.position != NOTHING))
    positions, names = texts(columns.positions), pairs.names()
    for position, name in count_by(columns.position[pairs.statement], pairs.thing)[0].tolist():
        speakers[positions[position]].add(names[name])
    return dict(speakers)


def find_opposite_claims(held: Mapping[str, Held]) -> tuple[Pair, ...]:
    """Find the pairs of positions whose claims are the same but for “not”: what is claimed, then what denies it."""
    by_claim = defaultdict[str, list[str]](list)
    for position, one in held.items():
        by_claim[one.claim].append(position)
    denied = ((position, one.claim.replace(" not ", " ")) for position, one in held.items() if " not " in one.claim)
    return tuple(sorted((positive, negative) for negative, claim in denied for positive in by_claim.get(claim, ())))


def find_same_words(store: Store, columns: Columns, selected: Mask, held: Mapping[str, Held]) -> Iterator[tuple[Voice, ...]]:
    """Find statements of the same words, of which some support and others oppose them, of the same provisions.

    Words that point back to others, and numbers of provisions that are on file nowhere, do not count; nor do statements of one position
    that a person has named, as that person found them to agree.
    """
    sides = [selected & (columns.stance == place_of(stance)) for stance in (Stance.SUPPORTS, Stance.OPPOSES)]
    both = np.intersect1d(*(columns.words[side] for side in sides))
    rows = np.flatnonzero((sides[0] | sides[1]) & np.isin(columns.words, both[both != NOTHING]))
    voices = _read_voices(columns, rows, held)
    by_words = defaultdict[int, list[Voice]](list)
    for number, voice in zip(columns.words[rows].tolist(), voices, strict=True):
        by_words[number].append(voice)
    contested = {number: same for number, same in by_words.items() if any(map(_differ, _by_matter("", same)))}
    quotes = _read_quotes(store, [same[0].statement for same in contested.values()])
    for _, same in sorted(contested.items()):
        if not _BACK.search(words := quotes[same[0].statement]):
            yield from (tuple(voices) for voices in _by_matter(words, same) if _differ(voices))


def batched(iris: Sequence[str]) -> Iterator[str]:
    """Write things for the values of a query, so many at a time."""
    for first in range(0, len(iris), BATCH):
        yield " ".join(f"<{one}>" for one in iris[first : first + BATCH])


def _read_quotes(store: Store, statements: list[str]) -> dict[str, str]:
    rows = (row for iris in batched(statements) for row in store.select(PREFIXES + queries.QUOTES.format(iris=iris)).rows)
    return {str(statement): str(quote) for statement, quote in rows}


def _read_voices(columns: Columns, rows: Rows, held: Mapping[str, Held]) -> Iterator[Voice]:
    """Make rows voices, in their order."""
    mask = np.zeros(len(columns), dtype=np.bool_)
    mask[rows] = True
    cited, provisions = columns.provision.within(mask), columns.provision.names()
    of_row = defaultdict[int, set[str]](set)
    for row, thing in zip(cited.statement.tolist(), cited.thing.tolist(), strict=True):
        of_row[row].add(provisions[thing])
    positions = [*texts(columns.positions), None]
    for row in rows.tolist():
        statement, position = columns.iri(row), positions[columns.position[row]]
        known = held.get(position or "")
        yield Voice(
            statement=statement,
            stance=STANCES[columns.stance[row]],
            document=statement.partition("/statement/")[0],
            position=position,
            named=position is not None and (known is None or known.review is not ReviewStatus.UNREVIEWED),
            provisions=frozenset(of_row[row]),
        )


def _by_matter(words: str, voices: Iterable[Voice]) -> Iterator[list[Voice]]:
    """Divide statements of the same words by what these are about: the provisions, or the document for a number on file nowhere."""
    groups = defaultdict[tuple[str, ...], list[Voice]](list)
    numbered = any(letter.isdigit() for letter in words)
    for one in voices:
        groups[(one.document if numbered and not one.provisions else "", *sorted(one.provisions))].append(one)
    yield from (groups[key] for key in sorted(groups))


def _differ(voices: Sequence[Voice]) -> bool:
    """Whether some support and others oppose, unless a person has named one position that all of them express."""
    return len({one.stance for one in voices}) > 1 and not _agree(voices)


def _agree(voices: Sequence[Voice]) -> bool:
    positions = {one.position for one in voices}
    return len(positions) == 1 and all(one.named for one in voices)
