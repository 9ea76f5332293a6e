"""The review folder of a corpus: read as a whole with every mistake told at once, and changed one decision at a time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

import filelock

from travaux.errors import ConflictError, FileError, ReviewError
from travaux.files import write_whole
from travaux.model.identity import digest
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.reading.review.lines import Lines, Value
from travaux.reading.review.schema import PositionTable, RelationTable, ReviewerTable, StatementTable, now
from travaux.reading.schema import Table, check_schema
from travaux.reading.toml import Problem, raise_problems

FOLDER = "review"
"""The folder of a corpus that its review is in; a corpus may have none."""

POSITIONS, RELATIONS, REVIEWERS, STATEMENTS = "positions.toml", "relations.toml", "reviewers.toml", "statements"

T = TypeVar("T", bound=Table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a review folder says: opinions by the name of their document, positions and relations by key, reviewers by short name."""

    opinions: Mapping[str, tuple[Opinion, ...]] = field(default_factory=dict)
    positions: Mapping[str, PositionTable] = field(default_factory=dict)
    relations: Mapping[str, RelationTable] = field(default_factory=dict)
    reviewers: Mapping[str, ReviewerTable] = field(default_factory=dict)

    def name_of(self, reviewer: str) -> str:
        """Give the name of a reviewer as it is shown."""
        known = self.reviewers.get(reviewer)
        return known.name if known else reviewer


def read_review(corpus_folder: Path) -> Review:
    """Read the review of a corpus, empty if it has none; ``CorpusError`` telling every mistake at once."""
    folder, problems = corpus_folder / FOLDER, list[Problem]()
    opinions = {file.stem: _read_opinions(file, problems) for file in sorted((folder / STATEMENTS).glob("*.toml"))}
    review = Review(
        opinions=opinions,
        positions=_read_tables(folder / POSITIONS, PositionTable, problems),
        relations=_read_tables(folder / RELATIONS, RelationTable, problems),
        reviewers=_read_tables(folder / REVIEWERS, ReviewerTable, problems),
    )
    raise_problems(problems)
    return review


def review_files(corpus_folder: Path) -> tuple[Path, ...]:
    """Name the files of the review of a corpus, sorted."""
    return tuple(sorted(path for path in (corpus_folder / FOLDER).rglob("*.toml") if path.is_file()))


def statements_file(corpus_folder: Path, document: str) -> Path:
    """Name the file of the opinions on the statements of a document."""
    return corpus_folder / FOLDER / STATEMENTS / f"{document}.toml"


def _read_opinions(file: Path, problems: list[Problem]) -> tuple[Opinion, ...]:
    lines = Lines.read(file)
    problems += lines.problems
    if lines.problems:
        return ()
    problems += [
        Problem(file, ".".join(line.key), "this line has no field of a decision", "write it as KEY.REVIEWER.FIELD")
        for line in lines.lines
        if line.value is not None and len(line.key) != len(("key", "reviewer", "field"))
    ]
    found = []
    for (key, reviewer), values in lines.tables(2).items():
        table = _check(StatementTable, values, file, f"{key}.{reviewer}", problems)
        if table is not None:
            found.append(to_opinion(table, key, file.stem, reviewer))
    return tuple(found)


def _read_tables(file: Path, schema: type[T], problems: list[Problem]) -> dict[str, T]:
    lines = Lines.read(file)
    problems += lines.problems
    if lines.problems:
        return {}
    checked = {key: _check(schema, values, file, key, problems) for (key,), values in lines.tables(1).items()}
    return {key: table for key, table in checked.items() if table is not None}


def _check(schema: type[T], values: Mapping[str, Value], file: Path, key: str, problems: list[Problem]) -> T | None:
    own: list[Problem] = []
    table = check_schema(schema, dict(values), file, own)
    problems += [Problem(file, f"{key}.{problem.key}", problem.what, problem.hint) for problem in own]
    return table


def check_fields(values: Mapping[str, object], key: str, document: str, reviewer: str) -> Opinion:
    """Turn fields that somebody typed into an opinion; ``ReviewError`` telling every mistake at once."""
    problems: list[Problem] = []
    listed = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    table = check_schema(StatementTable, listed, Path(document), problems)
    if table is None:
        told = "; ".join(f"{problem.key}: {problem.what}" for problem in problems)
        raise ReviewError(told, where=f"{document}, {key}", hint=problems[0].hint)
    return to_opinion(table, key, document, reviewer)


