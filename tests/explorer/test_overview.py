from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from browsing import Visit
from travaux.analysis.gaps import GapKind, find_gaps
from travaux.analysis.recurrence import Occasion, compare
from travaux.model.argument import Statement
from travaux.model.document import Question
from travaux.model.schemes import ReviewStatus, Stance
from travaux.model.store import Store
from travaux.model.treaty import Article
from travaux.pipeline.build import Build
from travaux.rdf.stored import find_records
from travaux.views.explorer import Explorer

Read = Callable[..., HtmlElement]
SECOND, FIFTH = "second-intersessional-consultation", "fifth-intersessional-consultation"
REPORTS = {"document/second-consultation-report": SECOND, "document/fifth-consultation-report": FIFTH}


@pytest.fixture(scope="module")
def standing(stored_seeds: Store, built_seeds: Build) -> tuple[Statement, ...]:
    every = find_records(stored_seeds, Statement, built_seeds.corpus.base)
    return tuple(one for one in every if one.review is not ReviewStatus.REJECTED)


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def counted(text: str) -> int:
    """Give the number of statements that a cell tells; none if it tells none."""
    words = text.split()
    return int(words[-2].replace(",", "")) if words[-1].startswith("statement") else 0


def test_every_theme_stands_in_its_cell_with_the_statements_of_that_consultation(
    read: Read, stored_seeds: Store, built_seeds: Build, standing: tuple[Statement, ...]
) -> None:
    base = built_seeds.corpus.base
    query = "SELECT ?theme ?wider { ?theme <http://www.w3.org/2004/02/skos/core#broader> ?wider }"
    above = {str(row["theme"]).removeprefix(base): str(row["wider"]).removeprefix(base) for row in stored_seeds.select(query)}

    def chain(theme: str) -> list[str]:
        return [theme, *(chain(above[theme]) if theme in above else [])]

    expected: Counter[tuple[str, str]] = Counter()
    for one in standing:
        expected.update({(wider, REPORTS[one.document]) for own in one.themes for wider in chain(own)})
    for address in ("/", "/themes"):
        rows = read(address).cssselect("table.matrix tbody tr")
        shown = {
            (row.cssselect("th a")[0].get("href")[1:], name): counted(words_of(cell))
            for row in rows
            for name, cell in zip((SECOND, FIFTH), row.cssselect("td"), strict=True)
        }
        assert {key: count for key, count in shown.items() if count} == {
            key: count for key, count in expected.items() if address == "/themes" or key[0] not in above
        }


def test_the_signs_and_words_of_a_cell_are_those_of_its_statements(read: Read, standing: tuple[Statement, ...]) -> None:
    cell = read("/themes").cssselect("#theme-overcriminalization td")[1]
    own = [one for one in standing if "theme/overcriminalization" in one.themes and REPORTS[one.document] == FIFTH]
    assert {one.stance for one in own} == {Stance.SUPPORTS}
    assert len(cell.cssselect(".sign")) == len(cell.cssselect(".sign.supports")) == 1
    assert "several" in {one.speaker.prevalence.value for one in own}
    assert [word.text for word in cell.cssselect(".prevalence")] == ["several"]
    assert cell.cssselect("a")[0].get("href") == f"/theme/overcriminalization?consultation={FIFTH}"


def test_a_theme_that_was_not_on_an_agenda_is_told_from_one_that_was_passed_over(read: Read, stored_seeds: Store) -> None:
    compared = compare(stored_seeds, SECOND, FIFTH)
    silent = {
        (change.matter.name, one): change.occasion is Occasion.NOT_GIVEN
        for change in compared.themes
        for one in (SECOND, FIFTH)
        if not change.matter.there(one)
    }
    assert set(silent.values()) == {True, False}
    page = read("/themes")
    for (name, consultation), off_agenda in silent.items():
        cell = page.cssselect(f"#theme-{name} td")[(SECOND, FIFTH).index(consultation)]
        assert words_of(cell) == ("not on its agenda" if off_agenda else "none recorded")


