"""Statements as rows say what a report prints, in a fixed order."""

from __future__ import annotations

import json
from dataclasses import replace

from argument_map import arguments
from argument_map.corpus import BASE, open_lakes
from argument_map.corpus import CORPUS as LAKES
from travaux.model.argument import Link
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.export import export_statements
from travaux.pipeline.statements import COLUMNS, Names, to_rows

BROAD = next(one for one in arguments.STATEMENTS if one.span.quote == "a broad scope")
NOTHING = Names(documents={}, paragraphs={})


def link(target: str, confidence: float) -> Link:
    return Link(
        id=Id(f"{BROAD.id}/link/{target}"),
        document=BROAD.document,
        statement=BROAD.id,
        linked_to=Id(target),
        reason=f"says {target}",
        rule="hand",
        confidence=confidence,
    )


def test_rows_have_the_columns_in_their_order_and_are_json() -> None:
    with open_lakes() as store:
        rows = list(export_statements(store, LAKES))
    assert {row["id"] for row in rows} == {one.id for one in arguments.STATEMENTS if one.review is not ReviewStatus.REJECTED}
    for row in rows:
        assert tuple(row) == COLUMNS
        assert json.loads(json.dumps(row)) == row


def test_rows_of_a_graph_are_sorted_by_document_and_place() -> None:
    with open_lakes() as store:
        places = [(row["document"], row["start"]) for row in export_statements(store, LAKES)]
    assert places == sorted(places)
    assert len({document for document, _ in places}) > 1


def test_a_row_of_the_graph_names_who_spoke_and_which_position_is_expressed() -> None:
    with open_lakes() as store:
        row = next(row for row in export_statements(store, LAKES) if row["quote"] == "reservoirs be covered")
    assert row["speaker_actor"] == "Ada Brook"
    assert row["position"] == "Reservoirs should be covered."
    assert (row["paragraph"], row["prevalence"], row["reviewed"]) == ("3", "one", True)


def test_several_who_spoke_are_named_in_the_order_of_their_seats_each_once() -> None:
    seats = tuple(Id(f"document/a/participation/{place}") for place in ("12-30", "100-120"))
    speaker = replace(BROAD.speaker, participations=seats, actors=(Id("person/bo"), Id("state/norway"), Id("state/unheard-of")))
    names = Names(documents={}, paragraphs={}, actors=dict(zip((*seats, *speaker.actors), ("Cy", "Bo", "BO", "Norway"), strict=False)))
    (row,) = to_rows([replace(BROAD, speaker=speaker)], [], names)
    assert row["speaker_actor"] == "Cy; Bo; Norway"
    (unknown,) = to_rows([replace(BROAD, speaker=speaker)], [], NOTHING)
    assert unknown["speaker_actor"] is None


def test_provisions_are_sorted_by_number_and_links_by_confidence() -> None:
    said = replace(BROAD, citations=("article 24", "article 5"), themes=(Id("theme/a"), Id("theme/b")))
    links = [link("theme/a", 0.4), link("theme/b", 0.9), link(str(said.position), 1.0)]
    (row,) = to_rows([said], links, NOTHING)
    assert row["provisions"] == ["article 5", "article 24"]
    assert row["themes"] == ["b", "a"]
    assert row["links"][-1] == {"target": "theme/b", "reason": "says theme/b", "confidence": 0.9}


def test_only_what_a_person_has_decided_about_is_reviewed() -> None:
    for review in ReviewStatus:
        (row,) = to_rows([replace(BROAD, review=review)], [], NOTHING)
        assert row["reviewed"] == (review is not ReviewStatus.UNREVIEWED)


def test_the_invented_corpus_has_the_base_that_its_rows_are_read_with() -> None:
    assert LAKES.base == BASE
