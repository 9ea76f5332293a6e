"""Short texts read as reports, and statements shown as short rows that a test can write down."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from travaux.model.argument import Statement
from travaux.model.contents import Contents
from travaux.model.document import Document
from travaux.model.identity import identifier
from travaux.model.schemes import DocumentKind
from travaux.model.text import SourceText, Span
from travaux.reading.extraction import Reader
from travaux.reading.formats.plain_text import read as read_plain
from travaux.reading.structure import Context, read_structure

Said = dict[str, str | list[str] | None]
"""What is expected of a statement, by the names of annotations; what is not named may be anything."""

Case = tuple[str, list[Said]]
"""A text and its statements, in order."""

Read = Callable[[str], tuple[Statement, ...]]


@dataclass(frozen=True)
class Reading:
    """A text, its structure and its statements."""

    contents: Contents
    source: SourceText
    statements: tuple[Statement, ...]

    @classmethod
    def of(cls, reader: Reader, text: str, name: str = "test") -> Reading:
        """Read a text with a reader."""
        contents, source = read_report(text, name)
        return cls(contents, source, reader.find_statements(contents, source))


def describe(name: str, text: str) -> Document:
    """Describe a report that no corpus describes."""
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=identifier("document", name), name=name, title=name, kind=DocumentKind.REPORT, file=name, checksum=checksum)


def read_report(text: str, name: str = "test") -> tuple[Contents, SourceText]:
    """Read the structure of a text as that of a report which no corpus describes."""
    source = read_plain(text.encode(), name)
    return read_structure(describe(name, text), source, Context()), source


def shown(statements: Sequence[Statement], expected: Sequence[Said]) -> list[Said]:
    """Show of each statement what is expected of it; of one that is not expected, all."""
    pairs = zip_longest(map(_show, statements), expected)
    return [{name: row[name] for name in (wanted or row)} for row, wanted in pairs if row is not None]


def _show(said: Statement) -> Said:
    return {
        "quote": said.span.quote,
        "cue": said.cue,
        "speaker": said.speaker.phrase,
        "kind": said.speaker.kind.value,
        "prevalence": said.speaker.prevalence.value,
        "act": said.act.value,
        "stance": said.stance.value,
        "rationale": _quote(said.rationale),
        "condition": _quote(said.condition),
        "contrast": _quote(said.contrast),
        "provisions": sorted(said.citations),
    }


def _quote(span: Span | None) -> str | None:
    return span.quote if span else None
