"""How deep XML is nested, found before a parser that would take long over it."""

from __future__ import annotations

from xml.parsers import expat

MOST_NESTED = 100
"""Elements within elements that any format needs, and many more."""


class _TooDeepError(Exception):
    pass


def find_too_deep(content: bytes | str, most: int = MOST_NESTED) -> int | None:
    """Give the line of the first element that stands in more than ``most`` others; ``None`` if none does before the XML ends or breaks.

    For files whose document types have been refused or found harmless: their entities are replaced.
    """
    parser = expat.ParserCreate()
    depth = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > most:
            raise _TooDeepError

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(content, True)  # noqa: FBT003, it takes no names
    except _TooDeepError:
        return parser.CurrentLineNumber
    except expat.ExpatError:
        return None
    return None
