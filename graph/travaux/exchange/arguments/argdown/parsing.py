"""The statements and relations of an Argdown document, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from travaux.exchange.arguments.argdown.data import DataError, Value, read_data
from travaux.exchange.arguments.argdown.tokens import Kind, Lexer, Page, Piece


@dataclass(slots=True)
class Element:
    """A statement or an argument where it stands: its title if it has one, its text if it is no mere reference, its data."""

    at: int
    title: str | None = None
    argument: bool = False
    text: str | None = None
    data: Mapping[str, Value] = field(default_factory=dict)
    has_data: bool = False

    @property
    def key(self) -> str | None:
        """What an element and others of its title are known by; an argument may have the title of a statement."""
        return f"<{self.title}>" if self.argument else self.title


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation: what stands above it, its sign, and what stands after the sign."""

    at: int
    above: Element
    sign: str
    below: Element


@dataclass(slots=True)
class Parsed:
    """What a document says: its settings, elements and relations in the order of the text; ``left`` counts what else stands there."""

    page: Page
    settings: Mapping[str, Value]
    elements: list[Element] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)


def parse(text: str, where: str) -> Parsed:
    """Read a document; ``ExchangeError`` with line and column for what it does not understand."""
    page = Page.of(text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"), where)
    settings, body, unread = _read_settings(page)
    lexer = Lexer(page, body)
    parsed = Parsed(page, settings)
    _Parser(parsed, lexer.pieces()).read()
    parsed.left = dict(sorted(({"settings": unread} | lexer.left).items()))
    return parsed


_FRONT = re.compile(r"\s*={3,}[ \t]*\n(.*?)\n?={3,}[ \t]*(?:\n|$)", re.DOTALL)
_SETTING = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?:[ \t]+|(?=\n)|$)")
_ITEM = re.compile(r"[ \t]*- (?=\{)")
_OWN = frozenset({"title", "travaux", "sources"})
_DRAWN = frozenset({"dot"})
"""Settings that are about pictures alone."""


def _read_settings(page: Page) -> tuple[dict[str, Value], int, int]:
    """Read the frontmatter as far as it concerns the map; other settings are about how Argdown draws it, and are counted."""
    front = _FRONT.match(page.text)
    if front is None:
        if re.match(r"\s*={3,}", page.text):
            page.refuse(0, "the frontmatter does not end", "Write a line of three equals signs after it.")
        return {}, 0, 0
    settings: dict[str, Value] = {}
    unread, name, at = 0, "", front.start(1)
    for line in front[1].split("\n"):
        found = _SETTING.match(line)
        if found:
            name = found[1]
            unread += name not in _OWN | _DRAWN
        if name in _OWN:
            _take_setting(page, settings, name, line, at, found)
        at += len(line) + 1
    return settings, front.end(), unread


def _take_setting(page: Page, settings: dict[str, Value], name: str, line: str, at: int, found: re.Match[str] | None) -> None:
    item = _ITEM.match(line)
    told = line[found.end() :].strip() if found else ""
    if not line.strip() or (found and not told):
        return
    if not found and not item:
        page.refuse(
            at, f"this line of the setting {name!r} cannot be read", f'Write {name}: "text" or {name}: {{key: "text"}} on one line.'
        )
    if found and told[0] not in _QUOTING:
        settings[name] = told
        return
    try:
        value, _ = read_data(page.text[: at + len(line)], at + (found.end() if found else item.end() if item else 0))
    except DataError as error:
        page.refuse(error.at, f"the setting {name!r} cannot be read: {error.what}")
    settings[name] = (*_listed(settings.get(name)), value) if item else value


_QUOTING = "{[\"'"


def _listed(value: Value) -> tuple[Value, ...]:
    return tuple(value) if isinstance(value, Sequence) and not isinstance(value, str) else ()


