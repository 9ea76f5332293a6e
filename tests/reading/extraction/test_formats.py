"""The same report gives the same statements in every format that can be read."""

from __future__ import annotations

import textwrap
from html import escape
from pathlib import Path

import pytest
from docx.document import Document

from reading.formats.documents import docx_of, pdf_of, printed
from travaux.reading.extraction import Reader
from travaux.reading.formats import read_source
from travaux.reading.structure import Context, read_structure

from .said import Reading, describe

PARAGRAPHS = """\
Several delegations stressed the need for a shared register of dams, in order to avoid “silent” failures. Others preferred national ones.
With regard to article 24, many members supported the inclusion of [o]ther dams, provided that no village was moved. Chile opposed it.
Ms. Obi noted that two dams had failed. She called for new gates rather than higher walls, and commended the divers.
Several members supported article 7, as did Peru. One speaker warned against this provision.
No statements were made under agenda item 4.
""".splitlines()
STATEMENTS = 10


def _numbered() -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(PARAGRAPHS, start=1)]


def _html() -> bytes:
    return ("<meta charset=utf-8><ol>" + "".join(f"<li>{escape(text)}</li>" for text in PARAGRAPHS) + "</ol>").encode()


def _docx() -> bytes:
    def fill(document: Document) -> None:
        for text in PARAGRAPHS:
            document.add_paragraph(text, style="List Number")

    return docx_of(fill)


def _pdf() -> bytes:
    return pdf_of(printed(*[line for text in _numbered() for line in (*textwrap.wrap(text, 85), "")]))


FILES = {
    "report.txt": "\n\n".join(_numbered()).encode(),
    "report.md": "\n\n".join(_numbered()).encode(),
    "report.html": _html(),
    "report.docx": _docx(),
    "report.pdf": _pdf(),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same_quotes_at_their_places(tmp_path: Path, reader: Reader, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    source = read_source(tmp_path / name)
    found = reader.find_statements(read_structure(describe(name, source.text), source, Context()), source)
    plain = Reading.of(reader, "\n\n".join(_numbered()))
    assert len(plain.statements) == STATEMENTS
    assert [(one.span.quote, one.cue, one.speaker.phrase, one.citations) for one in found] == [
        (one.span.quote, one.cue, one.speaker.phrase, one.citations) for one in plain.statements
    ]
    assert [source.text[one.span.start : one.span.end] for one in found] == [one.span.quote for one in found]
