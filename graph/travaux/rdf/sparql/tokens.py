"""The words, names, strings and signs of a SPARQL query, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from travaux.errors import QueryError


class TokenKind(StrEnum):
    """What a token is; blanks and comments are not tokens."""

    STRING = "string"
    IRI = "iri"
    VARIABLE = "variable"
    BLANK_NODE = "blank"
    NAME = "name"
    LANGUAGE = "language"
    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and the offset of its first character in the query."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset behind the last character."""
        return self.start + len(self.text)

    @property
    def prefix(self) -> str:
        """Return the part of a prefixed name before its colon."""
        return self.text.partition(":")[0]

    def is_word(self, *words: str) -> bool:
        """Tell whether this is one of the keywords, which SPARQL reads in any case."""
        return self.kind is TokenKind.WORD and self.text.upper() in words


_TOKEN = re.compile(
    r"""
      (?P<skipped> [\ \t\r\n]++ | \#[^\r\n]*+ )
    | (?P<string> \"{3} (?: \"{0,2} (?: [^"\\] | \\. ) )*+ \"{3}
                | '{3} (?: '{0,2} (?: [^'\\] | \\. ) )*+ '{3}
                | \" (?: [^"\\\r\n] | \\. )*+ \"
                | ' (?: [^'\\\r\n] | \\. )*+ ' )
    | (?P<iri> < (?: [^<>"{}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8} )*+ > )
    | (?P<variable> [?$] \w++ )
    | (?P<blank> _: \w (?: [\w.\-]*[\w\-] )? )
    | (?P<name> (?: [^\W\d_] (?: [\w.\-]*[\w\-] )? )?
        : (?: (?: [\w:] | %[0-9A-Fa-f]{2} | \\[_~.\-!$&'()*+,;=/?\#@%] )
              (?: (?: [\w:.\-] | %[0-9A-Fa-f]{2} | \\[_~.\-!$&'()*+,;=/?\#@%] )*
                  (?: [\w:\-] | %[0-9A-Fa-f]{2} | \\[_~.\-!$&'()*+,;=/?\#@%] ) )? )? )
    | (?P<language> @ [A-Za-z]++ (?: -{1,2} [A-Za-z0-9]++ )*+ )
    | (?P<number> (?: \d++ (?: \.\d*+ )? | \.\d++ ) (?: [eE][+\-]?\d++ )? )
    | (?P<word> [^\W\d]\w*+ )
    | (?P<sign> <=|>=|!=|&&|\|\||\^\^|[{}()\[\];,.*/+\-=<>!|^?&~] )
    """,
    re.VERBOSE | re.DOTALL,
)


def tokenize(query: str) -> list[Token]:
    """Divide a query into tokens; ``QueryError`` at the first character that begins none, such as an open quotation mark."""
    tokens = []
    offset = 0
    while offset < len(query):
        match = _TOKEN.match(query, offset)
        if match is None or match.lastgroup is None:
            raise error_at(query, offset, _complaint(query[offset]))
        if match.lastgroup != "skipped":
            tokens.append(Token(TokenKind(match.lastgroup), match.group(), offset))
        offset = match.end()
    return tokens


def _complaint(character: str) -> str:
    return "this quotation mark is never closed" if character in "'\"" else f"no part of SPARQL begins with {character!r}"


_WIDTH = 100


def error_at(query: str, offset: int, what: str, advice: str | None = None) -> QueryError:
    """Return the error for a place in the query: line and column from 1, and the line with a caret under the character."""
    before = query[:offset].split("\n")
    line, column = len(before), len(before[-1]) + 1
    written = query.split("\n")[line - 1].expandtabs(1).rstrip("\r")
    cut = max(0, column - _WIDTH // 2)
    shown = f"  {written[cut : cut + _WIDTH]}\n  {' ' * (column - 1 - cut)}^"
    return QueryError(what, where=f"line {line}, column {column}", hint=f"{shown}\n{advice}" if advice else shown)
