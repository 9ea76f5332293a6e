"""Whatever the bytes of a file are, reading it gives blocks that keep their law, or an error for the user."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from travaux.errors import TravauxError
from travaux.model.text import SourceText
from travaux.reading.formats import SUFFIXES

from .documents import docx_of, pdf_of, printed, read_bytes_as

SEED = b"# Report\n\n**Bold****run**\n1. One\n2. Two\n\n- dash\n> quote\n\n| a | b |\n|---|---|\n| c | d |\n\n\xc3\xa9 end\n"
PAGE = b"<meta charset=utf-8><h1>T</h1><ol start=3><li>a<li><p>b</ol><table><tr><td>c<td>d</table><pre>e\n\nf</pre><ul><li>g</ul><b>h</b>"

MARKED_UP = (
    b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="x"><mainBody><section><heading>T</heading>'
    b"<paragraph><num>1.</num><content><p>a<eol/>b</p></content></paragraph></section></mainBody></doc></akomaNtoso>"
)


def _fill(document: Document) -> None:
    document.add_heading("Report")
    document.add_paragraph("one", style="List Number")
    document.add_table(1, 2).cell(0, 0).text = "cell"


ORIGINALS = {
    ".txt": SEED,
    ".md": SEED,
    ".html": PAGE,
    ".htm": PAGE,
    ".docx": docx_of(_fill),
    ".pdf": pdf_of(printed("**Report**", "one", "", "two"), printed("1. three")),
    ".akn": MARKED_UP,
    ".xml": MARKED_UP,
}
SUFFIX = st.sampled_from(SUFFIXES)
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def read_or_refuse(folder: Path, suffix: str, data: bytes) -> SourceText | None:
    try:
        return read_bytes_as(folder, f"x{suffix}", data)
    except TravauxError as error:
        assert error.where  # noqa: PT017  either outcome is right
        return None


@QUIET
@given(suffix=SUFFIX, data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes) -> None:
    read_or_refuse(tmp_path, suffix, data)


@QUIET
@given(suffix=SUFFIX, data=st.data())
def test_truncated_files_are_read_or_refused(tmp_path: Path, suffix: str, data: st.DataObject) -> None:
    original = ORIGINALS[suffix]
    read_or_refuse(tmp_path, suffix, original[: data.draw(st.integers(0, len(original)))])


@QUIET
@given(suffix=SUFFIX, data=st.data())
def test_files_with_changed_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: st.DataObject) -> None:
    changed = bytearray(ORIGINALS[suffix])
    for place in data.draw(st.lists(st.integers(0, len(changed) - 1), min_size=1, max_size=8)):
        changed[place] = data.draw(st.integers(0, 255))
    read_or_refuse(tmp_path, suffix, bytes(changed))


@QUIET
@given(suffix=SUFFIX, text=st.text(max_size=80), encoding=st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "latin-1", "utf-32"]))
def test_texts_in_any_encoding_are_read_or_refused(tmp_path: Path, suffix: str, text: str, encoding: str) -> None:
    read_or_refuse(tmp_path, suffix, text.encode(encoding, "replace"))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_format_under_the_wrong_name_is_read_or_refused(tmp_path: Path, suffix: str) -> None:
    for original in ORIGINALS.values():
        read_or_refuse(tmp_path, suffix, original)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not list open files")
def test_no_file_stays_open(tmp_path: Path) -> None:
    def count() -> int:
        gc.collect()
        return len(list(Path("/proc/self/fd").iterdir()))

    for suffix, original in ORIGINALS.items():  # the first time, libraries open files of their own
        read_or_refuse(tmp_path, suffix, original)
    before = count()
    for suffix, original in ORIGINALS.items():
        read_or_refuse(tmp_path, suffix, original)
        read_or_refuse(tmp_path, suffix, original[: len(original) // 2])
    assert count() == before


LARGE: dict[str, Callable[[int], bytes]] = {
    "one line": lambda size: b"word " * (size // 5),
    "words on lines": lambda size: b"word\n" * (size // 5),
    "long lines": lambda size: (b"x" * 100_000 + b"\n") * (size // 100_000),
    "blank lines": lambda size: b"a" + b"\n" * 100_000 + b"b" + b" \n" * (size // 2) + b"c",
    "open bold runs": lambda size: b"**open " * (size // 50) + b"\n" + b"**open\n" * (size // 50),
    "hashes and stars": lambda size: b"#" * (size // 10) + b"\n" + b"* " * (size // 20) + b"\n" + b"-" * (size // 10),
    "numbered lines": lambda size: b"1. one\n" * (size // 20),
    "quotation marks": lambda size: b"> " * (size // 20) + b"\n" + b"> a\n" * (size // 200),
    "brackets": lambda size: b"[" * (size // 20) + b"\n" + b"<" * (size // 20) + b"\n" + b"|a" * (size // 100),
    "paragraphs": lambda size: (b"A sentence of a paragraph. " * 20 + b"\n\n") * (size // 545),
    "elements": lambda size: b"<p>one<b>two</b><br>three<table><tr><td>four<td>five</table><ol><li>six</ol>" * (size // 750),
    "rows": lambda size: b"<table>" + b"<tr><td>one<td>two" * (size // 200),
}
SIZES = {".txt": 10_000_000, ".html": 10_000_000, ".md": 2_000_000}  # the Markdown parser takes 20 microseconds a line


@pytest.mark.measure
@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("suffix", SIZES)
def test_large_texts_take_time_in_proportion(tmp_path: Path, suffix: str, name: str) -> None:
    data = LARGE[name](SIZES[suffix])
    start = time.process_time()
    read_or_refuse(tmp_path, suffix, data)
    assert time.process_time() - start < 40


@pytest.mark.measure
def test_long_documents_take_time_in_proportion(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        for number in range(2_000):
            document.add_paragraph(f"Paragraph {number}", style="List Number")

    pages = [printed(*["A line of text that is about as long as lines are in reports."] * 50) for _ in range(300)]
    long_ones = {".docx": docx_of(fill), ".pdf": pdf_of(*pages)}
    start = time.process_time()
    for suffix, data in long_ones.items():
        assert read_or_refuse(tmp_path, suffix, data)
    assert time.process_time() - start < 40
