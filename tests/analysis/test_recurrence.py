from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from pyoxigraph import Quad, RdfFormat, serialize

from argument_map.arguments import RELATIONS, STATEMENTS
from argument_map.corpus import BASE, open_unread_lakes, quads
from travaux.analysis.heard import Heard
from travaux.analysis.recurrence import Change, ChangeKind, Comparison, Matter, Occasion, Side, compare, find_lacks, find_recurrence
from travaux.analysis.selection import Selection
from travaux.errors import QueryError
from travaux.model.argument import Relation
from travaux.model.identity import Id, identifier
from travaux.model.schemes import Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, Stance
from travaux.model.store import Store
from travaux.rdf.records import encode
from travaux.rdf.store import open_store

SECOND, FIFTH = "second-intersessional-consultation", "fifth-intersessional-consultation"


@contextmanager
def lakes_with(*records: Any, without: tuple[Id, ...] = ()) -> Iterator[Store]:
    """Open the invented map with further records, or with these in place of those of the same name, and without some."""
    added = [quad for record in records for quad in encode(record, BASE, f"{BASE}graph/reviewed")]
    gone = {str(quad.subject) for quad in added} | {f"<{BASE}{one}>" for one in without}
    kept: list[Quad] = [quad for quad in quads() if str(quad.subject) not in gone]
    with open_store() as store:
        store.load(BytesIO(serialize([*kept, *added], format=RdfFormat.N_QUADS) or b""))
        yield store


def statement(name: str, **fields: Any) -> Any:
    (found,) = (one for one in STATEMENTS if one.id.endswith(f"/{name}"))
    return replace(found, **fields)


def attack(premise: str, conclusion: str) -> Relation:
    return replace(
        RELATIONS[0],
        id=identifier("relation", "test", premise, conclusion),
        kind=RelationKind.ATTACKS,
        form=RelationForm.DISAGREEMENT,
        marking=Marking.INFERRED,
        premise=identifier("position", premise),
        conclusion=identifier("position", conclusion),
    )


def counts(matter: Matter) -> dict[str, tuple[int, int]]:
    return {one.consultation: (one.own, one.whole) for one in matter.said}


def heard(matter: Matter) -> list[tuple[Heard, ...]]:
    return [voiced.heard for one in matter.said for voiced in one.voices if voiced.heard]


def theme(store: Store, name: str) -> Matter:
    return next(one for one in find_recurrence(store).themes if one.name == name)


def changes(found: tuple[Change, ...]) -> dict[str, ChangeKind]:
    return {one.matter.name: one.kind for one in found}


def position(found: Comparison, name: str) -> Change:
    return next(one for one in found.positions if one.matter.name == name)


def test_a_statement_on_a_narrower_theme_counts_for_the_broader_once(stored_lakes: Store) -> None:
    scope, reservoirs = theme(stored_lakes, "scope"), theme(stored_lakes, "reservoirs")
    assert counts(scope) == {"spring": (1, 2), "autumn": (1, 2)}
    assert counts(reservoirs) == {"spring": (1, 1), "autumn": (1, 1)}
    assert (scope.depth, reservoirs.depth, reservoirs.broader) == (0, 1, ("scope",))
    with lakes_with(statement("broad", themes=(identifier("theme", "scope"), identifier("theme", "reservoirs")))) as store:
        assert counts(theme(store, "scope"))["spring"] == (1, 2)


def test_narrower_themes_follow_their_broader_one(stored_lakes: Store) -> None:
    names = [one.name for one in find_recurrence(stored_lakes).themes]
    assert names.index("reservoirs") == names.index("scope") + 1


def test_rejected_statements_never_count(stored_lakes: Store) -> None:
    assert counts(theme(stored_lakes, "discharges")) == {"autumn": (2, 2)}
    assert counts(theme(stored_lakes, "trust")) == {"spring": (2, 2)}


def test_only_themes_of_several_consultations_recur(stored_lakes: Store) -> None:
    found = find_recurrence(stored_lakes, only_recurring=True)
    assert [one.name for one in found.themes] == ["scope", "reservoirs"]
    assert {one.name for one in found.positions} == {"narrow", "reservoirs"}
    assert (found.themes_found, found.positions_found) == (9, 2)


def test_each_side_has_its_strongest_word_and_sentences_with_their_place(stored_lakes: Store) -> None:
    spring, autumn = theme(stored_lakes, "scope").said
    assert autumn.strongest == {
        Side.FOR: (Prevalence.UNSPECIFIED,),
        Side.AGAINST: (Prevalence.A_NUMBER_OF,),
    }
    (against,) = (voiced for voiced in spring.voices if voiced.side is Side.AGAINST)
    (heard,) = against.heard
    assert (heard.quote, heard.paragraph, against.stances) == ("a broad scope", "3", (Stance.OPPOSES,))


