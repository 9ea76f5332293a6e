"""The annotated statements of the project: two passes over the reports of the first corpus, cases, and invented reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from travaux.analysis.evaluation import Annotated, Case, Gold, read_cases, read_found, read_gold
from travaux.reading.formats import read_source
from travaux.resources import seeds_folder

FOLDER = Path(__file__).parent


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
def reports() -> Gold:
    """Read the invented reports with their statements."""
    return read_gold([FOLDER / "reports"], lambda _: {})
