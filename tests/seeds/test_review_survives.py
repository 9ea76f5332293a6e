"""No decision on the first corpus is lost when rules read otherwise or documents are typed again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from travaux.model.argument import Statement
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.build import Build, build
from travaux.pipeline.export import export_statements
from travaux.rdf.store import open_store
from travaux.rdf.stored import find_records
from travaux.resources import seeds_folder

# Other rules: words that are cues no longer, one that opposes now, and a new one that reports nothing today.
_LEXICON = """
@base <https://w3id.org/travaux/lexicon/> .
@prefix lex: <https://w3id.org/travaux/lexicon#> .
@prefix act: <https://w3id.org/travaux/scheme/act/> .
@prefix stance: <https://w3id.org/travaux/scheme/stance/> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

<stress> owl:deprecated true .
<emphasize> owl:deprecated true .
<highlight> a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:verb ; rdfs:label "highlight" ; ontolex:sense <highlight/any> .
    <highlight/any> lex:complement "object", "that" ; lex:act act:oppose ; lex:stance stance:opposes .
<receive-floor> a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:verb ; rdfs:label "provide" ; ontolex:sense <provide/object> .
    <provide/object> lex:complement "object" ; lex:act act:observe ; lex:stance stance:neutral .
"""


def standing(built: Build) -> dict[str, Statement]:
    with open_store(built.generation.store, read_only=True) as store:
        return {one.id: one for one in find_records(store, Statement, built.corpus.base) if one.review is not ReviewStatus.REJECTED}


@pytest.fixture(scope="module")
def before(built_seeds: Build) -> dict[str, Statement]:
    return standing(built_seeds)


def test_every_statement_of_the_seeds_is_reviewed(built_seeds: Build, before: dict[str, Statement]) -> None:
    assert {one.review for one in before.values()} <= set(ReviewStatus) - {ReviewStatus.UNREVIEWED, ReviewStatus.REJECTED}
    assert built_seeds.review["decided"] == len(before)
    assert not {kind for kind, number in built_seeds.review.items() if number} - {"decided", "rejected"}


def test_other_rules_change_no_decision_and_the_report_says_where_they_read_otherwise(seeds: Path, before: dict[str, Statement]) -> None:
    (seeds / "lexicon.ttl").write_text(_LEXICON, "utf-8")
    built = build(seeds)
    after = standing(built)
    decided = {name: one for name, one in after.items() if one.review is not ReviewStatus.UNREVIEWED}
    assert decided.keys() == before.keys()
    for name, one in decided.items():
        was = before[name]
        assert (one.span, one.stance, one.act, one.claim, one.position) == (was.span, was.stance, was.act, was.claim, was.position)
    assert built.review["changed"] > 0


def test_a_report_that_is_typed_again_with_other_numbers_keeps_its_decisions(seeds: Path, before: dict[str, Statement]) -> None:
    file = seeds / "documents" / "fifth-consultation-report.txt"
    text = file.read_text("utf-8")
    typed = text.translate(str.maketrans("“”’–", '""\'-'))
    for number in range(15, 4, -1):
        typed = typed.replace(f"\n{number}. ", f"\n{number + 1}. ")
    typed = typed.replace("\n6. Under agenda item 2(a)", "\n5. A paragraph was put in.\n\n6. Under agenda item 2(a)")
    file.write_text(typed, "utf-8")
    description = seeds / "corpus.toml"
    before_typing, after_typing = (hashlib.sha256(one.encode()).hexdigest() for one in (text, typed))
    description.write_text(description.read_text("utf-8").replace(before_typing, after_typing), "utf-8")
    built = build(seeds)
    after = standing(built)
    assert before.keys() <= after.keys()
    assert all(after[name].review is not ReviewStatus.UNREVIEWED for name in before)
    fifth = sum("fifth-consultation-report" in name for name in before)
    assert built.review["moved"] >= fifth - 1  # the paragraph before the one put in keeps its number
    assert not built.review.get("unplaced")


def test_rows_of_the_seeds_tell_who_decided_when_and_why(built_seeds: Build) -> None:
    with open_store(built_seeds.generation.store, read_only=True) as store:
        rows = list(export_statements(store, built_seeds.corpus))
    text = {one.name: (seeds_folder() / one.file).read_text("utf-8") for one in built_seeds.corpus.documents}
    for row in rows:
        assert row["reviewed"], json.dumps(row)
        assert (row["reviewer"], row["reviewed_at"]) == ("Editors of Travaux", "2026-11-22T09:00:00+00:00")
        assert text[row["document"]][row["start"] : row["end"]] == row["quote"]
    assert any(row["reason"] for row in rows)
