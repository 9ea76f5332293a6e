"""What stands in the files of a review folder, checked, with every mistake gathered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from travaux.errors import CorpusError
from travaux.model.review import Opinion
from travaux.naming.nearest import ask_nearest
from travaux.reading.review.lines import Key, Lines
from travaux.reading.review.schema import KEY, StatementTable
from travaux.reading.schema import NAME, Table, check_schema
from travaux.reading.toml import Problem

FOLDER = "review"
"""The folder of a corpus that its review is in; a corpus may have none."""

POSITIONS, RELATIONS, REVIEWERS, STATEMENTS = "positions.toml", "relations.toml", "reviewers.toml", "statements"

_KNOWN = (POSITIONS, RELATIONS, REVIEWERS)
_NAME_HINT = "use lower-case letters, digits and single hyphens between them, such as anna-brook"
_KEY_HINT = "use at most 80 letters without accents, digits, hyphens and underscores"

T = TypeVar("T", bound=Table)


def check_folder(corpus_folder: Path) -> Iterator[Problem]:
    """Tell what in a review folder is not what it should be, so that nothing in it goes unread unnoticed.

    Hidden files and files of other kinds are nobody's business.
    """
    review = corpus_folder / FOLDER
    if is_outside(review, corpus_folder):
        yield Problem(review, review.name, "this leads out of the corpus", "put the folder itself here")
        return
    for folder in (review, review / STATEMENTS):
        if folder.is_symlink() or folder.exists():
            yield from _check_entries(folder, corpus_folder)


def _check_entries(folder: Path, corpus_folder: Path) -> Iterator[Problem]:
    if not folder.is_dir():
        yield Problem(folder, folder.name, "this is no folder", "move the file away")
        return
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Problem(folder, folder.name, f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        if problem := _check_entry(entry, corpus_folder):
            yield problem


def _check_entry(entry: Path, corpus_folder: Path) -> Problem | None:
    above = entry.parent.name == FOLDER
    if is_outside(entry, corpus_folder):
        return Problem(entry, entry.name, "this leads out of the corpus", "put the file itself here")
    if entry.is_dir() and not (above and entry.name == STATEMENTS):
        return Problem(entry, entry.name, "there should be no folder here", f"files of statements stand in {FOLDER}/{STATEMENTS}")
    if above and entry.suffix == ".toml" and entry.name not in _KNOWN:
        hint = ask_nearest(entry.name, _KNOWN) or f"decisions on a document stand in {FOLDER}/{STATEMENTS}"
        return Problem(entry, entry.name, "this file is none of a review", hint)
    return None


def is_outside(path: Path, corpus_folder: Path) -> bool:
    """Tell whether a path leads out of a corpus, by a symbolic link."""
    try:
        return not path.resolve().is_relative_to(corpus_folder.resolve())
    except (OSError, RuntimeError):
        return True


def read_opinions(file: Path, problems: list[Problem]) -> tuple[Opinion, ...]:
    """Read what all reviewers hold of the statements of a document, in the order of the lines."""
    found = []
    for (key, reviewer), values in _read(file, ("KEY", "REVIEWER"), problems).items():
        if not NAME.fullmatch(reviewer):
            problems.append(Problem(file, f"{key}.{reviewer}", f"{reviewer!r} is not the name of a reviewer", _NAME_HINT))
        elif (table := _check(StatementTable, values, file, f"{key}.{reviewer}", problems)) is not None:
            found.append(to_opinion(table, key, file.stem, reviewer))
    return tuple(found)


def read_tables(file: Path, schema: type[T], problems: list[Problem]) -> dict[str, T]:
    """Read a file with one table for each key."""
    keyed = _read(file, ("KEY",), problems)
    checked = {key: _check(schema, values, file, key, problems) for (key,), values in keyed.items()}
    return {key: table for key, table in checked.items() if table is not None}


def _read(file: Path, parts: tuple[str, ...], problems: list[Problem]) -> dict[Key, dict[str, Any]]:
    """Read the tables of a file without those in which a value cannot be read; none if it is not sure what its lines say."""
    if file.is_dir():
        problems.append(Problem(file, file.name, "this is a folder", "there should be a file with this name"))
        return {}
    try:
        lines = Lines.read(file)
    except CorpusError as error:
        problems.append(Problem(Path(error.where or file), "the file", error.what, error.hint))
        return {}
    problems += (*lines.problems, *_check_keys(lines, file, parts))
    if any(not line.key and not line.blank and not line.comment for line in lines.lines):
        return {}
    unread = {line.key[: len(parts)] for line in lines.lines if line.key and line.value is None}
    return {key: values for key, values in lines.tables(len(parts)).items() if key not in unread}


def _check_keys(lines: Lines, file: Path, parts: tuple[str, ...]) -> Iterator[Problem]:
    wanted = ".".join((*parts, "FIELD"))
    for number, line in enumerate(lines.lines, 1):
        if line.key and len(line.key) != len(parts) + 1:
            yield Problem(file, f"line {number}", f"{'.'.join(line.key)} names no field", f"write it as {wanted}")
        elif line.key and not KEY.fullmatch(line.key[0]):
            yield Problem(file, f"line {number}", "the key is too long", _KEY_HINT)


def _check(schema: type[T], values: Mapping[str, Any], file: Path, key: str, problems: list[Problem]) -> T | None:
    own: list[Problem] = []
    table = check_schema(schema, dict(values), file, own)
    problems += [Problem(file, f"{key}.{problem.key}", problem.what, problem.hint) for problem in own]
    return table


def to_opinion(table: StatementTable, key: str, document: str, reviewer: str) -> Opinion:
    """Turn checked fields into an opinion."""
    values: dict[str, Any] = dict(table)
    return Opinion(key=key, document=document, reviewer=reviewer, **values)
