"""A review is laid over what rules found: the same bytes for the same decisions, and only what they concern is made again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from decided import opinion
from said import Listener
from travaux.model.argument import Relation, Statement
from travaux.model.finding import Finding
from travaux.model.review import Decision, Opinion
from travaux.model.schemes import DocumentKind, ReviewStatus
from travaux.pipeline import bench
from travaux.pipeline import build as building
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.parts import plan_parts
from travaux.pipeline.sources import Sources
from travaux.rdf.lines import from_lines
from travaux.rdf.records import gather
from travaux.rdf.stored import records_in
from travaux.reading.corpus import read_corpus
from travaux.reading.corpus_edit import add_document, new_corpus
from travaux.reading.review.folder import Entry, read_review, statements_file, version_of, write_entries
from travaux.reading.review.lines import Lines
from travaux.reading.treaty import read_treaty

POSITIONS = """\
water.claim = "Water should be clean."
water.decision = "added"
water.by = "anna"
water.at = 2026-01-01T00:00:00Z

trust.claim = "Trust matters."
trust.decision = "added"
trust.by = "anna"
trust.at = 2026-01-01T00:00:00Z
"""
RELATION = """\
r1.kind = "supports"
r1.form = "reason"
r1.premise = "trust"
r1.conclusion = "water"
r1.marking = "inferred"
r1.document = "second"
r1.paragraph = "2"
r1.evidence = "Several speakers stressed clean water."
r1.decision = "added"
r1.by = "anna"
r1.at = 2026-01-01T00:00:00Z
"""


@pytest.fixture(autouse=True)
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
        ("second", DocumentKind.REPORT, "1. It was opened.\n\n2. Several speakers stressed clean water. Several speakers stressed trust."),
        ("note", DocumentKind.CONCEPT_NOTE, "1. Should water be clean?"),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", "utf-8")
        add_document(corpus, tmp_path / f"{name}.txt", kind=kind)
    return corpus


class Made:
    """The parts of a corpus as its files say now; ``names`` are those that were made, not kept."""

    def __init__(self, corpus: Path) -> None:
        described = read_corpus(corpus)
        treaty = read_treaty(described)
        self.base = described.base
        self.parts = plan_parts(described, treaty, read_review(corpus))
        kept = KeptParts(corpus / ".kept")
        self.names = set[str]()
        with bench.open_bench(Sources(described, treaty), kept, lambda _done, _all: None) as at:
            for part in self.parts:
                if kept.find(part.key) is None:
                    kept.keep(part.key, part.make(at))
                    self.names.add(part.name)
        self.lines = {part.name: kept.get(part.key) for part in self.parts}

    def records(self, kind: type[Any]) -> tuple[Any, ...]:
        told = gather(from_lines(b"".join(self.lines[part.name] for part in self.parts if part.published)))
        return records_in(told, kind, self.base)


def decide(corpus: Path, document: str, *held: Opinion) -> None:
    version = version_of(Lines.read(statements_file(corpus, document)), held[0].key)
    entries = [Entry(one.key, one.reviewer, replace(one, document=document), version) for one in held]
    write_entries(corpus, document, entries)


def write(corpus: Path, name: str, text: str) -> None:
    file = corpus / "review" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def findings(made: Made) -> list[str]:
    return [finding.message for finding in made.records(Finding) if finding.check.startswith("review-")]


WATER = opinion("clean water", "2-w", paragraph="2", speaker="Several speakers")


def test_a_decision_takes_the_place_of_the_proposal_and_says_who_decided(lakes: Path) -> None:
    decide(lakes, "second", WATER)
    made = Made(lakes)
    statements: tuple[Statement, ...] = made.records(Statement)
    of_second = {one.span.quote: one.review for one in statements if one.document.endswith("second")}
    assert of_second == {"clean water": ReviewStatus.ACCEPTED, "trust": ReviewStatus.UNREVIEWED}
    (decision,) = made.records(Decision)
    assert (decision.reviewer, decision.kind, decision.in_force, decision.at) == ("reviewer/anna", ReviewStatus.ACCEPTED, True, WATER.at)


def test_a_rejected_statement_is_kept_as_such_and_expresses_no_position(lakes: Path) -> None:
    write(lakes, "positions.toml", POSITIONS)
    decide(lakes, "second", replace(WATER, decision=ReviewStatus.REJECTED, position="water"))
    (rejected,) = (one for one in Made(lakes).records(Statement) if one.review is ReviewStatus.REJECTED)
    assert rejected.position is None


def test_the_same_decisions_give_the_same_bytes_in_whatever_order_their_lines_stand(lakes: Path) -> None:
    decide(lakes, "second", WATER, opinion("trust", "2-t", paragraph="2"))
    decide(lakes, "second", replace(WATER, reviewer="bo", themes=("x", "y")))
    write(lakes, "positions.toml", POSITIONS)
    first = Made(lakes)
    for file in (statements_file(lakes, "second"), lakes / "review" / "positions.toml"):
        file.write_text("\n".join(sorted(file.read_text("utf-8").splitlines(), reverse=True)), "utf-8")
    again = Made(lakes)
    assert again.names == set()
    shutil.rmtree(lakes / ".kept")
    assert Made(lakes).lines == first.lines == again.lines


def test_only_the_parts_that_a_decision_concerns_are_made_again(lakes: Path) -> None:
    Made(lakes)
    decide(lakes, "second", WATER)
    assert Made(lakes).names == {"statements of second", "positions"}
    write(lakes, "positions.toml", POSITIONS)
    assert Made(lakes).names == {"positions"}
    decide(lakes, "second", replace(WATER, position="water"))
    assert Made(lakes).names == {"statements of second", "positions"}
    write(lakes, "positions.toml", POSITIONS.replace("water.", "waters."))
    assert Made(lakes).names == {"statements of second", "positions"}
    write(lakes, "reviewers.toml", 'anna.name = "Anna Brook"\n')
    assert Made(lakes).names == {"positions"}


def test_without_its_review_a_corpus_is_what_rules_made_of_it(lakes: Path) -> None:
    before = Made(lakes).lines
    decide(lakes, "second", WATER)
    write(lakes, "positions.toml", POSITIONS)
    assert Made(lakes).lines != before
    shutil.rmtree(lakes / "review")
    after = Made(lakes)
    assert after.lines == before
    assert after.names == set()


@pytest.mark.parametrize("name", ["third", "note"])
def test_decisions_on_what_is_no_report_of_the_corpus_are_told(lakes: Path, name: str) -> None:
    Made(lakes)
    decide(lakes, name, WATER, opinion("trust", "2-t"))
    made = Made(lakes)
    assert made.names == {"positions"}
    assert findings(made) == [f"statements/{name}.toml: there is no report {name!r} in the corpus, about which the review has 2 decisions"]


def test_decisions_are_told_even_if_the_corpus_has_no_report_at_all(tmp_path: Path) -> None:
    new_corpus(tmp_path / "empty", "Empty")
    decide(tmp_path / "empty", "third", WATER)
    assert len(findings(Made(tmp_path / "empty"))) == 1


def test_what_cannot_be_placed_is_told_and_its_lines_stay(lakes: Path) -> None:
    decide(lakes, "second", opinion("dirty water in all the lakes", "2-d", paragraph="2"))
    before = statements_file(lakes, "second").read_bytes()
    (told,) = findings(Made(lakes))
    assert "second, 2-d: it is not certain where in the document the words 'dirty water in all the lakes' of paragraph 2" in told
    assert statements_file(lakes, "second").read_bytes() == before


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, None),
        ({'conclusion = "water"': 'conclusion = "wine"'}, "there is no position 'wine'"),
        ({'conclusion = "water"': 'conclusion = "trust"'}, "the position 'trust' cannot bear on itself"),
        ({'document = "second"': 'document = "third"'}, "there is no document 'third'"),
        ({"stressed clean water": "doubted the colour of all lakes"}, "it is not certain where"),
        ({'decision = "added"': 'decision = "rejected"'}, ""),
    ],
)
def test_a_relation_stands_only_if_all_that_it_names_does(lakes: Path, changes: dict[str, str], told: str | None) -> None:
    write(lakes, "positions.toml", POSITIONS)
    text = RELATION
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    write(lakes, "relations.toml", text)
    made = Made(lakes)
    assert len(made.records(Relation)) == (told is None)
    assert [(told or "?") in message for message in findings(made)] == ([True] if told else [])


def test_a_relation_shown_in_a_concept_note_is_placed_again_when_the_note_changes(lakes: Path, tmp_path: Path) -> None:
    write(lakes, "positions.toml", POSITIONS)
    text = (
        RELATION.replace('"second"', '"note"')
        .replace('"2"', '"1"')
        .replace("Several speakers stressed clean water.", "Should water be clean?")
    )
    write(lakes, "relations.toml", text)
    assert len(Made(lakes).records(Relation)) == 1
    (tmp_path / "note.txt").write_text("1. Is anything else to be asked of those present?\n", "utf-8")
    add_document(lakes, tmp_path / "note.txt", update=True)
    made = Made(lakes)
    assert "positions" in made.names
    assert made.records(Relation) == ()


def test_a_corpus_with_a_review_builds_and_names_the_parts_that_changed(lakes: Path) -> None:
    building.build(lakes)
    decide(lakes, "second", WATER)
    built = building.build(lakes)
    assert built.made == ("statements of second", "positions")
    assert built.counts["Decision"] == 1
    assert not building.build(lakes).changed


def test_a_rejected_position_counts_as_not_named(lakes: Path) -> None:
    write(lakes, "positions.toml", POSITIONS)
    write(lakes, "relations.toml", RELATION)
    decide(lakes, "second", replace(WATER, position="water"))
    assert findings(Made(lakes)) == []
    write(lakes, "positions.toml", POSITIONS.replace('water.decision = "added"', 'water.decision = "rejected"'))
    made = Made(lakes)
    assert sorted(findings(made)) == ["r1: there is no position 'water'", "second, 2-w: there is no position 'water'"]
    assert "position/water" not in {one.position for one in made.records(Statement)}
    assert made.records(Relation) == ()


def test_a_decision_tells_the_rule_that_had_proposed_what_is_proposed_no_more(lakes: Path) -> None:
    lost = opinion("It was", "1-x", paragraph="1", cue="opened", proposal="12345678", rule="active: stress/object")
    decide(lakes, "second", lost)
    (decision,) = Made(lakes).records(Decision)
    assert decision.rule == "active: stress/object"
