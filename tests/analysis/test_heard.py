"""Statements as evidence: their words stand where they are said to stand."""

from __future__ import annotations

from argument_map.arguments import STATEMENTS
from argument_map.corpus import BASE
from argument_map.documents import TEXTS
from travaux.analysis.heard import find_heard
from travaux.model.store import Store


def test_every_statement_is_found_with_the_exact_place_of_its_words(stored_lakes: Store) -> None:
    found = find_heard(stored_lakes, (BASE + said.id for said in STATEMENTS))
    assert {heard.id for heard in found.values()} == {said.id for said in STATEMENTS}
    for said in STATEMENTS:
        heard = found[BASE + said.id]
        assert TEXTS[said.document][heard.start : heard.end] == heard.quote == said.span.quote
        assert (heard.claim, heard.stance, heard.act, heard.review) == (said.claim, said.stance, said.act, said.review)
        assert (heard.speaker, heard.prevalence) == (said.speaker.label, said.speaker.prevalence)
        assert heard.paragraph == said.paragraph.rpartition("/")[2]


def test_what_the_store_does_not_hold_is_absent(stored_lakes: Store) -> None:
    assert find_heard(stored_lakes, [f"{BASE}document/spring-report/statement/none"]) == {}
    assert find_heard(stored_lakes, []) == {}
