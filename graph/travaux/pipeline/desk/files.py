"""The review files as a desk knows them: read again by the file that changed, and opinion by opinion where its lines changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from travaux.errors import CorpusError, ReviewError
from travaux.model.review import Opinion
from travaux.pipeline.desk.ground import Stamp, stamp_of
from travaux.reading.review.folder import (
    Entry,
    Review,
    check_fields,
    finish_changes,
    read_review,
    statements_file,
    version_of,
    write_entries,
)
from travaux.reading.review.lines import Line, Lines, Value
from travaux.reading.review.schema import KEY
from travaux.reading.review.tables import FOLDER, check_folder, read_opinions
from travaux.reading.schema import NAME
from travaux.reading.toml import Problem, raise_problems

Told = tuple[Mapping[str, Value], Opinion]
"""The fields of an opinion as they were read, and the opinion."""

UNWRITTEN = version_of(Lines(), "")
"""The version of a statement that no file says anything about."""

_FIELD = 3
"""How many parts the key of a field has: statement, reviewer, field."""


@dataclass(frozen=True, slots=True)
class File:
    """What the file of one document says: its opinions, and the version of each statement that it names."""

    opinions: tuple[Opinion, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[tuple[str, str], Told] = field(default_factory=dict)
    said: Mapping[str, list[Line]] = field(default_factory=dict)

    def version(self, key: str) -> str:
        """Give the version of a statement, that of nothing too."""
        return self.versions.get(key, UNWRITTEN)


class ReviewFiles:
    """Reads what has changed in a review since it was read last. Not safe for several threads by itself."""

    def __init__(self, corpus_folder: Path) -> None:
        self._folder = corpus_folder
        self._seen: Stamp | None = None
        self._files: dict[str, File] = {}
        self.review = Review()

    def stamp(self) -> Stamp:
        """Look at the files without reading them."""
        walked = os.walk(self._folder / FOLDER)
        return stamp_of(sorted(Path(top, name) for top, folders, files in walked for name in (*folders, *files) if name.endswith(".toml")))

    def refresh(self) -> bool:
        """Read what has changed and tell whether anything has; ``CorpusError`` telling every mistake in the files."""
        finish_changes(self._folder)
        stamp = self.stamp()
        if stamp == self._seen:
            return False
        changed = {Path(name) for name, *_ in set(stamp) ^ set(self._seen or ())}
        own = {path for path in changed if self._holds_statements(path)}
        read = None if any(check_folder(self._folder)) else self._read(own)
        if changed - own or read is None or self._seen is None:
            self.review = read_review(self._folder)
        if read is None:
            read = {path.stem: _read_whole(path) for path in sorted(own)}
        self._files = {name: file for name, file in (self._files | read).items() if file.versions or file.opinions}
        self.review = replace(self.review, opinions={name: file.opinions for name, file in sorted(self._files.items())})
        self._seen = stamp
        return True

    def _holds_statements(self, path: Path) -> bool:
        return path == statements_file(self._folder, path.stem) and not path.name.startswith(".")

    def file(self, document: str) -> File:
        """Give what is known of the file of a document, as it was read last."""
        return self._files.get(document, File())

    def write(self, document: str, entries: Sequence[Entry]) -> Mapping[str, str]:
        """Write entries, all or nothing, and give the new versions; ``ConflictError`` if a version is another by now than expected."""
        return write_entries(self._folder, document, entries)

    def _read(self, paths: set[Path]) -> dict[str, File] | None:
        """Read files of statements, those that are gone as empty; ``None`` if one holds mistakes."""
        files = {}
        for path in sorted(paths):
            try:
                file = _read_file(path, self.file(path.stem))
            except CorpusError:
                return None
            if file is None:
                return None
            files[path.stem] = file
        return files


def _read_file(path: Path, before: File) -> File | None:
    """Read a file anew as far as it is not what it was before; ``None`` if it may hold mistakes, which ``read_opinions`` tells."""
    lines = Lines.read(path)
    if lines.problems or not all(map(_is_sound, lines.lines)):
        return None
    read: dict[tuple[str, str], Told] = {}
    for (key, reviewer), fields in lines.tables(2).items():
        known = before.read.get((key, reviewer))
        try:
            same = known is not None and known[0] == fields
            read[key, reviewer] = known if known and same else (fields, check_fields(fields, key, path.stem, reviewer))
        except ReviewError:
            return None
    return _to_file(lines, tuple(opinion for _, opinion in read.values()), read, before)


def _is_sound(line: Line) -> bool:
    """Tell whether a line is blank, a comment, or the field of a statement as ``read_opinions`` takes it."""
    if line.value is None:
        return line.blank or line.comment
    return len(line.key) == _FIELD and KEY.fullmatch(line.key[0]) is not None and NAME.fullmatch(line.key[1]) is not None


def _read_whole(path: Path) -> File:
    """Read a file as a build reads it; ``CorpusError`` telling every mistake in it."""
    problems: list[Problem] = []
    opinions = read_opinions(path, problems)
    raise_problems(problems)
    return _to_file(Lines.read(path), opinions, {}, File())


def _to_file(lines: Lines, opinions: tuple[Opinion, ...], read: Mapping[tuple[str, str], Told], before: File) -> File:
    said: dict[str, list[Line]] = {}
    for line in lines.lines:
        if line.key:
            said.setdefault(line.key[0], []).append(line)
    same_lines = {key for key, own in said.items() if before.said.get(key) == own}
    versions = {key: before.versions[key] if key in same_lines else version_of(Lines(tuple(own)), key) for key, own in said.items()}
    return File(opinions, versions, read, said)
