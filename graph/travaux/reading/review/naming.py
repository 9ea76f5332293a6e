"""Several positions named or worded anew at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import ConflictError, ReviewError
from travaux.model.schemes import ReviewStatus
from travaux.reading.review.folder import Change
from travaux.reading.review.lines import Lines, Value
from travaux.reading.review.schema import KEY, PositionTable, now
from travaux.reading.review.tables import POSITIONS
from travaux.reading.schema import check_schema
from travaux.reading.toml import Problem

LONGEST_CLAIM = 10_000
"""Characters that a position, one sentence, may have."""
LONGEST_QUOTE = 32_767
"""Characters that words of a document may have where they are evidence, as many as a cell of a spreadsheet holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a reviewer wants a position to say; ``seen`` is the claim that it was seen with, ``None`` if it is to be new."""

    key: str
    claim: str
    seen: str | None = None
    why: str | None = None
    note: str | None = None


def check_naming(naming: Naming) -> None:
    """Raise ``ReviewError`` telling everything that is wrong with the words of a position."""
    if not KEY.fullmatch(naming.key):
        hint = "Write at most 80 letters without accents, digits, hyphens and underscores, or leave it empty."
        raise ReviewError(f"no position can have the key {naming.key!r}", hint=hint)
    if len(naming.claim) > LONGEST_CLAIM:
        hint = "A position is one sentence that can be held."
        raise ReviewError(f"the claim has {len(naming.claim):,} characters; at most {LONGEST_CLAIM:,} are taken", hint=hint)
    problems: list[Problem] = []
    told = _fields({}, naming, "reviewer", ReviewStatus.ADDED)
    if check_schema(PositionTable, dict(told), Path(POSITIONS), problems) is None:
        raise ReviewError("; ".join(problem.what for problem in problems), where=naming.key, hint=problems[0].hint)


def naming_change(namings: Sequence[Naming], reviewer: str) -> Change:
    """Give what makes the lines of positions hold them; ``ConflictError`` if one says something else by now than was seen."""

    def change(lines: Lines) -> Lines:
        tables, changed = lines.tables(1), lines
        for one in namings:
            held = tables.get((one.key,))
            if (held or {}).get("claim") != one.seen:
                what = f"somebody has changed the position {one.key} meanwhile"
                raise ConflictError(what, where=POSITIONS, hint="Look at what it says now, then change it again.")
            kind = ReviewStatus.EDITED if held else ReviewStatus.ADDED
            changed = changed.with_block((one.key,), _fields(held or {}, one, reviewer, kind))
        return changed

    return change


def _fields(held: Mapping[str, Value], naming: Naming, reviewer: str, kind: ReviewStatus) -> dict[str, Value]:
    told: dict[str, Value | None] = {
        **held,
        "claim": naming.claim,
        "decision": kind.value,
        "by": reviewer,
        "at": now(),
        "why": naming.why,
        "note": naming.note,
    }
    return {name: value for name, value in told.items() if value is not None and value != ""}
