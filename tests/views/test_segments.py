from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from travaux.views.segments import segment

places = st.lists(st.tuples(st.integers(90, 140), st.integers(90, 140)), max_size=5)


@given(st.text(max_size=40), places, places)
def test_the_segments_joined_are_the_text(text: str, sentences: list[tuple[int, int]], words: list[tuple[int, int]]) -> None:
    made = segment(text, 100, sentences=sentences, words=[(start, end, None) for start, end in words])
    assert "".join(part.text for part in made) == text


def test_words_lead_somewhere_inside_of_a_marked_sentence() -> None:
    made = segment("On article 5 and more.", 10, sentences=[(10, 32)], words=[(13, 22, "#a")])
    assert [(part.text, part.marked, part.address) for part in made] == [
        ("On ", True, None),
        ("article 5", True, "#a"),
        (" and more.", True, None),
    ]
