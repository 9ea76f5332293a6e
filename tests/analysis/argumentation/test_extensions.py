"""Extensions against their definitions, against another solver, and on the examples of the literature."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import chain, combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
from py_arg.abstract_argumentation_classes.argument import Argument
from py_arg.abstract_argumentation_classes.defeat import Defeat
from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
from py_arg.algorithms.semantics.get_preferred_extensions import get_preferred_extensions
from py_arg.algorithms.semantics.get_stable_extensions import get_stable_extensions

from travaux.analysis.argumentation import Acceptance, Framework, Limits, Semantics, Standing, accept, ground
from travaux.analysis.argumentation.grounded import Label
from travaux.analysis.argumentation.solver import Deadline, OutOfTimeError, find_credulous, find_extensions, find_sceptical_stable

Sets = set[frozenset[str]]

few = settings(max_examples=40, deadline=None)


def of(attacks: Iterable[tuple[str, str]], *alone: str) -> Framework:
    pairs = frozenset(attacks)
    return Framework(frozenset(chain(alone, *pairs)), pairs)


def arrows(text: str) -> Framework:
    """Read ``ab bc``: a attacks b, b attacks c."""
    return of((one[0], one[1]) for one in text.split())


def sets(*texts: str) -> Sets:
    return {frozenset(text) for text in texts}


def extensions(framework: Framework, semantics: Semantics) -> Sets:
    listed = list(accept(framework, semantics).extensions())
    assert len(listed) == len(set(listed))
    return set(listed)


def standings(framework: Framework, semantics: Semantics) -> dict[str, str]:
    return {name: standing.value for name, standing in accept(framework, semantics).standings.items()}


# by definition


def subsets(framework: Framework) -> list[frozenset[str]]:
    names = sorted(framework.arguments)
    return [frozenset(one) for size in range(len(names) + 1) for one in combinations(names, size)]


def is_admissible(framework: Framework, chosen: frozenset[str]) -> bool:
    hit = {attacked for attacker, attacked in framework.attacks if attacker in chosen}
    return not hit & chosen and all(attacker in hit for attacker, attacked in framework.attacks if attacked in chosen)


def preferred_by_definition(framework: Framework) -> Sets:
    admissible = [one for one in subsets(framework) if is_admissible(framework, one)]
    return {one for one in admissible if not any(one < other for other in admissible)}


def stable_by_definition(framework: Framework) -> Sets:
    return {
        one
        for one in subsets(framework)
        if {attacked for attacker, attacked in framework.attacks if attacker in one} == framework.arguments - one
    }


def grounded_by_definition(framework: Framework) -> frozenset[str]:
    """Apply the characteristic function from the empty set until nothing changes."""
    attackers = framework.attackers()
    now: frozenset[str] = frozenset()
    while True:
        hit = {attacked for attacker, attacked in framework.attacks if attacker in now}
        after = frozenset(one for one in framework.arguments if attackers.get(one, set()) <= hit)
        if after == now:
            return now
        now = after


@st.composite
def frameworks(draw: st.DrawFn, most: int = 7) -> Framework:
    names = "abcdefgh"[: draw(st.integers(0, most))]
    pairs = [(one, other) for one in names for other in names]
    return Framework(frozenset(names), frozenset(draw(st.lists(st.sampled_from(pairs), max_size=14)) if pairs else ()))


@few
@given(frameworks())
def test_extensions_are_those_of_the_definitions(framework: Framework) -> None:
    preferred, stable = preferred_by_definition(framework), stable_by_definition(framework)
    assert ground(framework).holding(Label.IN) == grounded_by_definition(framework)
    assert extensions(framework, Semantics.PREFERRED) == preferred
    assert extensions(framework, Semantics.STABLE) == stable
    assert find_credulous(framework, Semantics.PREFERRED) == frozenset().union(*preferred)
    assert find_credulous(framework, Semantics.STABLE) == frozenset().union(*stable)
    assert find_sceptical_stable(framework) == (frozenset.intersection(*stable) if stable else None)


@few
@given(frameworks())
def test_laws_of_dung_hold(framework: Framework) -> None:
    grounded = ground(framework).holding(Label.IN)
    preferred, stable = extensions(framework, Semantics.PREFERRED), extensions(framework, Semantics.STABLE)
    assert preferred
    assert stable <= preferred
    assert all(grounded <= one and is_admissible(framework, one) for one in preferred)
    attacked = {target for _, target in framework.attacks}
    assert all(framework.arguments - attacked <= one for one in preferred)


@few
@given(frameworks())
def test_standings_say_what_all_extensions_say(framework: Framework) -> None:
    for semantics in (Semantics.PREFERRED, Semantics.STABLE):
        found = accept(framework, semantics)
        listed = list(found.extensions())
        for name, standing in found.standings.items():
            everywhere = all(name in one for one in listed)
            assert (standing is Standing.NO_SET) == (not listed)
            if listed:
                assert (standing in {Standing.SURVIVES, Standing.UNCHALLENGED}) == everywhere == (name in found.sceptical)
                assert (name in found.credulous) == any(name in one for one in listed)
                hit = all(any((other, name) in framework.attacks for other in one) for one in listed)
                assert (standing is Standing.FALLS) == hit


# another solver


def solved_elsewhere(framework: Framework) -> tuple[frozenset[str], Sets, Sets]:
    named = {name: Argument(name) for name in sorted(framework.arguments)}
    defeats = [Defeat(named[attacker], named[attacked]) for attacker, attacked in sorted(framework.attacks)]
    other = AbstractArgumentationFramework("", list(named.values()), defeats)
    preferred = {frozenset(one.name for one in found) for found in get_preferred_extensions(other)}
    stable = {frozenset(one.name for one in found) for found in get_stable_extensions(other)}
    return frozenset(one.name for one in get_grounded_extension(other)), preferred, stable


def test_240_random_frameworks_have_the_extensions_that_pyarg_finds() -> None:
    chance = random.Random(1995)  # noqa: S311, the same frameworks every time
    for number in range(240):
        names = [f"argument {place}" for place in range(1 + number % 8)]
        density = (0.1, 0.2, 0.35)[number % 3]
        framework = of({(one, other) for one in names for other in names if chance.random() < density}, *names)
        grounded, preferred, stable = solved_elsewhere(framework)
        assert ground(framework).holding(Label.IN) == grounded
        assert extensions(framework, Semantics.PREFERRED) == preferred
        assert extensions(framework, Semantics.STABLE) == stable


# the literature


def test_two_who_cannot_negotiate() -> None:
    """Dung (1995), examples 1 and 9: i and a attack each other, and i's second argument attacks a."""
    framework = arrows("ia ai ja")
    assert ground(framework).holding(Label.IN) == {"i", "j"}
    assert extensions(framework, Semantics.PREFERRED) == extensions(framework, Semantics.STABLE) == sets("ij")


