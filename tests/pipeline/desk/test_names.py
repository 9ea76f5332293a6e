from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.errors import ReviewError
from travaux.pipeline.desk import Desk
from travaux.pipeline.desk.names import keep_name, short_name
from travaux.reading.review.folder import read_review
from travaux.reading.schema import NAME

NAMES = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=80)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jan Müller", "Jan Möller"), ("Anna Жукова", "Anna Иванова"), ("李 Wei", "王 Wei"), ("Müller", "Muller"), ("人", "天"), ("Ø", "Å")],
)
def test_different_people_are_different_reviewers(desk: Desk, one: str, other: str) -> None:
    shorts = [desk.sign_in(name) for name in (one, other, one, other)]
    assert shorts[:2] == shorts[2:]
    assert len(set(shorts)) == 2
    assert {short: table.name for short, table in desk.review.reviewers.items()} == dict(zip(shorts, (one, other), strict=False))


def test_accents_are_left_out_rather_than_letters(tmp_path: Path) -> None:
    assert keep_name(tmp_path, "Jürgen Müller") == "jurgen-muller"
    assert keep_name(tmp_path, "Zoë D'Arc") == "zoe-d-arc"


def test_one_who_is_known_is_found_by_either_name(tmp_path: Path) -> None:
    assert [keep_name(tmp_path, name) for name in ("Anna Brook", "anna brook", "anna-brook", "Anna  Brook")] == ["anna-brook"] * 4
    assert len(read_review(tmp_path).reviewers) == 1


def test_a_short_name_that_could_be_of_two_is_refused(tmp_path: Path) -> None:
    assert [keep_name(tmp_path, name) for name in ("Müller", "Muller")] == ["muller", "muller-2"]
    with pytest.raises(ReviewError, match="several reviewers"):
        keep_name(tmp_path, "muller")


@given(names=st.lists(NAMES, max_size=6))
def test_whoever_is_named_has_a_name_that_files_can_hold_and_keeps_it(names: list[str]) -> None:
    known: dict[str, str] = {}
    for name in names:
        try:
            short = short_name(name, known)
        except ReviewError:
            continue
        assert NAME.fullmatch(short)
        known.setdefault(short, name)
        assert short_name(known[short], known) == short
