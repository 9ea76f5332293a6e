from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.views.chips import Chip, chip_text, pack, shorten, to_chip, wrap

chips = st.lists(st.builds(Chip, name=st.just("x"), text=st.just(""), width=st.floats(1, 300), height=st.floats(1, 30)), max_size=30)


@given(chips, st.floats(20, 400))
def test_packed_chips_stay_inside_and_do_not_overlap(made: list[Chip], width: float) -> None:
    placed, height = pack(made, width)
    for place, (chip, left, top, own) in enumerate(placed):
        assert left + own <= width + 1e-6
        assert top + chip.height <= height + 1e-6
        for other, x, y, across in placed[:place]:
            assert x + across <= left or left + own <= x or y + other.height <= top or top + chip.height <= y


@pytest.mark.parametrize(
    ("node", "text"),
    [
        ({"kind": "article", "number": "17 bis", "label": "article 17 bis"}, "17 bis"),
        ({"kind": "question", "number": "15", "label": "question 15"}, "Q15"),
        ({"kind": "paragraph", "label": "unnumbered paragraph"}, "¶"),
        ({"kind": "agenda-item", "number": "2(a)", "label": "item 2(a)"}, "2(a)"),
        ({"kind": "document", "type": "concept-note", "label": "Note"}, "Concept note"),
    ],
)
def test_a_chip_says_what_a_reader_knows_the_thing_by(node: dict[str, str], text: str) -> None:
    assert chip_text(node) == text


def test_a_sign_has_no_text() -> None:
    assert to_chip("s", {"kind": "statement", "label": "Lakes matter."}).text == ""


@given(st.text(max_size=200), st.integers(2, 60))
def test_shortened_text_is_short_and_on_one_line(text: str, longest: int) -> None:
    short = shorten(text, longest)
    assert len(short) <= longest
    assert "\n" not in short


@given(st.text(alphabet="ab c", min_size=1, max_size=200), st.integers(1, 4))
def test_wrapped_text_has_no_more_lines_than_allowed(text: str, most: int) -> None:
    assert 1 <= len(wrap(text, 60, most=most)) <= most
