"""Prefixes that a query uses: those that it declares, those that are supplied, and those that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import pairwise

from travaux.rdf.sparql.tokens import Token, TokenKind, error_at
from travaux.rdf.terms import NAMESPACES


def supplied_prologue(tokens: Sequence[Token]) -> str:
    """Return declarations, without a line break, of the known prefixes that a query uses and does not declare.

    >>> from travaux.rdf.sparql.tokens import tokenize
    >>> supplied_prologue(tokenize("ASK { ?x a trv:Statement }"))
    'PREFIX trv: <https://w3id.org/travaux/ontology#> '
    """
    declared = _declared(tokens)
    used = {token.prefix for token in tokens if token.kind is TokenKind.NAME} - declared
    return "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in NAMESPACES.items() if prefix in used)


def check_prefixes(query: str, tokens: Sequence[Token]) -> None:
    """Raise ``QueryError`` at the first name whose prefix is neither declared nor known, with the closest ones that are."""
    known = _declared(tokens) | NAMESPACES.keys()
    for token in tokens:
        if token.kind is TokenKind.NAME and token.prefix not in known:
            raise error_at(query, token.start, f"the prefix “{token.prefix}:” is not declared", _advice(token.prefix, known))


def expand(name: Token, tokens: Sequence[Token]) -> str:
    """Return the IRI that an address or a prefixed name among the tokens of a query stands for; ``KeyError`` for unknown prefixes."""
    if name.kind is TokenKind.IRI:
        return name.text[1:-1]
    declared = {
        prefix.prefix: iri.text[1:-1] for word, prefix, iri in zip(tokens, tokens[1:], tokens[2:], strict=False) if word.is_word("PREFIX")
    }
    return (NAMESPACES | declared)[name.prefix] + name.text.partition(":")[2].replace("\\", "")


def _declared(tokens: Sequence[Token]) -> set[str]:
    return {name.prefix for word, name in pairwise(tokens) if word.is_word("PREFIX") and name.kind is TokenKind.NAME}


def _advice(prefix: str, known: set[str]) -> str:
    close = get_close_matches(prefix, sorted(known), n=3, cutoff=0.5)
    offer = " or ".join(f"“{name}:”" for name in close)
    declare = f"PREFIX {prefix}: <…> at the beginning declares it."
    return f"Did you mean {offer}? {declare}" if close else f"{declare} Known without: {', '.join(sorted(NAMESPACES))}."
