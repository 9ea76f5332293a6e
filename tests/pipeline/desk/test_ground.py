from __future__ import annotations

import os
from pathlib import Path

import pytest

from desks import REPORT, draft_of
from travaux.errors import CorpusError
from travaux.pipeline.desk import Desk
from travaux.reading.review.folder import read_review

THEMES = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"


@pytest.mark.parametrize("file", [f"documents/{REPORT}.txt", "corpus.toml", "lexicon.ttl", "themes.ttl", "treaty/one.toml"])
def test_nothing_is_decided_about_a_corpus_that_has_changed(desk: Desk, lakes: Path, file: str) -> None:
    item, before = desk.items()[0], desk.stamp
    path = lakes / file
    path.parent.mkdir(exist_ok=True)
    was = path.read_bytes() if path.exists() else None
    path.write_bytes((was or b"") + b"\n# another\n")
    assert desk.stamp != before
    for write in (
        lambda: desk.decide("anna", REPORT, [draft_of(item)]),
        lambda: desk.sign_in("Anna"),
        lambda: desk.add_position("a", "B."),
    ):
        with pytest.raises(CorpusError, match="has changed") as told:
            write()
        assert "again" in str(told.value.hint)
    assert not read_review(lakes).opinions
    path.write_bytes(was) if was is not None else path.unlink()
    assert desk.decide("anna", REPORT, [draft_of(item)])


def test_what_is_written_again_as_it_was_has_not_changed(desk: Desk, lakes: Path) -> None:
    path = lakes / "documents" / f"{REPORT}.txt"
    os.utime(path, ns=(1, 1))
    assert desk.decide("anna", REPORT, [draft_of(desk.items()[0])])


def test_a_document_that_is_gone_is_told(desk: Desk, lakes: Path) -> None:
    (lakes / "documents" / f"{REPORT}.txt").unlink()
    with pytest.raises(CorpusError, match="has changed"):
        desk.items()
