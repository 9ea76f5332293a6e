"""``travaux extract`` on odd and hostile documents: a clear message or an empty answer, in bounded time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from reading.formats.documents import pdf_of

SECONDS = 120
MEGABYTES = 1_500

# Counts the memory of the process itself and of the largest of its children.
_EXTRACT = """
import resource, sys
from travaux.cli import main
try:
    main()
finally:
    used = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print("peak", max(used), file=sys.stderr)
"""


@dataclass(frozen=True)
class Run:
    """What came of a run: exit code, standard output, what the user is told, and the largest memory in megabytes."""

    code: int
    output: str
    told: str
    megabytes: float


def extract(file: Path, seconds: float = SECONDS) -> Run:
    command = [sys.executable, "-c", _EXTRACT, "extract", str(file), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)  # noqa: S603
    told, _, peak = done.stderr.strip().rpartition("peak ")
    return Run(done.returncode, done.stdout, told, int(peak) / 1024)


TABLE = "| port | lamps |\n|---|---|\n" + "| Lund | 4 |\n" * 200
FRENCH = """Plusieurs délégations ont souligné la nécessité de préciser le champ de la convention et de ses articles.
D’autres ont proposé de supprimer l’article 5, et de ne pas limiter la portée des mesures dans les ports."""
LONG = "Several delegations stressed the need for " + "lamps, oil and " * 7_000 + "bells."
NESTED = "Several delegations stressed the need for " + "[" * 20_000 + "oil" + "]" * 20_000 + "."
PAGE = pdf_of([])

EMPTY = {
    "empty.txt": ("", "the document has no text"),
    "blank.txt": (" \n\n\t\n", "the document has no text"),
    "word.txt": ("Lamps", "no statements were found"),
    "letters.txt": ("x" * 100_000, "no statements were found"),
    "table.md": (TABLE, "no statements were found"),
    "numbers.txt": ("12 34 5.6 7,8\n" * 500, "no statements were found"),
    "french.txt": (FRENCH, "the text is not English"),
    "hindi.txt": ("अनेक प्रतिनिधिमंडलों ने दीपों की आवश्यकता पर बल दिया। " * 20, "the text is not English"),
}

SPOKEN = "Several members stressed the need for lamps."
AMONG = {
    "sentence.txt": f"{LONG}\n\n{SPOKEN}",
    "nested.txt": f"{NESTED}\n\n{SPOKEN}",
    "round.txt": f"{NESTED.translate(str.maketrans('[]', '()'))}\n\n{SPOKEN}",
    "control.txt": f"\x01\x02 A line\x07 of\x1b control\x08 characters.\x7f\n\n{SPOKEN}",
    "marks.txt": f"{'*_' * 20_000} {'>' * 20_000} {'#' * 20_000}.\n\n{SPOKEN}",
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_document_without_statements_gives_an_empty_answer_and_says_why(tmp_path: Path, name: str) -> None:
    content, told = EMPTY[name]
    (tmp_path / name).write_text(content, "utf-8")
    run = extract(tmp_path / name)
    assert (run.code, run.output) == (0, "")
    assert told in run.told
    assert run.megabytes < MEGABYTES


def test_a_scanned_page_is_said_to_need_recognition(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(PAGE)
    run = extract(tmp_path / "scan.pdf")
    assert (run.code, run.output) == (0, "")
    assert "text recognition" in run.told


@pytest.mark.parametrize("content", [b"a\0b", bytes(range(256)) * 10], ids=["nul", "every byte"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "report.txt").write_bytes(content)
    run = extract(tmp_path / "report.txt")
    assert (run.code, run.output) == (4, "")
    assert run.told.startswith("Error: ")
    assert "Traceback" not in run.told


@pytest.mark.parametrize("name", AMONG)
def test_hostile_text_does_not_keep_the_rest_from_being_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(AMONG[name], "utf-8")
    run = extract(tmp_path / name)
    assert run.code == 0
    assert [json.loads(line)["quote"] for line in run.output.splitlines()] == ["the need for lamps"]
    assert "Traceback" not in run.told
    assert run.megabytes < MEGABYTES


def _prose(size: int) -> str:
    """Make prose of so many characters in which one sentence of a hundred reports something."""
    sentences = (
        f"Several members stressed the need for {number} lamps."
        if number % 100 == 0
        else f"Harbour {number} was built {number % 97} years ago near the mouth of the river, and its quay is {number % 13} metres wide."
        for number in range(size)
    )
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraphs.append(f"{len(paragraphs) + 1}. " + " ".join(islice(sentences, 8)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


@pytest.mark.measure
def test_ten_megabytes_are_read_in_bounded_time_and_memory(tmp_path: Path) -> None:
    text = _prose(10_000_000)
    (tmp_path / "long.txt").write_text(text, "utf-8")
    run = extract(tmp_path / "long.txt", seconds=1_800)
    assert run.code == 0
    assert run.output.count("\n") == text.count("Several members")
    assert run.megabytes < MEGABYTES