def test_provisions_under_most_pressure_come_first_with_words_against_them(
    read: Read, stored_seeds: Store, built_seeds: Build, standing: tuple[Statement, ...]
) -> None:
    articles = {one.id for one in find_records(stored_seeds, Article, built_seeds.corpus.base)}
    against = [one for one in standing if one.stance in {Stance.CONCERNED, Stance.OPPOSES}]
    counts = Counter(place for one in against for place in one.provisions if place in articles)
    points = read("/").cssselect(".points > li")
    shown = [point.cssselect("h3 a")[0].get("href")[1:] for point in points]
    assert [counts[place] for place in shown] == sorted(counts.values(), reverse=True)[: len(shown)]
    for place, point in zip(shown, points, strict=True):
        quote = point.cssselect("blockquote q")[0].text
        assert quote in {one.span.quote for one in against if place in one.provisions}
        in_bar = sum(int(number.text) for number in point.cssselect("svg text"))
        assert in_bar == sum(1 for one in standing if place in one.provisions)


def test_uncited_provisions_are_counted_as_the_page_of_gaps_counts_them(read: Read, stored_seeds: Store) -> None:
    (section,) = find_gaps(stored_seeds, [GapKind.PROVISIONS]).sections
    link = read("/").cssselect('a[href^="/gaps?"]')[0]
    assert link.text == f"{section.total} of {section.among} are cited by no statement, and none would change them"
    assert f"{section.total} of {section.among}" in words_of(read(link.get("href")).cssselect(".gap-head")[0])


def test_events_of_the_corpus_are_marked_and_no_other(read: Read, built_seeds: Build) -> None:
    marked = {link.get("href") for link in read("/").cssselect(".strip > li.held .here")}
    assert marked == {f"/{one.id}" for one in built_seeds.corpus.consultations}
    assert len(read("/").cssselect(".strip > li.held")) == len(marked)


def test_where_some_do_not_say_how_widely_the_word_does_not_stand_alone(read: Read, standing: tuple[Statement, ...]) -> None:
    found = 0
    for row in read("/positions").cssselect("table.listing tbody tr"):
        place = row.cssselect("th a")[0].get("href")[1:]
        for one in row.cssselect(".taken .one"):
            stance = one.get("class").split()[1]
            words = {each.speaker.prevalence.value for each in standing if each.position == place and each.stance.value == stance}
            assert ("(others: not said)" in words_of(one)) == ("unspecified" in words and len(words) > 1)
            found += "(others: not said)" in words_of(one)
    assert found


def test_questions_without_a_direct_answer_are_counted(
    read: Read, stored_seeds: Store, built_seeds: Build, standing: tuple[Statement, ...]
) -> None:
    every = {one.id for one in find_records(stored_seeds, Question, built_seeds.corpus.base)}
    left = every - {question for one in standing for question in one.questions}
    assert f"{len(left)} of {len(every)} guiding questions found no direct answer" in words_of(read("/").cssselect("main")[0])
    assert len(read("/questions?answered=none").cssselect("table tbody tr")) == len(left)


def test_one_sentence_says_what_the_negotiation_is(read: Read, standing: tuple[Statement, ...]) -> None:
    lead = words_of(read("/").cssselect(".lead.counted")[0])
    assert lead == (
        f"2 consultations (13 June 2022 to 21 June 2023), 2 reports, {len(standing)} statements, all reviewed by Editors of Travaux."
    )


def test_an_invented_corpus_with_proposals_of_rules_says_how_many_are_reviewed(read: Read, lakes_explorer: Explorer) -> None:
    every = find_records(lakes_explorer.store, Statement, lakes_explorer.corpus.base)
    standing = [one for one in every if one.review is not ReviewStatus.REJECTED]
    decided = sum(1 for one in standing if one.review is not ReviewStatus.UNREVIEWED)
    assert 0 < decided < len(standing)
    assert f"{len(standing)} statements, {decided} of them reviewed by " in words_of(read("/", lakes_explorer).cssselect(".lead")[0])


def test_its_data_are_the_cells(client: TestClient) -> None:
    data = client.get("/?format=json").json()
    assert [one["name"] for one in data["consultations"]] == [SECOND, FIFTH]
    assert all([cell["consultation"] for cell in row["cells"]] == [SECOND, FIFTH] for row in data["themes"])


@pytest.mark.system
@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 390)])
def test_the_first_screen_can_be_read_by_everybody(visit: Callable[..., Visit], scheme: str, width: int) -> None:
    page = visit("/", color_scheme=scheme, width=width).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#matrix-name").bounding_box()["y"] < 768  # type: ignore[index]
