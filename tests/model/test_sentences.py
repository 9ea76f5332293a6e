from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.model.sentences import sentence_at


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It began. Article 5 was welcomed. It ended.", "Article 5", "Article 5 was welcomed."),
        ("It was said by Mr. Ode that article 5 helps. Yes.", "article 5", "It was said by Mr. Ode that article 5 helps."),
        ("He said “no.” Article 5 stays.", "Article 5", "Article 5 stays."),
        ("Article 5", "Article 5", "Article 5"),
        ("One. Two on article 5 and. two more", "article 5", "Two on article 5 and. two more"),
    ],
)
def test_the_sentence_around_words_is_found(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    assert text[slice(*sentence_at(text, start, start + len(words)))] == sentence


@given(st.text(alphabet="aB .?!”\n5", min_size=1, max_size=80), st.data())
def test_a_sentence_contains_the_words_it_is_found_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence_at(text, start, end)
    assert text[start:end].strip() in text[first:last]
