"""The site of a small corpus: every link and IRI leads to a file, nothing comes from elsewhere, and the same graph gives the same bytes."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement
from pyoxigraph import RdfFormat, parse

from argument_map.corpus import CORPUS
from commands import run_travaux
from exchanged_site import write_bare, write_lakes
from hostile_corpus import HOSTILE, write_hostile
from travaux.errors import FileError
from travaux.exchange.material import Material
from travaux.exchange.page import write_page
from travaux.exchange.registry import EXPORTS, Export
from travaux.exchange.site import site
from travaux.exchange.site.serving import write_rules
from travaux.exchange.site.site import write_site
from travaux.exchange.site.things import iri_of, read_things
from travaux.model.store import Store
from travaux.pipeline.build import Build, build
from travaux.rdf.store import open_store

Documents = Mapping[Path, HtmlElement]
_LINKING = ("href", "src", "action", "data-address")


def _read(folder: Path) -> Documents:
    """Read all pages, without the one that is itself an export."""
    files = [file for file in sorted(folder.rglob("*.html")) if file.parent.name != "data" or file.name == "index.html"]
    return {file: lxml_html.fromstring(file.read_bytes()) for file in files}


@pytest.fixture(scope="module")
def documents(lakes_site: Path) -> Documents:
    return _read(lakes_site)


def _broken(folder: Path, documents: Documents) -> dict[str, str]:
    """Give the links within the site that lead to no file or to no anchor, with a page on which each stands."""
    anchors = {file: {one.get("id") for one in page.iter() if one.get("id")} for file, page in documents.items()}
    wrong = {}
    for file, page in documents.items():
        for one in page.iter():
            for address in (one.get(name) for name in _LINKING if one.get(name) is not None):
                split = urlsplit(str(address))
                if split.scheme:
                    continue
                target = (file.parent / unquote(split.path)).resolve() if split.path else file
                lost = not target.is_file() or folder not in target.parents or str(address).startswith("/")
                if lost or (split.fragment and split.fragment not in anchors.get(target, {split.fragment})):
                    wrong[str(address)] = str(file.relative_to(folder))
    return wrong


def test_every_link_and_anchor_of_every_page_is_a_file(lakes_site: Path, documents: Documents) -> None:
    inside = {file: page for file, page in documents.items() if file.name != "404.html"}
    assert len(inside) > 300
    assert _broken(lakes_site, inside) == {}


def test_no_page_links_with_words_that_lead_nowhere(documents: Documents) -> None:
    assert [str(file) for file, page in documents.items() if page.xpath("//a[not(@href)]")] == []


def test_nothing_comes_from_another_host_and_nothing_is_inline(documents: Documents) -> None:
    for file, page in documents.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'"), file
        assert page.xpath("//style | //@style | //script[not(@src)] | //*[@*[starts-with(name(), 'on')]]") == [], file
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href")
        if file.name != "404.html":
            assert not [one for one in loaded if urlsplit(one).scheme], file


def test_every_thing_of_the_graph_has_a_page_and_its_data(lakes_site: Path, stored_lakes: Store) -> None:
    things = read_things(stored_lakes, CORPUS.base)
    assert len(things) > 200
    for thing in things:
        folder = lakes_site / unquote(thing)
        assert (folder / "index.html").is_file(), thing
        subjects = {getattr(quad.subject, "value", "") for quad in parse((folder / "index.ttl").read_bytes(), format=RdfFormat.TURTLE)}
        assert iri_of(thing, CORPUS.base) in subjects, thing


def test_a_span_leads_to_its_characters_in_the_reader(lakes_site: Path, documents: Documents, stored_lakes: Store) -> None:
    spans = [one for one in read_things(stored_lakes, CORPUS.base) if "/statement/" in one and one.count("/") == 3]
    page = documents[lakes_site / spans[0] / "index.html"]
    (address,) = page.xpath("//main//p[@class='lead']/a/@href")
    assert re.search(r"/index\.html\?at=\d+-\d+#paragraph-", address)
    (again,) = page.xpath("//meta[@http-equiv='refresh']/@content")
    assert again == f"0; url={address}"


def test_no_page_keeps_a_form_that_only_a_server_answers(documents: Documents) -> None:
    for file, page in documents.items():
        for form in page.xpath("//main//form"):
            holders = " ".join(one.get("class", "") for one in (form, *form.iterancestors()))
            assert "scripted" in holders, file


def test_names_of_files_differ_in_more_than_case(lakes_site: Path) -> None:
    paths = [str(path.relative_to(lakes_site)) for path in lakes_site.rglob("*")]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert not [path for path in paths if set(path) & set('<>:"\\|?*')]


def test_every_export_can_be_fetched_with_its_checksum(lakes_site: Path, documents: Documents) -> None:
    lines = (line.partition("  ") for line in (lakes_site / "data" / "checksums.txt").read_text("utf-8").splitlines())
    told = {name: checksum for checksum, _, name in lines}
    page = documents[lakes_site / "data" / "index.html"]
    for export in EXPORTS.values():
        for form in export.forms if isinstance(export, Export) else ():
            name = f"{export.name}{form.endings[0]}"
            assert hashlib.sha256((lakes_site / "data" / name).read_bytes()).hexdigest() == told[name]
            assert page.xpath("//a[@href=$name]", name=name), name
    forms = [form for export in EXPORTS.values() if isinstance(export, Export) for form in export.forms]
    assert len(told) == len(forms)
    assert "all triples stand in one graph" in page.text_content()


def test_the_dataset_is_described_without_an_endpoint(lakes_site: Path) -> None:
    described = (lakes_site / ".well-known" / "void").read_bytes()
    assert described == (lakes_site / "void" / "index.ttl").read_bytes()
    names = {quad.predicate.value.partition("#")[2] for quad in parse(described, format=RdfFormat.TURTLE)}
    assert "dataDump" in names
    assert "sparqlEndpoint" not in names


def test_search_engines_and_servers_are_told_the_address(lakes_site: Path, documents: Documents) -> None:
    text = (lakes_site / "sitemap.xml").read_text("utf-8")
    places = re.findall(r"<loc>https://example\.org/in/lakes/([^<]*)</loc>", text)
    assert [place for place in places if not (lakes_site / unquote(place) / "index.html").is_file()] == []
    assert "Sitemap: https://example.org/in/lakes/sitemap.xml" in (lakes_site / "robots.txt").read_text("utf-8")
    assert documents[lakes_site / "themes" / "index.html"].xpath("//link[@rel='canonical']/@href") == [
        "https://example.org/in/lakes/themes/"
    ]
    assert "ErrorDocument 404 /in/lakes/404.html" in (lakes_site / ".htaccess").read_text("utf-8")
    assert "https://example.org/in/lakes/$1" in (lakes_site / "w3id.htaccess").read_text("utf-8")
    lost = documents[lakes_site / "404.html"].xpath("//a/@href | //link/@href | //script/@src")
    assert not [one for one in lost if not one.startswith(("https://example.org/in/lakes/", "#"))]


def _bytes_of(folder: Path) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.measure
def test_the_one_file_among_the_data_is_the_one_that_is_exported_alone(lakes_site: Path, stored_lakes: Store, tmp_path: Path) -> None:
    with (tmp_path / "page.html").open("wb") as out:
        write_page(Material(stored_lakes, CORPUS, "v1"), out)
    assert (lakes_site / "data" / "page.html").read_bytes() == (tmp_path / "page.html").read_bytes()


@pytest.mark.measure
@pytest.mark.parametrize("text", ["", "1. Some speakers opposed dams.\n"], ids=["nothing", "no treaty"])
def test_links_are_whole_where_there_is_little(tmp_path: Path, text: str) -> None:
    corpus, folder = tmp_path / "bare", tmp_path / "site"
    corpus.mkdir()
    write_bare(corpus, text)
    built = build(corpus)
    folder.mkdir()
    with open_store(built.generation.store, read_only=True) as store, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        write_site(Material(store, built.corpus, "v1"), folder)
    documents = _read(folder)
    assert _broken(folder, documents) == {}
    assert (folder / "conflicts" / "index.html") in documents


@pytest.mark.measure
def test_the_same_graph_gives_the_same_bytes(lakes_site: Path, stored_lakes: Store, tmp_path: Path) -> None:
    write_lakes(stored_lakes, tmp_path)
    one, two = (_bytes_of(folder) for folder in (lakes_site, tmp_path))
    assert one.keys() == two.keys()
    assert [file for file in one if one[file] != two[file]] == []


@pytest.mark.measure
def test_the_command_keeps_texts_that_try_to_be_more_as_texts_and_names_no_address_unless_told(tmp_path: Path) -> None:
    corpus, folder = write_hostile(tmp_path / "hostile"), tmp_path / "site"
    build(corpus)
    done = run_travaux("export", "site", folder, "--corpus", corpus)
    assert (done.returncode, done.stdout) == (0, "")
    assert "questions in SPARQL" in done.stderr
    documents = _read(folder)
    for file, page in documents.items():
        assert page.xpath("//main//script | //main//img | //main//iframe | //script[not(@src)] | //link[@rel='canonical']") == [], file
        assert not [one for one in page.xpath("//@href") if one.strip().lower().startswith("javascript")], file
    assert any(HOSTILE in page.text_content() for page in documents.values())
    assert _broken(folder, documents) == {}
    assert not (folder / "sitemap.xml").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"hostile", "site"}
    assert {"Statement", "Position", "opposes", "stance"} & set(documents[folder / "ontology" / "index.html"].xpath("//@id")) >= {
        "Statement",
        "stance",
    }
    assert (folder / "scheme" / "stance" / "opposes" / "index.html").is_file()


def test_a_graph_of_too_many_things_is_refused_before_any_page_is_made(
    stored_lakes: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "MOST", 20)
    with pytest.raises(FileError, match="things, each of which would be a folder of the site; 20 are the most") as told:
        write_site(Material(stored_lakes, CORPUS, "v1"), tmp_path)
    assert "travaux explore" in str(told.value.hint)
    assert list(tmp_path.iterdir()) == []


def test_the_command_refuses_what_is_no_address_and_exports_that_use_none(built_seeds: Build, tmp_path: Path) -> None:
    corpus = built_seeds.corpus.folder
    wrong = run_travaux("export", "site", tmp_path / "site", "--address", "ftp://example.org", "--corpus", corpus)
    assert (wrong.returncode, "is no address of a site" in wrong.stderr) == (2, True)
    other = run_travaux("export", "graph", tmp_path / "graph.nq", "--address", "https://example.org/", "--corpus", corpus)
    assert (other.returncode, "leave --address out" in other.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_person_with_strange_letters_is_found_by_rules(tmp_path: Path) -> None:
    write_rules(tmp_path, {"person/a%3Ab": "person/a~3ab"}, "https://example.org/x/")
    rules = (tmp_path / ".htaccess").read_text("utf-8")
    assert "RewriteBase /x/" in rules
    assert rf"RewriteRule ^person/a\x3ab/?$ {quote('person/a~3ab')}/ [R=303,L,NE]" in rules
