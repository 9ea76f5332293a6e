"""Who is said not to hold a view, and claims that deny no more than the cue does."""

from __future__ import annotations

import pytest

from travaux.rdf.lexicon import read_lexicon
from travaux.reading.extraction import open_reader
from travaux.resources import ontology_folder

from .said import Read, read_report

HELD = {
    "Not all delegations agreed with the text.": ("unspecified", "opposes"),
    "Hardly any members supported the fund.": ("unspecified", "opposes"),
    "Nobody supported the longer text.": ("unspecified", "opposes"),
    "No delegation opposed the fund.": ("unspecified", "supports"),
    "Nearly all members supported the fund.": ("most", "supports"),
    "All members supported the fund.": ("all", "supports"),
    "There was no consensus on the fund.": ("unspecified", "neutral"),
}

CLAIMS = {
    "Delegates noted that the plan was burdensome.": "The plan was burdensome.",
    "Norway did not agree that the plan was ready.": "It is not right that the plan was ready.",
    "Norway wondered whether the plan was ready.": "Whether the plan was ready is in doubt.",
    "Norway did not oppose the plan.": "There is no objection to the plan.",
    "Norway proposed that the plan be deleted.": "The plan should be deleted.",
}

QUANTIFIERS = ("A host of", "Scores of", "A raft of", "A multitude of")


@pytest.mark.parametrize(("sentence", "held"), HELD.items())
def test_who_denies_and_who_holds(read: Read, sentence: str, held: tuple[str, str]) -> None:
    assert [(said.speaker.prevalence.value, said.stance.value) for said in read(sentence)] == [held]


@pytest.mark.parametrize(("sentence", "claim"), CLAIMS.items())
def test_a_claim_denies_what_the_cue_denies(read: Read, sentence: str, claim: str) -> None:
    assert [said.claim for said in read(sentence)] == [claim]


def test_a_quantifier_of_any_noun_counts_speakers(tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tmp_path_factory.mktemp("own") / "lexicon.ttl"
    own.write_text(
        "@base <https://w3id.org/travaux/lexicon/> .\n@prefix lex: <https://w3id.org/travaux/lexicon#> .\n"
        "@prefix prevalence: <https://w3id.org/travaux/scheme/prevalence/> .\n"
        'prevalence:many lex:word "a raft of" .\n',
        "utf-8",
    )
    with open_reader(read_lexicon(ontology_folder() / "lexicon.ttl", own), processes=1) as reader:
        for quantifier in QUANTIFIERS:
            found = reader.find_statements(*read_report(f"{quantifier} delegations opposed the fee on lamps and boats."))
            assert [said.speaker.prevalence.value for said in found] == ["many"], quantifier


def test_what_is_apart_on_the_page_is_read_apart(read: Read) -> None:
    bullets = "Some members wanted a lamp on every boat\n- Several members opposed the fee for lamps on boats"
    assert [said.span.quote for said in read(bullets)] == ["a lamp on every boat", "the fee for lamps on boats"]
    assert [said.speaker.phrase for said in read("LAMPS AND BOATS: The EU proposed a fee on lamps.")] == ["The EU"]
    assert [said.span.quote for said in read("| Norway | Norway said that the fee was fair |")] == ["the fee was fair"]
