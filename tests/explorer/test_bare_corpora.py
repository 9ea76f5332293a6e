"""Corpora that lack what pages show: without a treaty, without themes, with one consultation or none, and without a statement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

from travaux.pipeline.build import build
from travaux.rdf.store import open_store
from travaux.views.explorer import Explorer
from travaux.views.explorer.menu import MENU
from travaux.web.explorer import explorer_app

_MEETING = '[[consultations]]\nname = "first"\ntitle = "First"\nfirst_day = 2030-01-01\nlast_day = 2030-01-02\n\n'
_TEXTS = {
    "silent": "1. The meeting was held.\n\n2. It was closed.\n",
    "spoken": "1. Several speakers stressed the importance of clean water.\n\n2. Some speakers opposed dams.\n",
    "nothing": "",
}
_WORDS = {
    "/articles": "article",
    "/themes": "theme",
    "/compare": "two are needed",
    "/conflicts": "No conflict is recorded",
    "/gaps": "Not found is not the same as not said",
}


def _write(folder: Path, text: str, meeting: str) -> None:
    corpus = f'name = "bare"\ntitle = "Bare"\nbase = "https://example.org/bare/"\n\n{meeting}'
    if text:
        (folder / "report.txt").write_text(text, encoding="utf-8")
        held = 'consultation = "first"\n' if meeting else ""
        corpus += (
            f'[[documents]]\nname = "report"\ntitle = "Report"\nkind = "report"\nfile = "report.txt"\n{held}'
            f'checksum = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
        )
    (folder / "corpus.toml").write_text(corpus, encoding="utf-8")


@pytest.fixture(scope="module", params=[("silent", True), ("spoken", True), ("spoken", False), ("nothing", False)], ids=str)
def bare(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("bare")
    text, meeting = request.param
    _write(folder, _TEXTS[text], _MEETING if meeting else "")
    built = build(folder)
    with open_store(built.generation.store, read_only=True) as store:
        app = explorer_app(Explorer(store, built.corpus, version=built.generation.folder.name), built.generation.store)
        yield TestClient(app, base_url="http://127.0.0.1:8750", follow_redirects=False)


def test_every_entry_of_the_menu_says_what_there_is_and_what_there_is_not(bare: TestClient) -> None:
    for address in (*(link.address for link in MENU), "/search", "/search?q=water", "/arguments", "/about", "/ontology"):
        answer = bare.get(address, headers={"accept": "text/html"})
        assert answer.status_code == 200, address
        main = lxml_html.document_fromstring(answer.text).cssselect("main")[0]
        assert len(main.cssselect("h1")) == 1, address
        told = " ".join("".join(map(str, main.itertext())).split())
        assert {"nan", "undefined"}.isdisjoint(told.split()), address
        assert _WORDS.get(address, "") in told, (address, told)
        assert len(told.split()) > 6, (address, told)


def test_where_there_is_a_page_there_is_a_brief_on_it(bare: TestClient) -> None:
    for address in ("/gaps", "/consultation/first", "/compare"):
        page = bare.get(address, headers={"accept": "text/html"})
        offered = 'class="briefs"' in page.text
        assert offered == (page.status_code == 200 and address != "/compare")
        answers = [bare.get(f"{address}?format={name}") for name in ("docx", "pdf", "md", "brief-html")]
        assert {answer.status_code for answer in answers} == {200 if offered else 400 if page.status_code == 200 else 404}
