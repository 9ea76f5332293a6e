"""The question ``trace``, on the invented corpus with outcomes that reviewers have linked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from argument_map.traced import open_traced
from travaux.model.store import Store, Value
from travaux.rdf.named_queries import answer, get_named_query

Row = dict[str, Value]


@pytest.fixture(scope="module")
def lakes() -> Iterator[Store]:
    with open_traced() as store:
        yield store


def rows(store: Store, position: str, **given: str) -> list[Row]:
    return [row for row in answer(store, get_named_query("trace"), given) if row["position"] == position]


def test_a_row_leads_from_the_words_to_the_adopted_provision_and_the_outcome(lakes: Store) -> None:
    (row,) = rows(lakes, "The scope should be narrow.", consultation="spring")
    assert row == {
        "position": "The scope should be narrow.",
        "outcome": "taken-up",
        "outcome_grade": "A",
        "provision": "article 1: Scope",
        "instrument": "draft",
        "how": "renumbered",
        "how_grade": "A",
        "later": "article 3: Scope",
        "later_instrument": "adopted",
        "prevalence": "several",
        "document": "spring-report",
        "paragraph": "3",
        "quote": "a broad scope",
        "start": 555,
        "end": 568,
    }


def test_recollection_is_marked_and_what_is_not_on_file_is_empty(lakes: Store) -> None:
    (farms,) = rows(lakes, "The limit on discharges should spare small farms.")
    assert (farms["outcome"], farms["outcome_grade"], farms["how"]) == ("partly [unverified]", "M", None)
    (data,) = rows(lakes, "Data should be shared openly.")
    assert (data["how"], data["how_grade"], data["outcome"]) == ("moved [unverified]", "M", None)
    (dropped,) = rows(lakes, "Buffer zones should be optional.")
    assert (dropped["how"], dropped["later"], dropped["outcome"]) == ("dropped", None, "reversed")


def test_what_a_person_has_rejected_is_in_no_row(lakes: Store) -> None:
    assert {row["provision"] for row in rows(lakes, "The scope should be narrow.")} == {"article 1: Scope"}
    assert not rows(lakes, "A person has refused this.")
