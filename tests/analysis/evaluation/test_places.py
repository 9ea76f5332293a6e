"""A quote without characters is found where its statement stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.evaluation.places import Quotes

TEXT = """Report

7. Several speakers stressed the right to privacy. Others questioned the right to privacy.
8. One speaker stressed the right to privacy.
"""
QUOTE = "the right to privacy"
FIRST, SECOND, THIRD = (
    TEXT.index(words) + len(words) - len(QUOTE)
    for words in (f"speakers stressed {QUOTE}", f"questioned {QUOTE}", f"speaker stressed {QUOTE}")
)


def test_the_printed_number_of_the_paragraph_decides_first() -> None:
    assert Quotes(TEXT).find(QUOTE, paragraph="8", beside=("questioned",)) == THIRD
    assert Quotes(TEXT).find(QUOTE, paragraph="7", beside=("stressed",)) == FIRST


def test_the_cue_in_the_sentence_decides_next() -> None:
    assert Quotes(TEXT).find(QUOTE, paragraph="7", beside=("questioned",)) == SECOND
    assert Quotes(TEXT).find(QUOTE, paragraph=None, beside=("One speaker", "stressed")) == THIRD


def test_the_same_words_asked_for_again_are_found_further_on() -> None:
    quotes = Quotes(TEXT)
    assert [quotes.find(QUOTE, paragraph=None, beside=("stressed",)) for _ in range(3)] == [FIRST, THIRD, THIRD]


def test_the_same_quote_of_another_cue_may_stand_at_the_same_place() -> None:
    quotes = Quotes("Some supported and others opposed the deletion.")
    assert {quotes.find("the deletion", paragraph=None, beside=(cue,)) for cue in ("supported", "opposed")} == {34}


def test_quotes_are_asked_for_in_the_order_of_the_text() -> None:
    quotes = Quotes(TEXT)
    assert quotes.find("One speaker", paragraph=None, beside=()) == TEXT.index("One speaker")
    assert quotes.find(QUOTE, paragraph=None, beside=()) == THIRD


def test_what_is_not_in_the_text_is_not_found() -> None:
    assert Quotes(TEXT).find("the right of privacy", paragraph=None, beside=()) is None


@given(st.text("ab. 1\n", min_size=1, max_size=60), st.data())
def test_a_quote_is_found_at_its_exact_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = Quotes(text).find(quote, paragraph=None, beside=())
    assert found is not None
    assert text[found : found + len(quote)] == quote
