"""Files in which every line says by itself what it is about, so that any two versions can be merged line by line.

A line is a dotted key and a value, as TOML has them: ``5-8c1e.anna.stance = "supports"``. Blank lines and comments are kept. Lines may
stand in any order, and the same line may stand twice, as after a merge; two lines that contradict each other are a mistake.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Self

from travaux.reading.toml import Problem, Tables, read_text

Value = str | bool | datetime | tuple[str, ...]
"""What a line may say: text, true or false, a moment, or several texts."""

Key = tuple[str, ...]

MOST_BYTES = 80_000_000
"""A file of lines that is larger is not read: some twenty thousand decisions need a quarter of it."""

_KNOWN_LINES = 131_072
"""So many lines are remembered as they were taken apart: those of some eight thousand decisions."""

_LINE = re.compile(
    r"""
    \s* ([A-Za-z0-9_-]+ (?:\.[A-Za-z0-9_-]+)+) \s* = \s*
    (?: "([^"\\\x00-\x08\x0a-\x1f\x7f]*)" \s*$ | (\S.*) )  # text without anything to be looked at closely, or what has
    """,
    re.VERBOSE,
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_SILENT = re.compile(r"\s*(?:#.*)?")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")

_NO_LINE = "this is no line of a review file"
_HINTS = {
    "a merge was left unfinished here": "choose what is right and remove the marks of the merge",
    _NO_LINE: 'write a line as KEY.FIELD = "text"; keys have letters without accents, digits, hyphens and underscores',
}
_VALUE_HINT = "write text in quotes, several texts as a list in square brackets, or true, false or a moment, on one line"


class Line(NamedTuple):
    """A line of a file: its text, and its dotted key and value as far as it has them. Without ``value`` it is blank, a comment or wrong."""

    text: str
    key: Key = ()
    value: Value | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text.strip()

    @property
    def comment(self) -> bool:
        """Whether it is a comment alone."""
        return self.text.lstrip().startswith("#")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one file, and what is wrong with them. The ends of lines of a file from Windows are part of their texts."""

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read a file, empty if it is not there; ``CorpusError`` if it is no text."""
        return cls.parse(read_text(file, MOST_BYTES), file) if file.is_symlink() or file.exists() else cls()

    @classmethod
    def parse(cls, text: str, file: Path) -> Self:
        """Read lines; mistakes are gathered with the numbers of their lines."""
        lines, problems, first = list[Line](), [], dict[Key, int]()
        for number, printed in enumerate(_split(text), 1):
            line, what = _parse(printed)
            lines.append(line)
            if line.value is not None:
                before = first.setdefault(line.key, number)
                if lines[before - 1].value != line.value:
                    what = f"this says otherwise than line {before} about {'.'.join(line.key)}"
                    problems.append(Problem(file, f"line {number}", what, "keep one of the two lines"))
            elif what is not None:
                problems.append(Problem(file, f"line {number}", what, _HINTS.get(what, _VALUE_HINT)))
        return cls(tuple(lines), tuple(problems))

    def tables(self, depth: int) -> Mapping[Key, Tables]:
        """Give the fields and values under each key of so many parts, in the order of the lines; other keys are left out."""
        found: dict[Key, Tables] = {}
        for line in self.lines:
            if len(line.key) == depth + 1 and line.value is not None:
                found.setdefault(line.key[:depth], {})[line.key[depth]] = line.value
        return found

    def with_block(self, key: Key, fields: Mapping[str, Value] | None, before: Key | None = None) -> Lines:
        """Replace all lines under a key, ``None`` to remove them; every other line stays as it is.

        New lines take the place of the old. Else they stand after the last line whose key begins alike, or before the first line under
        ``before`` and the comments above it, or at the end, with a blank line between them and others, by which git tells edits apart.
        """
        ending = "\r" if self.lines and self.lines[0].text.endswith("\r") else ""
        new = [_to_line((*key, name), value, ending) for name, value in (fields or {}).items()]
        if any(True for _ in self._under(key)):
            return Lines(tuple(_replaced(self.lines, key, new)), self.problems)
        return Lines(_inserted(self.lines, self._place(key, before), new, Line(ending)) if new else self.lines, self.problems)

    def render(self) -> str:
        """Write the file."""
        return "".join(f"{line.text}\n" for line in self.lines)

    def _under(self, key: Key) -> Iterator[int]:
        depth = len(key)
        return (place for place, line in enumerate(self.lines) if line.key[:depth] == key)

    def _place(self, key: Key, before: Key | None) -> int:
        """Tell where the lines of a new key are to stand."""
        *_, last = (-1, *self._under(key[:1]))
        first = next(self._under(before), None) if before else None
        if last >= 0 or first is None:
            return last + 1 if last >= 0 else len(self.lines)
        at = first
        while at > 0 and self.lines[at - 1].comment:
            at -= 1
        return at or first


def _split(text: str) -> list[str]:
    """Divide a text into lines; one from Windows keeps half of the end of each."""
    if not text:
        return []
    lines = text.removesuffix("\n").split("\n")
    if lines[0].endswith("\r") and not lines[-1].endswith("\r"):
        lines[-1] += "\r"
    return lines


@lru_cache(maxsize=_KNOWN_LINES)
def _parse(printed: str) -> tuple[Line, str | None]:
    """Read a line and tell what is wrong with it; one whose value cannot be read still has its key.

    A file is read again for every decision that is written, and nearly all of its lines are those of the time before.
    """
    found = _LINE.match(printed)
    if found is None:
        if _SILENT.fullmatch(printed):
            return Line(printed), None
        return Line(printed), next(iter(_HINTS)) if printed.startswith(_MERGE) else _NO_LINE
    dotted, plain, other = found.groups()
    key = tuple(dotted.split("."))
    if plain is not None:
        return Line(printed, key, plain), None
    try:
        return Line(printed, key, _to_value(other.rstrip())), None
    except (ValueError, RecursionError):
        return Line(printed, key), f"the value of {dotted} cannot be read"


@lru_cache(maxsize=4096)
def _to_value(printed: str) -> Value:
    if _MOMENT.fullmatch(printed):
        return datetime.fromisoformat(printed)
    value = tomllib.loads(f"value = {printed}")["value"]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str | bool | datetime):
        return value
    raise ValueError(printed)


def _to_line(key: Key, value: Value, ending: str) -> Line:
    return Line(f"{'.'.join(key)} = {_printed(value)}{ending}", key, value)


def _printed(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, str):
        return _quoted(value)
    return f"[{', '.join(map(_quoted, value))}]"


def _quoted(text: str) -> str:
    """Write a TOML basic string: that of JSON, with more characters escaped that cannot be seen, turn others round or end a line."""
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN:
        return character
    return f"\\u{ord(character):04X}" if ord(character) <= _BASIC else f"\\U{ord(character):08X}"


_BASIC = 0xFFFF
"""The last character that four digits tell."""


def _replaced(lines: Sequence[Line], key: Key, new: Sequence[Line]) -> list[Line]:
    """Put new lines where the first of a key stands and leave its others out, with no two blank lines where they were."""
    kept: list[Line] = []
    waiting, gap = list(new), False
    for line in lines:
        if line.key[: len(key)] == key:
            kept += waiting
            gap, waiting = True, []
        elif not (gap and line.blank and (not kept or kept[-1].blank)):
            kept.append(line)
            gap = False
    if gap and kept and kept[-1].blank:
        kept.pop()
    return kept


def _inserted(lines: Sequence[Line], at: int, new: Sequence[Line], blank: Line) -> tuple[Line, ...]:
    """Put new lines at a place, apart from what is around them."""
    before = (blank,) if at > 0 and not lines[at - 1].blank else ()
    after = (blank,) if at < len(lines) and not lines[at].blank else ()
    return (*lines[:at], *before, *new, *after, *lines[at:])
