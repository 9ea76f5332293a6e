"""From a store to the answer, on the invented map and on the first corpus."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest

from argument_map.arguments import POSITIONS, RELATIONS
from argument_map.corpus import BASE, nquads, open_unread_lakes
from argument_map.documents import AUTUMN, span
from travaux.analysis.argumentation import Account, Arguments, Gradual, Role, Semantics, Standing, Support, evaluate_arguments
from travaux.analysis.selection import Selection
from travaux.errors import QueryError
from travaux.model.argument import Relation
from travaux.model.identity import identifier
from travaux.model.schemes import Marking, RelationForm, RelationKind, Stance
from travaux.model.store import Store
from travaux.rdf.records import encode
from travaux.rdf.store import open_store

WORDS = span(AUTUMN, "while a number of speakers cautioned against a scope that covers every pond")


def attack(attacker: str, attacked: str, form: RelationForm = RelationForm.CONTRAST) -> Relation:
    return Relation(
        id=identifier("relation", "new", attacker, attacked),
        kind=RelationKind.ATTACKS,
        form=form,
        premise=POSITIONS[attacker].id,
        conclusion=POSITIONS[attacked].id,
        marking=Marking.EXPLICIT,
        span=WORDS,
    )


@contextmanager
def lakes_with(*relations: Relation) -> Iterator[Store]:
    quads = b"".join(f"{quad} .\n".encode() for one in relations for quad in encode(one, BASE, f"{BASE}graph/reviewed"))
    with open_store() as store:
        store.load(BytesIO(nquads() + quads))
        yield store


def standings(answer: Arguments) -> dict[str, str]:
    return {one.key: one.standing.value for part in answer.parts for one in part.positions}


def account(answer: Arguments, key: str) -> Account:
    return next(one for one in answer.accounts if one.key == key)


def test_disagreement_counts_both_ways_and_what_qualifies_is_no_objection(stored_lakes: Store) -> None:
    answer = evaluate_arguments(stored_lakes)
    assert standings(answer) == {
        "dams": "unchallenged",
        "narrow": "open",
        "reservoirs": "open",
        "workable": "unchallenged",
        "farms": "open",
        "firm": "open",
    }
    assert (answer.relations, answer.alone) == (len(RELATIONS), 4)
    assert [(part.reasons, part.objections, part.limits) for part in answer.parts] == [(1, 1, 1), (0, 1, 0)]


def test_explicit_relations_alone_leave_out_what_an_editor_inferred(stored_lakes: Store) -> None:
    assert set(standings(evaluate_arguments(stored_lakes, explicit_only=True))) == {"dams", "narrow", "reservoirs", "workable"}


def test_preferred_sets_are_the_sides_of_each_disagreement(stored_lakes: Store) -> None:
    answer = evaluate_arguments(stored_lakes, semantics=Semantics.PREFERRED)
    assert [knot.sets for part in answer.parts for knot in part.knots] == [(("narrow",), ("reservoirs",)), (("farms",), ("firm",))]
    one = account(answer, "narrow").position
    assert one
    assert (one.in_some, one.in_all) == (True, False)


def test_an_answered_objection_leaves_the_position_standing_and_tells_what_answers_it() -> None:
    with lakes_with(attack("data", "optional"), attack("trust", "data")) as store:
        answer = evaluate_arguments(store, "optional")
    assert standings(answer) == {"data": "does-not-survive", "optional": "survives", "trust": "unchallenged"}
    (objection,) = account(answer, "optional").objections
    assert (objection.objector, objection.answer, objection.answer_standing) == ("data", "trust", Standing.UNCHALLENGED)


@pytest.mark.parametrize(
    ("support", "workable", "narrow", "way"),
    [
        (Support.NECESSARY, "does-not-survive", "does-not-survive", ("workable", "narrow")),
        (Support.NONE, "does-not-survive", "open", ()),
    ],
)
def test_an_objection_to_a_reason_reaches_what_needs_it(support: Support, workable: str, narrow: str, way: tuple[str, ...]) -> None:
    with lakes_with(attack("trust", "workable")) as store:
        answer = evaluate_arguments(store, "narrow", support=support)
    found = standings(answer)
    assert (found["workable"], found["narrow"]) == (workable, narrow)
    assert [one.way for one in account(answer, "narrow").objections if one.objector == "trust"] == ([way] if way else [])


def test_an_objection_to_a_conclusion_reaches_its_reason_in_the_deductive_reading() -> None:
    with lakes_with(attack("trust", "narrow")) as store:
        assert standings(evaluate_arguments(store, support=Support.DEDUCTIVE))["workable"] == "does-not-survive"
        assert standings(evaluate_arguments(store))["workable"] == "unchallenged"


def test_a_circle_of_three_is_in_no_stable_set_of_its_part_and_other_parts_are_untouched() -> None:
    with lakes_with(attack("data", "optional"), attack("optional", "trust"), attack("trust", "data")) as store:
        answer = evaluate_arguments(store, semantics=Semantics.STABLE)
    found = standings(answer)
    assert {found[key] for key in ("data", "optional", "trust")} == {"no-set"}
    assert found["farms"] == "open"


def test_the_tree_shows_the_exact_words_of_each_relation(stored_lakes: Store) -> None:
    answer = evaluate_arguments(stored_lakes, "reservoirs")
    branches = account(answer, "reservoirs").branches
    assert [(one.role, one.position) for one in branches] == [(Role.DISAGREEMENT, "narrow"), (Role.LIMIT, "dams")]
    (evidence,) = branches[0].evidence
    assert (evidence.quote, evidence.start, evidence.end) == (WORDS.quote, WORDS.start, WORDS.end)
    assert [(one.role, one.position) for one in branches[0].branches] == [(Role.REASON, "workable")]


def test_a_selection_leaves_out_relations_of_positions_that_it_does_not_express(stored_lakes: Store) -> None:
    assert standings(evaluate_arguments(stored_lakes, selection=Selection(documents=("spring-report",)))) == {}
    opposed = evaluate_arguments(stored_lakes, selection=Selection(stances=frozenset({Stance.OPPOSES})))
    assert "reservoirs" not in standings(opposed)


def test_strengths_begin_equal_and_follow_relations_alone(stored_lakes: Store) -> None:
    answer = evaluate_arguments(stored_lakes, gradual=Gradual.QUADRATIC_ENERGY)
    strengths = {one.key: one.strength for part in answer.parts for one in part.positions}
    assert strengths["workable"] == strengths["dams"] == 0.5
    assert strengths["farms"] == strengths["firm"]
    assert (strengths["narrow"] or 0) > (strengths["reservoirs"] or 1)


def test_positions_that_no_relation_joins_have_an_account_without_a_standing(stored_lakes: Store) -> None:
    (one,) = evaluate_arguments(stored_lakes, "data").accounts
    assert (one.key, one.position, one.branches) == ("data", None, ())


def test_a_theme_and_a_provision_name_the_positions_said_of_them(stored_lakes: Store) -> None:
    assert {one.key for one in evaluate_arguments(stored_lakes, "Reservoirs").accounts} >= {"reservoirs"}
    assert {one.key for one in evaluate_arguments(stored_lakes, "article 4").accounts} >= {"optional"}


def test_unknown_names_are_refused_with_the_nearest(stored_lakes: Store) -> None:
    with pytest.raises(QueryError, match="narow") as refused:
        evaluate_arguments(stored_lakes, "narow")
    assert "narrow" in str(refused.value)
    with pytest.raises(QueryError, match="theme"):
        evaluate_arguments(stored_lakes, "theme nowhere")


@pytest.mark.parametrize("semantics", Semantics)
def test_a_map_without_relations_has_no_parts(semantics: Semantics) -> None:
    with open_unread_lakes() as store:
        answer = evaluate_arguments(store, semantics=semantics, gradual=Gradual.DF_QUAD)
    assert (answer.parts, answer.accounts, answer.relations, answer.alone, answer.complete) == ((), (), 0, 0, True)
    assert answer.to_table().rows == ()


def test_the_same_store_gives_the_same_answer(stored_seeds: Store) -> None:
    assert evaluate_arguments(stored_seeds, "article 17") == evaluate_arguments(stored_seeds, "article 17")


def test_the_remedies_for_article_17_exclude_one_another_in_the_first_corpus(stored_seeds: Store) -> None:
    answer = evaluate_arguments(stored_seeds, "article 17", semantics=Semantics.PREFERRED)
    knots = {knot.members: knot.sets for part in answer.parts for knot in part.knots}
    remedies = ("article-17-deleted", "article-17-moved", "article-17-optional")
    assert knots[remedies] == (("article-17-deleted",), ("article-17-moved", "article-17-optional"))
    assert standings(answer)["article-17-too-broad"] == "unchallenged"


def test_taken_as_deductive_the_concern_about_article_17_would_fall_with_its_remedies(stored_seeds: Store) -> None:
    """Why necessary support is the default: remedies that exclude one another must not count against the concern they answer."""
    found = standings(evaluate_arguments(stored_seeds, support=Support.DEDUCTIVE))
    assert found["article-17-too-broad"] == found["narrow-scope-of-convention"] == "open"
