"""Files in which every line says by itself what it is about, so that any two versions can be merged line by line.

A line is a dotted key and a value, as TOML has them: ``5-8c1e.anna.stance = "supports"``. Blank lines and comments are kept. Lines may
stand in any order, and the same line may stand twice, as after a merge; two lines that contradict each other are a mistake.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from travaux.reading.toml import Problem, Tables, read_text

Value = str | bool | datetime | tuple[str, ...]
"""What a line may say: text, true or false, a moment, or several texts."""

Key = tuple[str, ...]

_LINE = re.compile(r"\s*(?P<key>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)\s*=\s*(?P<value>\S.*?)\s*")
_SILENT = re.compile(r"\s*(?:#.*)?")
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029]")
_MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_HINT = 'write a line as KEY.FIELD = "text", with text in quotes on one line'


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its text, and its dotted key and value unless it is blank, a comment or wrong."""

    text: str
    key: Key = ()
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one file, and what is wrong with them."""

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read a file, empty if it is not there; ``CorpusError`` if it is no text."""
        return cls.parse(read_text(file), file) if file.exists() else cls()

    @classmethod
    def parse(cls, text: str, file: Path) -> Self:
        """Read lines; mistakes are gathered with the numbers of their lines."""
        lines, problems, first = [], [], dict[Key, tuple[int, Value]]()
        for number, printed in enumerate(text.replace("\r\n", "\n").removesuffix("\n").split("\n"), 1):
            line, what = _parse(printed)
            if what is None and line.value is not None:
                before = first.setdefault(line.key, (number, line.value))
                if before[1] != line.value:
                    what = f"this says otherwise than line {before[0]} about {'.'.join(line.key)}"
            if what is not None:
                problems.append(Problem(file, f"line {number}", what, _hint(what)))
            lines.append(line)
        return cls(tuple(lines), tuple(problems))

    def tables(self, depth: int) -> Mapping[Key, Tables]:
        """Give the fields and values under each key of so many parts, in the order of the lines; deeper keys are left out."""
        found: dict[Key, Tables] = {}
        for line in self.lines:
            if len(line.key) == depth + 1 and line.value is not None:
                found.setdefault(line.key[:depth], {})[line.key[depth]] = line.value
        return found

    def with_block(self, key: Key, fields: Mapping[str, Value] | None, before: Key | None = None) -> Lines:
        """Replace all lines under a key, ``None`` to remove them; every other line stays as it is.

        New lines take the place of the old; else they stand before the first line under ``before``, or at the end.
        """
        new = tuple(map(_to_line, [(*key, name) for name in fields], fields.values())) if fields else ()
        at = next(iter(self._under(key)), None)
        kept = [line for line in self.lines if line.key[: len(key)] != key]
        if at is None:
            at = next(iter(self._under(before)), len(kept)) if before else len(kept)
            new = (*new, _BLANK) if at < len(kept) else ((_BLANK, *new) if kept and kept[-1].text.strip() else new)
        return Lines(_without_double_blanks((*kept[:at], *new, *kept[at:])), self.problems)

    def render(self) -> str:
        """Write the file."""
        return "".join(f"{line.text}\n" for line in self.lines)

    def _under(self, key: Key) -> Iterator[int]:
        return (place for place, line in enumerate(self.lines) if line.key[: len(key)] == key)


_BLANK = Line("")


def _parse(printed: str) -> tuple[Line, str | None]:
    if _SILENT.fullmatch(printed):
        return Line(printed), None
    if printed.startswith(_MERGE):
        return Line(printed), "a merge was left unfinished here"
    found = _LINE.fullmatch(printed)
    if found is None:
        return Line(printed), "this is no line of a review file"
    try:
        value = _to_value(found["value"])
    except ValueError:
        return Line(printed), f"the value of {found['key']} cannot be read"
    return Line(printed, tuple(found["key"].split(".")), value), None


def _hint(what: str) -> str:
    if what.startswith("this says"):
        return "keep one of the two lines"
    return "choose what is right and remove the marks of the merge" if "merge" in what else _HINT


def _to_value(printed: str) -> Value:
    if printed[0] == '"' and "\\" not in printed and printed.count('"') == 2:  # noqa: PLR2004, what opens and what closes
        return printed[1:-1]
    value = tomllib.loads(f"value = {printed}")["value"]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str | bool | datetime):
        return value
    raise ValueError(printed)


def _to_line(key: Sequence[str], value: Value) -> Line:
    return Line(f"{'.'.join(key)} = {_printed(value)}", tuple(key), value)


def _printed(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, str):
        return _quoted(value)
    return f"[{', '.join(map(_quoted, value))}]"


def _quoted(text: str) -> str:
    """Write a TOML basic string: that of JSON, with a few more characters escaped that cannot be seen or end a line elsewhere."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04X}", json.dumps(text, ensure_ascii=False))


def _without_double_blanks(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Leave one blank line where removed lines would leave several, and none at either end."""
    kept: list[Line] = []
    for line in lines:
        if line.text.strip() or (kept and kept[-1].text.strip()):
            kept.append(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return tuple(kept)
