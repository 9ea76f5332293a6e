"""Word documents: body paragraphs and tables in the order of the document, with the numbers that Word would show."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from travaux.errors import DocumentError
from travaux.model.text import SourceText
from travaux.reading.formats.pieces import assemble
from travaux.reading.formats.refusal import CHECK_FILE, refusal
from travaux.reading.formats.word_body import Body
from travaux.reading.formats.word_numbering import Numbering
from travaux.reading.formats.word_styles import Styles
from travaux.reading.formats.word_xml import Element

_LARGEST_UNPACKED = 512 * 1024 * 1024
_DEEPEST = 200
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# What python-docx and the libraries below it raise on a damaged package; it has no error class of its own for most of it.
_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    IndexError,
    AttributeError,
    TypeError,
    AssertionError,
    NotImplementedError,
    etree.LxmlError,
    SyntaxError,
    OpcError,
    PythonDocxError,
)


def read(data: bytes, where: str) -> SourceText:
    """Read a Word document (``.docx``).

    Paragraphs are blocks, rows of tables too, with their cells joined by `` | ``; a table of one column is a frame, and its paragraphs
    are read like others. Headings are known by style, outline level or by being wholly in bold. Automatic numbers are computed and
    written before the text, as Word shows them; bullets are not written. Tracked insertions are read as accepted, deletions are left out.
    Also left out: hidden text, page headers and footers, comments, and foot- and endnotes, whose number is a warning.
    """
    document = _open(data, where)
    root = document.element
    _check_depth(root, where)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction, etree.Entity)
    numbering = _related(document, RELATIONSHIP_TYPE.NUMBERING)
    body = Body(Styles(_related(document, RELATIONSHIP_TYPE.STYLES)), Numbering(numbering))
    pieces = list(body.read(root))
    return assemble(pieces, warnings=_warnings(body.notes))


def _open(data: bytes, where: str) -> Document:
    if data.startswith(_OLD_OFFICE):
        raise refusal(where, "this is an old or encrypted Office file", "Save it as .docx without a password.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
            raise refusal(where, f"the file unpacks to more than {_LARGEST_UNPACKED // 1024**2} MiB", CHECK_FILE)
        if any(entry.flag_bits & 1 for entry in entries):
            raise refusal(where, "the file is encrypted", "Save it without a password.")
        return docx.Document(BytesIO(data))
    except _BROKEN as error:
        raise _broken(error, where) from error


def _broken(error: Exception, where: str) -> DocumentError:
    reason = str(error).strip("'\" ").splitlines()
    return refusal(where, f"not a Word document, or a broken one ({reason[0] if reason else type(error).__name__})", CHECK_FILE)


def _check_depth(root: Element, where: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise refusal(where, f"the document nests its parts over {_DEEPEST} deep", "Open it in Word and save its text as .txt.")


def _related(document: Document, kind: str) -> Element | None:
    """Find the root of the part that stands in this relation to the main part."""
    parts = (relation.target_part for relation in document.part.rels.values() if relation.reltype == kind and not relation.is_external)
    return next((part.element for part in parts if hasattr(part, "element")), None)


def _warnings(notes: int) -> Iterator[str]:
    if notes:
        yield f"{notes} footnotes or endnotes are left out of the text"
