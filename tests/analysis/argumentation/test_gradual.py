from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.analysis.argumentation import BipolarFramework, Gradual, find_strengths
from travaux.analysis.argumentation.gradual import df_quad, quadratic_energy

both = pytest.mark.parametrize("gradual", Gradual)
scores = st.floats(0, 1, allow_subnormal=False)


def bipolar(attacks: str, supports: str = "", alone: str = "") -> BipolarFramework:
    pairs = [frozenset((one[0], one[1]) for one in text.split()) for text in (attacks, supports)]
    return BipolarFramework(frozenset(alone).union(*(pair for side in pairs for pair in side)), *pairs)


def test_df_quad_combines_by_the_formulas_of_rago_and_others() -> None:
    """Strengths aggregate as a + b - ab, and the stronger side moves the base by the difference (2016, definitions 1 and 2)."""
    assert df_quad(0.5, [], []) == 0.5
    assert df_quad(0.5, [0.6, 0.5], []) == pytest.approx(0.5 - 0.5 * 0.8)
    assert df_quad(0.4, [0.3], [0.6, 0.5]) == pytest.approx(0.4 + 0.6 * (0.8 - 0.3))
    assert df_quad(0.7, [0.6], [0.6]) == 0.7
    assert df_quad(0.7, [1.0], []) == 0.0
    assert df_quad(0.2, [], [1.0]) == 1.0


def test_quadratic_energy_combines_by_the_formulas_of_potyka() -> None:
    """The energy E moves the weight by the square of E over one and the square of E (2018, definition 2)."""
    assert quadratic_energy(0.5, [], []) == 0.5
    assert quadratic_energy(0.5, [], [1.0]) == 0.75
    assert quadratic_energy(0.8, [0.9, 0.9], [0.3]) == pytest.approx(0.8 - 0.8 * 2.25 / 3.25)
    assert quadratic_energy(0.3, [0.9], []) == pytest.approx(0.3 * (1 - 0.81 / 1.81))
    assert quadratic_energy(0.6, [0.4], [0.4]) == 0.6


def test_e_democracy_debate_of_rago_and_others() -> None:
    """The debate of Rago and others (2016) with its base scores; the strengths are worked out by hand from their definitions."""
    debate = bipolar("cb dp ep fp", "qa pa rb")
    bases = {"a": 0.5, "b": 0.5, "q": 0.7, "p": 0.5, "r": 0.9, "d": 0.2, "e": 0.6, "f": 0.5, "c": 0.2}
    found = find_strengths(debate, Gradual.DF_QUAD, bases).by_argument
    attack = 1 - 0.8 * 0.4 * 0.5
    p = 0.5 * (1 - attack)
    assert found["p"] == pytest.approx(p)
    assert found["a"] == pytest.approx(0.5 + 0.5 * (1 - 0.3 * (1 - p)))
    assert found["b"] == pytest.approx(0.5 + 0.5 * (0.9 - 0.2))


@both
def test_positions_alone_and_premises_keep_the_same_beginning(gradual: Gradual) -> None:
    assert find_strengths(bipolar("ab", "", "abc"), gradual).by_argument["c"] == 0.5
    assert find_strengths(bipolar("ab"), gradual).by_argument["a"] == 0.5


@both
@settings(deadline=None, max_examples=50)
@given(base=scores, sides=st.tuples(st.lists(scores, max_size=4), st.lists(scores, max_size=4)), more=scores)
def test_attacks_never_strengthen_and_supports_never_weaken(
    gradual: Gradual, base: float, sides: tuple[list[float], list[float]], more: float
) -> None:
    rule = df_quad if gradual is Gradual.DF_QUAD else quadratic_energy
    attackers, supporters = sides
    now = rule(base, attackers, supporters)
    assert 0 <= now <= 1
    assert rule(base, [*attackers, more], supporters) <= now + 1e-12
    assert rule(base, attackers, [*supporters, more]) >= now - 1e-12


def test_a_circle_settles_where_both_equations_hold() -> None:
    """Two that attack each other by DF-QuAD from one half: s = 0.5 - 0.5 s, so one third each."""
    found = find_strengths(bipolar("ab ba"), Gradual.DF_QUAD)
    assert found.by_argument == pytest.approx({"a": 1 / 3, "b": 1 / 3}, abs=1e-8)
    assert found.unsettled == ()


def test_a_circle_that_swings_for_ever_has_no_strength_and_neither_has_what_hangs_on_it() -> None:
    """From 1, two that attack each other fully swing between 0 and 1 together."""
    found = find_strengths(bipolar("ab ba bc de"), Gradual.DF_QUAD, dict.fromkeys("ab", 1.0))
    assert found.unsettled == ("a", "b", "c")
    assert found.by_argument["e"] == 0.25


@both
def test_the_order_of_names_changes_nothing(gradual: Gradual) -> None:
    forward, backward = find_strengths(bipolar("ab bc", "da"), gradual), find_strengths(bipolar("dc cb", "ad"), gradual)
    assert forward.by_argument["c"] == backward.by_argument["b"]
