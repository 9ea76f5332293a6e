"""The error for a document that is not read."""

from __future__ import annotations

from travaux.errors import DocumentError, NoTextError

CHECK_FILE = "Check that it is the right file and that it was saved completely."


def refusal(where: str, what: str, hint: str | None = None) -> DocumentError:
    """Make the error for the file ``where``: ``what`` is wrong with it and, as ``hint``, what to do."""
    return DocumentError(what, where=where, hint=hint)


def no_text(where: str, what: str, hint: str = CHECK_FILE) -> NoTextError:
    """Make the error for a file that is whole and holds no text."""
    return NoTextError(what, where=where, hint=hint)
