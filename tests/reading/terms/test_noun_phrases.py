from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.reading.language.parser import tag
from travaux.reading.terms import Passage, count_sequences, find_noun_phrases, tag_passages


def phrases(text: str) -> set[str]:
    (sentence,) = tag([text])
    return {phrase.text for phrase in find_noun_phrases(sentence)}


@pytest.mark.parametrize(
    ("text", "found", "absent"),
    [
        ("They stressed early flood warnings.", {"flood warnings"}, {"early", "early flood warnings"}),
        ("The chain of custody was important.", {"chain of custody", "custody"}, {"custody was"}),
        ("Cross-border data flows were mentioned.", {"Cross-border data flows", "data flows"}, {"border data flows", "Cross-border"}),
        ("The Budapest Convention and the Secretary were mentioned.", set(), {"Budapest Convention", "Secretary"}),
        ("They asked for other important aspects.", set(), {"important aspects", "aspects"}),
        ("They limit the protection of traffic and content data.", {"content data"}, {"protection of traffic", "traffic"}),
        ("They want to make this provision optional.", set(), {"provision optional"}),
        ("The regulation of security by default measures would help.", set(), {"default measures", "regulation of security"}),
        ("They find flaws by testing systems.", set(), {"testing systems"}),
        ("They asked for a neutral provision of assistance.", {"assistance"}, {"neutral provision"}),
        ("They spoke of flood warnings and village boats.", {"flood warnings", "village boats"}, set()),
        ("The views of indigenous peoples' organizations count.", {"indigenous peoples' organizations"}, {"views"}),
    ],
)
def test_noun_phrases_are_adjectives_and_nouns_before_a_noun(text: str, found: set[str], absent: set[str]) -> None:
    read = phrases(text)
    assert found <= read
    assert not absent & read


def test_inflection_and_hyphens_make_no_other_phrase() -> None:
    (one, two) = tag(["They want flood-warning systems.", "They want a flood warning system."])
    assert max((p.words for p in find_noun_phrases(one)), key=len) == max((p.words for p in find_noun_phrases(two)), key=len)


def test_phrases_stand_where_the_document_has_them() -> None:
    text = "Many asked for [flood warnings] [alarms] in villages. Nobody wanted *invasive\nspecies*."
    passages = [Passage(text, 100, ((100, 100 + len(text)),))]
    found = {text[p.start - 100 : p.end - 100] for one in tag_passages(passages, lambda _done, _all: None) for p in one.phrases}
    assert "invasive\nspecies" in found
    assert "flood warnings" in found
    assert "alarms" not in found


def test_only_what_counts_is_read() -> None:
    text = "Many asked for flood warnings and opposed motor boats."
    start = text.index("flood")
    passages = [Passage(text, 0, ((start, start + len("flood warnings")),))]
    assert {p.text for one in tag_passages(passages, lambda _done, _all: None) for p in one.phrases} == {
        "flood",
        "warnings",
        "flood warnings",
    }


def test_a_phrase_that_goes_on_beyond_what_counts_is_none() -> None:
    text = "Many asked for early flood warning systems."
    end = text.index(" systems")
    passages = [Passage(text, 0, ((0, end),))]
    assert not [p.text for one in tag_passages(passages, lambda _done, _all: None) for p in one.phrases]


@given(st.lists(st.text(alphabet="ab, .-*[]\n’", max_size=40), max_size=4))
@settings(deadline=None, max_examples=40)
def test_no_text_breaks_the_reading(texts: list[str]) -> None:
    passages = [Passage(text, 7, ((7, 7 + len(text)),)) for text in texts]
    for one in tag_passages(passages, lambda _done, _all: None):
        assert all(7 <= one.start <= p.start < p.end <= one.end for p in one.phrases)


@given(st.lists(st.sampled_from(["flood", "warnings", "water", "the", "of"]), max_size=12))
def test_counting_finds_what_stands_together(words: list[str]) -> None:
    content = [word for word in words if word not in {"the", "of"}]
    expected = sum(pair == ("flood", "warnings") for pair in pairwise(content))
    assert count_sequences([" ".join(words)], {("flood", "warning")})[("flood", "warning")] == expected
