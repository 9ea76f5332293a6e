"""Data in a page: packed small, the same bytes for the same data."""

from __future__ import annotations

import base64
import gzip
import json


def pack(data: object) -> str:
    """Pack data that JSON can hold: gzip without a time, in base64. Browsers unpack it by themselves."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode("ascii")
