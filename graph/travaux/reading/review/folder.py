"""The review folder of a corpus: read as a whole with every mistake told at once, and changed one decision at a time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from travaux.errors import ConflictError, FileError, ReviewError
from travaux.journal import Journal
from travaux.model.identity import digest
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.reading.review.lines import Lines, Value
from travaux.reading.review.schema import KEY, PositionTable, RelationTable, ReviewerTable, StatementTable, now
from travaux.reading.review.tables import (
    FOLDER,
    POSITIONS,
    RELATIONS,
    REVIEWERS,
    STATEMENTS,
    check_folder,
    is_outside,
    read_opinions,
    read_tables,
    to_opinion,
)
from travaux.reading.schema import NAME, check_schema
from travaux.reading.toml import Problem, raise_problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a review folder says: opinions by the name of their document, positions and relations by key, reviewers by short name."""

    opinions: Mapping[str, tuple[Opinion, ...]] = field(default_factory=dict)
    positions: Mapping[str, PositionTable] = field(default_factory=dict)
    relations: Mapping[str, RelationTable] = field(default_factory=dict)
    reviewers: Mapping[str, ReviewerTable] = field(default_factory=dict)

    @property
    def named(self) -> dict[str, PositionTable]:
        """The positions that statements may express, sorted by key: all but those that were rejected."""
        return {key: table for key, table in sorted(self.positions.items()) if table.decision is not ReviewStatus.REJECTED}

    def name_of(self, reviewer: str) -> str:
        """Give the name of a reviewer as it is shown."""
        known = self.reviewers.get(reviewer)
        return known.name if known else reviewer


def read_review(corpus_folder: Path) -> Review:
    """Read the review of a corpus, empty if it has none; ``CorpusError`` telling every mistake at once."""
    finish_changes(corpus_folder)
    folder, problems = corpus_folder / FOLDER, list(check_folder(corpus_folder))
    strange = {problem.file for problem in problems}
    files = (file for file in sorted((folder / STATEMENTS).glob("[!.]*.toml")) if file not in strange)
    review = Review(
        opinions={file.stem: read_opinions(file, problems) for file in files},
        positions=read_tables(folder / POSITIONS, PositionTable, problems) if folder / POSITIONS not in strange else {},
        relations=read_tables(folder / RELATIONS, RelationTable, problems) if folder / RELATIONS not in strange else {},
        reviewers=read_tables(folder / REVIEWERS, ReviewerTable, problems) if folder / REVIEWERS not in strange else {},
    )
    raise_problems(problems)
    return review


def statements_file(corpus_folder: Path, document: str) -> Path:
    """Name the file of the opinions on the statements of a document."""
    return corpus_folder / FOLDER / STATEMENTS / f"{document}.toml"


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
        key = next((held for (held,), table in tables.items() if _is_named(table, claim)), "")
        if key:
            return lines
        key = key_for_claim(claim, {held for (held,) in tables})
        fields: dict[str, Value] = {"claim": claim, "decision": ReviewStatus.ADDED.value, "by": reviewer, "at": now()}
        problems: list[Problem] = []
        if check_schema(PositionTable, dict(fields), corpus_folder / FOLDER / POSITIONS, problems) is None:
            raise ReviewError("; ".join(problem.what for problem in problems), where=POSITIONS, hint=problems[0].hint)
        return lines.with_block((key,), fields)

    change_lines(corpus_folder, corpus_folder / FOLDER / POSITIONS, change)
    return key


def _is_named(table: Mapping[str, object], claim: str) -> bool:
    return table.get("claim") == claim and table.get("decision") != ReviewStatus.REJECTED.value


_WORDS_OF_KEY = 6
_EMPTY = frozenset({"the", "a", "an", "of", "to", "in", "on", "be", "is", "are", "should", "and", "for", "by", "with", "that"})


def key_for_claim(claim: str, taken: Collection[str]) -> str:
    """Make the key of a position from the words of its claim, as none of those ``taken`` is."""
    words = [word for word in re.findall(r"[a-z0-9]+", claim.lower()) if word not in _EMPTY] or ["position"]
    key = "-".join(words[:_WORDS_OF_KEY])[:60]
    return next(free for number in itertools.count(1) if (free := key if number == 1 else f"{key}-{number}") not in taken)


