"""Bytes to characters: strict decoding, with a guess at the encoding when it fails."""

from __future__ import annotations

import codecs
import re

from travaux.errors import DocumentError
from travaux.reading.formats.refusal import CHECK_FILE, refusal

BYTE_ORDER_MARK = "\ufeff"

_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file; give it the ending .pdf"),
    (b"PK\x03\x04", "a zip archive, which Word documents are; give it the ending .docx if it is one"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file; save it as .docx without a password"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_C1_BYTE = re.compile(rb"[\x80-\x9f]")
_SAMPLE = 4096
_HALF_ZERO = 0.4


def find_mark(data: bytes) -> str | None:
    """Find the encoding that a byte order mark at the beginning names."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode_utf8(data: bytes, where: str) -> str:
    """Decode the whole of ``data`` as strict UTF-8, a byte order mark included, so that encoding the text again gives ``data``.

    Raises ``DocumentError`` if the data is binary or in another encoding; it names the first byte at fault and what to convert from.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise undecodable(data, "UTF-8", error, where) from error
    check_is_text(data, text, where)
    return text


def undecodable(data: bytes, encoding: str, error: UnicodeDecodeError, where: str) -> DocumentError:
    """Make the error for bytes that are not in the encoding that they should be in."""
    what = f"the file is not valid {encoding}: byte 0x{data[error.start]:02X} at offset {error.start:,}"
    return refusal(where, what, _hint(data))


def check_is_text(data: bytes, text: str, where: str) -> None:
    """Raise ``DocumentError`` if the decoded text has NUL characters, as binary files have and texts never do."""
    offset = text.find("\0")
    if offset >= 0:
        raise refusal(where, f"the file is binary: NUL at character {offset:,}", _hint(data))


def control_warnings(text: str) -> list[str]:
    """Return a warning if the text has control characters other than tabs and line breaks."""
    found = [match.start() for match in _CONTROL.finditer(text)]
    if not found:
        return []
    return [f"{len(found)} control characters are kept in the text, the first at character {found[0]:,}"]


def _hint(data: bytes) -> str:
    for magic, advice in _MAGIC:
        if data.startswith(magic):
            return f"This looks like {advice}."
    encoding = _guess(data)
    if encoding is None:
        return f"This does not look like text. {CHECK_FILE}"
    return f"It looks like {encoding}. Convert it: iconv -f {encoding} -t UTF-8 OLD > NEW."


def _guess(data: bytes) -> str | None:
    mark = find_mark(data)
    if mark is not None and mark != "UTF-8":
        return mark
    sample = data[:_SAMPLE]
    if sample[1::2].count(0) > _HALF_ZERO * len(sample[1::2]):
        return "UTF-16LE"
    if sample[::2].count(0) > _HALF_ZERO * len(sample[::2]):
        return "UTF-16BE"
    if 0 in data:
        return None
    return "WINDOWS-1252" if _C1_BYTE.search(data) and _decodes(data, "cp1252") else "ISO-8859-1"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