def test_words_without_an_order_stand_side_by_side() -> None:
    several = statement("broad", id=Id("document/autumn-report/statement/also"), document=Id("document/autumn-report"))
    with lakes_with(several, several.speaker) as store:
        autumn = theme(store, "scope").said[1]
        assert autumn.strongest[Side.AGAINST] == (Prevalence.SEVERAL, Prevalence.A_NUMBER_OF)


def test_a_chapter_keeps_what_cites_it_or_else_stands_under_it(stored_lakes: Store) -> None:
    cooperation = find_recurrence(stored_lakes, chapter="III")
    assert [one.name for one in cooperation.themes] == ["data-sharing", "monitoring", "trust"]
    assert cooperation.chapter == "chapter III: Cooperation"
    with pytest.raises(QueryError, match="there is no chapter 'VII'"):
        find_recurrence(stored_lakes, chapter="VII")


def test_the_matters_of_chapters_add_up_to_those_of_their_statements(stored_lakes: Store) -> None:
    found = find_recurrence(stored_lakes, by_chapter=True)
    by_chapter = {part.chapter: {one.name: counts(one) for one in part.themes} for part in found.chapters}
    assert list(by_chapter) == [
        *("chapter I: General provisions", "chapter II: Protection", "chapter III: Cooperation", "chapter IV: Final provisions")
    ]
    assert by_chapter["chapter III: Cooperation"]["trust"] == {"spring": (2, 2)}
    for part in found.chapters:
        number = part.chapter.split(":")[0].removeprefix("chapter ")
        alone = find_recurrence(stored_lakes, chapter=number)
        own = {one.name: {there.consultation: there.own for there in one.said if there.own} for one in alone.themes}
        assert {one.name: {there.consultation: there.own for there in one.said} for one in part.themes} == {
            k: v for k, v in own.items() if v
        }


def test_a_selection_is_kept_to(stored_lakes: Store) -> None:
    found = find_recurrence(stored_lakes, Selection(reviews=frozenset({ReviewStatus.UNREVIEWED})))
    assert {one.name for one in found.themes} == {"trust", "entry-into-force", "discharges"}
    assert sum(one.statements for one in found.consultations) == 3


def test_what_was_not_on_the_agenda_was_not_dropped(stored_lakes: Store) -> None:
    found = compare(stored_lakes, "spring", "autumn")
    assert changes(found.themes) == {
        "scope": ChangeKind.STEADY,
        "reservoirs": ChangeKind.STEADY,
        "trust": ChangeKind.GONE,
        "monitoring": ChangeKind.GONE,
        "data-sharing": ChangeKind.NEW,
        "entry-into-force": ChangeKind.NOT_COMPARABLE,
        "discharges": ChangeKind.NOT_COMPARABLE,
        "small-farms": ChangeKind.NOT_COMPARABLE,
        "buffer-zones": ChangeKind.NOT_COMPARABLE,
    }
    assert next(one for one in found.themes if one.matter.name == "discharges").occasion is Occasion.NOT_GIVEN
    assert position(found, "narrow").kind is ChangeKind.STEADY
    assert position(found, "data").chapters == ("chapter III: Cooperation",)


def test_compared_the_other_way_round_new_is_gone_and_gone_is_new(stored_lakes: Store) -> None:
    forth, back = compare(stored_lakes, "spring", "autumn"), compare(stored_lakes, "autumn", "spring")
    turned = {ChangeKind.NEW: ChangeKind.GONE, ChangeKind.GONE: ChangeKind.NEW}
    for one, other in ((forth.themes, back.themes), (forth.positions, back.positions)):
        assert changes(other) == {name: turned.get(kind, kind) for name, kind in changes(one).items()}
    assert (forth.first_is_earlier, back.first_is_earlier) == (True, False)


def test_a_matter_is_reversed_if_only_its_opposite_is_recorded_where_it_is_no_more() -> None:
    with lakes_with(attack("data", "monitoring")) as store:
        found = compare(store, "spring", "autumn")
    assert (position(found, "monitoring").kind, position(found, "data").kind) == (ChangeKind.REVERSED, ChangeKind.NEW)
    (pair,) = found.oppositions
    assert pair.reversed
    assert (pair.first.said[0].voices[0].heard[0].document, pair.second.said[0].voices[0].heard[0].document) == (
        "spring-report",
        "autumn-report",
    )


def test_what_is_contested_where_it_is_recorded_reverses_nothing() -> None:
    with lakes_with(attack("data", "monitoring"), attack("optional", "data")) as store:
        found = compare(store, "spring", "autumn")
    assert position(found, "monitoring").kind is ChangeKind.GONE
    (pair,) = (one for one in found.oppositions if one.first.name == "monitoring")
    assert (pair.reversed, pair.second_contested) == (False, ("Buffer zones should be optional.",))


