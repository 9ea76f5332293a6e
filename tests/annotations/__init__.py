"""The annotated statements of the project: two passes over the reports of the first corpus, cases, and invented reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from travaux.analysis.evaluation import Annotated, Case, Gold, read_cases, read_found, read_gold
from travaux.reading.formats import read_source
from travaux.resources import seeds_folder

FOLDER = Path(__file__).parent

SEEDS = ("second-consultation-report", "fifth-consultation-report")
"""The reports of the first corpus."""

DEVELOPMENT = ("bulletin-sand", "ga-cable-repair", "parliament-lifts", "standards-trailers", "workshop-wastewater")
"""Invented reports whose sentences whoever changes the reader may look at."""

HELD_OUT = ("cable-rail-talks", "city-quiet-nights", "hrc-birth-registration", "regulator-parcels", "rulemaking-co-alarms")
"""Invented reports of which whoever changes the reader looks at the score alone."""


def seed_texts(names: Sequence[str]) -> Mapping[str, str]:
    """Give the texts of documents of the first corpus."""
    return {name: read_source(seeds_folder() / "documents" / f"{name}.txt").text for name in names}


@cache
def read_pass(name: str) -> tuple[Annotated, ...]:
    """Read the statements that one annotator, ``a`` or ``b``, found in the reports of the first corpus."""
    return tuple(read_found([FOLDER / "seeds" / f"pass-{name}"], {}, seed_texts))


@cache
def cases() -> tuple[Case, ...]:
    """Read all the cases."""
    return read_cases(FOLDER / "cases")


@cache
def reports(names: tuple[str, ...] = DEVELOPMENT + HELD_OUT) -> Gold:
    """Read invented reports with their statements."""
    return read_gold([FOLDER / "reports" / f"{name}.jsonl" for name in names], lambda _: {})
