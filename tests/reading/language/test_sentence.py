"""Phrases of a parsed sentence are what hangs together in its tree."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.reading.language.parser import parse
from travaux.reading.language.sentence import Sentence

SENTENCES = [
    "Several delegations that had spoken before stressed the need for lamps, as did Chile.",
    "The fee, it was said, should be lowered; others, who farmed on islands, wanted it kept.",
    "(a) lamps; (b) oil – and, last of all, bells!",
    "Why?",
    "1 2 3",
]


def make_sentence(heads: list[int]) -> Sentence:
    words = tuple(f"w{index}" for index in range(len(heads)))
    starts = tuple(sum(len(word) + 1 for word in words[:index]) if len(heads) < 100 else index for index in range(len(heads)))
    return Sentence(
        text=" ".join(words), words=words, tags=("NN",) * len(heads), deps=("dep",) * len(heads), heads=tuple(heads), starts=starts
    )


@st.composite
def _forests(draw: st.DrawFn) -> Sentence:
    """Words in any order, each of which depends on an earlier one of that order or on itself."""
    order = draw(st.permutations(range(draw(st.integers(1, 25)))))
    heads = [0] * len(order)
    for place, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, place))]
    return make_sentence(heads)


def descendants(sentence: Sentence, word: int) -> set[int]:
    return {word, *(other for other in range(len(sentence)) if word in sentence.ancestors(other))}


@given(_forests())
def test_edges_are_the_outermost_words_that_depend_on_a_word(sentence: Sentence) -> None:
    for word in range(len(sentence)):
        below = descendants(sentence, word)
        assert (sentence.left(word), sentence.right(word)) == (min(below), max(below))


@given(_forests())
def test_the_phrase_of_a_word_lies_in_that_of_its_head(sentence: Sentence) -> None:
    for word, head in enumerate(sentence.heads):
        assert sentence.left(head) <= sentence.left(word) <= word <= sentence.right(word) <= sentence.right(head)


@given(_forests())
def test_every_word_but_a_root_is_among_those_of_its_head_once(sentence: Sentence) -> None:
    listed = sorted(kid for kids in sentence.kids for kid in kids)
    assert listed == [word for word, head in enumerate(sentence.heads) if head != word]
    for word in range(len(sentence)):
        assert sentence.with_dep(word, "dep") == sorted(sentence.kids[word])
        assert sentence.first_with_dep(word, "dep") == min(sentence.kids[word], default=None)
        assert sentence.first_with_dep(word, "nsubj") is None


@given(_forests(), st.data())
def test_words_stand_where_their_characters_are(sentence: Sentence, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(sentence) - 1))
    last = data.draw(st.integers(first, len(sentence) - 1))
    assert sentence.between(first, last).split() == list(sentence.words[first : last + 1])
    assert sentence.matches(first, sentence.lower[first : last + 1])


@pytest.mark.parametrize("text", SENTENCES)
def test_a_parsed_sentence_is_a_forest_over_its_own_characters(text: str) -> None:
    (sentence,) = parse([text])
    for word, printed in enumerate(sentence.words):
        start, end = sentence.span(word, word)
        assert text[start:end] == printed
        root = [word, *sentence.ancestors(word)][-1]
        assert sentence.heads[root] == root
        assert sentence.left(word) == min(descendants(sentence, word))
        assert sentence.right(word) == max(descendants(sentence, word))
    assert list(sentence.starts) == sorted(sentence.starts)


def _chain(length: int, step: int) -> list[int]:
    return [min(max(index + step, 0), length - 1) for index in range(length)]


@pytest.mark.parametrize(
    "heads",
    [_chain(4_000, 1), _chain(4_000, -1), [0] * 4_000, [index // 2 for index in range(4_000)]],
    ids=["right", "left", "star", "tree"],
)
def test_edges_of_long_sentences_take_no_longer_than_their_length(heads: list[int]) -> None:
    sentence = make_sentence(heads)
    root = next(word for word, head in enumerate(heads) if word == head)
    begun = time.perf_counter()
    assert (sentence.left(root), sentence.right(root)) == (0, len(heads) - 1)
    assert time.perf_counter() - begun < 0.5
