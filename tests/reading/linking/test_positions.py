"""Positions: which statements claim the same."""

from __future__ import annotations

import random
from typing import Any

from travaux.model.identity import Id
from travaux.reading.linking import find_positions

DAMS = (Id("theme/dams"),)


def test_equal_claims_of_two_paragraphs_are_one_position(say: Any) -> None:
    statements = [
        say("a", claim="Dams should be inspected every year.", themes=DAMS),
        say("b", claim="Every year, dams should be inspected.", themes=DAMS),
        say("c", claim="Fish ladders should be free of charge.", themes=DAMS),
    ]
    found = find_positions(statements)
    assert found.of[statements[0].id] == found.of[statements[1].id] != found.of[statements[2].id]
    assert len(found.positions) == 2
    assert [link.statement for link in found.links] == [statement.id for statement in statements]


def test_the_opposite_claim_is_another_position(say: Any) -> None:
    statements = [
        say("a", claim="Old dams should be removed.", themes=DAMS),
        say("b", claim="Old dams should not be removed.", themes=DAMS),
    ]
    assert len(find_positions(statements).positions) == 2


def test_other_themes_or_other_provisions_keep_claims_apart(say: Any) -> None:
    claim = "The inspection of reservoirs should be yearly."
    statements = [
        say("a", claim=claim, themes=DAMS, provisions=(Id("instrument/draft/article/4"),)),
        say("b", claim=f"{claim[:-1]} everywhere.", themes=(Id("theme/farms"),)),
        say("c", claim=f"{claim[:-1]} too.", themes=DAMS, citations=("article 5",)),
    ]
    assert len(set(find_positions(statements).of.values())) == 3


def test_what_a_paragraph_lists_are_different_positions(say: Any) -> None:
    first = say("a", claim="Article 4 should name the principle of legality.", themes=DAMS)
    second = say("b", claim="Article 4 should name the principle of necessity.", themes=DAMS, paragraph=first.paragraph)
    assert len(find_positions([first, second]).positions) == 2


def test_the_order_of_the_statements_does_not_matter(say: Any) -> None:
    words = ["dams", "levees", "inspected", "yearly", "repaired", "soon", "removed"]
    choose = random.Random(7)  # noqa: S311 -- the same claims in every run
    statements = [say(f"s{number}", claim=" ".join(choose.sample(words, 4)), themes=DAMS) for number in range(40)]
    shuffled = choose.sample(statements, len(statements))
    assert find_positions(statements) == find_positions(shuffled)


def test_no_statements_have_no_positions() -> None:
    assert find_positions([]).positions == ()
