"""The columns: one row for each statement, numbers in place of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from travaux.analysis.selection import ALL, Selection
from travaux.model.prevalence import at_least
from travaux.model.schemes import Prevalence, ReviewStatus, Stance

Numbers = NDArray[np.int32]
Words = NDArray[np.bytes_]
Mask = NDArray[np.bool_]

NOTHING = -1
"""In place of a number: the statement has none."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which statements are linked to which things: a row of ``statement`` and a number of a thing, sorted, each pair once.

    ``things`` are the IRIs, or names, that the numbers stand for, sorted.
    """

    statement: Numbers
    thing: Numbers
    things: Words

    def within(self, mask: Mask) -> Pairs:
        """Keep the pairs of the statements of a mask."""
        kept = mask[self.statement]
        return Pairs(self.statement[kept], self.thing[kept], self.things)

    def through(self, links: Mapping[str, Iterable[str]]) -> Pairs:
        """Link the statements to what the things lead to; a thing without ``links`` leads nowhere."""
        reached = np.array(sorted({one.encode() for ends in links.values() for one in ends}), dtype=np.bytes_)
        steps = [
            (number, find_word(reached, one)) for number, thing in enumerate(self.names()) for one in sorted(set(links.get(thing, ())))
        ]
        ways = np.array(steps, dtype=np.int64).reshape(-1, 2)
        count = np.bincount(ways[:, 0], minlength=len(self.things))
        first = np.cumsum(count) - count
        often = count[self.thing]
        offset = np.arange(often.sum()) - np.repeat(np.cumsum(often) - often, often)
        return to_pairs(np.repeat(self.statement, often), ways[np.repeat(first[self.thing], often) + offset, 1], reached)

    def joined(self, other: Pairs) -> Pairs:
        """Give the pairs of both."""
        things = np.union1d(self.things, other.things)
        numbers = [np.searchsorted(things, one.things)[one.thing] for one in (self, other)]
        return to_pairs(np.concatenate([self.statement, other.statement]), np.concatenate(numbers), things)

    def names(self) -> list[str]:
        """Give the things as texts, by number."""
        return texts(self.things)

    def linked(self) -> set[str]:
        """Give the things that a statement is linked to."""
        return set(texts(self.things[np.unique(self.thing)]))

    def counts(self) -> dict[str, int]:
        """Count the statements of each thing that any is linked to."""
        numbers, counts = np.unique(self.thing, return_counts=True)
        return dict(zip(texts(self.things[numbers]), counts.tolist(), strict=True))

    def number_of(self, iri: str) -> int:
        """Give the number of a thing; ``NOTHING`` if no statement is linked to it."""
        return find_word(self.things, iri)

    def statements_of(self, iris: tuple[str, ...], rows: int) -> Mask:
        """Give the mask of the statements that are linked to any of these things; ``rows`` is how many statements there are."""
        wanted = [number for iri in iris if (number := self.number_of(iri)) != NOTHING]
        mask = np.zeros(rows, dtype=np.bool_)
        mask[self.statement[np.isin(self.thing, wanted)]] = True
        return mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All statements of a store, also rejected ones: row by row in the order of their IRIs.

    ``stance``, ``prevalence`` and ``review`` are places in the lists of ``Stance``, ``Prevalence`` and ``ReviewStatus``; prevalence is a
    word and its place is never added up. ``document``, ``consultation``, ``position`` and ``paragraph`` are places in the sorted IRIs of
    the same name in the plural, ``NOTHING`` where a statement has none. ``provision``, ``theme``, ``question`` and ``partial_question``
    link statements to things, ``change`` to the provisions whose text they would change; ``chapter`` links them to the chapters of the
    provisions that they cite, and those that cite none of a chapter to the chapters of the agenda items and sections that they stand
    under, ``agenda_item`` to those items; ``speaker`` to the names of persons, organizations and States that are named. Statements of the
    same words, letter by letter, have the same number in ``words``, in the order of the words. ``reasoned`` and ``citing`` tell whether a
    statement gives a reason, and whether it cites anything, on file or not.
    """

    statements: Words
    stance: Numbers
    prevalence: Numbers
    review: Numbers
    document: Numbers
    documents: Words
    document_names: Words
    consultation: Numbers
    consultations: Words
    consultation_names: Words
    position: Numbers
    positions: Words
    paragraph: Numbers
    paragraphs: Words
    provision: Pairs
    theme: Pairs
    question: Pairs
    partial_question: Pairs
    change: Pairs
    chapter: Pairs
    agenda_item: Pairs
    speaker: Pairs
    words: Numbers
    reasoned: Mask
    citing: Mask

    def __len__(self) -> int:
        return len(self.statements)

    def select(self, selection: Selection = ALL) -> Mask:
        """Give the mask of the statements selected; it means what ``Selection.pattern`` means."""
        mask = np.isin(self.review, [place_of(one) for one in selection.statuses()])
        if selection.consultations:
            mask &= np.isin(self.consultation, _places(self.consultation_names, selection.consultations))
        if selection.documents:
            mask &= np.isin(self.document, _places(self.document_names, selection.documents))
        if selection.prevalence_at_least not in {None, Prevalence.UNSPECIFIED}:
            mask &= np.isin(self.prevalence, [place_of(one) for one in at_least(selection.prevalence_at_least or Prevalence.UNSPECIFIED)])
        if selection.stances:
            mask &= np.isin(self.stance, [place_of(one) for one in selection.stances])
        return mask

    def iri(self, row: int) -> str:
        """Give the IRI of the statement in a row."""
        return str(self.statements[row], "utf-8")

    def rows_of(self, iris: tuple[str, ...]) -> Numbers:
        """Give the rows of statements; those that are not there are left out."""
        found = (find_word(self.statements, iri) for iri in iris)
        return np.array([row for row in found if row != NOTHING], dtype=np.int32)

    def position_names(self, mask: Mask) -> set[str]:
        """Give the IRIs of the positions that the statements of a mask express."""
        numbers = np.unique(self.position[mask])
        return set(texts(self.positions[numbers[numbers != NOTHING]]))


