"""Zip archives with the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def pack_archive(parts: Mapping[str, bytes]) -> bytes:
    """Pack files by their names into a zip archive: sorted by name, compressed, dated 1980-01-01 which is the first day that zip knows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return stream.getvalue()
