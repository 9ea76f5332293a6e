"""How often a stance is taken on a thing, and how widely: what lists and tables show of statements without showing these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.analysis.columns import Columns, Pairs
from travaux.analysis.columns.columns import NOTHING, PREVALENCES, STANCES, count_by
from travaux.analysis.dossiers.said import STANCES as IN_ORDER
from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Value

AGAINST = (Stance.CONCERNED, Stance.OPPOSES)
"""The stances by which a thing comes under pressure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One stance: how many statements in the reports take it, and the strongest words of prevalence among them.

    ``unsaid`` counts those of which the report does not say how widely. ``narrower`` are labels of narrower themes, where only statements
    on these have the words.
    """

    stance: Stance
    statements: int
    strongest: tuple[Prevalence, ...]
    unsaid: int = 0
    narrower: tuple[str, ...] = ()


def to_taken(counted: Iterable[tuple[Stance, Prevalence, int]]) -> tuple[Taken, ...]:
    """Put counts by stance and prevalence together by stance, in the order in which stances are shown."""
    found: dict[Stance, list[tuple[Prevalence, int]]] = defaultdict(list)
    for stance, prevalence, count in counted:
        found[stance].append((prevalence, count))
    return tuple(
        Taken(
            stance=stance,
            statements=sum(count for _, count in found[stance]),
            strongest=strongest(word for word, _ in found[stance]),
            unsaid=sum(count for word, count in found[stance] if word is Prevalence.UNSPECIFIED),
        )
        for stance in IN_ORDER
        if stance in found
    )


def taken_by(columns: Columns, linked: Pairs) -> dict[str, tuple[Taken, ...]]:
    """Tell of each thing that statements are linked to which stances they take; things without any are absent."""
    stances, words = columns.stance[linked.statement], columns.prevalence[linked.statement]
    things, found = linked.names(), defaultdict[str, list[tuple[Stance, Prevalence, int]]](list)
    keys, counts = count_by(linked.thing, stances, words)
    for (thing, stance, word), count in zip(keys.tolist(), counts.tolist(), strict=True):
        if stance != NOTHING:
            found[things[thing]].append((STANCES[stance], PREVALENCES[word] if word != NOTHING else Prevalence.UNSPECIFIED, count))
    return {thing: to_taken(counted) for thing, counted in found.items()}


def total(taken: Iterable[Taken], stances: Sequence[Stance] = IN_ORDER) -> int:
    """Count the statements of some stances, or of all; each takes one."""
    return sum(one.statements for one in taken if one.stance in stances)


def reach(words: Iterable[Prevalence]) -> int:
    """Give the place of the strongest of some words in the order of prevalence, the more the wider; it is no number of speakers."""
    return max((-1 if word is Prevalence.UNSPECIFIED else len(Prevalence) - len(at_least(word)) for word in words), default=-2)


STANCE_COLUMNS = tuple(column for stance in IN_ORDER for column in (stance.value, f"{stance.value}_strongest"))


def stance_row(taken: Sequence[Taken]) -> tuple[Value, ...]:
    """Give the numbers and strongest words of every stance as cells of ``STANCE_COLUMNS``."""
    found = {one.stance: one for one in taken}
    return tuple(
        cell
        for stance in IN_ORDER
        for cell in ((found[stance].statements, "; ".join(found[stance].strongest)) if stance in found else (0, None))
    )