STANCES = tuple(Stance)
PREVALENCES = tuple(Prevalence)
REVIEWS = tuple(ReviewStatus)


def place_of(word: Stance | Prevalence | ReviewStatus) -> int:
    """Give the number that stands for a word of a scheme."""
    scheme: tuple[StrEnum, ...] = STANCES if isinstance(word, Stance) else PREVALENCES if isinstance(word, Prevalence) else REVIEWS
    return scheme.index(word)


def texts(words: Words) -> list[str]:
    """Give words as texts."""
    return [word.decode() for word in words.tolist()]


def to_pairs(statement: NDArray[np.integer], thing: NDArray[np.integer], things: Words) -> Pairs:
    """Make pairs of rows and numbers given in any order."""
    size = len(things) + 1
    coded = np.sort(statement.astype(np.int64) * size + thing)  # what is nearly sorted is sorted sooner than numpy finds what is distinct
    distinct = np.ones(len(coded), dtype=np.bool_)
    distinct[1:] = coded[1:] != coded[:-1]
    rows, numbers = np.divmod(coded[distinct], size)
    return Pairs(rows.astype(np.int32), numbers.astype(np.int32), things)


def find_word(words: Words, text: str) -> int:
    """Find the place of a text among sorted words; ``NOTHING`` if it is not there."""
    wanted = text.encode()
    place = int(np.searchsorted(words, np.bytes_(wanted))) if len(words) else 0
    return place if place < len(words) and bytes(words[place]) == wanted else NOTHING


def _places(words: Words, names: tuple[str, ...]) -> list[int]:
    wanted = {name.encode() for name in names}
    return [place for place, word in enumerate(words.tolist()) if word in wanted]


def count_by(*columns: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Count rows by several columns of the same length: the distinct combinations, one a row in sorted order, and how often each is."""
    if not columns or not len(columns[0]):
        return np.empty((0, len(columns)), dtype=np.int64), np.empty(0, dtype=np.int64)
    sizes = [int(column.max()) + 2 for column in columns]
    coded = np.zeros(len(columns[0]), dtype=np.int64)
    for column, size in zip(columns, sizes, strict=True):
        coded = coded * size + (column.astype(np.int64) + 1)
    keys, counts = np.unique(coded, return_counts=True)
    apart = []
    for size in reversed(sizes):
        apart.append(keys % size - 1)
        keys = keys // size
    return np.stack(apart[::-1], axis=1), counts.astype(np.int64)


def ends_by(rows: Numbers, *columns: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Count as ``count_by`` does, and give of each combination the first and the last of the ``rows`` as well."""
    combinations, counts = count_by(*columns)
    if not len(counts):
        return combinations, counts, counts, counts
    order = np.lexsort((rows, *columns[::-1]))
    stops = np.cumsum(counts)
    sorted_rows = rows[order].astype(np.int64)
    return combinations, counts, sorted_rows[stops - counts], sorted_rows[stops - 1]
