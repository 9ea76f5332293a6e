"""Small documents made for the tests, and what is asked of every one that is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document

from travaux.model.text import BlockKind, SourceText
from travaux.reading.formats import read_source

LEFT, TOP, PITCH = 72.0, 750.0, 12.0


@dataclass(frozen=True)
class Print:
    """A line to print in a PDF document: its text, its place in points from the lower left corner, its type."""

    text: str
    y: float
    x: float = LEFT
    size: float = 10.0
    bold: bool = False


def printed(*lines: str, top: float = TOP) -> list[Print]:
    """Set lines below each other; an empty one leaves a gap, one in ``**`` is bold."""
    return [Print(line.strip("*"), top - order * PITCH, bold=line.startswith("**")) for order, line in enumerate(lines) if line]


def pdf_of(*pages: Sequence[Print]) -> bytes:
    """Write a PDF document with the two Helveticas that every reader knows."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in ("Helvetica", "Helvetica-Bold")
    ]
    for index, page in enumerate(pages):
        stream = "".join(f"BT /F{1 + p.bold} {p.size} Tf {p.x} {p.y} Td ({_escaped(p.text)}) Tj ET\n" for p in page)
        fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents {6 + 2 * index} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
    return _pdf_file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _pdf_file(objects: Sequence[str]) -> bytes:
    file = "%PDF-1.4\n"
    offsets = []
    for number, entry in enumerate(objects, 1):
        offsets.append(len(file))
        file += f"{number} 0 obj\n{entry}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    return (file + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}" + end).encode("cp1252")


def docx_of(fill: Callable[[Document], object]) -> bytes:
    """Write a Word document that ``fill`` has filled."""
    document = docx.Document()
    fill(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def read_bytes_as(folder: Path, name: str, data: bytes) -> SourceText:
    """Read a document made of ``data``, and check the law that its blocks keep."""
    path = folder / name
    path.write_bytes(data)
    source = read_source(path)
    check_blocks(source)
    return source


def check_blocks(source: SourceText) -> None:
    """Blocks are in order, apart, inside of the text, not empty and without white space at their ends."""
    end = 0
    assert source.blocks
    for block in source.blocks:
        assert end <= block.start < block.end <= len(source.text)
        text = source.text[block.start : block.end]
        assert text == text.strip()
        assert (block.kind is BlockKind.HEADING) <= (block.level > 0)
        assert (block.kind is BlockKind.LIST_ITEM) <= (block.level > 0)
        assert block.page is None or 1 <= block.page <= (source.pages or 0)
        end = block.end


def texts(source: SourceText) -> list[str]:
    return [source.text[block.start : block.end] for block in source.blocks]


def kinds(source: SourceText) -> list[tuple[str, int, str]]:
    """Kind, level and text of each block."""
    return [(block.kind.value, block.level, source.text[block.start : block.end]) for block in source.blocks]
