"""Tables of answers of a test's own, read as documents."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from travaux.analysis.evaluation import Annotated, Case, to_annotated
from travaux.model.contents import Contents
from travaux.model.document import Document
from travaux.model.identity import Id, identifier
from travaux.model.responses import Asked, Columns
from travaux.model.schemes import DocumentKind
from travaux.model.text import SourceText
from travaux.reading.extraction import Reader
from travaux.reading.responses import read_responses
from travaux.reading.structure import Context


def to_csv(*rows: Sequence[str]) -> bytes:
    """Write rows as CSV."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def read_table(
    folder: Path, data: bytes, columns: Columns, name: str = "survey", questions: Mapping[str, Id] | None = None
) -> tuple[SourceText, Contents]:
    """Read the bytes of a CSV file as the answers of a corpus."""
    path = folder / f"{name.replace('/', '-')}.csv"
    path.write_bytes(data)
    document = Document(
        id=identifier("document", name),
        name=name,
        title=name,
        kind=DocumentKind.RESPONSES,
        file=path.name,
        checksum=hashlib.sha256(data).hexdigest(),
        columns=columns,
    )
    return read_responses(path, document, Context(), questions or {})


def wide(*headings: str, **columns: str) -> Columns:
    """Name the columns of a table with a column for each question."""
    questions = tuple(Asked(heading=heading, number=str(number)) for number, heading in enumerate(headings, 1))
    return Columns(questions=questions, **columns)  # type: ignore[arg-type]


def read_case(case: Case, reader: Reader, folder: Path) -> Iterator[Annotated]:
    """Read the statements of an annotated answer as one respondent's, with their places in its text."""
    source, contents = read_table(folder, to_csv(["Answer"], [case.text]), wide("Answer"), case.document)
    first = contents.paragraphs[0].span.start
    for one in to_annotated(reader.find_statements(contents, source)):
        yield replace(one, document=case.document, start=one.start - first, end=one.end - first)
