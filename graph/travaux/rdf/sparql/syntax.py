"""Where a query is wrong: the engine's error of syntax, put at the word that causes it."""

from __future__ import annotations

import re
from collections.abc import Callable

from travaux.errors import QueryError
from travaux.rdf.sparql.tokens import error_at, tokenize

# The engine reports the farthest character at which it compared anything, so a keyword that it tried moves the place by the keyword's
# length, up to 14 characters. With wider gaps between the tokens the place cannot leave the token at which reading ended.
_GAP = " " * 20

_PLACE = re.compile(r"error at (\d+):(\d+)")
_SENTENCE = re.compile(r"(?:^|, |one of |expected )([A-Z][a-z]+ [^\[\"]+?)(?:, (?=[\[\"A-Z])|$)")


def explain_syntax(query: str, error: SyntaxError, parse: Callable[[str], object]) -> QueryError:
    """Return the error for the user; ``parse`` is the engine's parser, which raised ``error`` for the query.

    The place is that of the first token which cannot stand where it stands. What the engine says in words is kept.
    """
    tokens = tokenize(query)
    spaced = "".join(token.text + _GAP for token in tokens)
    try:
        parse(spaced)
    except SyntaxError as again:
        error = again
    offset = _offset(spaced, str(error))
    said = _SENTENCE.search(str(error).replace("Prefix not found", ""))
    for token in tokens:
        offset -= len(token.text) + len(_GAP)
        if offset < 0:
            return error_at(query, token.start, said.group(1) if said else f"“{_shorten(token.text)}” cannot stand here")
    return error_at(query, len(query.rstrip()), said.group(1) if said else "something is missing at the end")


def _offset(text: str, message: str) -> int:
    found = _PLACE.search(message)
    if found is None:
        return len(text)
    line, column = int(found.group(1)), int(found.group(2))
    return sum(len(earlier) + 1 for earlier in text.split("\n")[: line - 1]) + column - 1


def _shorten(text: str) -> str:
    longest = 40
    return text if len(text) <= longest else text[:longest] + "…"