_FIRST = ("paragraph", "quote", "context")
"""What says where a statement stands is written first: it hardly ever changes, so that git sees where another's lines begin."""


def to_fields(opinion: Opinion) -> dict[str, Value]:
    """Give the fields of an opinion as they are written, in the order of the schema but places first; what is empty is left out."""
    defaults = {one.name: one.default for one in fields(Opinion)}
    told = {name: getattr(opinion, name) for name in dict.fromkeys((*_FIRST, *StatementTable.model_fields))}
    return {name: value for name, value in told.items() if value not in (None, ()) and value is not defaults[name]}


def version_of(lines: Lines, key: str) -> str:
    """Give the fingerprint of everything that a file says about a statement; of nothing too."""
    return digest(*(line.text.strip() for line in lines.lines if line.key[:1] == (key,)))


Change = Callable[[Lines], Lines]
"""What becomes of the lines of a file."""


def change_lines(corpus_folder: Path, file: Path, change: Change) -> None:
    """Change a file of the review of a corpus, whole or not at all, while nobody else changes it.

    ``CorpusError`` if it holds mistakes, which have to be mended first; ``FileError`` if it cannot be written.
    """
    change_files(corpus_folder, {file: change})


def change_files(corpus_folder: Path, changes: Mapping[Path, Change]) -> None:
    """Change several files of a review together, all or none, as ``change_lines`` changes one."""
    for file in changes:
        if is_outside(file, corpus_folder):
            raise FileError("the review leads out of the corpus", where=str(file), hint="Put the file itself there.")
    journal = journal_of(corpus_folder)
    with journal.locked():
        changed = {file: _changed(file, change) for file, change in changes.items()}
        journal.write({file: lines.render().encode() for file, lines in changed.items() if lines is not None})


def journal_of(corpus_folder: Path) -> Journal:
    """Give what the files of a review are changed with."""
    return Journal(corpus_folder, corpus_folder / FOLDER, "the review")


def finish_changes(corpus_folder: Path) -> None:
    """Make sure before files of a review are read that no change is half in place; ``FileError`` as ``Journal.finish`` has it."""
    if not is_outside(corpus_folder / FOLDER, corpus_folder):
        journal_of(corpus_folder).finish()


def _changed(file: Path, change: Change) -> Lines | None:
    """Give what a file is to hold, ``None`` if that is what it holds."""
    for left in file.parent.glob(".new-*"):
        left.unlink(missing_ok=True)
    lines = Lines.read(file)
    raise_problems(lines.problems)
    changed = change(lines)
    return changed if changed != lines else None


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

    ``ConflictError`` if a statement has another version by now than the one expected; ``ReviewError`` for what could not be read again.
    """
    versions: dict[str, str] = {}
    change_lines(corpus_folder, statements_file(corpus_folder, document), entries_change(document, entries, versions))
    return versions


def entries_change(document: str, entries: Sequence[Entry], versions: dict[str, str]) -> Change:
    """Give what makes the lines of a document hold entries, and puts the new versions of the statements in ``versions``.

    Errors as those of ``write_entries``.
    """
    told = [(entry, _checked(entry, document)) for entry in entries]

    def change(lines: Lines) -> Lines:
        changed = lines
        for entry, fields_of in told:
            if version_of(lines, entry.key) != entry.expected:
                what = f"somebody has decided about {entry.key} meanwhile"
                raise ConflictError(what, where=document, hint="Look at what was decided, then decide again.")
            changed = changed.with_block((entry.key, entry.reviewer), fields_of, (entry.before,) if entry.before else None)
        versions.update((entry.key, version_of(changed, entry.key)) for entry in entries)
        return changed

    return change


def _checked(entry: Entry, document: str) -> dict[str, Value] | None:
    """Give the fields to be written, ``None`` for none."""
    if not (KEY.fullmatch(entry.key) and NAME.fullmatch(entry.reviewer) and NAME.fullmatch(document)):
        what = f"no decision can be kept as {document!r}, {entry.key!r}, {entry.reviewer!r}"
        raise ReviewError(what, hint="Names have lower-case letters, digits and single hyphens between them.")
    if entry.opinion is None:
        return None
    told = to_fields(entry.opinion)
    check_fields(told, entry.key, document, entry.reviewer)
    return told
