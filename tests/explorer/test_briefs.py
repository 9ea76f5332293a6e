"""The brief on what a page shows: offered above its title, and given as the file that ``travaux brief`` writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from argument_map.corpus import CORPUS
from browsing import Visit
from hostile_corpus import write_hostile
from travaux.cli import travaux
from travaux.cli.commands import explore
from travaux.model.store import Store
from travaux.pipeline.build import Build, build
from travaux.rdf.store import open_store
from travaux.views.briefs import BriefKind, name_file
from travaux.views.explorer import Explorer
from travaux.views.explorer.briefs import briefs_of
from travaux.views.explorer.forms import BRIEFS, in_form
from travaux.web.explorer import explorer_app
from travaux.web.explorer.attaching import attach

_ARTICLE = "/instrument/draft/article/24"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MEDIA = {"docx": _WORD, "pdf": "application/pdf", "md": "text/markdown; charset=utf-8", "brief-html": "text/html; charset=utf-8"}
_SECOND, _FIFTH = "second-intersessional-consultation", "fifth-intersessional-consultation"
_SAME = {
    _ARTICLE: "article 24",
    "/instrument/adopted/article/21": "article adopted 21",
    "/instrument/draft/chapter/IV": "article chapter IV",
    "/instrument/draft/preambular-paragraph/3": "article preambular paragraph 3",
    "/theme/trust": "theme trust",
    "/document/fifth-consultation-concept-note/question/13": "question 13",
    f"/consultation/{_FIFTH}": f"consultation {_FIFTH}",
    "/compare": f"compare {_SECOND} {_FIFTH}",
    f"/compare?first={_FIFTH}&second={_SECOND}&chapter=&show=new": f"compare {_FIFTH} {_SECOND}",
    "/gaps": "gaps",
    "/gaps?kind=silent-provisions&page=2": "gaps",
    f"{_ARTICLE}?stance=proposes&consultation=fifth&prevalence=several&review=accepted&show=all": (
        "article 24 --stance proposes --consultation fifth --prevalence several --review accepted"
    ),
    "/compare?stance=supports": f"compare {_SECOND} {_FIFTH} --stance supports",
    "/gaps?document=fifth-consultation-report": "gaps --document fifth-consultation-report",
}
_HOSTILE_NAMES = (
    'a"; filename="evil.exe',
    "../../etc/passwd",
    "con\r\nset-cookie: a=b",
    "\u202egpj.exe",
    "水" * 300,
    "\U00020000" * 300,
    "…",
    "",
)


def _typed(built: Build, command: str, form: str, file: Path) -> bytes:
    folder = str(built.generation.store.parents[3])
    done = CliRunner().invoke(travaux, ["brief", *command.split(), "--corpus", folder, "--format", form, "--output", str(file)])
    assert done.exit_code == 0, done.stderr
    return file.read_bytes()


@pytest.mark.parametrize(("address", "command"), _SAME.items(), ids=str)
def test_a_page_gives_the_bytes_of_the_command(client: TestClient, built_seeds: Build, tmp_path: Path, address: str, command: str) -> None:
    answer = client.get(in_form(address, "md"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, _MEDIA["md"])
    assert answer.content == _typed(built_seeds, command, "md", tmp_path / "brief.md")


@pytest.mark.parametrize("form", BRIEFS, ids=lambda form: form.name)
def test_each_form_has_its_media_type_its_name_and_one_tag(client: TestClient, built_seeds: Build, tmp_path: Path, form: object) -> None:
    name = getattr(form, "name", "")
    ending = name.removeprefix("brief-")
    asked = client.get(f"{_ARTICLE}?format={name}")
    assert asked.headers["content-type"] == _MEDIA[name]
    assert asked.headers["content-disposition"] == f'attachment; filename="brief-article-24.{ending}"'
    assert asked.content == _typed(built_seeds, "article 24", ending, tmp_path / f"brief.{ending}")
    head = client.head(f"{_ARTICLE}?format={name}")
    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) == dict(asked.headers)
    again = client.get(f"{_ARTICLE}?format={name}", headers={"if-none-match": asked.headers["etag"]})
    assert (again.status_code, again.content, again.headers["vary"]) == (304, b"", "accept")


def test_programs_get_a_brief_by_the_header_too_and_pages_stay_pages(client: TestClient) -> None:
    for media, start in ((_WORD, b"PK"), ("application/pdf", b"%PDF"), ("text/markdown", b"")):
        answer = client.get("/gaps", headers={"accept": f"{media}, text/html;q=0.5"})
        assert answer.headers["content-type"].startswith(media)
        assert answer.content.startswith(start)
    for accept in ("text/html", "*/*", "text/*", "text/html;q=0.9, application/pdf;q=0.8"):
        page = client.get("/gaps", headers={"accept": accept})
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "content-disposition" not in page.headers
    assert '</gaps?format=pdf>; rel="alternate"; type="application/pdf"' in client.get("/gaps").headers["link"]


def test_a_narrowed_brief_says_what_it_looked_at_and_is_named_so(client: TestClient) -> None:
    answer = client.get("/theme/trust?stance=supports&layer=reviewed&format=md")
    assert answer.headers["content-disposition"] == 'attachment; filename="brief-theme-trust-narrowed.md"'
    assert re.search(r"- \*\*Looked at:\*\* .*(reviewed.*support|support.*reviewed)", answer.text)
    assert answer.text != client.get("/theme/trust?format=md").text


def test_pages_lead_to_their_briefs_with_what_is_chosen(read: Callable[..., HtmlElement]) -> None:
    page = read("/theme/trust?stance=supports")
    (line,) = page.cssselect("main .briefs")
    assert line.text_content() == "Brief, narrowed: Word · PDF · Markdown · HTML"
    names = ("docx", "pdf", "md", "brief-html")
    assert [link.get("href") for link in line.cssselect("a")] == [f"/theme/trust?stance=supports&format={name}" for name in names]
    assert "Word" not in page.cssselect("footer .forms")[0].text_content()
    for address in ("/compare", "/gaps", _ARTICLE, "/instrument/cited/article/51"):
        assert read(address).cssselect(".briefs")[0].text_content() == "Brief: Word · PDF · Markdown · HTML"


def test_other_pages_have_none_and_say_so(client: TestClient, read: Callable[..., HtmlElement]) -> None:
    for address in ("/", "/articles", "/map", "/search?q=trust", "/document/fifth-consultation-report", "/about"):
        assert not read(address).cssselect(".briefs"), address
        assert client.get(in_form(address, "pdf")).status_code == 400, address
    assert "no form 'pdf'" in client.get("/?format=pdf").json()["error"]["what"]
    assert client.get("/themes", headers={"accept": "application/pdf"}).status_code == 406


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/theme/trust?stance=nonsense", 400),
        ("/gaps?kind=nonsense", 400),
        (f"{_ARTICLE}?prevalence=all+of+them", 400),
        (f"/compare?first={_FIFTH}&second={_FIFTH}", 404),
        ("/compare?first=nowhere", 404),
        ("/theme/nowhere", 404),
        (f"{_ARTICLE}?consultation=nowhere", 400),
    ],
)
def test_what_a_page_refuses_its_brief_refuses_too(client: TestClient, address: str, status: int) -> None:
    answers = [client.get(address), *(client.get(in_form(address, form.name)) for form in BRIEFS)]
    assert [(answer.status_code, "content-disposition" in answer.headers) for answer in answers] == [(status, False)] * 5


def test_many_at_once_get_the_same(stored_seeds: Store, built_seeds: Build) -> None:
    explorer = Explorer(stored_seeds, built_seeds.corpus, version="5eed")
    fresh = TestClient(explorer_app(explorer, built_seeds.generation.store), base_url="http://127.0.0.1")
    addresses = [f"{_ARTICLE}?format=pdf&n={number}" for number in range(3)]  # none is kept from another
    with ThreadPoolExecutor(3) as pool:
        (content,) = set(pool.map(lambda address: fresh.get(address).content, addresses))
    assert content.startswith(b"%PDF")


def test_where_the_build_is_not_known_there_are_no_briefs(stored_lakes: Store, lakes_explorer: Explorer) -> None:
    unknown = Explorer(stored_lakes, CORPUS)
    assert 'class="briefs"' not in unknown.html("/gaps")
    assert list(briefs_of(unknown, unknown.page("/gaps"))) == []
    files = list(briefs_of(lakes_explorer, lakes_explorer.page("/gaps")))
    assert [file.name for file in files] == ["brief-gaps.docx", "brief-gaps.pdf", "brief-gaps.md", "brief-gaps.html"]
    assert b"version 1a4e5" in files[2].content


def test_a_file_that_holds_all_pages_has_no_brief(lakes_explorer: Explorer) -> None:
    address = "/gaps"
    page = lakes_explorer.page(address)
    assert "Brief" in lakes_explorer.html(address)
    assert "format=" not in lakes_explorer.renderer.fragment(page, address)  # type: ignore[arg-type]
    assert "Briefs" in lakes_explorer.html("/about")
    assert "Briefs" not in lakes_explorer.renderer.fragment(lakes_explorer.page("/about"), "/about")  # type: ignore[arg-type]


def test_the_command_tells_the_version_and_the_layers_that_are_shown(built_seeds: Build) -> None:
    folder = built_seeds.corpus.folder
    with explore._opened(folder, ("reviewed",)) as (explorer, _):  # noqa: SLF001
        assert explorer.version == built_seeds.generation.folder.name
        told = list(briefs_of(explorer, explorer.page("/gaps")))[2].content.decode()
    assert f"version {explorer.version}" in told
    assert "- **Layers:** reviewed only." in told


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    built = build(write_hostile(tmp_path_factory.mktemp("hostile")))
    with open_store(built.generation.store, read_only=True) as store:
        explorer = Explorer(store, built.corpus, version=built.generation.folder.name)
        yield TestClient(explorer_app(explorer, built.generation.store), base_url="http://127.0.0.1", follow_redirects=False)


@pytest.mark.parametrize(
    "address", ["/theme/lakes", "/instrument/draft/article/1", "/document/note/question/1", "/consultation/first", "/gaps"]
)
def test_hostile_texts_stay_text(hostile: TestClient, address: str) -> None:
    for form in BRIEFS:
        answer = hostile.get(in_form(address, form.name))
        assert answer.status_code == 200
        assert re.fullmatch(r'attachment; filename="brief-[a-z0-9-]+\.[a-z]+"', answer.headers["content-disposition"])
    page = hostile.get(in_form(address, "brief-html")).text
    assert not re.search(r"<script|<img|javascript:[^&]*\"", page)


@pytest.mark.parametrize("name", _HOSTILE_NAMES, ids=repr)
def test_the_name_of_a_file_is_only_a_name(name: str) -> None:
    file = name_file(BriefKind.THEME, [name], ".pdf")
    assert len(f"{file}-narrowed".encode()) < 255
    assert file.startswith("brief-theme")
    assert re.fullmatch(r"[\w-]+\.pdf", file)
    key, told = attach(file)
    assert key == "content-disposition"
    assert re.fullmatch(r"attachment; filename=\"[A-Za-z0-9_.-]+\"(; filename\*=UTF-8''[A-Za-z0-9_.%-]+)?", told)
    assert ("filename*" not in told) == file.isascii()
    assert file.isascii() or told.endswith(quote(file, safe=""))


@pytest.mark.system
def test_a_click_saves_the_file(visit: Callable[..., Visit]) -> None:
    page = visit(f"{_ARTICLE}?stance=proposes").page
    with page.expect_download() as saving:
        page.get_by_role("link", name="Brief as PDF").click()
    assert saving.value.suggested_filename == "brief-article-24-narrowed.pdf"
    assert Path(saving.value.path()).read_bytes().startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert not page.locator(".briefs").is_visible()
