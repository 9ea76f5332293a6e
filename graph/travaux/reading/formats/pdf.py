"""PDF documents: the lines of each page, put together again to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from travaux.model.text import SourceText
from travaux.reading.formats.pdf_layout import read_layout
from travaux.reading.formats.pdf_lines import Line, read_lines
from travaux.reading.formats.pdf_running import drop_running
from travaux.reading.formats.pieces import assemble
from travaux.reading.formats.refusal import CHECK_FILE, no_text, refusal

_PAGES_NAMED = 5
_UNREADABLE = "\ufffd"


def read(data: bytes, where: str) -> SourceText:
    """Read a PDF document.

    The lines of the pages are joined to paragraphs, in the order in which the file draws them: words divided at the end of a line are
    put together, lines that recur at the top or bottom of the pages are left out (with a warning that quotes them), and a paragraph
    that plainly runs over a page break is one block, whose page is the first. Headings are known by larger or bold type. Tables are
    read line by line.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise refusal(where, "the PDF file is encrypted", "Save it without a password.") from error
        raise refusal(where, "not a PDF file, or a broken one", CHECK_FILE) from error
    try:
        pages = [_read_page(document, index, where) for index in range(len(document))]
    finally:
        document.close()
    if not any(lines for lines, _ in pages):
        hint = "Run it through text recognition (OCR) first, for example with ocrmypdf."
        raise no_text(where, "the PDF file has no text, only pictures of pages", hint)
    empty = [number for number, (lines, _) in enumerate(pages, 1) if not lines]
    kept, dropped = drop_running(pages)
    pieces = list(read_layout(kept))
    unreadable = sum(piece.text.count(_UNREADABLE) for piece in pieces)
    return assemble(pieces, pages=len(pages), warnings=_warnings(empty, dropped, unreadable))


def _read_page(document: pypdfium2.PdfDocument, index: int, where: str) -> tuple[list[Line], float]:
    """Return the lines of a page and its height in points."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise refusal(where, f"page {index + 1} of the PDF file is broken", CHECK_FILE) from error
    try:
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        page.close()
        raise refusal(where, f"the text of page {index + 1} of the PDF file is broken", CHECK_FILE) from error
    try:
        return read_lines(text_page), float(page.get_height())
    finally:
        text_page.close()
        page.close()


def _warnings(empty: Sequence[int], dropped: Sequence[str], unreadable: int) -> Iterator[str]:
    if empty:
        named = ", ".join(str(number) for number in empty[:_PAGES_NAMED])
        more = f" and {len(empty) - _PAGES_NAMED} more" if len(empty) > _PAGES_NAMED else ""
        yield f"no text on page {named}{more}; a scanned page needs text recognition (OCR)"
    if dropped:
        yield f"running headers and footers are left out: {'; '.join(dropped)}"
    if unreadable:
        yield f"{unreadable} characters could not be read, since the file does not say what they are"
