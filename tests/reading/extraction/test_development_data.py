"""The reading of the annotated texts is no worse than it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from annotations import DEVELOPMENT, FOLDER, HELD_OUT, SEEDS, cases, read_pass, reports
from travaux.analysis.evaluation import Annotated, Score, score, to_annotated

from .said import Reading

FIELDS = ("prevalence", "stance", "speaker_kind", "provisions")

# What a change of the reader must keep, in per cent: F1 of statements, then the share of right values in FIELDS.
# Each floor stands one to two points below what was reached; raise it when more is reached.
FLOORS: Mapping[str, tuple[int, int, int, int, int]] = {
    "seeds, pass a": (94, 98, 92, 98, 97),
    "seeds, pass b": (91, 98, 92, 98, 97),
    "diplomatic cable": (86, 98, 77, 95, 98),
    "minutes": (90, 93, 88, 90, 90),
    "negotiation bulletin": (86, 95, 90, 98, 88),
    "rulemaking summary": (87, 92, 95, 92, 95),
    "working group report": (95, 95, 79, 92, 76),
    "workshop report": (90, 95, 95, 98, 98),
    "development reports": (74, 92, 75, 95, 84),
    "held-out reports": (74, 91, 81, 91, 97),
}
SILENT_FLOOR = 85
"""The share of the hard negatives, in per cent, in which nothing is found."""


@dataclass(frozen=True)
class Annotations:
    """One set of annotated statements and the names of the documents that were annotated."""

    statements: tuple[Annotated, ...]
    documents: tuple[str, ...]


def _sets() -> dict[str, Annotations]:
    sets = {f"seeds, pass {name}": Annotations(read_pass(name), SEEDS) for name in ("a", "b")}
    for manner in sorted({case.manner for case in cases()}):
        own = [case for case in cases() if case.manner == manner]
        sets[manner] = Annotations(tuple(one for case in own for one in case.statements), tuple(case.document for case in own))
    for name, documents in (("development reports", DEVELOPMENT), ("held-out reports", HELD_OUT)):
        sets[name] = Annotations(tuple(reports(documents).statements), documents)
    return sets


@pytest.fixture(scope="module")
def found(annotated_readings: Mapping[str, Reading]) -> list[Annotated]:
    """The statements that the reader finds in all annotated texts."""
    return [replace(one, document=name) for name, reading in annotated_readings.items() for one in to_annotated(reading.statements)]


@pytest.fixture(scope="module")
def scores(found: list[Annotated]) -> dict[str, Score]:
    return {name: score(one.statements, found, one.documents) for name, one in _sets().items()}


def test_every_set_has_its_floors() -> None:
    assert set(FLOORS) == set(_sets())


def test_every_report_is_for_development_or_held_out() -> None:
    assert sorted(DEVELOPMENT + HELD_OUT) == sorted(file.stem for file in (FOLDER / "reports").glob("*.txt"))


@pytest.mark.parametrize("name", FLOORS)
def test_statements_are_found(scores: dict[str, Score], name: str) -> None:
    f1 = scores[name].overall.f1
    assert f1 is not None
    assert f1 * 100 >= FLOORS[name][0]


@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.parametrize(("place", "field"), list(enumerate(FIELDS, start=1)))
def test_what_is_said_of_statements_is_right(scores: dict[str, Score], name: str, place: int, field: str) -> None:
    accuracy = scores[name].fields[field].accuracy
    assert accuracy is not None
    assert accuracy * 100 >= FLOORS[name][place]


def test_hard_negatives_stay_empty(found: list[Annotated]) -> None:
    silent = [case.document for case in cases() if not case.statements]
    spoken = {one.document for one in found}
    assert 100 * sum(document not in spoken for document in silent) >= SILENT_FLOOR * len(silent)
