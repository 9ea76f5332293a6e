"""What a user types: whether it may run at all, judged on its tokens and before any engine sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from travaux.errors import QueryError
from travaux.rdf.sparql.keywords import KEYWORDS, UPDATES, find_kind
from travaux.rdf.sparql.prefixes import check_prefixes
from travaux.rdf.sparql.tokens import Token, TokenKind, error_at, tokenize

MAXIMUM_LENGTH = 100_000
"""Characters that a query may have."""

MAXIMUM_DEPTH = 100
"""Brackets that a query may have open at once; engines overflow their stack at some thousands."""

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_WHOLE_ADDRESS = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
_TREACHEROUS = frozenset("'#()[]")


def check_query(text: str) -> None:
    """Raise ``QueryError`` unless the text may be given to an engine: a query that reads this graph and nothing else.

    Refused, with line and column: updates, SERVICE, words that SPARQL does not know, prefixes that nobody declared, brackets that
    do not match, more than ``MAXIMUM_DEPTH`` of them, and texts of more than ``MAXIMUM_LENGTH`` characters. Nothing is parsed here,
    because a parser can be brought down by a hostile text: errors of syntax are the worker's to report.
    """
    if len(text) > MAXIMUM_LENGTH:
        what = f"the query has {len(text):,} characters; {MAXIMUM_LENGTH:,} is the limit"
        raise QueryError(what, hint="Put long lists of values into the graph, or ask in parts.")
    tokens = tokenize(text)
    if not tokens:
        what = "the query is empty"
        raise QueryError(what, hint="For example: SELECT ?statement WHERE { ?statement a trv:Statement } LIMIT 10")
    _check_words(text, tokens)
    _check_addresses(text, tokens)
    _check_brackets(text, tokens)
    check_prefixes(text, tokens)
    if find_kind(tokens) is None:
        raise error_at(text, tokens[0].start, "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")


def _check_words(text: str, tokens: Sequence[Token]) -> None:
    for token in tokens:
        word = token.text.upper() if token.kind is TokenKind.WORD else ""
        # engines read a keyword without a blank behind it, so “SERVICEex:a” calls the server ex:a
        if word.startswith("SERVICE") or (token.kind is TokenKind.NAME and "SERVICE" in token.prefix.upper()):
            raise error_at(text, token.start, "SERVICE asks another server; queries read this graph only")
        if word in UPDATES:
            raise error_at(text, token.start, f"{word} changes a graph; queries only read")
        if word and word not in KEYWORDS:
            raise error_at(text, token.start, f"SPARQL has no word “{token.text}”", _offer(word))


def _offer(word: str) -> str:
    close = get_close_matches(word, sorted(KEYWORDS), n=1)
    return f"Did you mean {close[0]}?" if close else "A variable begins with “?”, a name has a prefix and a colon."


def _check_addresses(text: str, tokens: Sequence[Token]) -> None:
    """Refuse what one reader takes for an address and another for a comparison that begins a string, a comment or a bracket."""
    for token in tokens:
        if token.kind is TokenKind.IRI and not _WHOLE_ADDRESS.match(token.text) and not _TREACHEROUS.isdisjoint(token.text):
            what = f"“{token.text}” can be read as an address or as a comparison"
            raise error_at(text, token.start, what, "Put blanks around “<” and “>”, or write the whole address, with “://”.")


def _check_brackets(text: str, tokens: Sequence[Token]) -> None:
    opened: list[Token] = []
    for token in tokens:
        if token.kind is not TokenKind.SIGN:
            continue
        if token.text in _CLOSING:
            opened.append(token)
            if len(opened) > MAXIMUM_DEPTH:
                raise error_at(text, token.start, f"more than {MAXIMUM_DEPTH} brackets are open here")
        elif token.text in _CLOSING.values() and (not opened or _CLOSING[opened.pop().text] != token.text):
            raise error_at(text, token.start, f"this “{token.text}” closes nothing")
    if opened:
        raise error_at(text, opened[-1].start, f"this “{opened[-1].text}” is never closed")
