"""Groups of statements that have all in common that a dossier adds up, and the sums over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers import queries
from travaux.analysis.dossiers.queries import Scope
from travaux.analysis.sparql import last_word
from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Prevalence, ReviewStatus, Stance
from travaux.model.store import Store


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


def find_cells(store: Store, scope: Scope) -> tuple[Cell, ...]:
    """Count the statements of a scope, group by group."""
    return tuple(
        Cell(
            stance=Stance(last_word(row["stance"])),
            prevalence=Prevalence(last_word(row["prevalence"])),
            review=ReviewStatus(last_word(row["review"])),
            position=str(row["position"]) if row["position"] else None,
            meeting=str(row["meeting"]) if row["meeting"] else None,
            statements=int(str(row["statements"])),
            examples=tuple(dict.fromkeys((str(row["first"]), str(row["last"])))),
        )
        for row in store.select(queries.cells(scope))
        if row["stance"]
    )


def count(cells: Iterable[Cell]) -> int:
    """Count the statements of groups; each stands in one."""
    return sum(cell.statements for cell in cells)


def words(cells: Iterable[Cell]) -> tuple[Prevalence, ...]:
    """Give the strongest words of prevalence of groups."""
    return strongest(cell.prevalence for cell in cells)


def by_position(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """Put together the groups of each position: the most widely held first, then those of most statements."""
    found = defaultdict[str, list[Cell]](list)
    for cell in cells:
        if cell.position:
            found[cell.position].append(cell)

    def wide(position: str) -> tuple[int, int, str]:
        return -max(map(_reach, words(found[position]))), -count(found[position]), position

    return {position: found[position] for position in sorted(found, key=wide)}


def choose(cells: Iterable[Cell], limit: int) -> list[str]:
    """Choose statements to show: of the most widely held groups, and as far as it goes of different ones."""
    ordered = sorted(cells, key=lambda cell: (-_reach(cell.prevalence), cell.meeting or "~", cell.review, cell.examples))
    first, second = [cell.examples[0] for cell in ordered], [iri for cell in ordered for iri in cell.examples[1:]]
    return list(dict.fromkeys((*first, *second)))[:limit]


def _reach(word: Prevalence) -> int:
    """Order the words of prevalence: the more say as much or more, the less a word says."""
    return -1 if word is Prevalence.UNSPECIFIED else len(Prevalence) - len(at_least(word))
