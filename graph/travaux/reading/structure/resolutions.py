"""Resolutions and decisions cited in words, and documents cited by their symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux.reading.structure.scope import squeeze
from travaux.reading.structure.symbols import SYMBOL, is_resolution, is_symbol, to_symbol

_BODY = (
    r"(?:General\s+Assembly|Security\s+Council|Economic\s+and\s+Social\s+Council|Human\s+Rights\s+Council"
    r"|(?:[A-Z][\w-]*\s+){0,4}(?:Conference|Commission|Assembly|Council|Committee)(?:\s+of\s+the\s+Parties)?)"
)
# 75/282 · 2341 (2017) · 2200 A (XXI) · 5/14; in Markdown a link may stand around it.
_NUMBER = r"\d{1,4}(?:/\d{1,4}(?:\s?[A-Z]\b)?)?(?:\s?[A-Z]?\s?\((?:\d{4}|[IVXLC]+)\))?"
_LINK = r"(?:\]\([^()\s]*\))?"
_EACH = re.compile(rf"\[?(?P<number>\d{{1,4}}(?:/\d{{1,4}})?(?:\s?[A-Z]\b)?)(?:\s?\((?P<year>\d{{4}}|[IVXLC]+)\))?{_LINK}")
# General Assembly resolution 75/282 · [resolution 75/282](#) · Security Council resolutions 2341 (2017) and 2396 (2017) · decision 78/549
_CITED = re.compile(
    rf"(?:\b(?P<body>{_BODY})(?:[\u2019']s)?\s+(?:in\s+its\s+)?)?(?P<open>\[)?\b(?P<noun>[Rr]esolution|[Dd]ecision|RESOLUTION|DECISION)s?\s+"
    rf"(?P<list>\[?{_NUMBER}{_LINK}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)\[?{_NUMBER}{_LINK})*)"
)
# In running text a number without slash, year or body is too little: "decision 5".
_FULL = re.compile(r"/|\(")


def find_resolutions(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield resolutions and decisions between two characters with their symbols; each of a list on its own.

    >>> text = "in General Assembly [resolution 75/282](#) and Security Council resolution 2341 (2017)"
    >>> [(text[a:b], symbol) for a, b, symbol in find_resolutions(text, 0, len(text))]
    [('General Assembly [resolution 75/282](#)', 'A/RES/75/282'), ('Security Council resolution 2341 (2017)', 'S/RES/2341 (2017)')]
    """
    for match in _CITED.finditer(text, start, end):
        body = squeeze(match["body"]) if match["body"] else None
        first = True
        for item in _EACH.finditer(text, match.start("list"), match.end("list")):
            if body or _FULL.search(item[0]):
                begins = match.start() if first else item.start()
                yield begins, item.end(), to_symbol(body, match["noun"].lower(), squeeze(item["number"]), item["year"])
            first = False
    for first_character, last_character, symbol in _symbols(text, start, end):
        if is_resolution(symbol):
            yield first_character, last_character, symbol


def find_symbols(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the symbols of documents between two characters, those of resolutions excepted."""
    for first, last, symbol in _symbols(text, start, end):
        if not is_resolution(symbol):
            yield first, last, symbol


def _symbols(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in SYMBOL.finditer(text, start, end):
        if is_symbol(match[0]):
            yield match.start(), match.end(), match[0]