def add_position(corpus_folder: Path, claim: str, reviewer: str) -> str:
    """Name a position, with a key from the words of its claim; the key of one that has the same claim already is given back."""
    key = ""

    def change(lines: Lines) -> Lines:
        nonlocal key
        tables = lines.tables(1)
        key = next((held for (held,), table in tables.items() if table.get("claim") == claim), "")
        if key:
            return lines
        key = _new_key(claim, {held for (held,) in tables})
        fields: dict[str, Value] = {"claim": claim, "decision": ReviewStatus.ADDED.value, "by": reviewer, "at": now()}
        problems: list[Problem] = []
        if check_schema(PositionTable, dict(fields), corpus_folder / FOLDER / POSITIONS, problems) is None:
            raise ReviewError("; ".join(problem.what for problem in problems), where=POSITIONS, hint=problems[0].hint)
        return lines.with_block((key,), fields)

    change_lines(corpus_folder / FOLDER / POSITIONS, change)
    return key


def name_reviewer(corpus_folder: Path, reviewer: str, name: str) -> None:
    """Keep the full name of a reviewer."""
    change_lines(corpus_folder / FOLDER / REVIEWERS, lambda lines: lines.with_block((reviewer,), {"name": name}))


_WORDS_OF_KEY = 6
_EMPTY = frozenset({"the", "a", "an", "of", "to", "in", "on", "be", "is", "are", "should", "and", "for", "by", "with", "that"})


def _new_key(claim: str, taken: set[str]) -> str:
    words = [word for word in re.findall(r"[a-z0-9]+", claim.lower()) if word not in _EMPTY] or ["position"]
    key = "-".join(words[:_WORDS_OF_KEY])[:60]
    return next(free for number in itertools.count(1) if (free := key if number == 1 else f"{key}-{number}") not in taken)


def to_opinion(table: StatementTable, key: str, document: str, reviewer: str) -> Opinion:
    """Turn checked fields into an opinion."""
    values: dict[str, Any] = dict(table)
    return Opinion(key=key, document=document, reviewer=reviewer, **values)


def to_fields(opinion: Opinion) -> dict[str, Value]:
    """Give the fields of an opinion as they are written, in the order of the schema; what is empty is left out."""
    told = {name: getattr(opinion, name) for name in StatementTable.model_fields}
    defaults = {one.name: one.default for one in fields(Opinion)}
    return {name: value for name, value in told.items() if value not in (None, ()) and value is not defaults[name]}


def version_of(lines: Lines, key: str) -> str:
    """Give the fingerprint of everything that a file says about a statement; of nothing too."""
    return digest(*(line.text for line in lines.lines if line.key[:1] == (key,)))


def change_lines(file: Path, change: Callable[[Lines], Lines]) -> None:
    """Change a file of lines, whole or not at all, while nobody else changes it.

    ``CorpusError`` if it holds mistakes, which have to be mended first; ``FileError`` if it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(_lock_of(file)):
            lines = Lines.read(file)
            raise_problems(lines.problems)
            write_whole(file, change(lines).render().encode())
    except OSError as error:
        raise FileError(f"the review cannot be written: {error.strerror}", where=str(file)) from error


def _lock_of(file: Path) -> Path:
    """Name the lock of a file: beside it, hidden, and empty."""
    return file.with_name(f".{file.name}.lock")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reviewer holds of a statement from now on, ``None`` to take it back.

    ``expected`` is the version of the statement that the reviewer has seen; a new statement stands before the one with the key ``before``.
    """

    key: str
    reviewer: str
    opinion: Opinion | None
    expected: str
    before: str | None = None


def write_entries(corpus_folder: Path, document: str, entries: Sequence[Entry]) -> dict[str, str]:
    """Write what reviewers hold of statements of one document, all or nothing; returns the new versions of the statements by key.

    ``ConflictError`` if a statement has another version by now than the one expected.
    """
    versions: dict[str, str] = {}

    def change(lines: Lines) -> Lines:
        changed = lines
        for entry in entries:
            if version_of(lines, entry.key) != entry.expected:
                what = f"somebody has decided about {entry.key} meanwhile"
                raise ConflictError(what, where=document, hint="Look at what was decided, then decide again.")
            fields = to_fields(entry.opinion) if entry.opinion else None
            changed = changed.with_block((entry.key, entry.reviewer), fields, (entry.before,) if entry.before else None)
        versions.update((entry.key, version_of(changed, entry.key)) for entry in entries)
        return changed

    change_lines(statements_file(corpus_folder, document), change)
    return versions
