"""A sentence as a parser should see it, without mark-up and bracketed alternatives, and the way back to the characters of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SQUARE = re.compile(r"[\[\]]")
_ADDRESS = re.compile(r"\([^()\s]*\)")
_NOTE = re.compile(r"\d{1,3}")
_NEXT_ALTERNATIVE = re.compile(r"\s*\[[^\[\]]*\](?!\()")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|\*{2,}")
_UNPLAIN = re.compile(r"[*_|\[\]]|\s\s|[^\S ]|\s\Z|[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What only a look at every character takes off or changes: mark-up, white space other than single spaces, invisible characters."""
_AS_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-"})


@dataclass(frozen=True, slots=True)
class PlainText:
    """``text`` is what to parse; ``offsets[i]`` is the character of the document that ``text[i]`` stands for.

    ``source`` is the document's text, ``span`` the characters of it that were taken. Of bracketed alternatives
    (``[cybercrime] [the use of …]``) the first stands for all.
    """

    text: str
    offsets: Sequence[int]
    source: str
    span: tuple[int, int]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the document, brackets that are part of it and further alternatives included."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        opened, closed = _balance(self.source, first, last)
        if opened:
            last = _close(self.source, last, self.span[1])
        if closed:
            first = _open(self.source, first, self.span[0])
        return first, last


def to_plain(source: str, start: int, end: int) -> PlainText:
    """Take the mark-up off ``source[start:end]``; white space becomes single spaces, curly marks become straight ones.

    >>> to_plain("on *inter alia* [[o]ther acts] [crimes], see [here](#)", 0, 54).text
    'on inter alia other acts, see here'
    """
    if not source[start : start + 1].isspace() and not _UNPLAIN.search(source, start, end):
        return PlainText(source[start:end].translate(_AS_PLAIN), range(start, end), source, (start, end))
    dropped = _dropped(source, start, end)
    kept: list[str] = []
    offsets: list[int] = []
    for index in range(start, end):
        if dropped[index - start]:
            continue
        character = source[index]
        if character.isspace() or character == "|" or not character.isprintable():
            if not kept or kept[-1] == " ":
                continue
            character = " "
        kept.append(character.translate(_AS_PLAIN))
        offsets.append(index)
    return PlainText("".join(kept).rstrip(), tuple(offsets), source, (start, end))


def _dropped(source: str, start: int, end: int) -> bytearray:
    """Mark the characters that are mark-up, in time linear in their number."""
    text = source[start:end]
    dropped = bytearray(len(text))
    for match in _EMPHASIS.finditer(text):
        _drop(dropped, *match.span())
    before = -1  # where the bracket before closed
    for first, last in _brackets(text) if "[" in text else ():
        before = _drop_bracket(text, dropped, first, last, before)
    return dropped


def _drop_bracket(text: str, dropped: bytearray, first: int, last: int, before: int) -> int:
    """Drop the brackets ``first``..``last``, with all in them if they hold a note or a further alternative; return where they end."""
    inside = text[first + 1 : last]
    address = _ADDRESS.match(text, last + 1)
    if address:
        _drop(dropped, last, address.end())
        _drop(dropped, first, first + 1)
        return -1
    if before >= 0 and not text[before:first].strip():
        _drop(dropped, before, last + 1)
    elif _NOTE.fullmatch(inside):
        _drop(dropped, first, last + 1)
    for index in range(first, last + 1):
        if text[index] in "[]":
            dropped[index] = 1
    return last + 1


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost pairs of square brackets; one that is never closed is text."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in _SQUARE.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            first = opened.pop()
            while pairs and pairs[-1][0] > first:
                pairs.pop()
            pairs.append((first, match.start()))
    yield from pairs


def _drop(dropped: bytearray, first: int, last: int) -> None:
    dropped[first:last] = b"\x01" * (last - first)


def _balance(source: str, first: int, last: int) -> tuple[int, int]:
    """Count the brackets that are opened and not closed, and closed and not opened, in ``source[first:last]``."""
    opened = closed = 0
    for character in source[first:last]:
        if character == "[":
            opened += 1
        elif character == "]":
            if opened:
                opened -= 1
            else:
                closed += 1
    return opened, closed


def _close(source: str, last: int, limit: int) -> int:
    """Extend a range to the bracket that closes it, and over further alternatives, before the character ``limit``."""
    end = source.find("]", last, limit) + 1
    if not end:
        return last
    while (alternative := _NEXT_ALTERNATIVE.match(source, end, limit)) is not None:
        end = alternative.end()
    return end


def _open(source: str, first: int, limit: int) -> int:
    """Extend a range to the bracket that opens it, not before the character ``limit``."""
    start = source.rfind("[", limit, first)
    return first if start < 0 else start
