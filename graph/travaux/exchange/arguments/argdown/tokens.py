"""The pieces of an Argdown document, each with its place: titles, texts, relations, data, headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NoReturn

from travaux.errors import ExchangeError
from travaux.exchange.arguments.argdown.data import DataError, Value, read_data
from travaux.exchange.problems import shorten_middle


class Kind(Enum):
    """What a piece is."""

    EMPTY = auto()
    HEADING = auto()
    RELATION = auto()
    DEFINITION = auto()
    REFERENCE = auto()
    DATA = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document: the character at which it begins, and its text or data.

    ``argument`` tells a title of an argument from that of a statement; ``indent`` is how far a relation is indented.
    """

    kind: Kind
    at: int
    text: str = ""
    data: Value = None
    argument: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A document, and where its lines begin."""

    text: str
    where: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, where: str) -> Page:
        """Take a text; ``where`` is the name of its file."""
        return cls(text, where, (0, *(found.end() for found in re.finditer("\n", text))))

    def place(self, at: int) -> str:
        """Tell the line and the column of a character, both from 1."""
        line = bisect_right(self.starts, at)
        return f"line {line}, column {at - self.starts[line - 1] + 1}"

    def refuse(self, at: int, what: str, hint: str | None = None) -> NoReturn:
        """Raise an ``ExchangeError`` about a character."""
        raise ExchangeError(shorten_middle(what), where=f"{self.where}, {self.place(at)}", hint=hint and shorten_middle(hint))


_BLANK_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")
_NEWLINE = re.compile(r"[ \t]*\n")
_SPACES = re.compile(r"[ \t]+")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|<!--.*?-->", re.DOTALL)
_OPEN_COMMENT = re.compile(r"/\*|<!--")
_ANY_COMMENT = re.compile(r"//|/\*|<!--")
_HEADING = re.compile(r"#+ +")
_RELATION = re.compile(r"([ \t]*)(\+>|->|<\+|<-|><|_>|<_)(?=\s|$)")
_OLD_RELATION = re.compile(r"([ \t]*)([+_]|-)(?=[ \t])")
_PREMISE = re.compile(r"[ \t]*\(\d+\)")
_INFERENCE = re.compile(r"[ \t]*--")
_LIST = re.compile(r"[ \t]*(?:\*|\d+\.)(?=[ \t])")
_TITLE = re.compile(r"(?P<mention>@)?(?:\[(?P<statement>[^\]\n]+)\]|<(?P<argument>[^>\n]+)>)(?P<colon>:)?")
_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\n]+)\)")
_TAG = re.compile(r"#(?:\([^)\n]+\)|[\w-]+)")
_EMPHASIS = re.compile(r"(?:\*\*|__|\*|_)(?=\S)|(?<=[^\s])(?:\*\*|__|\*|_)")
_ESCAPED = re.compile(r"\\(.)")
_PLAIN = re.compile(r"[^\\@#*_\[<{/\n]+")

_STRUCTURES = (
    (_PREMISE, "premises and conclusions of an argument are not read", "write the premise as a statement that supports the conclusion: <+"),
    (_INFERENCE, "inferences are not read", "write the premise as a statement that supports the conclusion: <+"),
    (_LIST, "lists are not read", "write each statement as a paragraph of its own"),
)
_ESCAPE = "To write it as text, put a backslash before it."


@dataclass(slots=True)
class Lexer:
    """Divides a document into pieces; what is dropped is counted in ``left``, but for comments."""

    page: Page
    at: int = 0
    left: Counter[str] = field(default_factory=Counter)
    _begins: bool = True

    def pieces(self) -> Iterator[Piece]:
        """Give the pieces in their order; an ``ExchangeError`` tells the place of what is none."""
        text = self.page.text
        while self.at < len(text):
            if not self._skip():
                yield self._piece()

    def _skip(self) -> bool:
        """Pass over comments, ends of lines and, within a line, blanks."""
        text = self.page.text
        if found := _COMMENT.match(text, self.at):
            self.at = found.end()
            return True
        if _OPEN_COMMENT.match(text, self.at):
            self.page.refuse(self.at, "this comment does not end", _ESCAPE)
        if _BLANK_LINES.match(text, self.at):
            return False
        if found := _NEWLINE.match(text, self.at):
            self.at = found.end()
            self._begins = True
            return True
        if not self._begins and (found := _SPACES.match(text, self.at)):
            self.at = found.end()
            return True
        return False

    def _piece(self) -> Piece:
        text, first = self.page.text, self.at
        if found := _BLANK_LINES.match(text, first):
            self.at, self._begins = found.end(), True
            return Piece(Kind.EMPTY, first)
        begins, self._begins = self._begins, False
        if begins and (piece := self._at_line_start()):
            return piece
        if found := _SPACES.match(text, self.at):
            self.at = found.end()
        if text.startswith("{", self.at):
            return self._data()
        if (piece := self._title()) is not None:
            return piece
        return self._text()

    def _at_line_start(self) -> Piece | None:
        text, first = self.page.text, self.at
        if found := _HEADING.match(text, first):
            self.at = found.end()
            return Piece(Kind.HEADING, first)
        if found := _RELATION.match(text, first):
            self.at = found.end()
            return Piece(Kind.RELATION, found.start(2), found[2], indent=len(found[1]))
        if found := _OLD_RELATION.match(text, first):
            self.page.refuse(found.start(2), f"{found[2]!r} tells no direction", f"Write <{found[2]} or {found[2]}>. {_ESCAPE}")
        for pattern, what, hint in _STRUCTURES:
            if found := pattern.match(text, first):
                self.page.refuse(found.end() - len(found[0].lstrip()), what, f"{hint[0].upper()}{hint[1:]}. {_ESCAPE}")
        return None

    def _data(self) -> Piece:
        first = self.at
        try:
            data, self.at = read_data(self.page.text, first)
        except DataError as error:
            self.page.refuse(error.at, f"the data in braces cannot be read: {error.what}", 'Write it as {key: "text"}. ' + _ESCAPE)
        return Piece(Kind.DATA, first, data=data)

    def _title(self) -> Piece | None:
        """Read a title; one that is mentioned in a text is part of the text."""
        text = self.page.text
        found = _TITLE.match(text, self.at)
        if found is None or found["mention"] or _LINK.match(text, self.at):
            return None
        first, self.at = self.at, found.end()
        title = found["statement"] or found["argument"]
        kind = Kind.DEFINITION if found["colon"] else Kind.REFERENCE
        return Piece(kind, first, title.strip(), argument=found["argument"] is not None)

    def _text(self) -> Piece:
        """Read text up to the end of the line, a comment or data; marks of emphasis, tags and addresses are left out of it."""
        text, first = self.page.text, self.at
        pieces: list[str] = []
        while self.at < len(text) and text[self.at] not in "\n{" and not _ANY_COMMENT.match(text, self.at):
            pieces.append(self._word())
        return Piece(Kind.TEXT, first, "".join(pieces))

    def _word(self) -> str:
        text, first = self.page.text, self.at
        if found := _ESCAPED.match(text, first) or _PLAIN.match(text, first):
            self.at = found.end()
            return found[found.lastindex or 0]
        if found := _LINK.match(text, first):
            return self._drop(found, "addresses of links", found[1])
        if (found := _TITLE.match(text, first)) and found["mention"]:
            return self._drop(found, "mentions of other claims", found["statement"] or found["argument"])
        if found := _TAG.match(text, first):
            return self._drop(found, "tags", "")
        if found := _EMPHASIS.match(text, first):
            return self._drop(found, "emphasis", "")
        self.at += 1
        return text[first]

    def _drop(self, found: re.Match[str], what: str, text: str) -> str:
        self.at = found.end()
        self.left[what] += 1
        return text