def test_nixon_diamond() -> None:
    """Dung (1995), example 10: quaker and republican; neither is decided, each can be held."""
    framework = arrows("ab ba")
    assert standings(framework, Semantics.GROUNDED) == standings(framework, Semantics.PREFERRED) == {"a": "open", "b": "open"}
    assert extensions(framework, Semantics.PREFERRED) == sets("a", "b")


def test_circle_of_three_has_no_stable_extension() -> None:
    framework = arrows("ab bc ca")
    assert extensions(framework, Semantics.PREFERRED) == sets("")
    assert extensions(framework, Semantics.STABLE) == set()
    assert set(standings(framework, Semantics.PREFERRED).values()) == {"open"}
    assert set(standings(framework, Semantics.STABLE).values()) == {"no-set"}


def test_floating_acceptance() -> None:
    """Baroni, Caminada and Giacomin (2011, section 3): c falls whichever of a and b is held, and d survives either way."""
    framework = arrows("ab ba ac bc cd")
    assert ground(framework).holding(Label.IN) == frozenset()
    assert extensions(framework, Semantics.PREFERRED) == sets("ad", "bd")
    assert standings(framework, Semantics.PREFERRED) == {"a": "open", "b": "open", "c": "does-not-survive", "d": "survives"}


def test_preferred_without_stable_beside_one_that_is() -> None:
    """Caminada (2006): two attack each other, one of them cuts a circle of three."""
    framework = arrows("ab ba bc cd de ec")
    assert extensions(framework, Semantics.PREFERRED) == sets("a", "bd")
    assert extensions(framework, Semantics.STABLE) == sets("bd")


def test_reinstatement() -> None:
    assert standings(arrows("ab bc"), Semantics.GROUNDED) == {"a": "unchallenged", "b": "does-not-survive", "c": "survives"}


# limits


def pairs_in_a_knot(number: int) -> Framework:
    """Contested pairs, all of which attack one argument that attacks itself: one knot, and a set for each way to choose of every pair."""
    attacks = [(f"{side}{place}", f"{other}{place}") for place in range(number) for side, other in ("ab", "ba")]
    return of([*attacks, *((f"{side}{place}", "z") for place in range(number) for side in "ab"), ("z", "z")])


@pytest.mark.parametrize("semantics", [Semantics.PREFERRED, Semantics.STABLE])
def test_many_sets_are_not_listed_and_what_can_be_told_is(semantics: Semantics) -> None:
    found = accept(pairs_in_a_knot(12), semantics, Limits(sets=10))
    (knot,) = found.knots
    assert (len(knot.sets), knot.complete, found.complete) == (10, False, False)
    assert found.credulous == {f"{side}{place}" for place in range(12) for side in "ab"}
    assert {found.standings[one] for one in found.credulous} == {Standing.OPEN}
    assert found.standings["z"] is (Standing.FALLS if semantics is Semantics.STABLE else Standing.UNSETTLED)


@few
@given(frameworks(), st.sampled_from([Semantics.PREFERRED, Semantics.STABLE]))
def test_what_is_told_without_listing_is_what_listing_tells(framework: Framework, semantics: Semantics) -> None:
    few, all_ = accept(framework, semantics, Limits(sets=1)), accept(framework, semantics)
    assert few.credulous == all_.credulous
    assert few.sceptical <= all_.sceptical
    for name, standing in few.standings.items():
        assert standing in {all_.standings[name], Standing.UNSETTLED}


def test_no_time_left_is_told_and_nothing_is_guessed() -> None:
    with pytest.raises(OutOfTimeError):
        list(find_extensions(pairs_in_a_knot(12), Semantics.PREFERRED, Deadline.after(0)))
    found = accept(pairs_in_a_knot(12), Semantics.PREFERRED, Limits(seconds=0))
    assert set(found.standings.values()) == {Standing.UNSETTLED}
    assert not found.complete


def test_grounded_extension_of_a_long_chain_takes_no_recursion() -> None:
    names = [f"{place:05}" for place in range(20_000)]
    found: Acceptance = accept(of(pairwise(names)), Semantics.PREFERRED)
    assert found.credulous == set(names[::2])
    assert found.knots == ()
