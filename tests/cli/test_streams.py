"""A command whose output nobody reads goes on to its end."""

from __future__ import annotations

import sys

import pytest

from travaux.cli.streams import let_reader_leave


def test_output_that_was_closed_before_is_left_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    let_reader_leave()
    sys.stdout.buffer.write(b"nobody reads this")
    sys.stdout.close()
