"""Documents and what they are made of: header, sections, paragraphs, references, questions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from travaux.model.identity import NOT_STORED, Id
from travaux.model.responses import Columns
from travaux.model.schemes import DocumentKind, ReferenceKind
from travaux.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source text of the corpus, as described in ``corpus.toml``.

    ``file`` is relative to the corpus folder, ``checksum`` the SHA-256 of its bytes in hexadecimal; ``consultation`` is the consultation
    that the document prepares or reports on. ``columns`` tell what stands where in a table of answers; other documents have none.
    """

    id: Id
    name: str
    title: str
    kind: DocumentKind
    file: str
    checksum: str
    symbol: str | None = None
    date: dt.date | None = None
    licence: str | None = None
    language: str = "en"
    link: str | None = None
    consultation: Id | None = None
    columns: Columns | None = field(default=None, metadata=NOT_STORED)

    @property
    def label(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the first lines of a document say of the document itself and of the session that it is for; absent parts are ``None``."""

    id: Id
    document: Id
    title: str | None = None
    symbol: str | None = None
    date: dt.date | None = None
    body: str | None = None
    session: str | None = None
    places: tuple[str, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None

    @property
    def label(self) -> str:
        return self.title or "Header"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed part of a document. ``order`` counts sections from 1; ``chapter`` is the chapter of the instrument with the same title."""

    id: Id
    document: Id
    order: int
    title: str
    span: Span
    chapter: Id | None = None

    @property
    def label(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a document, numbered or not, possibly running over a page break.

    ``order`` counts all paragraphs of the document from 1; ``number`` is the printed number, ``None`` if there is none.
    ``section`` and ``agenda_item`` are what the paragraph stands under, ``None`` if nothing. A paragraph of an answer has the
    ``response`` that it is of, and as its number the cell of the table: ``C5``, and ``C5-2`` if it is the second there.
    """

    id: Id
    document: Id
    order: int
    span: Span
    number: str | None = None
    section: Id | None = None
    agenda_item: Id | None = None
    response: Id | None = None

    @property
    def label(self) -> str:
        return f"paragraph {self.number}" if self.number else f"unnumbered paragraph (block {self.order})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A guiding question of a concept note, or a question of a table of answers.

    ``chapter`` is the chapter of the instrument that its section is named after.
    """

    id: Id
    document: Id
    number: str
    order: int
    span: Span
    section: Id | None = None
    chapter: Id | None = None
    consultation: Id | None = None

    @property
    def label(self) -> str:
        return f"question {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place where a document points to something: an article, a resolution, an instrument, bracketed draft text.

    ``target`` is the name of what is pointed to in a normal form (``article 24``, ``A/RES/75/282``); ``provision`` and ``instrument``
    are the thing itself where the corpus describes it. ``alternatives`` are the bracketed alternatives in the order printed.
    """

    id: Id
    document: Id
    paragraph: Id | None
    kind: ReferenceKind
    target: str
    span: Span
    provision: Id | None = None
    instrument: Id | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """A place where a document gives the dates of a session or consultation, named in a normal form (``sixth session``)."""

    id: Id
    document: Id
    event: str
    first_day: dt.date
    last_day: dt.date
    span: Span

    @property
    def label(self) -> str:
        return f"{self.event}: {self.first_day} to {self.last_day}"
