"""The package holds everything, describes it, and can be built again to the same graph."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from hostile_corpus import write_hostile
from travaux.errors import DocumentError, ExchangeError
from travaux.exchange.akoma_ntoso.reading import read_akoma_ntoso
from travaux.exchange.akoma_ntoso.writing import write_documents
from travaux.exchange.material import Loss, Material
from travaux.exchange.package.columns import COLUMNS
from travaux.exchange.package.words import SCHEMES
from travaux.exchange.package.writing import MANIFEST, write_package
from travaux.pipeline import statements
from travaux.pipeline.build import build
from travaux.rdf.store import open_store
from travaux.reading.formats import read_source

Package = tuple[Path, Path, tuple[Loss, ...]]


def export(corpus: Path, folder: Path) -> tuple[Loss, ...]:
    built = build(corpus)
    folder.mkdir()
    with open_store(built.generation.store, read_only=True) as store:
        return write_package(Material(store, built.corpus, built.generation.folder.name), folder)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """A corpus whose every text tries to be more than text, and its package."""
    corpus, folder = write_hostile(tmp_path_factory.mktemp("hostile")), tmp_path_factory.mktemp("packages") / "package"
    return corpus, folder, export(corpus, folder)


def crate(folder: Path) -> dict[str, dict[str, object]]:
    return {one["@id"]: one for one in json.loads((folder / "ro-crate-metadata.json").read_bytes())["@graph"]}


def test_it_is_built_again_to_the_same_graph(package: Package, tmp_path: Path) -> None:
    _, folder, _ = package
    again = tmp_path / "again"
    export(folder / "corpus", again)
    for file in folder.rglob("*"):
        if file.is_file() and ".travaux" not in file.parts:
            assert (again / file.relative_to(folder)).read_bytes() == file.read_bytes(), file


def test_sources_are_there_byte_for_byte_and_nothing_that_was_built(package: Package) -> None:
    corpus, folder, _ = package
    ours = {file.relative_to(corpus) for file in corpus.rglob("*") if file.is_file() and ".travaux" not in file.parts}
    theirs = {file.relative_to(folder / "corpus") for file in (folder / "corpus").rglob("*") if file.is_file()}
    assert {one for one in ours if not one.name.startswith(".")} == {one for one in theirs if ".travaux" not in one.parts}
    for file in ours - {one for one in ours if one.name.startswith(".")}:
        assert (folder / "corpus" / file).read_bytes() == (corpus / file).read_bytes()


def test_checksums_are_those_of_the_files(package: Package) -> None:
    _, folder, _ = package
    lines = (folder / MANIFEST).read_text().splitlines()
    listed = {line.partition("  ")[2]: line.partition("  ")[0] for line in lines}
    assert listed == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in listed}
    found = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file() and ".travaux" not in one.parts}
    assert set(listed) == found - {MANIFEST}


def test_the_crate_describes_every_file_and_points_to_nothing_that_it_does_not_describe(package: Package) -> None:
    _, folder, _ = package
    entities = crate(folder)
    files = {unquote(name) for name, one in entities.items() if one["@type"] == "File"}
    found = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file() and ".travaux" not in one.parts}
    assert files == found - {MANIFEST, "ro-crate-metadata.json"}
    wanted: set[str] = set()
    for one in entities.values():
        for value in one.values():
            wanted |= {held["@id"] for held in (value if isinstance(value, list) else [value]) if isinstance(held, dict)}
    assert wanted - {"https://w3id.org/ro/crate/1.1"} <= set(entities)
    document = entities["corpus/documents/report.txt"]
    assert document["contentSize"] == str((folder / "corpus/documents/report.txt").stat().st_size)
    assert entities["#build"]["instrument"] == {"@id": "https://w3id.org/travaux"}


def test_what_the_corpus_does_not_tell_is_named(package: Package) -> None:
    assert {loss.what: loss.count for loss in package[2]} == {"the licence": 0, "authors": 1, "the day of publication": 1}
    assert crate(package[1])["./"]["datePublished"] == "2030-02-01"


def test_the_build_read_the_corpus_and_nothing_else(package: Package) -> None:
    _, folder, _ = package
    build_action = crate(folder)["#build"]
    read = {unquote(one["@id"]) for one in build_action["object"]}  # type: ignore[attr-defined]
    made = {unquote(one["@id"]) for one in build_action["result"]}  # type: ignore[attr-defined]
    assert read == {
        one.relative_to(folder).as_posix() for one in (folder / "corpus").rglob("*") if one.is_file() and ".travaux" not in one.parts
    }
    assert {"data/graph.nq", "README.md", "LICENCES.md", "CITATION.cff"} <= made
    assert "data/travaux.ttl" not in made | read


def test_the_readme_explains_every_word_of_the_table_and_says_what_it_is(package: Package) -> None:
    _, folder, _ = package
    page = (folder / "README.md").read_text(encoding="utf-8")
    for column, words in SCHEMES.items():
        section = page.partition(f"## What may stand in the column {column}\n")[2].partition("\n## ")[0]
        told = re.findall(r"^\| `([a-z-]+)` \| (.{10,}) \|$", section, re.MULTILINE)
        assert [word for word, _ in told] == [one.value for one in words]
    with (folder / "data/statements.csv").open(newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert f"{len(rows)} statements" in page
    assert "| Authors | not said |" in page
    for word in (".travaux-export", "| Version | build ", "| Licence | not said"):
        assert word in page


def test_the_table_has_the_columns_that_are_explained(package: Package) -> None:
    assert tuple(COLUMNS) == statements.COLUMNS
    _, folder, _ = package
    with (folder / "data/statements.csv").open(newline="", encoding="utf-8") as table:
        assert next(csv.reader(table)) == list(COLUMNS)
    described = json.loads((folder / "datapackage.json").read_bytes())["resources"][0]
    assert [field["name"] for field in described["schema"]["fields"]] == list(COLUMNS)
    assert described["hash"].removeprefix("sha256:") == hashlib.sha256((folder / "data/statements.csv").read_bytes()).hexdigest()


def test_hostile_texts_stay_text_in_akoma_ntoso_and_on_the_pages(package: Package) -> None:
    corpus, folder, _ = package
    back = read_akoma_ntoso((folder / "akoma-ntoso/report.xml").read_bytes(), "report.xml")
    stored = read_source(corpus / "documents/report.txt").text
    assert "".join(back.text.split()) == "".join(stored.split())
    for page in ("README.md", "LICENCES.md"):
        assert "<script" not in (folder / page).read_text(encoding="utf-8").replace("\\<", "")


def test_a_corpus_that_was_changed_since_is_not_packed(tmp_path: Path) -> None:
    corpus = tmp_path / "bare"
    corpus.mkdir()
    text = "1. The meeting was held.\n"
    (corpus / "report.txt").write_text(text)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    document = f'[[documents]]\nname = "report"\ntitle = "Report"\nkind = "other"\nfile = "report.txt"\nchecksum = "{checksum}"\n'
    (corpus / "corpus.toml").write_text(f'name = "bare"\ntitle = "Bare"\nbase = "https://example.org/bare/"\n\n{document}')
    built = build(corpus)
    with open_store(built.generation.store, read_only=True) as store:
        material = Material(store, built.corpus, built.generation.folder.name)
        (tmp_path / "first").mkdir()
        write_package(material, tmp_path / "first")
        (corpus / "themes.ttl").write_text("# nothing yet\n")
        with pytest.raises(ExchangeError, match="changed since it was built"):
            write_package(material, tmp_path)
        (corpus / "report.txt").write_text("1. Something else.\n")
        with pytest.raises(DocumentError, match="not the one that the corpus describes"):
            write_package(material, tmp_path)
        with pytest.raises(DocumentError):
            write_documents(material, tmp_path)


def test_a_corpus_without_documents_is_packed(tmp_path: Path) -> None:
    corpus = tmp_path / "empty"
    corpus.mkdir()
    (corpus / "corpus.toml").write_text('name = "empty"\ntitle = "Empty"\nbase = "https://example.org/empty/"\n')
    losses = export(corpus, tmp_path / "package")
    assert "datePublished" not in crate(tmp_path / "package")["./"]
    assert "none is known" in next(one.how for one in losses if one.what == "the day of publication")
    assert list((tmp_path / "package" / "akoma-ntoso").iterdir()) == []
