"""Errors that a user can act on: what went wrong, where, and what to do about it."""

from __future__ import annotations

from typing import ClassVar


class TravauxError(Exception):
    """A failure that the user can understand and mend.

    Every error carries three parts, of which the last two may be absent: ``what`` went wrong, ``where`` (a file, a document and a
    character offset, a key of a configuration file) and ``hint``, what to do about it. ``str(error)`` joins them in that order.
    ``exit_code`` is what the command line returns for it.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        located = f"{self.where}: {self.what}" if self.where else self.what
        return f"{located}\n{self.hint}" if self.hint else located


class CorpusError(TravauxError):
    """The corpus folder, its description or one of its data files is wrong."""

    exit_code = 3


class DocumentError(TravauxError):
    """A document cannot be read: missing, changed, undecodable, empty or broken."""

    exit_code = 4


class NoTextError(DocumentError):
    """A document holds no text at all: it is empty, or scanned and not yet recognized."""


class FileError(TravauxError):
    """A file cannot be written."""

    exit_code = 8


class StoreError(TravauxError):
    """The store is missing, damaged, in use or out of reach."""

    exit_code = 5


class BusyError(StoreError):
    """Another build of the same corpus is at work."""


class QueryError(TravauxError):
    """A query is malformed, not permitted, or took longer than its limit."""

    exit_code = 6


class IntegrityError(TravauxError):
    """The graph contradicts its sources or its shapes; nothing was published."""

    exit_code = 7


class AnnotationError(TravauxError):
    """Annotated statements cannot be read, or do not fit the text that they annotate."""

    exit_code = 9


class ConflictError(TravauxError):
    """Somebody else has changed meanwhile what was to be changed; nothing was written."""

    exit_code = 10


class ReviewError(TravauxError):
    """A decision cannot be taken as it is: words that do not stand in the document, names that stand for nothing, missing fields."""

    exit_code = 11


class ExchangeError(TravauxError):
    """A file from another program cannot be taken in, or what it says does not fit the corpus; nothing was changed."""

    exit_code = 12
