from __future__ import annotations

import json
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argument_map.corpus import open_unread_lakes
from argument_map.documents import AUTUMN
from argument_map.grown import claim, open_grown, relate, statement
from travaux.analysis.conflict import RULES, Certainty, Conflicts, Dispute, Ground, Rule, find_conflicts
from travaux.analysis.conflict.coalitions import find_coalitions
from travaux.analysis.selection import Selection
from travaux.analysis.tables import to_data
from travaux.errors import QueryError
from travaux.model.identity import identifier
from travaux.model.schemes import Marking, Prevalence, RelationForm, RelationKind, Stance
from travaux.model.store import Store
from travaux.rdf.named_queries import answer, get_named_query

ATTACKS, SUPPORTS, QUALIFIES = RelationKind.ATTACKS, RelationKind.SUPPORTS, RelationKind.QUALIFIES
DISAGREEMENT, REASON, CONDITION = RelationForm.DISAGREEMENT, RelationForm.REASON, RelationForm.CONDITION


def told(disputes: tuple[Dispute, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(one.rule.value, one.first.key, one.second.key) for one in disputes]


def agreed(found: Conflicts) -> list[str | None]:
    return [one.view.key for one in found.common_ground]


def test_what_the_report_marks_comes_before_what_a_reviewer_reads(stored_lakes: Store) -> None:
    found = find_conflicts(stored_lakes)
    assert told(found.conflicts) == [("stated-disagreement", "narrow", "reservoirs"), ("editor-disagreement", "firm", "farms")]
    assert [one.certainty for one in found.conflicts] == [Certainty.MARKED, Certainty.READ]
    assert found.found["conflicts"] == 2


def test_both_sides_show_their_exact_sentences_who_holds_them_and_how_widely(stored_lakes: Store) -> None:
    first = find_conflicts(stored_lakes).conflicts[0]
    assert [one.quote for one in first.first.heard] == ["a scope that covers every pond", "a broad scope"]
    assert first.first.widest == (Prevalence.SEVERAL, Prevalence.A_NUMBER_OF)
    assert first.first.stances == {Stance.OPPOSES: 2}
    assert first.second.speakers == ("Ada Brook",)
    assert [(one.paragraph, one.quote) for one in first.sentences] == [
        ("2", "while a number of speakers cautioned against a scope that covers every pond")
    ]


def test_a_condition_is_a_tension_and_no_conflict(stored_lakes: Store) -> None:
    assert told(find_conflicts(stored_lakes).tensions) == [("qualification", "dams", "reservoirs")]


def test_a_pair_stands_under_what_both_sides_are_on(stored_lakes: Store) -> None:
    first, second = find_conflicts(stored_lakes).conflicts
    assert (first.topics, first.shared) == (("article 1: Scope", "Scope"), True)
    assert (second.topics, second.shared) == (("article 3: Discharges", "Discharges"), True)


def test_every_recorded_attack_is_a_conflict_or_a_tension(stored_lakes: Store, stored_seeds: Store) -> None:
    for store in (stored_lakes, stored_seeds):
        recorded = {frozenset((row["position"], row["opposed_position"])) for row in answer(store, get_named_query("disagreements"), {})}
        found = find_conflicts(store)
        pairs = {frozenset((one.first.claim, one.second.claim)) for one in (*found.conflicts, *found.tensions) if one.rule != Rule.LIMIT}
        assert pairs == recorded
        assert recorded


def test_alternatives_with_one_reason_are_a_tension_unless_the_report_sets_them_against_each_other() -> None:
    reasons = [relate(SUPPORTS, REASON, "data", name) for name in ("optional", "monitoring")]
    with open_grown(*reasons, relate(ATTACKS, DISAGREEMENT, "optional", "monitoring")) as store:
        (found,) = (one for one in find_conflicts(store).tensions if one.rule is Rule.ALTERNATIVES)
        assert found.because == ("Data should be shared openly.",)
    with open_grown(*reasons, relate(ATTACKS, DISAGREEMENT, "optional", "monitoring", Marking.EXPLICIT)) as store:
        assert ("stated-disagreement", "optional", "monitoring") in told(find_conflicts(store).conflicts)


def test_a_shared_aim_makes_no_side() -> None:
    aims = [relate(SUPPORTS, RelationForm.CONSEQUENCE, "data", name) for name in ("optional", "monitoring")]
    with open_grown(*aims, relate(ATTACKS, DISAGREEMENT, "optional", "monitoring")) as store:
        assert ("editor-disagreement", "optional", "monitoring") in told(find_conflicts(store).conflicts)


def test_what_one_named_speaker_holds_both_of_is_a_tension() -> None:
    (ada,) = statement("reservoirs").speaker.participations
    optional = statement("optional")
    speaker = type(optional.speaker)(
        id=optional.speaker.id,
        document=AUTUMN,
        kind=optional.speaker.kind,
        prevalence=optional.speaker.prevalence,
        phrase="Ms. Brook",
        participations=(ada,),
    )
    with open_grown(statement("optional", speaker=speaker), speaker, relate(ATTACKS, DISAGREEMENT, "optional", "reservoirs")) as store:
        (found,) = (one for one in find_conflicts(store).tensions if one.rule is Rule.ONE_SPEAKER)
    assert found.because == ("Ada Brook",)


def test_claims_that_differ_by_a_not_conflict_without_a_recorded_relation() -> None:
    with open_grown(claim("binding", "Buffer zones should not be optional.")) as store:
        (found,) = (one for one in find_conflicts(store).conflicts if one.rule is Rule.CLAIMS)
    assert (found.first.key, found.second.key, found.certainty) == ("optional", "binding", Certainty.SUPPOSED)


@pytest.mark.parametrize(
    ("words", "found"), [("joint monitoring as a way to build trust", 1), ("its joint monitoring", 0), ("article 99 as it stands", 0)]
)
def test_the_same_words_for_and_against_conflict_if_they_can_be_told(words: str, found: int) -> None:
    def said(name: str, stance: Stance) -> list[object]:
        one = statement(name)
        span = type(one.span)(id=identifier("span", name), document=one.document, quote=words, start=0, end=len(words))
        return [statement(name, span=span, stance=stance, provisions=(), position=None), span]

    with open_grown(*said("monitoring", Stance.SUPPORTS), *said("pond", Stance.OPPOSES)) as store:
        disputes = [one for one in find_conflicts(store).conflicts if one.rule is Rule.WORDS]
    assert len(disputes) == found
    assert all(one.first.stances == {Stance.SUPPORTS: 1} and one.second.stances == {Stance.OPPOSES: 1} for one in disputes)


def test_support_and_opposition_within_one_position_are_no_conflict(stored_seeds: Store) -> None:
    mixed = [one for one in find_conflicts(stored_seeds).common_ground if {Stance.SUPPORTS, Stance.OPPOSES} <= one.view.stances.keys()]
    assert [one.view.key for one in mixed] == ["mechanism-uses-what-exists"]


def test_common_ground_recurs_or_is_widely_held_and_nothing_stands_against_it(stored_lakes: Store) -> None:
    found = find_conflicts(stored_lakes)
    assert [(one.view.key, one.grounds) for one in found.common_ground] == [("trust", (Ground.WIDELY_HELD,))]
    contested = {view.key for one in found.conflicts for view in (one.first, one.second)}
    assert not contested & set(agreed(found))
    with open_grown(relate(ATTACKS, DISAGREEMENT, "optional", "trust")) as store:
        assert agreed(find_conflicts(store)) == []


def test_the_conflicts_of_the_first_corpus_are_those_that_a_reader_finds(stored_seeds: Store) -> None:
    found = find_conflicts(stored_seeds)
    assert told(found.conflicts) == [
        ("stated-disagreement", "education-in-prevention-chapter", "prevention-of-cyber-dependent"),
        ("editor-disagreement", "serious-crime-by-other-treaties", "evidence-limited-in-scope"),
        ("editor-disagreement", "prevention-of-cyber-dependent", "security-by-default-regulated"),
        ("editor-disagreement", "prevention-chapter-expanded", "prevention-of-cyber-dependent"),
        ("editor-disagreement", "procedures-for-convention-crimes", "evidence-limited-in-scope"),
    ]
    assert told(found.tensions)[:2] == [
        ("alternatives", "article-17-deleted", "article-17-moved"),
        ("alternatives", "article-17-deleted", "article-17-optional"),
    ]
    assert {one.rule for one in found.tensions[2:]} == {Rule.LIMIT}
    assert agreed(found)[:3] == ["awareness-and-education", "prevention-as-key-element", "trust-between-states"]


def test_a_provision_or_theme_shows_what_concerns_it_and_who_holds_what(stored_lakes: Store) -> None:
    for what in ("article 3", "Discharges", "chapter II"):
        found = find_conflicts(stored_lakes, what)
        assert told(found.conflicts) == [("editor-disagreement", "firm", "farms")]
        assert {"firm", "farms"} <= {one.key for one in found.views}
    assert find_conflicts(stored_lakes, "adopted article 3").what == find_conflicts(stored_lakes, "article 1").what + "; article 3: Scope"  # type: ignore[operator]


def test_counts_by_topic_are_those_of_the_statements(stored_lakes: Store) -> None:
    by_label = {one.label: one for one in find_conflicts(stored_lakes).topics}
    assert by_label["article 1: Scope"].stances == {Stance.OPPOSES: 2, Stance.PROPOSES: 1, Stance.SUPPORTS: 1}
    assert by_label["Scope"].stances == by_label["article 1: Scope"].stances, "narrower themes count for the wider one"
    assert (by_label["Scope"].conflicts, by_label["Scope"].tensions, by_label["Trust"].common_ground) == (1, 1, 1)


def test_a_selection_leaves_only_what_its_statements_express(stored_lakes: Store) -> None:
    spring = find_conflicts(stored_lakes, selection=Selection(consultations=("spring",)).resolve(stored_lakes))
    assert told(spring.conflicts) == [("stated-disagreement", "narrow", "reservoirs")]
    assert [one.quote for one in spring.conflicts[0].first.heard] == ["a broad scope"]


def test_a_limit_leaves_the_numbers_as_they_are(stored_seeds: Store) -> None:
    few, every = find_conflicts(stored_seeds, limit=1, coalitions=True), find_conflicts(stored_seeds, coalitions=True)
    assert few.found == every.found
    assert (few.conflicts, few.common_ground[0].view.key) == (every.conflicts[:1], every.common_ground[0].view.key)


def test_what_is_lacking_is_told_and_nothing_breaks() -> None:
    with open_unread_lakes() as store:
        assert find_conflicts(store, coalitions=True).lacks == ("statements", "positions", "relations")
        assert find_conflicts(store, "article 1").conflicts == ()


def test_an_unknown_name_brings_the_nearest(stored_lakes: Store) -> None:
    with pytest.raises(QueryError, match="Did you mean Trust"):
        find_conflicts(stored_lakes, "trusst")
    with pytest.raises(QueryError, match="article 99"):
        find_conflicts(stored_lakes, "article 99")


def test_a_row_is_a_pair_or_an_agreement(stored_lakes: Store) -> None:
    found = find_conflicts(stored_lakes)
    rows = [(row["kind"], row["rule"], row["first_position"], row["second_position"]) for row in found.to_table()]
    assert rows[0] == ("conflict", "stated-disagreement", "narrow", "reservoirs")
    assert rows[-1] == ("common ground", "widely-held", "trust", None)
    assert len(rows) == len(found.conflicts) + len(found.tensions) + len(found.common_ground)
    assert json.loads(json.dumps(to_data(found)))["conflicts"][0]["rule"] == "stated-disagreement"


def test_every_rule_says_what_it_can_get_wrong() -> None:
    assert set(RULES) == set(Rule)
    assert all(about.finds.endswith(".") and about.caution.endswith(".") for about in RULES.values())


def test_alternatives_divide_what_goes_together(stored_seeds: Store) -> None:
    groups = [{member.key for member in one.members} for one in find_conflicts(stored_seeds, "article 17", coalitions=True).coalitions]
    assert [("article-17-deleted" in group, "article-17-optional" in group, "article-17-moved" in group) for group in groups] == [
        (False, True, True),
        (True, False, False),
    ]


_NAMES = st.sampled_from("abcdef")
_PAIRS = st.lists(st.tuples(_NAMES, _NAMES).filter(lambda pair: pair[0] < pair[1]), max_size=8)


@given(supports=_PAIRS, attacks=_PAIRS)
def test_coalitions_are_the_maximal_connected_sets_without_attacks(supports: list[tuple[str, str]], attacks: list[tuple[str, str]]) -> None:
    network: nx.Graph[str] = nx.Graph(supports)
    free = [
        frozenset(group)
        for size in range(1, len(network) + 1)
        for group in combinations(sorted(network), size)
        if nx.is_connected(network.subgraph(group)) and not any(set(pair) <= set(group) for pair in attacks)
    ]
    maximal = {one for one in free if len(one) > 1 and not any(one < other for other in free)}
    assert {one for one, _ in find_coalitions(supports, attacks)} == maximal
    assert all(within == 0 for _, within in find_coalitions(supports, attacks))


def test_a_group_that_is_too_entangled_is_left_whole() -> None:
    names = [f"{number:02}" for number in range(40)]
    supports = [("hub", name) for name in names]
    attacks = list(zip(names[::2], names[1::2], strict=True))
    assert find_coalitions(supports, attacks) == ((frozenset({"hub", *names}), len(attacks)),)
