"""A score as tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from travaux.analysis.evaluation.annotated import Annotated, Case
from travaux.analysis.evaluation.fields import differing
from travaux.analysis.evaluation.score import Score, Tally
from travaux.model.store import Table, Value

_DIGITS = 4
_RATIOS = ("precision", "recall", "f1")


def overall_table(score: Score) -> Table:
    """Tabulate how many statements are right, by the main measure of overlap and the two others, and how many of their themes."""
    rows = {
        "statements: half of both quotes": score.overall,
        "strict: half of their union": score.strict,
        "lenient: half of the shorter": score.lenient,
        "themes of matched statements": score.themes,
    }
    columns = ("measure", "annotated", "found", "matched", *_RATIOS)
    return Table(columns, tuple((name, tally.gold, tally.found, tally.gold_matched, *_ratios(tally)) for name, tally in rows.items()))


def fields_table(score: Score) -> Table:
    """Tabulate for every field in how many of the matched statements it is right."""
    rows = (
        (name, one.right, one.pairs, rounded(one.accuracy), rounded(one.kappa), rounded(one.alpha)) for name, one in score.fields.items()
    )
    return Table(("field", "right", "compared", "accuracy", "kappa", "alpha"), tuple(rows))


def group_table(score: Score, by: str, cases: Mapping[str, Case]) -> Table:
    """Tabulate a score in groups, the greatest number of mistakes first; statements that belong to no group are left out.

    ``by`` is ``cue``, ``rule`` or ``document``, or for cases ``manner`` or ``phenomenon``. Groups of cases also tell how many texts
    without statements they hold and how many of these stayed empty.
    """
    tallies = {str(group): tally for group, tally in score.tally_by(_key(by, cases)).items() if group is not None}
    silent = _count_silent(score, by, cases)
    for group in silent:
        tallies.setdefault(group, Tally(0, 0, 0, 0))
    rows: list[tuple[Value, ...]] = []
    for group, tally in sorted(tallies.items(), key=lambda entry: (-entry[1].mistakes, entry[0])):
        counts = (tally.gold, tally.gold - tally.gold_matched, tally.found, tally.found - tally.found_matched)
        rows.append((group, *counts, *_ratios(tally), *(silent.get(group, (0, 0)) if silent else ())))
    columns = (by, "annotated", "missed", "found", "spurious", *_RATIOS)
    return Table((*columns, "without", "stayed_empty") if silent else columns, tuple(rows))


def misses_table(score: Score) -> Table:
    """List what was missed and what is spurious in the order of the documents and their texts."""
    listed = [("missed", one) for one in score.misses] + [("spurious", one) for one in score.spurious]
    listed.sort(key=lambda entry: (entry[1].document, entry[1].start, entry[1].end, entry[0]))
    rows = ((kind, one.document, one.paragraph, one.cue, one.quote, one.rule) for kind, one in listed)
    return Table(("mistake", "document", "paragraph", "cue", "quote", "rule"), tuple(rows))


def differences_table(score: Score, name: str) -> Table:
    """List the matched statements whose values of a field differ."""
    rows = (
        (found.document, gold.paragraph, gold.cue, gold.quote, _show(getattr(gold, name)), _show(getattr(found, name)), found.rule)
        for gold, found in score.pairs
        if differing(name, gold, found)
    )
    return Table(("document", "paragraph", "cue", "quote", f"annotated_{name}", f"found_{name}", "rule"), tuple(rows))


def _key(by: str, cases: Mapping[str, Case]) -> Callable[[Annotated], str | None]:
    if by in {"manner", "phenomenon"}:
        return lambda one: getattr(cases.get(one.document), by, None)
    if by == "cue":
        return lambda one: one.cue.lower() if one.cue else None
    return lambda one: getattr(one, by) or None


def _count_silent(score: Score, by: str, cases: Mapping[str, Case]) -> dict[str, tuple[int, int]]:
    """Count, for each group of cases, those without statements and those of them in which nothing was found."""
    if by not in {"manner", "phenomenon"}:
        return {}
    spoken = {one.document for one in score.spurious}
    counts: dict[str, tuple[int, int]] = {}
    for document, case in cases.items():
        without, stayed = counts.get(getattr(case, by), (0, 0))
        silent = not case.statements
        counts[getattr(case, by)] = without + silent, stayed + (silent and document not in spoken)
    return counts


def _ratios(tally: Tally) -> tuple[Value, ...]:
    return tuple(rounded(getattr(tally, name)) for name in _RATIOS)


def rounded(number: float | None) -> float | None:
    """Round a ratio to the digits that are shown."""
    return None if number is None else round(number, _DIGITS)


def _show(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value
    return " · ".join(value) if isinstance(value, tuple) else str(value)
