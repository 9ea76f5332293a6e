"""Tokens are where engines see them, whatever stands in strings, comments and IRIs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.errors import QueryError
from travaux.rdf.sparql.tokens import TokenKind, error_at, tokenize


def kinds(query: str) -> list[tuple[str, str]]:
    return [(token.kind.value, token.text) for token in tokenize(query)]


@pytest.mark.parametrize(
    "text",
    ["'it'", '"said"', "'''a 'quote' '' in it'''", '"""two\nlines "" """', r'"\" still"', r"'''\''''", "''", '""', '""""""'],
)
def test_a_string_is_one_token_in_every_quotation(text: str) -> None:
    assert kinds(f"?a {text} ?b") == [("variable", "?a"), ("string", text), ("variable", "?b")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<http://example.org/#it's>", TokenKind.IRI),
        (r"<http://example.org/\u00e9>", TokenKind.IRI),
        ("$name", TokenKind.VARIABLE),
        ("?überschrift", TokenKind.VARIABLE),
        ("_:b.1", TokenKind.BLANK_NODE),
        ("trv:Statement", TokenKind.NAME),
        (":", TokenKind.NAME),
        (r"a-b.c:d.e\-f%20:g", TokenKind.NAME),
        ("@en-GB", TokenKind.LANGUAGE),
        ("1.5e-3", TokenKind.NUMBER),
        (".5", TokenKind.NUMBER),
        ("GROUP_CONCAT", TokenKind.WORD),
        ("^^", TokenKind.SIGN),
    ],
)
def test_a_token_has_its_kind(text: str, kind: TokenKind) -> None:
    ((found, written),) = kinds(text)
    assert (found, written) == (kind, text)


def test_a_comment_ends_with_its_line() -> None:
    assert kinds("?a # 'no string\n?b # the end") == [("variable", "?a"), ("variable", "?b")]


def test_a_dot_behind_a_name_ends_the_sentence() -> None:
    assert kinds("?a trv:p ex:b.") == [("variable", "?a"), ("name", "trv:p"), ("name", "ex:b"), ("sign", ".")]


def test_a_comparison_is_no_iri() -> None:
    assert kinds("?a < ?b && ?c > 3")[1] == ("sign", "<")


@pytest.mark.parametrize("query", ["ASK { ?s ?p 'open }", 'ASK { ?s ?p "two\nlines" }', "SEL\\u0045CT", "ASK { ` }", "ASK\ufeff"])
def test_what_begins_no_token_is_an_error_with_its_place(query: str) -> None:
    with pytest.raises(QueryError) as raised:
        tokenize(query)
    assert raised.value.where is not None
    assert raised.value.where.startswith("line ")


def test_an_error_shows_the_line_with_a_caret() -> None:
    error = error_at("SELECT *\nWHERE { ?é\tnonsense }", 20, "not this")
    assert str(error) == "line 2, column 12: not this\n  WHERE { ?é nonsense }\n             ^"


def test_an_error_in_a_long_line_shows_the_neighbourhood() -> None:
    shown = error_at("x" * 5000 + "!" + "y" * 5000, 5000, "here").hint or ""
    line, caret = shown.split("\n")
    assert (line[caret.index("^")], len(line) < 110) == ("!", True)


@given(st.text(alphabet="?$ax:_<>\"'#\\ \n{}().;,@^-1é", max_size=60))
def test_tokens_and_what_is_between_them_make_up_the_query(query: str) -> None:
    try:
        tokens = tokenize(query)
    except QueryError:
        return
    end = 0
    for token in tokens:
        between = query[end : token.start]
        assert between.strip(" \t\r\n") == "" or between.lstrip(" \t\r\n").startswith("#")
        assert query[token.start : token.end] == token.text
        end = token.end
