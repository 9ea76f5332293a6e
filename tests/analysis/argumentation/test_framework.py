from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.analysis.argumentation import BipolarFramework, Framework, Semantics, Support, accept, framework
from travaux.analysis.argumentation.framework import components, reachable, to_targets
from travaux.errors import TravauxError

few = settings(max_examples=40, deadline=None)


def bipolar(attacks: str, supports: str) -> BipolarFramework:
    pairs = [frozenset((one[0], one[1]) for one in text.split()) for text in (attacks, supports)]
    return BipolarFramework(frozenset(name for side in pairs for pair in side for name in pair), *pairs)


def carried(attacks: str, supports: str, reading: Support) -> set[str]:
    return {"".join(pair) for pair in bipolar(attacks, supports).to_framework(reading).attacks}


def test_secondary_attack_of_necessary_support() -> None:
    """Cayrol and Lagasquie-Schiex (2013): a attacks b, b is needed for c and that for d."""
    assert carried("ab", "bc cd", Support.NECESSARY) == {"ab", "ac", "ad"}


def test_mediated_attack_of_deductive_support() -> None:
    """Boella and others (2010): a supports b and c attacks b, so c attacks a."""
    assert carried("cb", "ab", Support.DEDUCTIVE) == {"cb", "ca"}


def test_supports_alone_carry_nothing_where_they_are_only_shown() -> None:
    assert carried("ab", "bc cd", Support.NONE) == {"ab"}


def all_attacks_of_the_literature(given_: BipolarFramework, reading: Support) -> Framework:
    """Close attacks under supports on both sides: secondary and its other case, or supported, mediated and super-mediated attacks."""
    supports = given_.supports if reading is Support.NECESSARY else frozenset((after, before) for before, after in given_.supports)
    onward = to_targets(supports)
    closed = {
        (source, target)
        for attacker, attacked in given_.attacks
        for source in reachable(onward, attacker)
        for target in reachable(onward, attacked)
    }
    return Framework(given_.arguments, frozenset(closed))


@st.composite
def bipolar_frameworks(draw: st.DrawFn) -> BipolarFramework:
    names = "abcdef"[: draw(st.integers(1, 6))]
    pairs = st.frozensets(st.sampled_from([(one, other) for one in names for other in names]), max_size=8)
    return BipolarFramework(frozenset(names), draw(pairs), draw(pairs))


@few
@given(bipolar_frameworks(), st.sampled_from([Support.NECESSARY, Support.DEDUCTIVE]), st.sampled_from(Semantics))
def test_attacks_left_out_change_no_extension(given_: BipolarFramework, reading: Support, semantics: Semantics) -> None:
    kept = accept(given_.to_framework(reading), semantics)
    whole = accept(all_attacks_of_the_literature(given_, reading), semantics)
    assert set(kept.extensions()) == set(whole.extensions())


@few
@given(bipolar_frameworks())
def test_each_reading_is_the_other_with_supports_reversed(given_: BipolarFramework) -> None:
    turned = BipolarFramework(given_.arguments, given_.attacks, frozenset((after, before) for before, after in given_.supports))
    assert given_.to_framework(Support.NECESSARY) == turned.to_framework(Support.DEDUCTIVE)


@few
@given(bipolar_frameworks())
def test_nothing_is_held_whose_premise_falls(given_: BipolarFramework) -> None:
    for held in accept(given_.to_framework(Support.NECESSARY), Semantics.STABLE).extensions():
        assert all(premise in held for premise, conclusion in given_.supports if conclusion in held)


def test_far_too_many_attacks_are_refused_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(framework, "MOST_ATTACKS", 2)
    with pytest.raises(TravauxError, match="more than 2 objections") as refused:
        bipolar("ab", "bc cd").to_framework(Support.NECESSARY)
    assert "--support none" in str(refused.value)


def test_components_hang_together_whichever_way_pairs_lead() -> None:
    assert components("abcde", [("b", "a"), ("b", "c"), ("e", "e")]) == (frozenset("abc"), frozenset("d"), frozenset("e"))
