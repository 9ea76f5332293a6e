from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .documents import docx_of, kinds, pdf_of, printed, read_bytes_as, texts

CONTENT = [
    ("**", "General provisions"),
    ("", "The Committee held a consultation with many speakers."),
    ("1", "Several speakers stressed the need for a narrow scope."),
    ("2", "Others preferred a wider one."),
    ("**", "Criminalization"),
    ("3", "No statements were made."),
]


def _line(mark: str, text: str) -> str:
    return f"**{text}**" if mark == "**" else f"{mark}. {text}" if mark else text


def _markdown() -> bytes:
    return "\n\n".join(_line(mark, text) for mark, text in CONTENT).encode()


def _html() -> bytes:
    rows = []
    for mark, text in CONTENT:
        if mark == "**":
            rows.append(f"<p><strong>{text}</strong></p>")
        else:
            rows.append(f"<ol start={mark}><li>{text}</ol>" if mark else f"<p>{text}</p>")
    return "".join(rows).encode()


def _docx() -> bytes:
    def fill(document: Document) -> None:
        for mark, text in CONTENT:
            document.add_paragraph(style="List Number" if mark.isdigit() else None).add_run(text).bold = mark == "**"

    return docx_of(fill)


def _pdf() -> bytes:
    return pdf_of(printed(*[line for mark, text in CONTENT for line in (_line(mark, text), "")]))


@pytest.mark.parametrize(
    ("name", "data"), [("x.txt", _markdown()), ("x.md", _markdown()), ("x.html", _html()), ("x.docx", _docx()), ("x.pdf", _pdf())]
)
def test_the_same_content_gives_the_same_blocks_in_every_format(tmp_path: Path, name: str, data: bytes) -> None:
    found = [(kind, level, text.strip("*")) for kind, level, text in kinds(read_bytes_as(tmp_path, name, data))]
    kind_of = {"**": "heading", "": "paragraph"}
    assert found == [(kind_of.get(mark, "list-item"), int(mark != ""), _line(mark, text).strip("*")) for mark, text in CONTENT]


PARAGRAPH = st.text(alphabet="abcxyz ,é“”§", min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARAGRAPH, min_size=1, max_size=6))
def test_plain_paragraphs_come_back_from_every_format_but_pdf(tmp_path: Path, paragraphs: list[str]) -> None:
    def fill(document: Document) -> None:
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)

    text = "\n\n".join(paragraphs).encode()
    page = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs).encode()
    for name, data in {"x.txt": text, "x.md": text, "x.html": b"<meta charset=utf-8>" + page, "x.docx": docx_of(fill)}.items():
        assert texts(read_bytes_as(tmp_path, name, data)) == paragraphs


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.text(alphabet="abc xyz", min_size=1, max_size=50).filter(str.strip), min_size=1, max_size=20), min_size=1, max_size=4
    )
)
def test_no_letter_of_a_pdf_page_is_lost_or_added(tmp_path: Path, pages: list[list[str]]) -> None:
    data = pdf_of(*[printed(*lines, top=600 - 7 * number) for number, lines in enumerate(pages)])
    read = read_bytes_as(tmp_path, "x.pdf", data).text
    assert "".join(read.split()) == "".join("".join(line.split()) for lines in pages for line in lines)
