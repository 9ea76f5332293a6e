"""Files of argument maps as text, whatever their format."""

from __future__ import annotations

from travaux.errors import ExchangeError

LARGEST = 64 * 1024 * 1024
"""How many bytes a file may have."""
HINT = "Nothing was read. Check the file in the program that wrote it, or name the right format."


def decode(data: bytes, where: str) -> str:
    """Decode a file in UTF-8, without a byte order mark; ``ExchangeError`` for one that is too large or in another encoding."""
    if len(data) > LARGEST:
        raise ExchangeError(f"the file is larger than {LARGEST // 1024**2} MiB", where=where, hint="Split it into smaller maps.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExchangeError("this is no text in UTF-8", where=f"{where}, byte {error.start + 1}", hint=HINT) from error
