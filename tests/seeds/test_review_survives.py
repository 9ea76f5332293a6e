"""No decision on the first corpus is lost when rules read otherwise or documents are typed again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from travaux.model.argument import Statement
from travaux.model.finding import Finding
from travaux.model.review import BY_HAND
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


def told(built: Build, words: str) -> set[str]:
    """Tell which statements a remark is about, by the end of their identifiers."""
    with open_store(built.generation.store, read_only=True) as store:
        messages = [one.message for one in find_records(store, Finding, built.corpus.base) if one.check == "review-changed"]
    return {"/statement/".join(one.split(": ")[0].split(", ")) for one in messages if words in one}


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
        assert (one.rule == BY_HAND) is (was.rule == BY_HAND)
    gone, otherwise = told(built, "propose nothing here any more"), told(built, "propose something else than when")
    gone_cues = ("stress/", "emphasize/")
    no_cue_now = {name.removeprefix("document/") for name, one in before.items() if one.rule.removeprefix("active: ").startswith(gone_cues)}
    assert (len(gone), len(otherwise), len(no_cue_now)) == (18, 15, 18)
    assert gone == no_cue_now


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
