"""Document types in XML from elsewhere, which could declare entities: no format that is read here has one."""

from __future__ import annotations

import re

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_WIDE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"))


def find_doctype(data: bytes) -> int | None:
    """Give the line on which the bytes of a file of XML declare a document type, 0 where lines cannot be counted; ``None`` if none do."""
    if found := _DOCTYPE.search(data):
        return data.count(b"\n", 0, found.start()) + 1
    return 0 if any(wide in data for wide in _WIDE) else None
