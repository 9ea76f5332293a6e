"""A build is checked, repeatable, incremental, and all or nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from travaux.errors import DocumentError, IntegrityError
from travaux.model.contents import Contents
from travaux.pipeline import sources
from travaux.pipeline.build import Build, build
from travaux.pipeline.check import check
from travaux.pipeline.workspace import Workspace
from travaux.rdf.store import open_store
from travaux.reading.corpus_edit import add_document, new_corpus
from travaux.reading.structure import read_structure

REPORT = "documents/fifth-consultation-report.txt"


def _bytes_of(built: Build) -> bytes:
    with open_store(built.generation.store, read_only=True) as store:
        return b"".join(store.dump())


def test_the_seeds_hold_what_the_documents_hold(built_seeds: Build) -> None:
    counts = built_seeds.counts
    expected = {"Document": 3, "Consultation": 2, "Question": 26, "Panel": 4, "Instrument": 2}
    assert {name: counts[name] for name in expected} == expected
    with open_store(built_seeds.generation.store, read_only=True) as store:
        numbered = store.select(
            "PREFIX trv: <https://w3id.org/travaux/ontology#> "
            "SELECT ?document (COUNT(?paragraph) AS ?paragraphs) "
            "WHERE { ?paragraph a trv:Paragraph ; trv:document ?document ; trv:number ?number } GROUP BY ?document"
        )
        panellists = store.select(
            "PREFIX trv: <https://w3id.org/travaux/ontology#> "
            "SELECT DISTINCT ?who "
            "WHERE { ?who trv:capacity <https://w3id.org/travaux/scheme/capacity/panellist> ; trv:organization|trv:onBehalfOf ?from }"
        )
    by_document = {str(row["document"]).rsplit("/", 1)[1]: row["paragraphs"] for row in numbered}
    assert by_document["fifth-consultation-report"] == 15
    assert by_document["second-consultation-report"] == 19
    assert len(panellists) == 16


def test_every_triple_stands_in_one_named_graph(built_seeds: Build) -> None:
    triples = Counter(line.rsplit(b" <", 1)[0] for line in _bytes_of(built_seeds).splitlines())
    assert [triple for triple, times in triples.items() if times > 1] == []


def test_two_builds_in_two_places_are_the_same_to_the_byte(built_seeds: Build, seeds: Path) -> None:
    assert _bytes_of(build(seeds)) == _bytes_of(built_seeds)


def test_an_unchanged_corpus_is_not_built_again(seeds: Path) -> None:
    first = build(seeds)
    again = build(seeds)
    assert first.changed
    assert not again.changed
    assert again.generation == first.generation
    assert again.counts == first.counts


def test_a_fresh_build_reads_everything_again_and_gives_the_same(seeds: Path) -> None:
    first = build(seeds)
    fresh = build(seeds, fresh=True)
    assert fresh.changed
    assert fresh.made == first.made
    assert _bytes_of(fresh) == _bytes_of(first)


def _change_report(seeds: Path) -> None:
    path, description = seeds / REPORT, seeds / "corpus.toml"
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(path.read_bytes() + b"\n\n16. A paragraph was added.\n")
    new = hashlib.sha256(path.read_bytes()).hexdigest()
    description.write_text(description.read_text("utf-8").replace(old, new), "utf-8")


def test_a_changed_document_is_refused_until_its_checksum_says_so(seeds: Path) -> None:
    build(seeds)
    (seeds / REPORT).write_bytes((seeds / REPORT).read_bytes().replace(b"privacy", b"Privacy"))
    with pytest.raises(DocumentError, match="not the one that the corpus describes"):
        build(seeds)
    assert Workspace.of(seeds).find_current() is not None


def test_a_changed_document_is_read_again_and_what_changed_is_said(seeds: Path) -> None:
    first = build(seeds)
    _change_report(seeds)
    second = build(seeds)
    assert "document fifth-consultation-report" in second.made
    assert second.counts["Paragraph"] == first.counts["Paragraph"] + 1
    assert second.before == first.counts


def _corpus_of(folder: Path, **texts: str) -> Path:
    new_corpus(folder, "Lakes")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
        add_document(folder, folder / f"{name}.txt")
    return folder


def test_only_the_document_that_changed_is_read_again(tmp_path: Path) -> None:
    corpus = _corpus_of(tmp_path / "lakes", first="1. Speakers agreed.\n", second="1. Speakers differed.\n")
    build(corpus)
    (corpus / "second.txt").write_text("1. Speakers differed widely.\n", "utf-8")
    add_document(corpus, corpus / "second.txt", update=True)
    assert build(corpus).made == ("corpus", "treaty", "document second")


def test_a_remark_in_the_description_changes_nothing(tmp_path: Path) -> None:
    corpus = _corpus_of(tmp_path / "lakes", first="1. Speakers agreed.\n")
    build(corpus)
    (corpus / "corpus.toml").write_text((corpus / "corpus.toml").read_text("utf-8") + "\n# a remark\n", "utf-8")
    assert not build(corpus).changed


@pytest.mark.parametrize("damage", ["gone", "emptied", "no manifest"])
def test_a_published_graph_that_cannot_be_read_is_built_again(seeds: Path, damage: str) -> None:
    first = build(seeds)
    before = _bytes_of(first)
    if damage == "no manifest":
        (first.generation.folder / "manifest.json").write_text("[]", "utf-8")
    elif damage == "gone":
        shutil.rmtree(first.generation.store)
    else:
        for file in first.generation.store.iterdir():
            file.write_bytes(b"")
    again = build(seeds)
    assert again.changed
    assert _bytes_of(again) == before


def test_a_link_to_nothing_is_not_published(seeds: Path) -> None:
    themes = seeds / "themes.ttl"
    themes.write_text(themes.read_text("utf-8").replace("instrument/draft/article/24>", "instrument/draft/article/999>"), "utf-8")
    with pytest.raises(IntegrityError, match="instrument/draft/article/999"):
        build(seeds)
    assert Workspace.of(seeds).find_current() is None


def test_a_long_report_takes_time_in_proportion(tmp_path: Path) -> None:
    paragraphs = (
        f"{number}. On article {number % 60 + 1}, speakers recalled the third session, held on 5 May 2023." for number in range(1, 801)
    )
    corpus = _corpus_of(tmp_path / "lakes", long="\n\n".join(paragraphs))
    start = time.process_time()
    assert build(corpus).counts["Paragraph"] == 800
    assert time.process_time() - start < 30


def test_a_damaged_part_is_made_again(seeds: Path) -> None:
    before = _bytes_of(build(seeds))
    for part in Workspace.of(seeds).parts.iterdir():
        part.write_bytes(part.read_bytes().replace(b"human rights", b"human wrongs"))
    (Workspace.of(seeds).folder / "current").unlink()
    assert _bytes_of(build(seeds)) == before


def test_a_quote_that_differs_from_its_source_stops_the_build(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def misquote(*arguments: Any) -> Contents:
        contents = read_structure(*arguments)
        first, *others = contents.paragraphs
        wrong = replace(first, span=replace(first.span, quote=first.span.quote.upper()))
        return replace(contents, paragraphs=(wrong, *others))

    monkeypatch.setattr(sources, "read_structure", misquote)
    with pytest.raises(IntegrityError, match="quotes differ"):
        build(seeds)
    assert Workspace.of(seeds).find_current() is None


def test_a_graph_that_breaks_its_shapes_is_not_published(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(*arguments: Any) -> Contents:
        contents = read_structure(*arguments)
        return replace(contents, attendance=tuple(replace(figure, count=-1) for figure in contents.attendance))

    monkeypatch.setattr(sources, "read_structure", spoil)
    with pytest.raises(IntegrityError, match="violations of the shapes"):
        build(seeds)
    assert Workspace.of(seeds).find_current() is None


@pytest.mark.slow
def test_a_killed_build_leaves_the_previous_graph_and_the_next_build_succeeds(seeds: Path) -> None:
    before = _bytes_of(build(seeds))
    _change_report(seeds)
    command = [
        sys.executable,
        "-c",
        f"from pathlib import Path; from travaux.pipeline.build import build; build(Path({str(seeds)!r}), fresh=True)",
    ]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    for delay in (0.3, 0.6, 0.9, 1.2, 1.6, 2.0):
        process = subprocess.Popen(command, env=environment)  # noqa: S603, our own code
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with open_store(Workspace.of(seeds).get_current().store, read_only=True) as store:
            found = b"".join(store.dump())
        if found != before:
            assert b"A paragraph was added" in found, "neither the graph before nor the whole new one"
    after = build(seeds)
    assert b"A paragraph was added" in _bytes_of(after)
    assert check(seeds).clean
    assert not list((Workspace.of(seeds).folder / "generations").glob(".new-*")), "what killed builds left is removed"


def test_a_check_notices_a_document_that_changed_after_the_build(seeds: Path) -> None:
    build(seeds)
    assert check(seeds).clean
    (seeds / REPORT).write_bytes((seeds / REPORT).read_bytes().replace(b"privacy", b"Privacy"))
    report = check(seeds)
    assert not report.clean
    assert "cannot be read" in report.mismatches[0].message


def test_the_sources_have_findings_and_the_graph_no_fault(built_seeds: Build) -> None:
    report = check(built_seeds.corpus.folder)
    assert report.clean
    assert report.spans > 150
    messages = " ".join(finding.message for finding in report.findings)
    assert "102" in messages
    assert "103" in messages
    assert "Sixth session" in messages
