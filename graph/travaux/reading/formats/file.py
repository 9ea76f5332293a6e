"""The bytes of a document file, and every way in which they may be out of reach."""

from __future__ import annotations

import hashlib
from pathlib import Path

from travaux.errors import DocumentError
from travaux.reading.formats.refusal import refusal

LARGEST_FILE = 64 * 1024 * 1024
_CHUNK = 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file of at most 64 MiB; ``DocumentError`` if it is larger or cannot be read."""
    _check_is_file(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > LARGEST_FILE:
        hint = "Reduce its images or scans, split it into several documents, or save its text as .txt."
        raise refusal(str(path), f"the file is larger than {LARGEST_FILE // 1024**2} MiB", hint)
    return data


def file_checksum(path: Path) -> str:
    """Return the SHA-256 of a file of any size in lower-case hexadecimal; ``DocumentError`` if it cannot be read."""
    _check_is_file(path)
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise _unreadable(path, error) from error
    return digest.hexdigest()


def refuse_folder(path: Path) -> None:
    """Raise ``DocumentError`` if the path is a folder."""
    if path.is_dir():
        raise refusal(str(path), "this is a folder, not a document", "Name one of the files in it.")


def _check_is_file(path: Path) -> None:
    # Asked before opening: a named pipe would wait for ever, a device never end.
    try:
        exists, is_file = path.exists(), path.is_file()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not exists:
        raise refusal(str(path), "there is no such file", "Check the path, and that it is relative to the right folder.")
    refuse_folder(path)
    if not is_file:
        raise refusal(str(path), "this is not a regular file", "Save the document to a file on disk first.")


def _unreadable(path: Path, error: OSError) -> DocumentError:
    if isinstance(error, PermissionError):
        return refusal(str(path), "no permission to read the file", "Change its permissions, or copy it to where you may read it.")
    return refusal(str(path), f"the file cannot be read: {error.strerror or error}")
