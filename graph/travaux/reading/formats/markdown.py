"""Markdown, read for its blocks; the text stays as it is in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from travaux.model.text import Block, BlockKind, SourceText
from travaux.reading.formats.decoding import BYTE_ORDER_MARK, decode_utf8
from travaux.reading.formats.plain_text import find_blocks, text_warnings

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)
_LEAVES = frozenset({"paragraph_open", "heading_open", "fence", "code_block", "html_block", "tr_open"})
_LOOSE = frozenset({"paragraph_open", "code_block"})
_DEEPEST = 100


def read(data: bytes, where: str) -> SourceText:
    """Read a Markdown document (CommonMark with tables).

    The stored text is the file's own, character for character, as for plain text. A block covers its lines as printed: list markers,
    quotation marks (``>``), ``#`` marks and underlines are part of it. Top-level paragraphs are divided further by the rules of plain
    text, so that a line wholly in bold is a heading here too. Rules, comments, link definitions and the line under a table's head
    are in no block.
    """
    text = decode_utf8(data, where)
    warnings = text_warnings(text)
    tokens = _parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        warning = f"lists or quotations are nested over {_DEEPEST} deep; the document is read as plain text"
        return SourceText(text=text, blocks=tuple(find_blocks(text)), warnings=(*warnings, warning))
    return SourceText(text=text, blocks=tuple(_find_blocks(text, tokens)), warnings=warnings)


def _parse(text: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    # Only the blocks are wanted: emphasis and links stay unparsed.
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser.parse(text.removeprefix(BYTE_ORDER_MARK))


def _find_blocks(text: str, tokens: Sequence[Token]) -> Iterator[Block]:
    lines = _line_starts(text)
    depth = 0
    item_line: int | None = None
    for token in tokens:
        if token.type == "list_item_open" and token.map:
            depth += 1
            item_line = token.map[0] if item_line is None else item_line
        elif token.type == "list_item_close":
            depth -= 1
            item_line = None
        elif token.type in _LEAVES and token.map:
            first = token.map[0] if item_line is None else item_line
            yield from _leaf(text, token, (lines[first], lines[token.map[1]]), depth if item_line is not None else 0)
            item_line = None


def _leaf(text: str, token: Token, place: tuple[int, int], depth: int) -> Iterator[Block]:
    start, end = place
    if token.type in _LOOSE and token.level == 0:
        yield from find_blocks(text, start, end)
        return
    printed = text[start:end]
    stripped = printed.strip()
    if not stripped or (token.type == "html_block" and _COMMENT.fullmatch(stripped)):
        return
    start += printed.index(stripped[0])
    kind, level = _kind(token, depth)
    yield Block(kind=kind, start=start, end=start + len(stripped), level=level)


def _kind(token: Token, depth: int) -> tuple[BlockKind, int]:
    if token.type == "heading_open":
        return BlockKind.HEADING, int(token.tag[1:])
    if token.type == "tr_open":
        return BlockKind.TABLE_ROW, 0
    return (BlockKind.LIST_ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)


def _line_starts(text: str) -> list[int]:
    """Return where each line begins, and twice the end of the text, since the parser counts an empty last line or not."""
    first = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    return [first, *(match.end() for match in _LINE_BREAK.finditer(text)), len(text), len(text)]
