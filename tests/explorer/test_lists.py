from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from travaux.analysis.dossiers import actor_dossier, article_dossier
from travaux.errors import QueryError
from travaux.model.argument import Position, Statement
from travaux.model.consultation import Organization, Person, State
from travaux.model.document import Paragraph, Question
from travaux.model.finding import Finding
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.model.treaty import Article, Chapter, PreambularParagraph
from travaux.pipeline.build import Build
from travaux.rdf.stored import find_records
from travaux.views.explorer import AskedError, Explorer

Read = Callable[..., HtmlElement]


@pytest.fixture(scope="module")
def standing(stored_seeds: Store, built_seeds: Build) -> tuple[Statement, ...]:
    every = find_records(stored_seeds, Statement, built_seeds.corpus.base)
    return tuple(one for one in every if one.review is not ReviewStatus.REJECTED)


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def numbers(page: HtmlElement) -> dict[str, int]:
    """Give the number at the end of each row by the address that its name leads to."""
    rows = page.cssselect("table.listing tbody tr")
    return {
        row.cssselect("th a")[0].get("href"): int(words_of(row.cssselect("td.number")[0])) for row in rows if row.cssselect("td.number")
    }


def test_every_provision_is_listed_with_the_statements_that_cite_it(
    read: Read, stored_seeds: Store, built_seeds: Build, standing: tuple[Statement, ...]
) -> None:
    base = built_seeds.corpus.base
    articles, chapters = find_records(stored_seeds, Article, base), find_records(stored_seeds, Chapter, base)
    every = {f"/{one.id}" for one in (*articles, *chapters, *find_records(stored_seeds, PreambularParagraph, base))}
    shown = numbers(read("/articles"))
    assert set(shown) == every
    cited = Counter(f"/{place}" for one in standing for place in one.provisions)
    drafted = {
        place: count for place, count in shown.items() if place.startswith(("/instrument/draft/art", "/instrument/draft/pre")) and count
    }
    assert drafted == {place: count for place, count in cited.items() if place in drafted}
    assert sum(drafted.values()) == sum(count for place, count in cited.items() if "/chapter/" not in place)


@pytest.mark.parametrize("place", ["draft chapter II", "draft article 17", "adopted article 24", "adopted chapter IV"])
def test_the_list_counts_what_the_page_of_a_provision_counts(read: Read, stored_seeds: Store, place: str) -> None:
    instrument, kind, number = place.split()
    shown = numbers(read(f"/instrument/{instrument}"))
    assert shown[f"/instrument/{instrument}/{kind}/{number}"] == article_dossier(stored_seeds, place).said.statements


def test_articles_without_a_statement_are_shown_alone_when_asked_for(read: Read) -> None:
    """Draft article 1 is cited by none, and a statement would change it."""
    every, silent, said = (numbers(read(f"/articles{asked}")) for asked in ("", "?said=nothing", "?said=something"))
    chapters = {place for place in every if "/chapter/" in place}
    uncited = {place for place, count in every.items() if not count} - chapters
    row = next(row for row in read("/articles").cssselect("tr") if row.cssselect('th a[href="/instrument/draft/article/1"]'))
    assert "none cites it; 1 would change it" in words_of(row)
    changed = {place for place in uncited if place in said}
    assert "/instrument/draft/article/1" in changed
    assert {place for place in silent if place not in chapters} == uncited - changed
    assert {place for place in said if place not in chapters} == {place for place, count in every.items() if count} - chapters | changed


def test_questions_tell_how_many_statements_answer_them(
    read: Read, stored_seeds: Store, built_seeds: Build, standing: tuple[Statement, ...]
) -> None:
    direct = Counter(question for one in standing for question in one.questions)
    partial = Counter(question for one in standing for question in one.partial_questions)
    rows = {row.cssselect("th a")[0].get("href"): row for row in read("/questions").cssselect("table tbody tr")}
    every = find_records(stored_seeds, Question, built_seeds.corpus.base)
    assert set(rows) == {f"/{one.id}" for one in every}
    for one in every:
        told = words_of(rows[f"/{one.id}"].cssselect("td")[0])
        expected = [f"{direct[one.id]} direct"] if direct[one.id] else []
        expected += [f"{partial[one.id]} in part{'' if expected else ' only'}"] if partial[one.id] else []
        assert told == (", ".join(expected) or "none found")


