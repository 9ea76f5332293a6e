"""Confidences from scores."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from travaux.reading.linking.calibration import Calibration, fit_steps, read_calibration

SCORED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=200)


@given(SCORED)
def test_steps_rise_and_never_promise_certainty(scored: list[tuple[float, bool]]) -> None:
    steps = fit_steps(scored)
    assert list(steps) == sorted(steps)
    assert all(0 < share < 1 for _start, share in steps)


def test_shares_are_those_of_the_scores() -> None:
    scored = [(0.2, False)] * 18 + [(0.8, True)] * 18
    assert fit_steps(scored, smallest=18) == ((0.2, 0.05), (0.8, 0.95))


def test_a_score_is_looked_up_in_its_step() -> None:
    table = Calibration(themes=((0.2, 0.1), (0.6, 0.9)), questions=((0.0, 0.5),))
    assert [table.theme(score) for score in (0.0, 0.2, 0.59, 0.6, 1.0)] == [0.1, 0.1, 0.1, 0.9, 0.9]


def test_the_table_of_the_package_rises() -> None:
    table = read_calibration()
    for steps in (table.themes, table.questions):
        assert [share for _start, share in steps] == sorted(share for _start, share in steps)
