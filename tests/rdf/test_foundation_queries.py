from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO

import pytest
from pyoxigraph import RdfFormat, serialize

from argument_map.arguments import STATEMENTS
from argument_map.corpus import BASE, open_lakes
from argument_map.documents import AUTUMN, DRAFT, NOTE, SPRING, TEXTS, span
from argument_map.rows import Ask, Row, iri, place, words
from travaux.model.document import Reference
from travaux.model.finding import Finding
from travaux.model.identity import Id, child, identifier
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, ReferenceKind, Severity
from travaux.model.store import Store
from travaux.model.treaty import Correspondence, Evidence
from travaux.rdf.named_queries import answer, get_named_query
from travaux.rdf.records import encode


@contextmanager
def open_lakes_with(*records: object) -> Iterator[Store]:
    with open_lakes() as store:
        for record in records:
            quads = serialize(encode(record, BASE, f"{BASE}graph/more"), format=RdfFormat.N_QUADS)
            store.load(BytesIO(quads or b""))
        yield store


def whole(document: Id, number: str) -> str:
    return next(line for line in TEXTS[document].splitlines() if line.startswith(f"{number}. "))


def paragraph(document: Id, number: str) -> Row:
    return place(document, number, whole(document, number))


def test_findings_show_the_places_that_do_not_add_up(ask: Ask) -> None:
    message = "The report counts 30 participants; the parts come to 29."
    where = ("spring-report", *words(SPRING, "30 participants"))
    found = [("warning", "attendance-sum", message, 1, *where, iri("finding/attendance-sum/1"))]
    assert ask("findings") == found
    assert ask("findings", severity="warning") == found
    assert ask("findings", severity="error") == []


def test_a_finding_has_one_row_with_its_first_place_and_their_number() -> None:
    spans = (span(AUTUMN, "40 participants"), span(SPRING, "30 participants"), span(AUTUMN, "The autumn consultation"))
    named = {"check": "number-clash", "severity": Severity.NOTE}
    many = Finding(id=identifier("finding", "many"), message="Two.", spans=spans, **named)  # type: ignore[arg-type]
    none = Finding(id=identifier("finding", "none"), message="None.", document=NOTE, **named)  # type: ignore[arg-type]
    with open_lakes_with(many, none) as store:
        rows = answer(store, get_named_query("findings"), {"severity": "note"}).rows
    first = ("autumn-report", *words(AUTUMN, "The autumn consultation"))
    assert rows == (
        ("note", "number-clash", "None.", 0, "autumn-note", None, None, None, iri("finding/none")),
        ("note", "number-clash", "Two.", 3, *first, iri("finding/many")),
    )


def test_the_agenda_has_each_item_with_its_paragraphs(ask: Ask) -> None:
    general, protection, cooperation = "chapter I: General provisions", "chapter II: Protection", "chapter III: Cooperation"

    def under(paragraph: str | None, item: str) -> Row:
        return ("autumn-report", paragraph, *words(AUTUMN, f"agenda item {item}"))

    assert ask("agenda", consultation="autumn") == [
        ("autumn", "2", None, None, None, *under(None, "2")),
        ("autumn", "2(a)", "General provisions", "2", general, *under("2", "2(a)")),
        ("autumn", "2(b)", "Protection", "2", protection, *under("3", "2(b)")),
        ("autumn", "2(b)", "Protection", "2", protection, *under("4", "2(b)")),
        ("autumn", "2(c)", "Cooperation", "2", cooperation, *under("5", "2(c)")),
        ("autumn", "3", "Other matters", None, None, *under("6", "3")),
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
    asked = ("draft", "article 2: Use of terms [unverified]", "article 2", *place(NOTE, None, "article 2"))
    cited = [
        (*DISCHARGES, "article 3", *place(AUTUMN, "3", "article 3")),
        (*DISCHARGES, "article 3", *place(AUTUMN, "3", "article 3", after="Norland")),
        ("draft", "article 4: Buffer zones", "article 4", *place(AUTUMN, "4", "article 4")),
        ("draft", "article 6: Data", "article 6", *place(AUTUMN, "5", "article 6")),
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


def cited(words_: str, target: str, provision: Id | None = None, kind: ReferenceKind = ReferenceKind.ARTICLE) -> Reference:
    found = span(SPRING, words_)
    identifier_ = child(SPRING, "reference", f"{found.start}-{found.end}")
    where = child(SPRING, "paragraph", "6")
    return Reference(id=identifier_, document=SPRING, paragraph=where, kind=kind, target=target, span=found, provision=provision)


UNDESCRIBED = (
    cited("the floor", "article 10"),
    cited("opened", "article 9 (2)"),
    cited("closed", "article 9 bis"),
    cited("as usual", "article 9 of the Convention on Shared Rivers"),
    cited("nobody", "A/RES/1", kind=ReferenceKind.RESOLUTION),
)


def test_citations_that_the_corpus_does_not_describe_are_listed_last() -> None:
    with open_lakes_with(*UNDESCRIBED) as store:
        rows = answer(store, get_named_query("cited-provisions")).rows
        assert not answer(store, get_named_query("cited-provisions"), {"instrument": "adopted"}).rows
    assert all(row[:2] != (None, None) for row in rows[:5])
    assert rows[5:] == (
        (None, None, "article 10", *place(SPRING, "6", "the floor")),
        (None, None, "article 9 (2)", *place(SPRING, "6", "opened")),
        (None, None, "article 9 bis", *place(SPRING, "6", "closed")),
        (None, None, "article 9 of the Convention on Shared Rivers", *place(SPRING, "6", "as usual")),
    )


@pytest.mark.parametrize(("number", "found"), [("9", "opened"), ("10", "the floor"), ("9 bis", "closed")])
def test_an_article_that_the_corpus_does_not_describe_has_its_paragraphs(number: str, found: str) -> None:
    with open_lakes_with(*UNDESCRIBED) as store:
        rows = answer(store, get_named_query("paragraphs-on-article"), {"article": number}).rows
    assert rows == ((None, None, *place(SPRING, "6", found), *words(SPRING, whole(SPRING, "6"))),)


def test_what_an_article_is_in_the_other_text(ask: Ask) -> None:
    scope = ("draft", "1", "Scope", "adopted", "3", "Scope", "renumbered", "A", None)
    assert ask("correspondences", article="1") == [scope]
    assert ask("correspondences", article="3") == [scope]
    assert ask("correspondences", article="3", instrument="draft") == []
    assert ask("correspondences", article="3", instrument="adopted") == [scope]


def test_what_it_rests_on_that_an_article_is_another(ask: Ask) -> None:
    ((*ends, grade, source, _link),) = ask("correspondence-sources", article="3", instrument="adopted")
    assert (ends, grade, source) == (["draft", "1", "adopted", "3"], "A", "Text as adopted")
    assert ask("correspondence-sources", article="3", instrument="draft") == []


def test_correspondence_from_recollection_is_marked_and_may_have_no_other_end() -> None:
    recalled = Evidence(grade=EvidenceGrade.M, note="By subject.")
    gone = Correspondence(
        id=identifier("correspondence", "draft-7"),
        earlier=child(DRAFT, "article", "7"),
        later=None,
        kind=CorrespondenceKind.DROPPED,
        evidence=recalled,
    )
    with open_lakes_with(gone) as store:
        rows = answer(store, get_named_query("correspondences"), {"article": "7"}).rows
    assert rows == (("draft", "7", "Entry into force", None, None, None, "dropped [unverified]", "M", "By subject."),)


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
