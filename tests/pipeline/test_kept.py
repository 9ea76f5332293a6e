"""Kept parts come back as they were written, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.errors import StoreError
from travaux.pipeline.kept import KeptParts


def test_a_part_comes_back_as_it_was_written(tmp_path: Path) -> None:
    kept = KeptParts(tmp_path / "parts")
    kept.keep("key", (b"<a> <b> <c> .\n", b"<a> <b> <d> .\n"))
    assert kept.find("key") == b"<a> <b> <c> .\n<a> <b> <d> .\n"


@pytest.mark.parametrize("damage", [b"", b"<a> <b> <c> .\n", b"# sha256 00\n<a> <b> <c> .\n"])
def test_a_damaged_part_is_not_there(tmp_path: Path, damage: bytes) -> None:
    kept = KeptParts(tmp_path)
    kept.keep("key", (b"<a> <b> <c> .\n",))
    (tmp_path / "key.nq").write_bytes(damage)
    assert kept.find("key") is None
    with pytest.raises(StoreError, match="Build it again"):
        kept.get("key")


def test_parts_of_other_keys_are_dropped(tmp_path: Path) -> None:
    kept = KeptParts(tmp_path)
    for key in ("one", "two"):
        kept.keep(key, ())
    (tmp_path / ".two.nq-left").touch()
    kept.drop_all_but(["two"])
    assert [path.name for path in tmp_path.iterdir()] == ["two.nq"]
