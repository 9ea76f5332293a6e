"""The TOML files of a corpus: read within limits, checked against a schema, with every mistake reported at once in plain words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from travaux.errors import CorpusError

MOST_BYTES = 8_000_000
"""A description larger than this is not read: some thousand documents need a tenth of it."""

_MOST_SHOWN = 50
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")

Tables = dict[str, Any]
"""What a TOML file holds, not yet checked: values may be of any type that TOML knows."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in one file: the path of its key (``documents[2].checksum``, counted from 1), what is wrong and what to do."""

    file: Path
    key: str
    what: str
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.what}" + (f" ({self.hint})" if self.hint else "")


def raise_problems(problems: Sequence[Problem]) -> None:
    """Raise one ``CorpusError`` that tells all the problems, in the order given and each once; do nothing if there are none."""
    distinct = list(dict.fromkeys(problems))
    if not distinct:
        return
    if len(distinct) == 1:
        (problem,) = distinct
        raise CorpusError(problem.what, where=f"{problem.file}: {problem.key}", hint=problem.hint)
    lines = [f"  {problem}" for problem in distinct[:_MOST_SHOWN]]
    if len(distinct) > _MOST_SHOWN:
        lines.append(f"  and {len(distinct) - _MOST_SHOWN} more")
    what = "\n".join([f"{len(distinct)} mistakes in the description of the corpus", *lines])
    raise CorpusError(what, hint="mend them in the files named, then try again")


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """Read a file as UTF-8 text without a byte order mark; ``CorpusError`` if it is missing, of more than ``most`` bytes or not UTF-8."""
    try:
        if not path.is_file():
            msg = "there is no such file"
            raise CorpusError(msg, where=str(path))
        if path.stat().st_size > most:
            msg = f"the file is larger than {most // 1_000_000} MB"
            raise CorpusError(msg, where=str(path), hint="is it the right file?")
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        msg = f"cannot be read: {error}"
        raise CorpusError(msg, where=str(path)) from error
    try:
        return raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        msg = "the file is not UTF-8 text"
        raise CorpusError(msg, where=f"{path}, line {line}", hint="save it as UTF-8") from error


def read_toml(path: Path) -> Tables:
    """Read a TOML file; ``CorpusError`` with line and column if it is not one."""
    return parse_toml(read_text(path), path)


def parse_toml(text: str, path: Path) -> Tables:
    """Parse TOML text; ``path`` is where it comes from, for the message."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        msg = "brackets are nested too deeply"
        raise CorpusError(msg, where=str(path)) from error
    except ValueError as error:  # the parser's own error, and the interpreter's on integers of thousands of digits
        found = _PLACE.search(str(error))
        place = f", line {found[1]}, column {found[2]}" if found else ""
        what = _PLACE.sub("", str(error)).strip()
        hint = "text stands in quotes, and a date is written 2023-06-20 without quotes"
        msg = f"not valid TOML: {what}"
        raise CorpusError(msg, where=f"{path}{place}", hint=hint) from error


def tables_in(data: Tables) -> Iterator[tuple[str, Tables]]:
    """Iterate over the tables in the lists of a file, and in their lists, each with the path of its key, in the order of the file."""
    for key in data:
        for path, table in entries(data, key):
            yield path, table
            for inner in table:
                yield from ((f"{path}.{inner_path}", inner_table) for inner_path, inner_table in entries(table, inner))


def entries(data: Tables, key: str) -> list[tuple[str, Tables]]:
    """List the tables of one list of a file with the paths of their keys; what is not a table is left to the schema to report."""
    found = data.get(key)
    listed = found if isinstance(found, list) else []
    return [(f"{key}[{position}]", table) for position, table in enumerate(listed, 1) if isinstance(table, dict)]


def text_of(table: Tables, key: str) -> str | None:
    """Return the value of a key if it is text, else ``None``."""
    value = table.get(key)
    return value if isinstance(value, str) else None


def texts_of(table: Tables, key: str) -> list[str]:
    """Return those values of a list that are text."""
    value = table.get(key)
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
