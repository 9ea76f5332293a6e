"""Dossiers of the invented corpus: what is counted, what is shown, what is never shown."""

from __future__ import annotations

import pytest

from argument_map.corpus import open_unread_lakes
from argument_map.traced import open_traced
from travaux.analysis.dossiers import (
    EVERYTHING,
    Limits,
    actor_dossier,
    article_dossier,
    question_dossier,
    theme_dossier,
)
from travaux.analysis.dossiers.actor import Way
from travaux.analysis.dossiers.said import Said
from travaux.analysis.selection import Selection
from travaux.errors import QueryError
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Store


def keys(said: Said) -> list[tuple[str, str | None, int]]:
    return [(held.stance.value, held.key, held.statements) for held in said.held]


def names(said: Said) -> list[str]:
    return [sentence.heard.id.rpartition("/")[2] for sentence in said.sentences()]


def test_an_article_counts_the_statements_that_cite_it_by_stance_and_position(stored_lakes: Store) -> None:
    said = article_dossier(stored_lakes, "1").said
    assert said.statements == 4
    assert keys(said) == [("supports", "reservoirs", 1), ("proposes", "reservoirs", 1), ("opposes", "narrow", 2)]
    assert [(tally.stance.value, tally.statements, tally.positions) for tally in said.tallies] == [
        ("supports", 1, 1),
        ("proposes", 1, 1),
        ("opposes", 2, 1),
    ]
    assert said.tallies[-1].strongest == (Prevalence.SEVERAL, Prevalence.A_NUMBER_OF)
    assert [(meeting.name, meeting.statements) for meeting in said.meetings] == [("spring", 2), ("autumn", 2)]


def test_a_reason_a_condition_and_an_objection_stand_with_the_position_and_their_words(stored_lakes: Store) -> None:
    held = {one.key: one for one in article_dossier(stored_lakes, "1").said.held}
    assert [(one.outgoing, one.kind.value, one.key, one.paragraph) for one in held["reservoirs"].bearings] == [
        (False, "attacks", "narrow", "2"),
        (False, "qualifies", "dams", "2"),
    ]
    assert [(one.outgoing, one.key) for one in held["narrow"].bearings] == [(False, "workable"), (True, "reservoirs")]
    (pond,) = [one for one in held["narrow"].sentences if one.heard.document == "autumn-report"]
    assert pond.rationale == "as a narrow scope keeps the convention workable"
    assert pond.around is not None
    assert pond.heard.quote in pond.around


def test_a_later_version_is_spoken_of_through_the_earlier_one_and_never_by_its_number(stored_lakes: Store) -> None:
    later = article_dossier(stored_lakes, "adopted 3")
    assert later.said.statements == article_dossier(stored_lakes, "article 1").said.statements == 4
    assert article_dossier(stored_lakes, "adopted article 1").said.statements == 0
    assert [one.place.id for one in later.described] == ["instrument/adopted/article/3", "instrument/draft/article/1"]


def test_a_chapter_counts_the_statements_on_its_articles(stored_lakes: Store) -> None:
    dossier = article_dossier(stored_lakes, "chapter II")
    assert dossier.said.statements == 3
    assert [(change.kind.value, change.provision.name) for change in dossier.changes] == [
        ("delete", "article 3"),
        ("make-optional", "article 4"),
    ]


def test_outcomes_of_a_provision_and_of_positions_on_it_are_told_once_and_recollection_is_unknown() -> None:
    with open_traced() as store:
        (outcome,) = article_dossier(store, "3").outcomes
        assert (outcome.topic, outcome.standing.value, outcome.grade.value) == ("Small farms", "unknown", "M")
        assert [one.topic for one in article_dossier(store, "1").outcomes] == ["Scope"]


def test_questions_of_the_chapter_tell_direct_answers_partial_ones_and_those_that_cite_the_article(stored_lakes: Store) -> None:
    found = {one.number: (one.direct, one.partial, one.of_these) for one in article_dossier(stored_lakes, "6").questions}
    assert found == {"3": (1, 0, 1), "4": (0, 1, 1)}


def test_a_question_keeps_direct_and_partial_answers_apart(stored_lakes: Store) -> None:
    direct, partial = question_dossier(stored_lakes, "question 1"), question_dossier(stored_lakes, "4")
    assert names(direct.direct) == ["belong", "pond"]
    assert direct.partial.statements == 0
    assert names(partial.partial) == ["data"]
    assert partial.direct.statements == 0


