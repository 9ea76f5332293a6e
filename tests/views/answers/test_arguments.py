"""The answer about arguments in words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from travaux.analysis.argumentation import Semantics, Support, accept, evaluate_arguments
from travaux.analysis.argumentation.acceptance import Standing
from travaux.analysis.argumentation.framework import BipolarFramework
from travaux.analysis.argumentation.reasons import Reasons
from travaux.analysis.argumentation.recorded import Tie
from travaux.analysis.argumentation.result import Account, Arguments, Weighed
from travaux.model.schemes import Marking, RelationForm, RelationKind
from travaux.model.store import Store
from travaux.views.answers.arguments import show_arguments
from travaux.views.answers.objections import STANDING_WORDS, explain
from travaux.views.report import render_markdown, render_terminal

FALLS = "It does not survive the objections recorded here"


def tie(pair: str, kind: RelationKind, form: RelationForm) -> Tie:
    return Tie(iri=pair, kind=kind, form=form, marking=Marking.EXPLICIT, premise=pair[0], conclusion=pair[1])


def told(key: str, attacks: str, supports: str = "", *, mutual: str = "", **options: Any) -> tuple[str, ...]:
    """Explain how a position stands among positions whose claims are their keys in capitals."""
    ties = [tie(one, RelationKind.ATTACKS, RelationForm.CONTRAST) for one in attacks.split()]
    ties += [tie(one, RelationKind.ATTACKS, RelationForm.DISAGREEMENT) for one in mutual.split()]
    ties += [tie(one, RelationKind.SUPPORTS, RelationForm.REASON) for one in supports.split()]
    support, semantics = options.get("support", Support.NECESSARY), options.get("semantics", Semantics.GROUNDED)
    keys = {end for one in ties for end in (one.premise, one.conclusion)}
    pairs = {kind: frozenset(pair for one in ties if one.kind is kind for pair in one.pairs()) for kind in RelationKind}
    bipolar = BipolarFramework(frozenset(keys), pairs[RelationKind.ATTACKS], pairs[RelationKind.SUPPORTS])
    found = accept(bipolar.to_framework(support), semantics)
    reasons = Reasons(tuple(ties), bipolar, support, found.standings, found.grounding.ranks)
    weighed = Weighed(
        key=key,
        claim=key.upper(),
        part=1,
        standing=found.standings[key],
        in_some=key in found.credulous,
        in_all=key in found.sceptical,
        reasons=0,
        objections=0,
        limits=0,
    )
    answer = Arguments(
        what=key,
        asked=1,
        semantics=semantics,
        support=support,
        explicit_only=False,
        gradual=None,
        relations=len(ties),
        alone=0,
        parts=(),
        accounts=(),
        claims={one: f"{one.upper()}." for one in keys},
    )
    return explain(Account(key=key, claim=key.upper(), position=weighed, objections=reasons.objections(key)), answer)


def test_nothing_objected_is_not_called_accepted() -> None:
    assert told("a", "ab") == ("No objection to it is recorded.",)


def test_a_position_survives_because_of_what_answers_its_objection() -> None:
    (sentence,) = told("c", "ab bc")
    assert sentence.startswith("It survives the objections recorded here because its only objection, “B”, is itself objected to by “A”, ")
    assert sentence.endswith("to which no objection is recorded.")


def test_an_answer_that_is_objected_to_survives_in_turn() -> None:
    assert told("e", "ab bc cd de")[0].endswith("“D”, is itself objected to by “C”, which survives the objections to it.")


def test_several_objections_are_told_one_by_one() -> None:
    assert told("c", "ab bc dc ad") == (
        "It survives the objections recorded here:",
        "“B” objects to it, and is itself objected to by “A”, to which no objection is recorded.",
        "“D” objects to it, and is itself objected to by “A”, to which no objection is recorded.",
    )


def test_what_falls_names_only_the_objection_that_settles_it() -> None:
    assert told("c", "ac bc", mutual="bd") == (
        "It does not survive the objections recorded here: “A” objects to it, and no objection to that is recorded.",
    )


def test_a_disagreement_is_open_on_both_sides() -> None:
    assert told("a", "", mutual="ab") == ("Unsettled: it and “B” exclude each other.",)
    assert told("b", "", mutual="ab") == ("Unsettled: it and “A” exclude each other.",)


def test_carried_objections_say_over_which_reason() -> None:
    assert told("c", "ab", "bc") == (f"{FALLS}: “A” objects to “B”, a reason recorded for it, and no objection to that is recorded.",)
    assert told("d", "ab", "bc cd")[0].startswith(
        "It does not survive the objections recorded here: “A” objects to “B”, a reason recorded for “C” and so for it"
    )
    assert told("b", "ac", "bc", support=Support.DEDUCTIVE)[0].startswith(
        "It does not survive the objections recorded here: “A” objects to “C”, for which it is recorded as a reason"
    )


def test_preferred_semantics_says_in_which_sets_it_is() -> None:
    (sentence,) = told("a", "", mutual="ab", semantics=Semantics.PREFERRED)
    assert sentence == "Unsettled, being in some of the sets that can be held together, and not in others: it and “B” exclude each other."


def test_floating_acceptance_survives_though_no_single_answer_does() -> None:
    (sentence,) = told("d", "ac bc cd", mutual="ab", semantics=Semantics.PREFERRED)
    assert sentence.startswith("It survives the objections recorded here: “C” objects to it, and that does not survive")


@pytest.mark.parametrize("semantics", Semantics)
@pytest.mark.parametrize("what", ["", "article 17", "security by default"])
def test_reports_of_the_first_corpus_take_no_side(stored_seeds: Store, what: str, semantics: Semantics) -> None:
    report = show_arguments(evaluate_arguments(stored_seeds, what, semantics=semantics))
    shown = render_terminal(report, 100)
    assert not re.search(r"\b(wins?|won|true|false|correct|defeat\w*|accepted|rejected)\b", shown.replace("“accepted”", ""))
    assert "None" not in render_markdown(report)
    assert max(map(len, shown.splitlines())) <= 100


def test_the_report_says_that_reading_and_what_it_does_not_say(stored_lakes: Store) -> None:
    notes = show_arguments(evaluate_arguments(stored_lakes, explicit_only=True)).notes
    assert any("necessary support" in note for note in notes)
    assert any("explicit" in note or "text itself marks" in note for note in notes)
    assert any("which position is right" in note for note in notes)


def test_every_standing_has_words() -> None:
    assert set(STANDING_WORDS) == set(Standing)