def test_what_was_not_before_both_reverses_nothing() -> None:
    with lakes_with(attack("firm", "monitoring"), without=(RELATIONS[3].id,)) as store:
        (pair,) = compare(store, "spring", "autumn").oppositions
    assert (pair.comparable, pair.reversed) == (False, False)


def test_opposite_stances_toward_quotes_of_one_position_are_no_reversal() -> None:
    with lakes_with(statement("pond", stance=Stance.SUPPORTS)) as store:
        assert position(compare(store, "spring", "autumn"), "narrow").kind is ChangeKind.STEADY


def test_without_an_agenda_nothing_is_new_or_gone() -> None:
    items = tuple(
        Id(f"document/{part}/agenda-item/{number}") for part, number in product(["autumn-report"], ["2", "2(a)", "2(b)", "2(c)", "3"])
    )
    questions = tuple(Id(f"document/autumn-note/question/{number}") for number in "1234")
    with lakes_with(without=(*items, *questions)) as store:
        found = compare(store, "spring", "autumn")
    assert found.agendas[1].chapters == ()
    assert {one.kind for one in (*found.themes, *found.positions)} & {ChangeKind.GONE, ChangeKind.REVERSED} == set()
    assert position(found, "monitoring").occasion is Occasion.UNKNOWN


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("spring", "spring", "spring cannot be compared with itself"),
        ("spring", "autum n", "there is no consultation 'autum n'"),
        ("winter", "spring", "there is no consultation 'winter'"),
    ],
)
def test_consultations_that_cannot_be_compared_are_refused(first: str, second: str, said: str, stored_lakes: Store) -> None:
    with pytest.raises(QueryError, match=said) as refused:
        compare(stored_lakes, first, second)
    assert "autumn" in (refused.value.hint or "")


def test_a_limit_leaves_the_counts_and_takes_the_sentences(stored_lakes: Store) -> None:
    whole, few = compare(stored_lakes, "spring", "autumn"), compare(stored_lakes, "spring", "autumn", limit=1)
    assert changes(whole.positions) == changes(few.positions)
    assert {row[5] for row in whole.to_table().rows} == {row[5] for row in few.to_table().rows}
    assert find_recurrence(stored_lakes, limit=1).positions_found == len(find_recurrence(stored_lakes).positions)


def test_for_a_report_only_what_it_quotes_is_looked_up(stored_lakes: Store) -> None:
    whole, report = compare(stored_lakes, "spring", "autumn"), compare(stored_lakes, "spring", "autumn", as_report=True)
    assert not any(heard(one.matter) for one in report.themes)
    for one, other in zip(whole.positions, report.positions, strict=True):
        assert (one.kind, counts(one.matter)) == (other.kind, counts(other.matter))
        quoted = [] if one.kind is ChangeKind.NOT_COMPARABLE else [some[:1] for some in heard(one.matter)]
        assert heard(other.matter) == quoted != [()]


def test_an_unread_corpus_has_nothing_that_recurs() -> None:
    with open_unread_lakes() as store:
        assert find_lacks(store) == ("statements", "positions")
        found = find_recurrence(store, by_chapter=True)
        assert (found.themes, found.positions, found.chapters) == ((), (), ())
        assert compare(store, "spring", "autumn").positions == ()
    with open_store() as empty:
        assert find_lacks(empty) == ("statements", "consultations", "themes", "positions")
        assert find_recurrence(empty).consultations == ()


def test_the_first_corpus_has_seven_positions_that_recur_and_none_that_is_reversed(stored_seeds: Store) -> None:
    found = compare(stored_seeds, "second", "fifth")
    steady = {name for name, kind in changes(found.positions).items() if kind is ChangeKind.STEADY}
    recurring = find_recurrence(stored_seeds)
    assert {one.name for one in recurring.positions} == steady
    assert len(steady) == 7
    assert found.of(ChangeKind.REVERSED) == ((), ())
    assert [one.reversed for one in found.oppositions] == [False]
    assert sum(one.recurs for one in recurring.themes) == 23


def test_in_the_first_corpus_criminal_intent_was_not_dropped_and_harmonization_is_not_recorded_again(stored_seeds: Store) -> None:
    kinds = changes(compare(stored_seeds, SECOND, FIFTH).themes)
    assert (kinds["criminal-intent"], kinds["harmonization"], kinds["conflict-of-laws"]) == (
        ChangeKind.NOT_COMPARABLE,
        ChangeKind.GONE,
        ChangeKind.NEW,
    )
    through = {one.matter.name: one.through for one in compare(stored_seeds, SECOND, FIFTH).themes}
    assert through["procedural"] == ((SECOND, ("Role of the private sector",)),)
