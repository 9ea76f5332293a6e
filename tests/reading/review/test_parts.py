"""A text that is searched as a whole tells the same places as its parts one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from travaux.reading.review.parts import Parts, occurrences

TEXTS = st.text("ab ", max_size=12)


@given(st.lists(TEXTS, max_size=5), st.text("ab ", min_size=1, max_size=3))
def test_the_whole_tells_what_its_parts_tell(texts: list[str], words: str) -> None:
    parts = Parts.joined(texts)
    found = [(number, start - parts.starts[number], end - parts.starts[number]) for start, end, number in parts.find(words)]
    assert found == [(number, *place) for number, text in enumerate(texts) for place in occurrences(words, text, 0, len(text))]
    assert [parts.text[start:end] for start, end in zip(parts.starts, parts.ends, strict=True)] == texts
