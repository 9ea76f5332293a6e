from __future__ import annotations

import pytest

from argument_map.corpus import open_unread_lakes
from travaux.analysis.gaps import GAPS, GapKind, GapSection, find_gaps
from travaux.analysis.selection import Selection
from travaux.model.store import Store
from travaux.rdf.named_queries import answer, get_named_query


def section(store: Store, kind: GapKind, selection: Selection | None = None, limit: int | None = None) -> GapSection:
    (found,) = find_gaps(store, [kind], selection=selection or Selection(), limit=limit).sections
    return found


def names(found: GapSection) -> list[str]:
    return [gap.name for gap in found.gaps]


@pytest.fixture(params=["stored_lakes", "stored_seeds"])
def store(request: pytest.FixtureRequest) -> Store:
    found: Store = request.getfixturevalue(request.param)
    return found


def test_unanswered_questions_are_those_of_the_named_query(store: Store) -> None:
    asked = answer(store, get_named_query("unanswered-questions"), {})
    expected = [(f"question {row['number']}", row["chapter"], row["drew"], row["indirect_statement_count"], row["quote"]) for row in asked]
    gaps = section(store, GapKind.QUESTIONS).gaps
    assert [(gap.name, gap.within, gap.nearly, gap.count, gap.words.quote) for gap in gaps if gap.words] == expected
    assert expected


def test_silent_provisions_are_those_of_the_named_query(store: Store) -> None:
    asked = answer(store, get_named_query("silent-provisions"), {})
    gaps = section(store, GapKind.PROVISIONS).gaps
    assert [(gap.name, gap.count) for gap in gaps] == [(row["provision"], row["reference_count"]) for row in asked]
    assert [gap.is_unverified for gap in gaps] == ["[unverified]" in str(row["provision"]) for row in asked]
    assert gaps


def test_silent_agenda_items_are_those_of_the_named_query(store: Store) -> None:
    asked = answer(store, get_named_query("silent-agenda-items"), {})
    gaps = section(store, GapKind.AGENDA).gaps
    assert [(gap.name, gap.count, gap.words.quote) for gap in gaps if gap.words] == [
        (f"agenda item {row['number']}" + (f": {row['title']}" if row["title"] else ""), row["paragraph_count"], row["quote"])
        for row in asked
    ]
    assert gaps


def test_unreviewed_statements_are_those_of_the_named_query(store: Store) -> None:
    asked = answer(store, get_named_query("unreviewed-statements"), {})
    found = section(store, GapKind.UNREVIEWED)
    assert names(found) == [row["claim"] for row in asked]
    assert found.total == len(asked)


def test_the_report_tells_that_nothing_was_said(stored_seeds: Store) -> None:
    final = section(stored_seeds, GapKind.AGENDA).gaps[0]
    assert final.told is not None
    assert (final.told.paragraph, final.told.quote[-24:]) == ("13", "no statements were made.")


def test_themes_are_raised_once_or_never_with_what_is_narrower(stored_lakes: Store, stored_seeds: Store) -> None:
    once = section(stored_lakes, GapKind.ONCE)
    assert names(once) == ["Buffer zones", "Data sharing", "Entry into force", "Monitoring", "Small farms"]
    assert all(gap.words for gap in once.gaps)
    assert names(section(stored_lakes, GapKind.NEVER)) == []
    assert names(section(stored_seeds, GapKind.NEVER)) == ["Freedom of expression", "Sovereignty", "Transfer of technology"]


def test_positions_lack_a_provision_or_a_reason(stored_lakes: Store) -> None:
    found = section(stored_lakes, GapKind.NO_PROVISION)
    assert (names(found), found.among) == (["Cooperation should rest on trust."], 8)
    assert names(section(stored_lakes, GapKind.NO_REASON)) == [
        "Buffer zones should be optional.",
        "Cooperation should rest on trust.",
        "Data should be shared openly.",
        "Monitoring should be joint.",
        "The limit on discharges should be unconditional.",
    ]


def test_only_statements_selected_fill_a_gap(stored_lakes: Store) -> None:
    every = set(names(section(stored_lakes, GapKind.PROVISIONS)))
    spring = set(names(section(stored_lakes, GapKind.PROVISIONS, Selection(consultations=("spring",)))))
    assert every < spring
    assert "article 3: Discharges" in spring - every


def test_a_limit_leaves_the_total_as_it_is(store: Store) -> None:
    found = section(store, GapKind.PROVISIONS, limit=1)
    assert len(found.gaps) == 1
    assert found.total == section(store, GapKind.PROVISIONS).total


def test_what_was_searched_counts_every_statement_that_nobody_has_rejected(store: Store) -> None:
    rows = store.select(
        "PREFIX trv: <https://w3id.org/travaux/ontology#> PREFIX review: <https://w3id.org/travaux/scheme/review-status/>"
        " SELECT DISTINCT ?statement ?review WHERE { ?statement a trv:Statement ; trv:review ?review . FILTER(?review != review:rejected) }"
    )
    searched = find_gaps(store, []).searched
    assert searched.statements == len(rows)
    assert searched.undecided == sum(str(row["review"]).endswith("/unreviewed") for row in rows)


def test_an_unread_corpus_is_all_gaps_and_breaks_nothing() -> None:
    with open_unread_lakes() as store:
        found = find_gaps(store)
    assert [one.kind for one in found.sections] == list(GAPS)
    by_kind = {one.kind: one for one in found.sections}
    assert by_kind[GapKind.QUESTIONS].total == by_kind[GapKind.QUESTIONS].among > 0
    assert by_kind[GapKind.NO_PROVISION].total == by_kind[GapKind.NO_PROVISION].among == 0


def test_a_row_is_a_gap(store: Store) -> None:
    found = find_gaps(store)
    table = found.to_table()
    assert len(table) == sum(len(one.gaps) for one in found.sections)
    assert [row["name"] for row in table][:2] == [gap.name for one in found.sections for gap in one.gaps][:2]
