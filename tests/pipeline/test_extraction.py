"""Builds read each report once, keep what was read, and link it anew only when what it is linked to has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from said import Listener
from travaux.errors import IntegrityError
from travaux.model.argument import Statement
from travaux.model.schemes import DocumentKind
from travaux.pipeline import bench
from travaux.pipeline.build import build
from travaux.pipeline.check import check
from travaux.pipeline.workspace import Workspace
from travaux.rdf.store import open_store
from travaux.rdf.stored import find_records
from travaux.reading.corpus import read_corpus
from travaux.reading.corpus_edit import add_document, new_corpus

THEMES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix trv: <https://w3id.org/travaux/ontology#> .
<theme/water> a skos:Concept, trv:Theme ; skos:prefLabel "LABEL"@en ; skos:definition "Of lakes."@en .
"""


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    listener = Listener()
    monkeypatch.setattr(bench, "open_reader", listener)
    return listener


@pytest.fixture
def lakes(tmp_path: Path) -> Path:
    """A corpus of two reports and a concept note."""
    corpus = tmp_path / "lakes"
    new_corpus(corpus, "Lakes")
    for name, kind, text in (
        ("first", DocumentKind.REPORT, "1. Several speakers stressed clean water. The meeting rose."),
        (
            "second",
            DocumentKind.REPORT,
            "1. It was opened.\n\n2. Several speakers stressed clean water. Several speakers stressed trust.",
        ),
        ("note", DocumentKind.CONCEPT_NOTE, "1. Should water be clean?\n\n2. Several speakers stressed nothing?"),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", "utf-8")
        add_document(corpus, tmp_path / f"{name}.txt", kind=kind)
    return corpus


def statements(corpus: Path) -> tuple[Statement, ...]:
    described = read_corpus(corpus)
    with open_store(Workspace.of(corpus).get_current().store, read_only=True) as store:
        return find_records(store, Statement, described.base)


def test_the_statements_of_reports_are_in_the_graph_and_concept_notes_have_none(lakes: Path, listener: Listener) -> None:
    assert build(lakes).counts["Statement"] == 3
    assert listener.heard == ["first", "second"]
    assert {statement.span.quote for statement in statements(lakes)} == {"clean water", "trust"}
    assert {statement.document for statement in statements(lakes)} == {"document/first", "document/second"}
    assert check(lakes).clean


def test_what_was_read_is_not_in_the_graph_twice(lakes: Path, listener: Listener) -> None:
    build(lakes)
    with open_store(Workspace.of(lakes).get_current().store, read_only=True) as store:
        lines = [line.rsplit(b" <", 1) for line in store.dump()]
    assert len({triple for triple, _ in lines}) == len(lines)
    said = {graph.decode() for triple, graph in lines if b"ontology#Statement>" in triple and b"/statement/" in triple}
    assert {graph.split("graph/")[1] for graph in said} == {"extracted/first> .\n", "extracted/second> .\n"}
    assert listener.opened == 1


def test_a_corpus_that_has_not_changed_is_not_read_and_no_reader_is_opened(lakes: Path, listener: Listener) -> None:
    build(lakes)
    build(lakes)
    assert listener.opened == 1


def test_new_themes_link_statements_without_reading_them_again(lakes: Path, listener: Listener) -> None:
    build(lakes)
    for label in ("Water", "Clean water"):
        (lakes / "themes.ttl").write_text(THEMES.replace("LABEL", label), "utf-8")
        assert build(lakes).made == (
            *("themes", "proposals for first", "statements of first", "proposals for second", "statements of second"),
            *("proposed positions", "positions"),
        )
    assert listener.heard == ["first", "second"]
    assert {statement.themes for statement in statements(lakes) if statement.span.quote == "clean water"} == {("theme/water",)}


def test_a_changed_report_alone_is_read_again(lakes: Path, listener: Listener) -> None:
    build(lakes)
    (lakes / "documents" / "second.txt").write_text("1. Several speakers stressed clean water for all.\n", "utf-8")
    add_document(lakes, lakes / "documents" / "second.txt", update=True)
    made = build(lakes).made
    assert made == (
        *("corpus", "treaty", "document second", "reading of second", "proposals for second", "statements of second"),
        *("proposed positions", "positions"),
    )
    assert listener.heard == ["first", "second", "second"]
    assert build(lakes).counts["Statement"] == 2


def test_a_changed_concept_note_changes_the_links_and_not_the_reading(lakes: Path, listener: Listener) -> None:
    build(lakes)
    (lakes / "documents" / "note.txt").write_text("1. Should all lakes have clean water?\n", "utf-8")
    add_document(lakes, lakes / "documents" / "note.txt", update=True)
    made = build(lakes).made
    assert made == (
        *("corpus", "treaty", "proposals for first", "statements of first", "proposals for second", "statements of second"),
        *("document note", "proposed positions", "positions"),
    )
    assert listener.heard == ["first", "second"]


def test_a_lexicon_of_the_corpus_reads_everything_again(lakes: Path, listener: Listener) -> None:
    build(lakes)
    (lakes / "lexicon.ttl").write_text("# nothing yet\n", "utf-8")
    assert "reading of first" in build(lakes).made
    assert listener.heard == ["first", "second"] * 2


def test_what_was_read_before_a_build_was_stopped_is_not_read_again(lakes: Path, listener: Listener) -> None:
    listener.stop_at = "second"
    with pytest.raises(KeyboardInterrupt):
        build(lakes)
    listener.stop_at = None
    assert build(lakes).counts["Statement"] == 3
    assert listener.heard == ["first", "second"]


def test_progress_names_the_report_and_how_much_of_it_is_read(lakes: Path, listener: Listener) -> None:
    told: list[tuple[str, int, int]] = []
    build(lakes, progress=lambda *news: told.append(news))
    assert "reading of first (50 %)" in [what for what, _, _ in told]
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert {steps for _, _, steps in told} == {told[-1][1]}
    assert listener.opened == 1


def test_a_cue_that_does_not_stand_in_its_paragraph_stops_the_build(lakes: Path, listener: Listener) -> None:
    listener.cue = "underlined"
    with pytest.raises(IntegrityError, match="quotes differ") as refused:
        build(lakes)
    assert "the cue 'underlined' does not stand in document/first/paragraph/1" in str(refused.value)
    assert Workspace.of(lakes).find_current() is None


def test_a_report_in_another_language_has_no_statements_and_a_finding_says_why(tmp_path: Path, listener: Listener) -> None:
    new_corpus(tmp_path / "lacs", "Lacs")
    (tmp_path / "rapport.txt").write_text("1. Plusieurs délégations ont souligné la nécessité de protéger les lacs.\n", "utf-8")
    add_document(tmp_path / "lacs", tmp_path / "rapport.txt", kind=DocumentKind.REPORT)
    assert "Statement" not in build(tmp_path / "lacs").counts
    assert [finding.message for finding in check(tmp_path / "lacs").findings] == [
        "the text is not English; statements are read from English alone"
    ]
    assert listener.heard == []
