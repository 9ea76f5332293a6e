"""A corpus that has answers to a consultation and nothing else: no report, no treaty, no themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

from travaux.analysis.dossiers import question_dossier
from travaux.analysis.overview import find_answered
from travaux.model.store import Store
from travaux.pipeline.build import build
from travaux.pipeline.responses import import_responses
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
from travaux.reading.responses.planning import Wanted
from travaux.views.answers.question import report_question
from travaux.views.explorer import Explorer
from travaux.views.report import Grid
from travaux.web.explorer import explorer_app

_CORPUS = (
    'name = "bare"\ntitle = "Bare"\nbase = "https://example.org/bare/"\n\n[[consultations]]\nname = "first"\ntitle = "First"\n'
    "first_day = 2030-01-01\nlast_day = 2030-01-02\n"
)
_TABLE = (
    "Name,Q1. Should the lake be closed to motor boats?,Q2. Who should pay?\n"
    "Lake Watch Network,We support the ban.,\n"
    ",Electric boats should be allowed. I oppose the ban.,Thank you.\n"
    "Tom Field,We are concerned about the ban.,\n"
    "Norway,The ban is a mistake.,\n"
    "Ada Brook,,\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answered")
    (folder / "corpus.toml").write_text(_CORPUS, encoding="utf-8")
    (folder / "survey.csv").write_text(_TABLE, encoding="utf-8")
    told = import_responses(folder, folder / "survey.csv", "first", Wanted())
    assert (told.respondents, told.named, told.silent) == (4, 3, 1)
    build(folder)
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    generation = folder / ".travaux" / "generations" / (folder / ".travaux" / "current").read_text("utf-8").strip()
    with open_store(generation / "store", read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(folder: Path, store: Store) -> TestClient:
    generation = folder / ".travaux" / "generations" / (folder / ".travaux" / "current").read_text("utf-8").strip()
    return TestClient(explorer_app(Explorer(store, read_corpus(folder)), generation / "store"), base_url="http://127.0.0.1:8750")


def _text(client: TestClient, address: str) -> str:
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, address
    return " ".join(str(lxml_html.document_fromstring(answer.text).xpath("string()")).split())


def test_answers_and_those_who_gave_them_are_counted(store: Store) -> None:
    found = find_answered(store)
    (table,) = found.tables
    assert (table.organizations, table.persons, table.states, table.unnamed, table.answers) == (1, 1, 1, 1, 5)
    assert [(one.number, one.answers) for one in found.questions] == [("survey-1", 4), ("survey-2", 1)]
    assert found.questions[0].statements >= 4
    assert found.questions[1].statements == 0


def test_the_first_screen_shows_what_there_is_and_nothing_empty(client: TestClient) -> None:
    page = lxml_html.document_fromstring(client.get("/", headers={"accept": "text/html"}).text)
    words = " ".join(str(page.xpath("string()")).split())
    assert "1 table of answers" in words
    assert "Survey: 5 answers of 1 organization, 1 person, 1 State and 1 respondent without a name" in words
    assert "not toward the question that was asked" in words
    assert "To 1 of 2 guiding questions no statement was read in the answers" in words
    assert not [left for left in ("0 reports", "Pressure points", "found no direct answer", "on which theme") if left in words]
    links = {link.get("href") for link in page.cssselect("main a")}
    assert {"/document/survey", "/document/survey/question/survey-1", "/people", "/reports"} <= links
    assert all(table.cssselect("tbody tr") for table in page.cssselect("main table"))


@pytest.mark.parametrize("address", ["/", "/questions", "/document/survey/question/survey-1", "/people", "/conflicts", "/positions"])
def test_no_page_speaks_of_reports_that_are_not_there(client: TestClient, address: str) -> None:
    assert "in the reports" not in _text(client, address)
    assert "that the reports" not in _text(client, address)


def test_the_page_of_a_question_says_what_a_stance_is_toward(client: TestClient) -> None:
    assert "not toward the question that was asked" in _text(client, "/document/survey/question/survey-1")


def test_the_command_says_so_too_and_that_the_answers_were_given_to_it(store: Store) -> None:
    report = report_question(question_dossier(store, "survey-1"))
    captions = [block.caption for section in report.sections for block in section.blocks if isinstance(block, Grid)]
    assert "A stance is toward the words quoted, not toward the question." in captions
    assert any("answers that were given to the question" in note for note in report.notes)
    assert not any("report" in note for note in report.notes)