def test_pages_of_positions_together_hold_each_once_those_of_most_consultations_first(
    read: Read, stored_seeds: Store, built_seeds: Build, standing: tuple[Statement, ...]
) -> None:
    rejected = {one.id for one in find_records(stored_seeds, Position, built_seeds.corpus.base) if one.review is ReviewStatus.REJECTED}
    expected = Counter(f"/{one.position}" for one in standing if one.position and one.position not in rejected)
    documents = {f"/{one.position}": {other.document for other in standing if other.position == one.position} for one in standing}
    shown = {**numbers(read("/positions")), **numbers(read("/positions?page=2")), **numbers(read("/positions?page=3"))}
    assert shown == expected
    order = [(-len(documents[key]), -count) for key, count in shown.items()]
    assert order == sorted(order)
    assert f"1–50 of {len(expected)} positions" in words_of(read("/positions").cssselect("nav.paging")[0])


def test_positions_by_name_and_of_a_theme(read: Read, standing: tuple[Statement, ...]) -> None:
    claims = [words_of(row.cssselect("th")[0]) for row in read("/positions?order=claim").cssselect("table tbody tr")]
    assert claims == sorted(claims, key=str.casefold)
    of_theme = Counter(f"/{one.position}" for one in standing if "theme/overcriminalization" in one.themes)
    assert numbers(read("/positions?theme=overcriminalization")) == of_theme


def test_everybody_is_listed_with_what_their_page_counts(read: Read, stored_seeds: Store, built_seeds: Build) -> None:
    base = built_seeds.corpus.base
    actors = {f"/{one.id}": one.name for one in find_records(stored_seeds, Person, base)}
    actors |= {f"/{one.id}": one.name for one in find_records(stored_seeds, Organization, base)}
    actors |= {f"/{one.id}": one.name for one in find_records(stored_seeds, State, base)}
    shown = numbers(read("/people"))
    assert set(shown) == set(actors)
    for address, name in list(actors.items())[::3]:
        assert shown[address] == actor_dossier(stored_seeds, name).searched.statements, name


def test_those_who_are_named_have_numbers_of_statements_and_no_word_of_prevalence(read: Read) -> None:
    page = read("/people")
    assert not page.cssselect(".prevalence")
    rows = [row for row in page.cssselect("table.listing tbody tr") if row.cssselect(".taken")]
    assert rows
    for row in rows:
        stances = [int(words_of(one).split()[0]) for one in row.cssselect(".taken small")]
        assert sum(stances) == int(words_of(row.cssselect("td.number")[0]))


def test_reports_tell_what_is_on_file_of_them(read: Read, stored_seeds: Store, built_seeds: Build, standing: tuple[Statement, ...]) -> None:
    base, page = built_seeds.corpus.base, read("/reports")
    for document in built_seeds.corpus.documents:
        row = next(row for row in page.cssselect("table tbody tr") if row.cssselect(f'th a[href="/{document.id}"]'))
        expected = [
            sum(1 for one in find_records(stored_seeds, Paragraph, base) if one.document == document.id),
            sum(1 for one in find_records(stored_seeds, Question, base) if one.document == document.id),
            sum(1 for one in standing if one.document == document.id),
            sum(1 for one in find_records(stored_seeds, Finding, base) if one.document == document.id),
        ]
        assert [int(words_of(cell)) for cell in row.cssselect("td.number")] == expected


def test_a_text_tells_what_it_is_and_where_to_read_it(read: Read, seeds_explorer: Explorer) -> None:
    page = read("/instrument/adopted")
    assert "The text as adopted, A/RES/79/243, annex, 24 December 2024." in words_of(page.cssselect(".lead")[0])
    assert page.cssselect('a[rel~="external"]')[0].get("href") == "https://docs.un.org/en/A/RES/79/243"
    with pytest.raises(QueryError, match="no text 'lost'"):
        seeds_explorer.page("/instrument/lost")


@pytest.mark.parametrize(
    "address", ["/articles?said=much", "/questions?answered=well", "/people?kind=cat", "/positions?order=luck", "/positions?page=0"]
)
def test_what_cannot_be_asked_is_told(seeds_explorer: Explorer, address: str) -> None:
    with pytest.raises(AskedError):
        seeds_explorer.html(address)


def test_a_theme_that_is_not_there_is_told(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="no theme has the name 'weather'"):
        seeds_explorer.html("/positions?theme=weather")


@pytest.mark.parametrize(
    "address", ["/articles", "/questions", "/themes", "/positions", "/people", "/reports", "/instrument/lakes", "/about"]
)
def test_lists_of_another_corpus_can_be_shown(read: Read, lakes_explorer: Explorer, address: str) -> None:
    address = address.replace("lakes", lakes_explorer.corpus.instruments[0].name)
    assert len(read(address, lakes_explorer).cssselect("h1")) == 1


def test_rows_are_had_as_data(client: TestClient) -> None:
    assert len(client.get("/questions?format=json").json()["rows"]) == 26
    assert all(row["direct"] for row in client.get("/questions?answered=direct&format=json").json()["rows"])
