"""The columns: one row for each statement, numbers in place of names."""

from __future__ import annotations

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

    ``things`` are the IRIs that the numbers stand for, sorted.
    """

    statement: Numbers
    thing: Numbers
    things: Words

    def within(self, mask: Mask) -> Pairs:
        """Keep the pairs of the statements of a mask."""
        kept = mask[self.statement]
        return Pairs(self.statement[kept], self.thing[kept], self.things)

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
    link statements to things; ``chapter`` links them to the chapters of the provisions that they cite, and those that cite none of a
    chapter to the chapters of the agenda items and sections that they stand under.
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
    chapter: Pairs

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


STANCES = tuple(Stance)
PREVALENCES = tuple(Prevalence)
REVIEWS = tuple(ReviewStatus)


def place_of(word: Stance | Prevalence | ReviewStatus) -> int:
    """Give the number that stands for a word of a scheme."""
    scheme: tuple[StrEnum, ...] = STANCES if isinstance(word, Stance) else PREVALENCES if isinstance(word, Prevalence) else REVIEWS
    return scheme.index(word)


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
