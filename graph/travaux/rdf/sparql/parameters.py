"""Values for the variables of a query, put in place of the variables so that no value can change what the query says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from travaux.errors import QueryError
from travaux.model.store import Value
from travaux.rdf.sparql.tokens import Token, TokenKind, tokenize
from travaux.rdf.sparql.values import to_term


def bind_parameters(query: str, parameters: Mapping[str, Value]) -> str:
    """Replace ``?name`` and ``$name`` by the value of that name, outside of strings, IRIs and comments.

    A selected variable stays a column and holds the value. ``None`` leaves a variable unbound. ``QueryError`` for a name that the
    query does not use, and for a value that RDF cannot hold.
    """
    if not parameters:
        return query
    tokens = tokenize(query)
    unused = sorted(parameters.keys() - {token.text[1:] for token in tokens if token.kind is TokenKind.VARIABLE})
    if unused:
        what = f"the query has no variable ?{unused[0]}"
        raise QueryError(what, hint="Every parameter replaces a variable of its name; check the spelling.")
    terms = {name: str(to_term(value)) for name, value in parameters.items() if value is not None}
    written = []
    end = 0
    for token, replacement in _replacements(tokens, terms):
        written += [query[end : token.start], replacement]
        end = token.end
    return "".join([*written, query[end:]])


def _replacements(tokens: Sequence[Token], terms: Mapping[str, str]) -> Iterator[tuple[Token, str]]:
    """Give the variables to replace: a bare term may not be selected or grouped by, and to order by one has no meaning."""
    clause = ""
    depth = 0
    for token in tokens:
        if token.kind is TokenKind.VARIABLE and token.text[1:] in terms:
            term = terms[token.text[1:]]
            forms = {"SELECT": f"({term} AS {token.text})", "GROUP": f"({term})", "ORDER": token.text}
            yield token, forms.get(clause, term) if depth == 0 else term
        elif token.kind is TokenKind.WORD and depth == 0 and not token.is_word("BY", "DISTINCT", "REDUCED", "ASC", "DESC"):
            clause = token.text.upper()
        elif token.text in ("(", ")"):
            depth = depth + 1 if token.text == "(" else max(depth - 1, 0)
        elif token.text in ("{", "}"):
            clause, depth = "", 0
