from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from travaux.errors import DocumentError
from travaux.reading.formats import SUFFIXES, file_checksum, read_source
from travaux.reading.formats.file import LARGEST_FILE

from .documents import read_bytes_as, texts


def test_the_ending_of_the_name_tells_the_format_in_any_case(tmp_path: Path) -> None:
    assert SUFFIXES == (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".akn", ".xml")
    assert texts(read_bytes_as(tmp_path, "REPORT.HTM", b"<p>a</p>")) == ["a"]


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("report", "no ending", ".txt, .md, .html, .htm, .docx, .pdf, .akn, .xml"),
        ("report.xyz", "'.xyz'", ".txt, .md, .html, .htm, .docx, .pdf, .akn, .xml"),
        ("report.doc", "'.doc'", "Save this one as .docx"),
        ("missing.txt", "no such file", "Check the path"),
        ("folder.txt", "a folder", "one of the files in it"),
        ("pipe.txt", "not a regular file", "Save the document"),
        ("a\0b.txt", "file", ""),
        ("n" * 300 + ".txt", "file", ""),
    ],
)
def test_a_path_that_is_no_document_says_why(tmp_path: Path, name: str, what: str, hint: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentError) as caught:
        read_source(tmp_path / name)
    assert what in caught.value.what
    assert hint in (caught.value.hint or "")
    assert caught.value.where == str(tmp_path / name)


@pytest.mark.parametrize("read", [read_source, file_checksum])
def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: object) -> None:
    path = tmp_path / "x.txt"
    path.write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the superuser, who may run the tests, is never refused
    assert callable(read)
    with pytest.raises(DocumentError, match="no permission"):
        read(path)


def test_a_file_over_64_mib_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(DocumentError, match="larger than 64 MiB"):
        read_source(path)


def test_the_checksum_is_sha_256_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"text\r\n" * 500_000)
    checksum = file_checksum(path)
    assert checksum == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read_source(path, checksum.upper()).blocks


def test_a_changed_file_is_refused_with_both_ways_out(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("changed")
    with pytest.raises(DocumentError) as caught:
        read_source(path, "0" * 64)
    assert f"expected SHA-256 {'0' * 64}, found {file_checksum(path)}" in caught.value.what
    assert "restore it" in str(caught.value)
    assert f"travaux add {path} --update" in str(caught.value)
    assert "corpus.toml" in str(caught.value)


@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t \n", b"\xef\xbb\xbf\n"])
def test_a_document_without_text_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(DocumentError, match="no text"):
        read_bytes_as(tmp_path, name, data)


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
@pytest.mark.parametrize(
    ("data", "what", "hint"),
    [
        ("été “cité”".encode("cp1252"), "not valid UTF-8: byte 0xE9 at offset 0", "iconv -f WINDOWS-1252 -t UTF-8"),
        ("un été".encode("latin-1"), "not valid UTF-8: byte 0xE9 at offset 3", "ISO-8859-1"),
        ("text".encode("utf-16"), "byte 0xFF at offset 0", "It looks like UTF-16."),
        ("text".encode("utf-16-le"), "binary: NUL at character 1", "UTF-16LE"),
        ("text".encode("utf-16-be"), "binary: NUL at character 0", "UTF-16BE"),
        ("text".encode("utf-32"), "byte 0xFF at offset 0", "UTF-32"),
        (b"some text\0 and more", "binary: NUL at character 9", "does not look like text"),
        (b"%PDF-1.7\n\xe2\xe3", "byte 0xE2", "a PDF file"),
        (b"PK\x03\x04\xff\0", "byte 0xFF", ".docx"),
    ],
)
def test_bytes_that_are_not_utf_8_are_placed_and_guessed(tmp_path: Path, name: str, data: bytes, what: str, hint: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes_as(tmp_path, name, data)
    assert what in caught.value.what
    assert hint in (caught.value.hint or "")


def test_a_text_over_a_million_characters_is_read_with_a_warning(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.txt", b"word " * 200_001)
    assert source.warnings == ("the document has 1,000,005 characters (over 1,000,000); reading it takes a while",)


def test_no_document_library_is_loaded_before_a_document_needs_it() -> None:
    script = "import sys, travaux.reading.formats; print([m for m in ('lxml', 'docx', 'pypdfium2', 'markdown_it') if m in sys.modules])"
    path = os.pathsep.join(entry for entry in sys.path if entry)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env={"PYTHONPATH": path})  # noqa: S603
    assert done.stdout.strip() == "[]"
