"""Bracketed text of drafts: alternatives, or words that are not agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.reading.structure.scope import squeeze

_BRACKET = re.compile(r"[\[\]]")
# What may stand between two alternatives.
_BETWEEN = re.compile(r"\s*(?:/|\bor\b)?\s*")
_BETWEEN_LENGTH = 12
# Not of the draft: footnote numbers, omissions, remarks of the editor.
_NOT_DRAFT = re.compile(r"[\W\d_]*|sic!?|emphasis .*|.* added|translated .*|\w{1,3} \d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Groups of brackets that follow each other, with the text in each."""

    start: int
    end: int
    alternatives: tuple[str, ...]


def find_bracketed(text: str, start: int, end: int) -> Iterator[Bracketed]:
    """Yield bracketed text between two characters; an editorial capital ("[t]he") is none, nor are links and omissions.

    >>> [b.alternatives for b in find_bracketed("“[o]ther acts by [a computer] [a device]” [here](#) […]", 0, 51)]
    [('a computer', 'a device')]
    """
    run: list[tuple[int, int]] = []
    for opened, closed in _groups(text, start, end):
        if not _is_draft(text, opened, closed, end):
            continue
        if run and not _adjoin(text, run[-1][1], opened):
            yield _bracketed(text, run)
            run = []
        run.append((opened, closed))
    if run:
        yield _bracketed(text, run)


def _adjoin(text: str, closed: int, opened: int) -> bool:
    return opened - closed <= _BETWEEN_LENGTH and bool(_BETWEEN.fullmatch(text, closed, opened))


def _groups(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the outermost pairs of brackets; one that is never closed is passed over."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match[0] == "[":
            opened.append(match.start())
        elif len(opened) == 1:
            yield opened.pop(), match.end()
        elif opened:
            opened.pop()


def _is_draft(text: str, opened: int, closed: int, end: int) -> bool:
    inner = text[opened + 1 : closed - 1]
    editorial = len(inner) == 1 and closed < end and text[closed].isalpha()
    link = text[closed : closed + 1] == "("
    return not editorial and not link and not _NOT_DRAFT.fullmatch(squeeze(inner))


def _bracketed(text: str, run: list[tuple[int, int]]) -> Bracketed:
    alternatives = tuple(squeeze(text[opened + 1 : closed - 1]) for opened, closed in run)
    return Bracketed(start=run[0][0], end=run[-1][1], alternatives=alternatives)
