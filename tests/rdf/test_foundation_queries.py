from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from argument_map.arguments import STATEMENTS
from argument_map.corpus import BASE, open_lakes
from argument_map.documents import AUTUMN, NOTE, SPRING, TEXTS, span
from argument_map.rows import Row, iri, place, words
from travaux.model.identity import Id
from travaux.model.store import Store
from travaux.rdf.named_queries import answer, get_named_query
from travaux.rdf.records import encode

Ask = Callable[..., list[Row]]


@pytest.fixture(scope="module")
def lakes() -> Iterator[Store]:
    with open_lakes() as store:
        yield store


@pytest.fixture
def ask(lakes: Store) -> Ask:
    def rows(name: str, **given: str) -> list[Row]:
        return list(answer(lakes, get_named_query(name), given).rows)

    return rows


def whole(document: Id, number: str) -> str:
    return next(line for line in TEXTS[document].splitlines() if line.startswith(f"{number}. "))


def paragraph(document: Id, number: str) -> Row:
    return place(document, number, whole(document, number))


def test_findings_show_the_places_that_do_not_add_up(ask: Ask) -> None:
    message = "The report counts 30 participants; the parts come to 29."
    where = ("spring-report", *words(SPRING, "30 participants"))
    found = [("warning", "attendance-sum", message, *where, iri("finding/attendance-sum/1"))]
    assert ask("findings") == found
    assert ask("findings", severity="warning") == found
    assert ask("findings", severity="error") == []


def test_the_agenda_has_each_item_with_its_paragraphs(ask: Ask) -> None:
    general, protection, cooperation = "chapter I: General provisions", "chapter II: Protection", "chapter III: Cooperation"
    assert ask("agenda", consultation="autumn") == [
        ("autumn", "2", None, None, None, "autumn-report", None, None, None, None),
        ("autumn", "2(a)", "General provisions", "2", general, *paragraph(AUTUMN, "2")),
        ("autumn", "2(b)", "Protection", "2", protection, *paragraph(AUTUMN, "3")),
        ("autumn", "2(b)", "Protection", "2", protection, *paragraph(AUTUMN, "4")),
        ("autumn", "2(c)", "Cooperation", "2", cooperation, *paragraph(AUTUMN, "5")),
        ("autumn", "3", "Other matters", None, None, *paragraph(AUTUMN, "6")),
    ]
    assert {row[0] for row in ask("agenda")} == {"autumn", "spring"}


def test_panellists_stand_in_their_order_with_role_and_capacity(ask: Ask) -> None:
    assert ask("panellists") == [
        ("spring", 1, "1", 1, "Ada Brook", "Director", "Lake Watch Network", None, None, *place(SPRING, "2", "Ms. Ada Brook")),
        ("spring", 1, "1", 2, "Tom Reed", "Engineer", "Clearwater", "Shoreline Chamber", None, *place(SPRING, "2", "Mr. Tom Reed")),
    ]
    assert ask("panellists", consultation="autumn") == []


DISCHARGES = ("draft", "article 3: Discharges")


def test_cited_provisions_have_the_exact_words(ask: Ask) -> None:
    asked = ("draft", "article 2: Use of terms [unverified]", *place(NOTE, None, "article 2"))
    cited = [
        (*DISCHARGES, *place(AUTUMN, "3", "article 3")),
        (*DISCHARGES, *place(AUTUMN, "3", "article 3", after="Norland")),
        ("draft", "article 4: Buffer zones", *place(AUTUMN, "4", "article 4")),
        ("draft", "article 6: Data", *place(AUTUMN, "5", "article 6")),
    ]
    assert ask("cited-provisions") == [asked, *cited]
    assert ask("cited-provisions", document="autumn-report") == cited
    assert ask("cited-provisions", instrument="adopted") == []


def test_paragraphs_on_an_article_come_in_full(ask: Ask) -> None:
    full = words(AUTUMN, whole(AUTUMN, "3"))
    assert ask("paragraphs-on-article", article="3") == [
        (*DISCHARGES, *place(AUTUMN, "3", "article 3"), *full),
        (*DISCHARGES, *place(AUTUMN, "3", "article 3", after="Norland"), *full),
    ]
    assert ask("paragraphs-on-article", article="2") == []


def test_guiding_questions_stand_under_their_chapters(ask: Ask) -> None:
    general = ("autumn", "General provisions", "chapter I: General provisions")
    cooperation = ("autumn", "Cooperation", "chapter III: Cooperation")
    shared = "How should data be shared, in the light of the Convention on Shared Rivers?"
    questions = [
        (*general, "1", "autumn-note", *words(NOTE, "Which waters should the convention cover?")),
        (*general, "2", "autumn-note", *words(NOTE, "Which terms should article 2 define?")),
        (*cooperation, "3", "autumn-note", *words(NOTE, shared)),
        (*cooperation, "4", "autumn-note", *words(NOTE, "Who should pay for joint monitoring?")),
    ]
    assert ask("guiding-questions") == questions
    assert ask("guiding-questions", consultation="spring") == []


def test_documents(ask: Ask) -> None:
    assert ask("documents") == [
        ("autumn-note", "Guiding questions", "concept-note", "LAKES/2030/9", dt.date(2030, 9, 20), "autumn", 0),
        ("autumn-report", "Report of the autumn consultation", "report", "LAKES/2030/10", dt.date(2030, 10, 20), "autumn", 8),
        ("spring-report", "Report of the spring consultation", "report", "LAKES/2030/4", dt.date(2030, 4, 20), "spring", 7),
    ]


def test_the_timeline_marks_what_rests_on_recollection(ask: Ask) -> None:
    assert ask("timeline") == [
        (1, "Draft published", "document", dt.date(2030, 1, 5), None, None, "LAKES/1", "A"),
        (2, "Adoption [unverified]", "milestone", None, None, None, None, "M"),
    ]


def test_an_unnumbered_paragraph_is_named_by_its_place() -> None:
    thanks = span(AUTUMN, "The Chair thanked the hosts.")
    closing = Id(f"{AUTUMN}/paragraph/block-8")
    statement = replace(STATEMENTS[2], id=Id("statement/thanks"), document=AUTUMN, paragraph=closing, span=thanks)
    with open_lakes() as store:
        store.load([f"{quad} .\n".encode() for quad in encode(statement, BASE, f"{BASE}graph/extracted/autumn-report")])
        rows = answer(store, get_named_query("unreviewed-statements"), {"document": "autumn-report"})
    assert [row["paragraph"] for row in rows] == ["3", "block-8"]
