"""The file that holds the explorer: it asks for nothing, and shows and finds what a server does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import Visit
from commands import run_travaux
from desks import build_lakes
from travaux.analysis.search import Wanted
from travaux.errors import FileError
from travaux.pipeline.build import Build, build
from travaux.rdf.store import open_store
from travaux.views.explorer import Explorer
from travaux.views.offline import crawling, render_file

Open = Callable[..., Page]
REPORT = "fifth-consultation-report"
QUESTIONS = ("human rights", "article 24", "dual criminality", "private sector", "effective remedy", '"rule of law"', "trust -rights")


@pytest.fixture
def opened(browser: Browser, seeds_file: Path) -> Iterator[Open]:
    """Open a file without a network: ``opened("/themes", width=390)``; it must not complain or ask for anything."""
    visits: list[Visit] = []

    def open_file(path: str = "/", file: Path = seeds_file, **options: Any) -> Page:
        visits.append(Visit(browser, file.as_uri(), offline=True, **options))
        page = visits[-1].go(f"#{path}")
        page.wait_for_selector("#packed", state="detached")
        return page

    yield open_file
    complaints = [one.complaints for one in visits if one.complaints]
    for one in visits:
        one.close()
    assert complaints == []


def _go(page: Page, path: str) -> Page:
    """Go to another address within the file; its page is there when the browser has told the file so."""
    page.evaluate(
        "(path) => new Promise((done) => { addEventListener('hashchange', () => setTimeout(done), {once: true}); location.hash = path })",
        path,
    )
    return page


@pytest.fixture(scope="module")
def lakes_file(lakes_explorer: Explorer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lakes") / "lakes.html"
    path.write_text(render_file(lakes_explorer), encoding="utf-8")
    return path


def test_the_same_graph_gives_the_same_bytes(lakes_file: Path, lakes_explorer: Explorer) -> None:
    again = Explorer(lakes_explorer.store, lakes_explorer.corpus, version=lakes_explorer.version)
    assert render_file(again) == lakes_file.read_text(encoding="utf-8")


def test_the_file_is_small_and_its_policy_forbids_every_request(seeds_file: Path) -> None:
    text = seeds_file.read_text(encoding="utf-8")
    assert len(text.encode()) < 4_000_000
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    assert rules.pop("img-src") == "data: blob:"
    assert {name: re.sub(r"'sha256-[\w+/=]{44}'", "digest", value) for name, value in rules.items()} == {
        "script-src": "digest",
        "style-src": "digest",
    }


def test_a_corpus_with_too_many_pages_is_refused(lakes_explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawling, "MOST", 20)
    with pytest.raises(FileError, match="more than 20 pages, too many for one file") as told:
        render_file(lakes_explorer)
    assert told.value.hint == "Serve it instead: travaux explore"


def test_the_command_refuses_a_wrong_folder_and_a_file_named_twice(built_seeds: Build, tmp_path: Path) -> None:
    corpus = built_seeds.corpus.folder
    wrong = run_travaux("export", "page", tmp_path / "nowhere" / "page.html", "--corpus", corpus)
    assert wrong.returncode == 2
    assert "nowhere" in wrong.stderr
    twice = run_travaux("export", "page", tmp_path / "one.html", "--output", tmp_path / "two.html", "--corpus", corpus)
    assert twice.returncode == 2
    assert "Name the file once: as FILE or with --output." in twice.stderr
    form = run_travaux("export", "page", tmp_path / "one.ttl", "--corpus", corpus)
    assert form.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    lakes = build_lakes(tmp_path / "lakes", 2)
    done = run_travaux("export", "page", tmp_path / "page.html", "--corpus", lakes)
    assert (done.returncode, done.stdout) == (0, "")
    built = build(lakes)
    with open_store(built.generation.store, read_only=True) as store:
        assert (tmp_path / "page.html").read_text("utf-8") == render_file(Explorer(store, built.corpus))


@pytest.mark.system
def test_a_search_finds_what_the_server_finds(opened: Open, seeds_explorer: Explorer) -> None:
    page = opened("/search")
    for text in QUESTIONS:
        found = seeds_explorer.index.find(Wanted(text=text, size=200))
        names = ["".join(piece.text for piece in one.name) for one in found.results]
        _go(page, f"/search?{urlencode({'q': text})}")
        expect(page.locator("h1")).to_have_text(f"Search: “{text}”")
        listed = page.locator(".result h2 a").all_text_contents()
        assert listed[0] in names[:4], text  # the server weighs words by all records, the file by their cards
        assert set(listed) <= set(names), text


@pytest.mark.system
def test_facets_leave_what_they_leave_on_the_server(opened: Open, seeds_explorer: Explorer) -> None:
    page = opened("/search?q=rights&stance=supports&kind=statement")
    found = seeds_explorer.index.find(Wanted(text="rights", chosen={"stance": ("supports",), "kind": ("statement",)}))
    expect(page.locator("#how-many")).to_contain_text(f"{found.total} result")
    assert page.locator("input[name=stance][value=supports]").is_checked()


@pytest.mark.system
def test_a_page_is_narrowed_to_the_statements_asked_for(opened: Open) -> None:
    page = opened("/theme/human-rights?stance=concerned&consultation=fifth-intersessional-consultation")
    everything = page.locator(".statement").evaluate_all(
        "(all) => all.map((one) => [one.hidden, one.dataset.stance, one.dataset.consultation])"
    )
    assert {hidden for hidden, _, _ in everything} == {True, False}
    for hidden, stance, consultation in everything:
        assert hidden == ((stance, consultation) != ("concerned", "fifth-intersessional-consultation"))
    expect(page.locator(".narrowed")).to_contain_text("Show all")
    page.locator(".narrowed a").click()
    expect(page.locator(".narrowed")).to_have_count(0)
    assert page.locator(".statement[hidden]").count() == 0


@pytest.mark.system
def test_marked_characters_are_those_of_the_document(opened: Open, built_seeds: Build) -> None:
    (document,) = (one for one in built_seeds.corpus.documents if one.name == REPORT)
    text = (built_seeds.corpus.folder / document.file).read_bytes().decode()
    page = opened(f"/document/{REPORT}?at=5472-5523#at")
    for start, end in ((5472, 5523), (5480, 5700), (2803, 4783)):
        if (start, end) != (5472, 5523):
            _go(page, f"/document/{REPORT}?at={start}-{end}#at")
        assert "".join(page.locator("mark").all_text_contents()) == text[start:end]
        assert page.locator("#at").count() == 1
    assert page.evaluate("document.getElementById('at').getBoundingClientRect().top < innerHeight")


@pytest.mark.system
def test_the_map_is_drawn_and_printing_shows_the_page(opened: Open) -> None:
    page = opened("/map?at=theme/trust")
    page.wait_for_selector("#map[data-ready=true]")
    assert page.evaluate("travauxMap.view.shown.things.length") == page.evaluate("travauxMap.network.body.data.nodes.length") > 3
    page.emulate_media(media="print")
    _go(page, "/theme/trust")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("header.top .menu").is_hidden()
    assert page.locator(".statement").first.is_visible()


@pytest.mark.system
def test_what_is_not_in_the_file_is_told(opened: Open) -> None:
    page = opened("/theme/no-such-theme")
    expect(page.locator("h1")).to_have_text("This is not in the file")


@pytest.mark.system
def test_the_invented_corpus_is_read_without_a_network_from_a_folder_with_blanks(opened: Open, lakes_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "été 100% #1 & more"
    folder.mkdir()
    moved = folder / "the lakes?.html"
    moved.write_bytes(lakes_file.read_bytes())
    page = opened("/", moved, width=390, height=844, color_scheme="dark")
    expect(page.locator("h1")).to_have_text("Negotiation of a convention on the protection of lakes")
    for link in page.locator(".menu a").all():
        link.click()
        expect(page.locator("main h1")).to_have_count(1)
        expect(page.locator("h1")).not_to_have_text("This is not in the file")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
