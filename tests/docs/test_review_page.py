"""``docs/review.md`` explains every field, and its examples are read as they stand."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from travaux.cli.commands.build import describe_review
from travaux.model.review import Opinion
from travaux.model.schemes import Act, ChangeKind, Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, SpeakerKind, Stance
from travaux.reading.review.folder import read_review

PAGE = (Path(__file__).parent.parent.parent / "docs" / "review.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_every_field_of_a_decision_is_explained() -> None:
    explained = {name for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert {one.name for one in fields(Opinion)} - {"key", "document", "reviewer"} <= explained


@pytest.mark.parametrize("scheme", [Act, ChangeKind, Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, SpeakerKind, Stance])
def test_every_word_to_choose_from_is_named(scheme: type[Act]) -> None:
    assert [word.value for word in scheme if f"`{word.value}`" not in PAGE and word.value != "unreviewed"] == []


def test_the_examples_are_read_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "review" / "statements").mkdir(parents=True)
    for name, example in zip(("statements/first.toml", "positions.toml", "relations.toml"), EXAMPLES, strict=True):
        (tmp_path / "review" / name).write_text(example, "utf-8")
    review = read_review(tmp_path)
    assert [one.key for one in review.opinions["first"]] == ["8-9bd7"]
    assert list(review.positions) == ["measure-lakes"]
    assert list(review.relations) == ["supports-1c2d"]


def test_the_line_of_a_build_is_the_one_shown() -> None:
    (line,) = describe_review({"decided": 120, "moved": 2, "unplaced": 1}, 131)
    assert line in PAGE
