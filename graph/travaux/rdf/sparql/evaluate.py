"""A query and an open Oxigraph store: the one place where the two meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from travaux.errors import QueryError
from travaux.rdf.sparql.dataset import EVERYTHING, Dataset
from travaux.rdf.sparql.syntax import explain_syntax
from travaux.rdf.sparql.tokens import Token, TokenKind, tokenize
from travaux.rdf.terms import NAMESPACES

_TOLD = re.compile(r"\*|FROM", re.IGNORECASE)
"""Without these a query needs no reading of its own before the engine reads it."""

Result: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples


def evaluate(engine: Store, query: str, dataset: Dataset = EVERYTHING) -> Result:
    """Begin to answer a query; known prefixes are supplied, and ``SELECT *`` has its columns in the order of the query.

    The default graph is the union of all named graphs, or what the query's own FROM and FROM NAMED say, or what ``dataset`` says
    instead. ``QueryError`` if the query is wrong; errors while rows are fetched come out of the result as ``OSError`` or ``RuntimeError``.
    """
    tokens = tokenize(query) if _TOLD.search(query) else []
    named = any(token.is_word("FROM") for token in tokens)

    def ask_engine(text: str) -> Result:
        if dataset:
            return engine.query(
                text,
                prefixes=NAMESPACES,
                default_graph=[NamedNode(name) for name in dataset.default],
                named_graphs=[NamedNode(name) for name in dataset.named],  # none is none: left out, it would be all
            )
        return engine.query(text, prefixes=NAMESPACES, use_default_graph_as_union=not named)

    try:
        result = ask_engine(query)
        star = _find_star(tokens)
        if star and isinstance(result, QuerySolutions) and result.variables:
            columns = _in_order([variable.value for variable in result.variables], tokens)
            result = ask_engine(f"{query[: star.start]} {columns} {query[star.end :]}")
    except SyntaxError as error:
        raise explain_syntax(query, error, ask_engine) from error
    except (RuntimeError, ValueError) as error:
        raise QueryError(str(error)) from error
    return result


def _find_star(tokens: Sequence[Token]) -> Token | None:
    """Find the ``*`` of a query that selects everything; the engine gives those columns in alphabetical order."""
    start = next((number for number, token in enumerate(tokens) if token.is_word("SELECT")), len(tokens))
    rest = [token for token in tokens[start + 1 : start + 3] if not token.is_word("DISTINCT", "REDUCED")]
    return rest[0] if rest and rest[0].text == "*" else None


def _in_order(names: Sequence[str], tokens: Sequence[Token]) -> str:
    written = [token.text[1:] for token in tokens if token.kind is TokenKind.VARIABLE]
    return " ".join(f"?{name}" for name in sorted(names, key=written.index))
