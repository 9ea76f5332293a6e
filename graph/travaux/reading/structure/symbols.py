"""Symbols of documents and the forms in which resolutions and decisions are cited."""

from __future__ import annotations

import re

# A/AC.291/22 · E/CN.15/2023/1 · CTOC/COP/2020/5 · UNEP/PP/INC.4/3 · CCW/GGE.1/2019/3 · FCCC/CP/2015/10/Add.1
SYMBOL = re.compile(r"(?<![\w/.-])[A-Z][A-Z0-9]{0,7}(?:/[A-Z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?){1,7}(?:\([A-Z0-9]{1,8}\))?(?![\w/])")
_RESOLUTION_SYMBOL = re.compile(r"/(?:RES|DEC|Res|Dec)[./]|/(?:RES|DEC)$|/(?:Res|Dec)\.")

_BODIES = {
    "general assembly": "A",
    "security council": "S",
    "economic and social council": "E",
    "human rights council": "A/HRC",
}


def is_symbol(printed: str) -> bool:
    """Whether text that looks like a symbol is one: a number stands in a part after the first.

    >>> is_symbol("A/AC.291/22"), is_symbol("TCP/IP"), is_symbol("COVID-19/x")
    (True, False, False)
    """
    parts = printed.split("/")
    return bool(SYMBOL.fullmatch(printed)) and any(character.isdigit() for character in parts[-1] + "".join(parts[1:]))


def is_resolution(symbol: str) -> bool:
    """Whether a symbol is that of a resolution or decision."""
    return bool(_RESOLUTION_SYMBOL.search(symbol))


def to_symbol(body: str | None, noun: str, number: str, year: str | None) -> str:
    """Return the normal form of a resolution or decision cited in words; where no body is named, none is guessed.

    >>> to_symbol("General Assembly", "resolution", "75/282", None), to_symbol("Security Council", "resolution", "2341", "2017")
    ('A/RES/75/282', 'S/RES/2341 (2017)')
    >>> to_symbol(None, "decision", "78/549", None), to_symbol("Conference of the Parties", "resolution", "5/14", None)
    ('decision 78/549', 'Conference of the Parties resolution 5/14')
    """
    numbered = f"{number} ({year})" if year else number
    prefix = _BODIES.get(body.lower()) if body else None
    if prefix:
        return f"{prefix}/{'RES' if noun.startswith('res') else 'DEC'}/{numbered}"
    return f"{body} {noun} {numbered}" if body else f"{noun} {numbered}"
