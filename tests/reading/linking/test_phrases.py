"""Phrases of the thesaurus in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.model.identity import Id
from travaux.model.theme import Theme
from travaux.reading.linking.phrases import PhraseFinder
from travaux.reading.linking.words import read_words


def qualities(phrase: str, text: str, negative: tuple[str, ...] = ()) -> list[float]:
    theme = Theme(id=Id("theme/t"), name="t", pref_label=phrase, negative_phrases=negative)
    return [match.quality for match in PhraseFinder([theme]).find(read_words(text))]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("protection of victims", "protecting the victims"),
        ("protection of victims", "victim protection"),
        ("clear and precise terms", "terms that are clear and precise"),
        ("effective remedy", "an effective legal remedy"),
        ("cyber-dependent offences", "cyber dependent offences"),
        ("harmonization", "harmonisation"),
        ("victims", "a victim"),
    ],
)
def test_a_phrase_is_found_in_other_forms_and_orders(phrase: str, text: str) -> None:
    assert qualities(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("criminalization", "criminal matters"),
        ("data protection", "protection of traffic data"),
        ("effective remedy", "effective measures and also a proper remedy"),
        ("rule of law", "the law"),
    ],
)
def test_scattered_or_related_words_are_no_phrase(phrase: str, text: str) -> None:
    assert not qualities(phrase, text)


def test_words_together_and_in_order_count_most() -> None:
    exact, gap, reversed_ = (
        qualities("effective remedy", text)[0] for text in ("effective remedy", "effective legal remedy", "remedy effective")
    )
    assert exact > gap > reversed_


def test_a_negative_phrase_vetoes_only_what_it_overlaps() -> None:
    assert len(qualities("farms", "wind farms and family farms", negative=("wind farms",))) == 1


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    words = read_words(text)
    assert len(words.stems) == len(words.forms)
    assert all(match == 1.0 for match in qualities("a phrase", text))
