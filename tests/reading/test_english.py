"""A text in another language is told from an English one, and an English one never from itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.reading.english import is_english
from travaux.reading.formats import read_source
from travaux.resources import seeds_folder

REPORTS = sorted([*(seeds_folder() / "documents").glob("*.txt"), *(Path(__file__).parents[1] / "data" / "reports").glob("*.txt")])


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_reports_are_english(report: Path) -> None:
    assert is_english(read_source(report).text)


@pytest.mark.parametrize("text", ["", "12 34", "Norland 12 | Sudland 13", "Several speakers stressed trust."])
def test_little_text_is_given_the_benefit_of_the_doubt(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plusieurs orateurs ont souligné la nécessité de préciser le champ d'application de la convention.",
        "Varios oradores destacaron la importancia de la cooperación internacional en la lucha contra los delitos.",
        "Mehrere Redner betonten die Bedeutung der Zusammenarbeit und den Schutz der Menschenrechte.",
        "Несколько ораторов подчеркнули важность международного сотрудничества.",
        "几位发言者强调了国际合作的重要性。",
        "وأكد عدة متكلمين أهمية التعاون الدولي.",
    ],
    ids=["French", "Spanish", "German", "Russian", "Chinese", "Arabic"],
)
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)