def test_an_unanswered_question_tells_what_was_searched_and_a_rejected_answer_is_none(stored_lakes: Store) -> None:
    dossier = question_dossier(stored_lakes, "2")
    assert dossier.direct.statements == dossier.partial.statements == 0
    assert [meeting.documents for meeting in dossier.direct.meetings] == [
        ("Report of the spring consultation",),
        ("Report of the autumn consultation",),
    ]


def test_a_theme_counts_narrower_themes_too_and_each_statement_once(stored_lakes: Store) -> None:
    dossier = theme_dossier(stored_lakes, "scope")
    assert (dossier.own, dossier.said.statements) == (2, 4)
    assert [(one.name, one.statements) for one in dossier.narrower] == [("reservoirs", 2)]
    assert [(one.name, one.statements) for one in theme_dossier(stored_lakes, "artificial lakes").broader] == [("scope", 2)]
    assert [(one.claim, one.against) for one in dossier.conflicts] == [("The scope should be narrow.", "Reservoirs should be covered.")]
    assert [(one.name, one.organization, one.statements) for one in dossier.voices] == [("Ada Brook", "Lake Watch Network", 1)]


def test_themes_beside_count_statements(stored_lakes: Store) -> None:
    assert [(one.name, one.statements) for one in theme_dossier(stored_lakes, "trust").beside] == [("monitoring", 1)]


@pytest.mark.parametrize(("name", "way"), [("Ada Brook", Way.SELF), ("LWN", Way.STAFF), ("norland", Way.SELF)])
def test_an_actor_is_met_in_the_way_in_which_it_spoke(name: str, way: Way, stored_lakes: Store) -> None:
    (spoken,) = actor_dossier(stored_lakes, name).spoken
    assert (spoken.way, spoken.said.statements) == (way, 1)


def test_an_actor_has_roles_and_others_who_hold_the_same(stored_lakes: Store) -> None:
    dossier = actor_dossier(stored_lakes, "Ada Brook")
    (role,) = dossier.roles
    assert (role.capacity.value, role.role, role.panel, role.agenda_item) == ("panellist", "Director", "1", "item 1: General provisions")
    assert [(one.key, one.statements) for one in dossier.shared] == [("reservoirs", 1)]
    assert next(dossier.spoken[0].said.sentences()).named == ("Ada Brook",)
    silent = actor_dossier(stored_lakes, "Shoreline Chamber")
    assert (silent.spoken, [role.ways for role in silent.roles]) == ((), [(Way.BEHALF,)])


def test_a_selection_narrows_every_part(stored_lakes: Store) -> None:
    autumn = Selection(consultations=("autumn",), stances=frozenset({Stance.OPPOSES}))
    said = article_dossier(stored_lakes, "1", selection=autumn).said
    assert names(said) == ["pond"]
    assert [meeting.name for meeting in said.meetings] == ["autumn"]


def test_limits_leave_counts_as_they_are(stored_lakes: Store) -> None:
    short = theme_dossier(stored_lakes, "scope", limits=Limits(positions=1, sentences=1, rows=1))
    whole = theme_dossier(stored_lakes, "scope", limits=EVERYTHING)
    assert short.said.tallies == whole.said.tallies
    assert (short.said.hidden, whole.said.hidden) == (1, 0)
    assert len(whole.to_table()) == len(whole.to_frame()) == 4


@pytest.mark.parametrize(
    ("ask", "name", "hint"),
    [
        (article_dossier, "99", "Known: article 1 to article 7."),
        (article_dossier, "the scope", "Give a number"),
        (question_dossier, "9", "Known: 1 to 4."),
        (theme_dossier, "reservoir", "Did you mean Reservoirs"),
        (theme_dossier, "zones", "Did you mean Buffer zones"),
        (actor_dossier, "Norlnd", "Did you mean Norland"),
    ],
)
def test_an_unknown_name_is_answered_with_real_ones(ask: object, name: str, hint: str, stored_lakes: Store) -> None:
    assert callable(ask)
    with pytest.raises(QueryError) as refused:
        ask(stored_lakes, name)
    assert hint in str(refused.value.hint)


def test_without_statements_every_dossier_is_empty_and_none_fails() -> None:
    with open_unread_lakes() as store:
        assert article_dossier(store, "1").said.tallies == ()
        assert question_dossier(store, "1").direct.held == ()
        assert theme_dossier(store, "trust").said.statements == 0
        assert actor_dossier(store, "LWN").spoken == ()
