"""The blocks of the first corpus, so that a change in the readers shows. To renew the lists, print them as `found` below."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.reading.formats import read_source
from travaux.resources import seeds_folder

from .documents import check_blocks, kinds

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "formats"
NAMES = ["fifth-consultation-concept-note", "fifth-consultation-report", "second-consultation-report"]


@pytest.mark.parametrize("name", NAMES)
def test_the_blocks_of_the_first_corpus(name: str) -> None:
    source = read_source(seeds_folder() / "documents" / f"{name}.txt")
    check_blocks(source)
    assert source.warnings == ()
    found = "".join(f"{kind} {level} {text[:60]!r}\n" for kind, level, text in kinds(source))
    assert found == (GOLDEN / f"{name}.blocks").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_all_but_white_space_and_rules_is_in_a_block(name: str) -> None:
    source = read_source(seeds_folder() / "documents" / f"{name}.txt")
    inside = "".join(text for _, _, text in kinds(source))
    assert "".join(source.text.split()).removesuffix(r"\*\*\*") == "".join(inside.split())
