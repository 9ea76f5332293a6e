"""The words that SPARQL knows, and what kind of query they make."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from travaux.rdf.sparql.tokens import Token


class QueryKind(StrEnum):
    """What a query answers with: a table, yes or no, or triples (CONSTRUCT and DESCRIBE)."""

    SELECT = "select"
    ASK = "ask"
    CONSTRUCT = "construct"


_FORMS = {"SELECT": QueryKind.SELECT, "ASK": QueryKind.ASK, "CONSTRUCT": QueryKind.CONSTRUCT, "DESCRIBE": QueryKind.CONSTRUCT}

UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"])
"""Words that occur in updates only."""

_WORDS = """
BASE PREFIX VERSION DISTINCT REDUCED FROM NAMED WHERE AS A TRUE FALSE UNDEF
GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET VALUES
GRAPH OPTIONAL UNION FILTER BIND MINUS EXISTS NOT IN LATERAL
COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR
STR LANG LANGDIR LANGMATCHES DATATYPE BOUND IRI URI BNODE STRDT STRLANG STRLANGDIR HASLANG HASLANGDIR
RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS
STRBEFORE STRAFTER SUBSTR REPLACE REGEX COALESCE IF SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC
YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW ADJUST UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512
TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE
"""

KEYWORDS = frozenset(_WORDS.split()) | _FORMS.keys()
"""Every bare word that a query may hold, in capitals."""


def find_kind(tokens: Sequence[Token]) -> QueryKind | None:
    """Return what the query answers with, or ``None`` if it is no query."""
    return next((_FORMS[token.text.upper()] for token in tokens if token.is_word(*_FORMS)), None)
