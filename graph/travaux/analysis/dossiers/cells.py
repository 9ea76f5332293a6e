"""Groups of statements that have all in common that a dossier adds up, and the sums over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from travaux.analysis.columns.columns import NOTHING, PREVALENCES, REVIEWS, STANCES, Words, ends_by
from travaux.analysis.dossiers.scope import Scope
from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Prevalence, ReviewStatus, Stance


@dataclass(frozen=True, slots=True)
class Cell:
    """So many statements with the same stance, word of prevalence, review status, position and consultation; two of them by IRI."""

    stance: Stance
    prevalence: Prevalence
    review: ReviewStatus
    position: str | None
    meeting: str | None
    statements: int
    examples: tuple[str, ...]


def find_cells(scope: Scope) -> tuple[Cell, ...]:
    """Count the statements of a scope, group by group."""
    columns = scope.columns
    coded = (columns.stance, columns.prevalence, columns.review)
    known = scope.mask & np.logical_and.reduce([column != NOTHING for column in coded])
    rows = np.flatnonzero(known).astype(np.int32)
    by = (column[rows] for column in (*coded, columns.position, columns.consultation))
    return tuple(
        Cell(
            stance=STANCES[stance],
            prevalence=PREVALENCES[prevalence],
            review=REVIEWS[review],
            position=_iri(columns.positions, position),
            meeting=_iri(columns.consultations, meeting),
            statements=statements,
            examples=tuple(dict.fromkeys((columns.iri(first), columns.iri(last)))),
        )
        for (stance, prevalence, review, position, meeting), statements, first, last in zip(
            *(column.tolist() for column in ends_by(rows, *by)), strict=True
        )
    )


def _iri(words: Words, place: int) -> str | None:
    return str(words[place], "utf-8") if place != NOTHING else None


def statements_by_position(scope: Scope) -> dict[tuple[Stance, str | None], list[str]]:
    """Give the statements of a scope by stance and position, by their IRIs."""
    columns, found = scope.columns, defaultdict[tuple[Stance, str | None], list[str]](list)
    for row in np.flatnonzero(scope.mask & (columns.stance != NOTHING)).tolist():
        found[STANCES[columns.stance[row]], _iri(columns.positions, columns.position[row])].append(columns.iri(row))
    return found


def count(cells: Iterable[Cell]) -> int:
    """Count the statements of groups; each stands in one."""
    return sum(cell.statements for cell in cells)


def words(cells: Iterable[Cell]) -> tuple[Prevalence, ...]:
    """Give the strongest words of prevalence of groups."""
    return strongest(cell.prevalence for cell in cells)


def unsaid(cells: Iterable[Cell]) -> int:
    """Count the statements of which the report does not say how widely they are held."""
    return count(cell for cell in cells if cell.prevalence is Prevalence.UNSPECIFIED)


def by_position(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """Put together the groups of each position: the most widely held first, then those of most statements."""
    found = defaultdict[str, list[Cell]](list)
    for cell in cells:
        if cell.position:
            found[cell.position].append(cell)

    def wide(position: str) -> tuple[int, int, str]:
        return -max(map(reach, words(found[position]))), -count(found[position]), position

    return {position: found[position] for position in sorted(found, key=wide)}


def choose(cells: Iterable[Cell], limit: int) -> list[str]:
    """Choose statements to show: of the most widely held groups, and as far as it goes of different ones."""
    ordered = sorted(cells, key=lambda cell: (-reach(cell.prevalence), cell.meeting or "~", cell.review, cell.examples))
    first, second = [cell.examples[0] for cell in ordered], [iri for cell in ordered for iri in cell.examples[1:]]
    return list(dict.fromkeys((*first, *second)))[:limit]


def reach(word: Prevalence) -> int:
    """Order the words of prevalence: the more say as much or more, the less a word says."""
    return -1 if word is Prevalence.UNSPECIFIED else len(Prevalence) - len(at_least(word))
