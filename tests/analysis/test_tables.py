"""Results as tables, frames and plain data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from travaux.analysis.tables import Tabular, to_data
from travaux.model.schemes import Stance
from travaux.model.store import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Tabular):
    stances: frozenset[Stance]
    day: dt.date
    parts: tuple[tuple[str, int], ...]

    def to_table(self) -> Table:
        return Table(("name", "number"), self.parts)


RESULT = Result(stances=frozenset({Stance.SUPPORTS, Stance.OPPOSES}), day=dt.date(2030, 4, 1), parts=(("a", 1), ("b", 2)))


def test_a_frame_has_the_columns_and_rows_of_the_table() -> None:
    frame = RESULT.to_frame()
    assert list(frame.columns) == ["name", "number"]
    assert frame["number"].sum() == 3
    assert list(Result(stances=frozenset(), day=RESULT.day, parts=()).to_frame().columns) == ["name", "number"]


def test_plain_data_holds_words_lists_and_days_in_a_fixed_order() -> None:
    assert to_data(RESULT) == {"stances": ["opposes", "supports"], "day": "2030-04-01", "parts": [["a", 1], ["b", 2]]}
    assert to_data({Stance.SUPPORTS: 1}) == {"supports": 1}