@dataclass(slots=True)
class _Parser:
    parsed: Parsed
    pieces: Iterator[Piece]
    open: list[tuple[int, Element]] = field(default_factory=list)
    current: Element | None = None
    heading: bool = False

    def read(self) -> None:
        for piece in self.pieces:
            match piece.kind:
                case Kind.EMPTY:
                    self.open, self.current, self.heading = [], None, False
                case Kind.HEADING:
                    self._must_be_free(piece, "a heading")
                    self.heading = True
                case _ if self.heading:
                    self._in_heading(piece)
                case Kind.RELATION:
                    self._relation(piece)
                case Kind.DATA:
                    self._data(piece)
                case Kind.TEXT:
                    self._text(piece)
                case _:
                    self._titled(piece)

    def _in_heading(self, piece: Piece) -> None:
        """Pass over a heading: it orders the text and says nothing about claims."""
        if piece.kind is Kind.RELATION:
            self.parsed.page.refuse(piece.at, "a relation cannot stand under a heading", "Leave a line empty below the heading.")

    def _must_be_free(self, piece: Piece, what: str) -> None:
        if self.open or self.current:
            self.parsed.page.refuse(piece.at, f"{what} has to stand apart from what is before it", "Leave a line empty between them.")

    def _start(self, at: int) -> Element:
        element = Element(at)
        self.parsed.elements.append(element)
        self.current = element
        if not self.open:
            self.open = [(0, element)]
        return element

    def _relation(self, piece: Piece) -> None:
        page = self.parsed.page
        if not self.open:
            page.refuse(piece.at, "there is nothing above this relation", "Write it right under a statement, with no empty line between.")
        if not piece.indent:
            page.refuse(piece.at, "this relation is not indented", "Indent it under the statement that it is about.")
        if self.current is None:
            page.refuse(piece.at, "nothing stands after the relation above")
        while len(self.open) > 1 and self.open[-1][0] >= piece.indent:
            self.open.pop()
        above = self.open[-1][1]
        self.current = None
        below = self._start_below(piece)
        self.parsed.edges.append(Edge(piece.at, above, piece.text, below))
        self.open.append((piece.indent, below))

    def _start_below(self, piece: Piece) -> Element:
        """Begin what stands after a sign; the next piece has to be its title or its text."""
        following = next(self.pieces, None)
        page = self.parsed.page
        named = following is not None and following.kind in {Kind.DEFINITION, Kind.REFERENCE, Kind.TEXT}
        if following is None or not named or "\n" in page.text[piece.at : following.at]:
            page.refuse(piece.at, f"nothing stands after {piece.text!r}", "Write the title of a statement there: [Title]")
        below = self._start(following.at)
        if following.kind is Kind.TEXT:
            below.text = following.text.strip()
        else:
            self._name(below, following)
        return below

    def _titled(self, piece: Piece) -> None:
        if self.current is not None or self.open:
            hint = (
                "Leave a line empty between statements, or begin the line with a sign such as <+. Before [ or < in text, put a backslash."
            )
            self.parsed.page.refuse(piece.at, f"the title {piece.text!r} stands in the middle of another statement", hint)
        self._name(self._start(piece.at), piece)

    def _name(self, element: Element, piece: Piece) -> None:
        element.title, element.argument = piece.text, piece.argument
        if piece.kind is Kind.DEFINITION:
            element.text = ""

    def _text(self, piece: Piece) -> None:
        if not piece.text.strip():
            return
        element = self.current or self._start(piece.at)
        if element.has_data:
            self.parsed.page.refuse(piece.at, "there is text after the data of a statement", "Write the text before the data in braces.")
        if element.text is None and element.title is not None:
            hint = f"To say what it claims, write a colon: [{element.title}]: …"
            self.parsed.page.refuse(piece.at, "there is text after a title without a colon", hint)
        element.text = f"{element.text or ''} {piece.text.strip()}".strip()

    def _data(self, piece: Piece) -> None:
        element = self.current
        if element is None or not isinstance(piece.data, Mapping):
            self.parsed.page.refuse(piece.at, "this data belongs to nothing", "Write it after the text of a statement.")
        if element.has_data:
            self.parsed.page.refuse(piece.at, "a statement has data once", "Join both in one pair of braces.")
        element.data, element.has_data = piece.data, True
