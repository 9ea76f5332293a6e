"""The data in braces that Argdown elements may carry, in the notation of YAML on one line: ``{id: "a", places: [1, 2]}``."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_ESCAPED = frozenset("{}=")
"""Argdown ends data at a brace and its frontmatter at equals signs, wherever they stand; so none stands in a text."""
_BASIC = 0xFFFF
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PLAIN = re.compile(r"[^\s,\[\]{}\"'&*!|>%@`#?:-](?:[^,\[\]{}\r\n#:]|:(?=\S)|(?<=\S)#)*")
_WORDS: Mapping[str, Value] = {"null": None, "~": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_BLANK = re.compile(r"(?:\s|(?<=\s)#[^\n]*|^#[^\n]*)*")
_DEEPEST = 20
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([\"\\/bfnrt0]))")
_SHORT = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def render_data(value: Value) -> str:
    """Write a value on one line; keys have to be words.

    >>> render_data({"id": "a", "start": 3})
    '{id: "a", start: 3}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {render_data(one)}" for key, one in value.items()) + "}"
    if isinstance(value, str):
        return "".join(map(_escape, json.dumps(value, ensure_ascii=False)))
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(render_data, value)) + "]"
    return json.dumps(value)


def _escape(character: str) -> str:
    if character not in _ESCAPED and unicodedata.category(character) not in _UNSEEN:
        return character
    return f"\\u{ord(character):04X}" if ord(character) <= _BASIC else f"\\U{ord(character):08X}"


class DataError(ValueError):
    """Data that cannot be read: ``what`` is wrong, at the character ``at`` of the text."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.what = what
        self.at = at


def read_data(text: str, at: int = 0) -> tuple[Value, int]:
    """Read the value that begins at a character, and tell where it ends; ``DataError`` for what is none."""
    reader = _Reader(text, at)
    return reader.value(0), reader.at


@dataclass(slots=True)
class _Reader:
    text: str
    at: int

    def value(self, depth: int) -> Value:
        if depth > _DEEPEST:
            raise DataError("the data stands too deep in itself", self.at)
        self._skip()
        character = self.text[self.at : self.at + 1]
        if character == "{":
            return self._mapping(depth)
        if character == "[":
            return self._list(depth)
        if character == '"':
            return self._quoted()
        if character == "'":
            return self._single()
        return self._plain()

    def _skip(self) -> None:
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _take(self, character: str) -> bool:
        self._skip()
        if self.text.startswith(character, self.at):
            self.at += 1
            return True
        return False

    def _mapping(self, depth: int) -> dict[str, Value]:
        first = self.at
        self.at += 1
        found: dict[str, Value] = {}
        while not self._take("}"):
            if found and not self._take(","):
                raise self._unfinished(first, "}")
            if found and self._take("}"):
                break
            key, at = self._key(first), self.at
            if not self._take(":"):
                raise DataError(f"there is no colon after {key!r}", self.at)
            if key in found:
                raise DataError(f"{key!r} is said twice", at)
            self._skip()
            found[key] = None if self.text[self.at : self.at + 1] in {",", "}"} else self.value(depth + 1)
        return found

    def _key(self, first: int) -> str:
        self._skip()
        if self.text.startswith(('"', "'"), self.at):
            return self._quoted() if self.text[self.at] == '"' else self._single()
        word = _KEY.match(self.text, self.at)
        if word is None:
            raise self._unfinished(first, "}")
        self.at = word.end()
        return word[0]

    def _list(self, depth: int) -> list[Value]:
        first = self.at
        self.at += 1
        found: list[Value] = []
        while not self._take("]"):
            if found and not self._take(","):
                raise self._unfinished(first, "]")
            if found and self._take("]"):
                break
            found.append(self.value(depth + 1))
        return found

    def _unfinished(self, first: int, closing: str) -> DataError:
        if self.at >= len(self.text):
            return DataError(f"there is no {closing!r} that ends it", first)
        return DataError(f"{self.text[self.at]!r} is not expected in data", self.at)

    def _quoted(self) -> str:
        first = self.at
        self.at += 1
        pieces: list[str] = []
        while True:
            character = self.text[self.at : self.at + 1]
            if character in {"", "\n"}:
                raise DataError("the quotation marks are not closed on their line", first)
            if character == '"':
                self.at += 1
                return _joined("".join(pieces))
            pieces.append(self._escaped() if character == "\\" else character)
            self.at += character != "\\"

    def _escaped(self) -> str:
        found = _ESCAPE.match(self.text, self.at)
        if found is None:
            raise DataError("no character is written with a backslash like this", self.at)
        code = found[1] or found[2] or found[3]
        if code is not None and int(code, 16) > _LAST:
            raise DataError("there is no such character", self.at)
        self.at = found.end()
        return chr(int(code, 16)) if code is not None else _SHORT[found[4]]

    def _single(self) -> str:
        found = re.compile(r"'((?:[^'\n]|'')*)'").match(self.text, self.at)
        if found is None:
            raise DataError("the quotation marks are not closed on their line", self.at)
        self.at = found.end()
        return found[1].replace("''", "'")

    def _plain(self) -> Value:
        found = _NUMBER.match(self.text, self.at) or _PLAIN.match(self.text, self.at)
        plain = _PLAIN.match(self.text, self.at)
        if plain and (found is None or plain.end() > found.end()):
            found = plain
        if found is None:
            raise DataError("there is no value here", self.at)
        self.at = found.end()
        word = found[0].strip()
        if _NUMBER.fullmatch(word):
            return float(word) if "." in word else int(word)
        return _WORDS.get(word, word)


_LAST = 0x10FFFF


def _joined(text: str) -> str:
    """Join characters that were written as two halves; a half alone is no character and becomes a mark for that."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
