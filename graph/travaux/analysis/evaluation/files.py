"""Files of annotated statements: JSON Lines beside their texts, and cases in TOML that hold both."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from travaux.analysis.evaluation.annotated import Annotated, Case
from travaux.analysis.evaluation.places import Quotes
from travaux.analysis.evaluation.rows import Row, read_document, read_row
from travaux.errors import AnnotationError

_MOST_BYTES = 200_000_000
_CASE_KEYS = frozenset({"phenomenon", "text", "statement"})
_NO_CASE = "a case has 'phenomenon', 'text' and any number of [[case.statement]]"


def read_annotations(path: Path, texts: Mapping[str, str], known: Iterable[str] = ()) -> tuple[Annotated, ...]:
    """Read statements from JSON Lines, in the order of the lines; empty lines are skipped, unknown keys ignored.

    ``texts`` are the texts of documents by name. A line needs ``document`` and ``quote``, and ``start`` and ``end`` where the text of the
    document is not given. ``AnnotationError`` with the number of the line if one cannot be read; it names ``known``, documents whose texts
    could have been given, if one is missing.
    """
    quotes = {name: Quotes(text) for name, text in texts.items()}
    statements = []
    for where, row in _rows(path):
        document = read_document(row, where)
        statements.append(read_row(row, document, quotes.get(document), texts.get(document), where, known=(*texts, *known)))
    return tuple(statements)


def name_documents(path: Path) -> tuple[str, ...]:
    """Name the documents of a file of JSON Lines, each once, in the order of the lines, with the same errors."""
    return tuple(dict.fromkeys(read_document(row, where) for where, row in _rows(path)))


def read_cases(path: Path) -> tuple[Case, ...]:
    """Read the cases of a TOML file, or of all the TOML files of a folder in the order of their names.

    Questions and themes are not annotated in cases; of other keys that are absent nothing is to be found: no rationale, no provision.
    ``AnnotationError`` with the number of the case if a file cannot be read.
    """
    if path.is_dir():
        return tuple(case for file in sorted(path.glob("*.toml")) for case in read_cases(file))
    try:
        tables = tomllib.loads(read_text(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise AnnotationError(f"not valid TOML: {error}", where=str(path)) from error
    manner, cases = tables.get("manner"), tables.get("case", [])
    if not isinstance(manner, str) or not isinstance(cases, list):
        raise AnnotationError("'manner' is missing, or [[case]] is no list of tables", where=str(path))
    return tuple(_read_case(case, manner, f"{path.stem}/{number}", f"{path}: case {number}") for number, case in enumerate(cases, 1))


def read_text(path: Path) -> str:
    """Read a file as UTF-8 without a byte order mark; ``AnnotationError`` if it cannot be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise AnnotationError(f"the file is larger than {_MOST_BYTES // 1_000_000} MB", where=str(path))
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise AnnotationError(f"the file cannot be read: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise AnnotationError("the file is not UTF-8 text", where=str(path), hint="Save it as UTF-8.") from error


def _rows(path: Path) -> Iterator[tuple[str, Row]]:
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise AnnotationError(f"not valid JSON: {error}", where=where, hint="Every line is one statement, a JSON object.") from error
        if not isinstance(row, dict):
            raise AnnotationError("the line is no JSON object", where=where, hint='A statement is written {"document": …, "quote": …}')
        yield where, row


_SAYS_NOTHING: dict[str, Any] = {"speaker": None, "rationale": None, "condition": None, "contrast": None, "provisions": []}
_STATEMENT_KEYS = frozenset({"quote", "cue", "speaker_kind", "prevalence", "act", "stance", "note", *_SAYS_NOTHING})


def _read_case(table: object, manner: str, document: str, where: str) -> Case:
    if not isinstance(table, dict) or not isinstance(table.get("phenomenon"), str) or not isinstance(table.get("text"), str):
        raise AnnotationError("'phenomenon' or 'text' is missing", where=where, hint=_NO_CASE)
    rows = table.get("statement", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise AnnotationError("'statement' must be a list of tables", where=where, hint=_NO_CASE)
    unknown = sorted(set(table) - _CASE_KEYS | {key for row in rows for key in set(row) - _STATEMENT_KEYS})
    if unknown:
        raise AnnotationError(
            f"the key {unknown[0]!r} is unknown here", where=where, hint=f"Known are {', '.join(sorted(_STATEMENT_KEYS))}."
        )
    text = table["text"]
    quotes = Quotes(text)
    statements = tuple(
        read_row(_SAYS_NOTHING | row, document, quotes, text, f"{where}, statement {number}") for number, row in enumerate(rows, 1)
    )
    return Case(document=document, manner=manner, phenomenon=table["phenomenon"], text=text, statements=statements)
