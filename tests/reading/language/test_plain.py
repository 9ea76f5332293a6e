"""What the parser sees of a sentence leads back to the document's own characters."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.model.sentences import find_sentences
from travaux.reading.language.plain import to_plain

STRAIGHT = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u2011": "-", "\u2010": "-"}
PIECES = st.sampled_from(
    [
        *"ab1Z .,()[]*_\n\t“”‘’é\u00a0\u2011\u202f\x00\x1f\u200b",
        "[o]ther",
        "[a] [b]",
        "[x](#)",
        "[12]",
        "**",
        "_it_",
        "[[",
        "]]",
        "\n\n",
        "](",
        ". B",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@st.composite
def _ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(_ranges())
def test_every_plain_character_stands_for_its_own_in_the_document(place: tuple[str, int, int]) -> None:
    text, start, end = place
    plain = to_plain(text, start, end)
    for shown, offset in zip(plain.text, plain.offsets, strict=False):
        meant = text[offset]
        assert start <= offset < end
        assert shown == STRAIGHT.get(meant, meant) or (shown == " " and (meant.isspace() or not meant.isprintable()))


@given(_ranges())
def test_characters_keep_their_order_and_white_space_is_single(place: tuple[str, int, int]) -> None:
    plain = to_plain(*place)
    assert len(plain.offsets) >= len(plain.text)
    assert list(plain.offsets) == sorted(set(plain.offsets))
    assert plain.text == " ".join(plain.text.split())


@given(_ranges(), st.data())
def test_a_place_in_the_plain_text_leads_to_a_place_around_its_characters(place: tuple[str, int, int], data: st.DataObject) -> None:
    plain = to_plain(*place)
    if not plain.text:
        return
    start = data.draw(st.integers(0, len(plain.text) - 1))
    end = data.draw(st.integers(start + 1, len(plain.text)))
    first, last = plain.to_source(start, end)
    assert 0 <= first <= plain.offsets[start]
    assert plain.offsets[end - 1] < last <= len(plain.source)


@given(st.text(alphabet="abcXYZ ,.;é", max_size=60), st.data())
def test_text_without_mark_up_leads_back_to_itself(text: str, data: st.DataObject) -> None:
    plain = to_plain(text, 0, len(text))
    assert plain.text == " ".join(text.split())
    if plain.text:
        start = data.draw(st.integers(0, len(plain.text) - 1))
        end = data.draw(st.integers(start + 1, len(plain.text)))
        assert " ".join(text[slice(*plain.to_source(start, end))].split()) == " ".join(plain.text[start:end].split())


@given(TEXTS)
def test_sentences_of_a_text_share_no_characters(text: str) -> None:
    taken: list[int] = []
    for start, end in find_sentences(text, 0, len(text)):
        taken += to_plain(text, start, end).offsets
    assert taken == sorted(set(taken))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("the term [vessel] [the craft of a member] stays", "the term vessel stays"),
        ("[o]ther forms of [t]he same", "other forms of the same"),
        ("as in [the annex](https://example.org/a) and [here](#)", "as in the annex and here"),
        ("a note[12] and a note [3].", "a note and a note ."),
        ("*inter alia*, **most** _of_ it", "inter alia, most of it"),
        ("snake_case and 2 * 3 stay", "snake_case and 2 * 3 stay"),
        ("“narrow” and ‘wide’, the Group’s", "\"narrow\" and 'wide', the Group's"),
        ("two\n lines\tand\u00a0more", "two lines and more"),
        ("a\x00b\x07 \x1bc", "a b c"),
        ("co\u2011operation", "co-operation"),
        ("", ""),
        ("[]", ""),
    ],
)
def test_mark_up_is_taken_off(source: str, shown: str) -> None:
    assert to_plain(source, 0, len(source)).text == shown


@pytest.mark.parametrize(
    ("source", "words", "meant"),
    [
        ("the term [vessel] [the craft of a member] stays", "the term vessel", "the term [vessel] [the craft of a member]"),
        ("keep [o]ther forms", "other forms", "[o]ther forms"),
        ("keep *inter alia* and “this”", 'inter alia and "this', "inter alia* and “this"),
        ("see [the annex](#) now", "see the annex", "see [the annex]"),
        ("[t]he first", "the", "[t]he"),
    ],
)
def test_quotes_keep_the_brackets_that_are_part_of_them(source: str, words: str, meant: str) -> None:
    plain = to_plain(source, 0, len(source))
    start = plain.text.index(words)
    assert source[slice(*plain.to_source(start, start + len(words)))].startswith(meant)


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "[" * 100_000 + "a" + "]" * 100_000, "[a] " * 50_000, "[a](" * 50_000, "*_" * 100_000, "[](" + "a" * 200_000]
)
def test_hostile_mark_up_takes_no_longer_than_its_length(text: str) -> None:
    begun = time.perf_counter()
    plain = to_plain(text, 0, len(text))
    if plain.text:
        plain.to_source(0, len(plain.text))
    assert time.perf_counter() - begun < 5
