"""What kind a thing is by its identifier, and what it is called where there is little room."""

from __future__ import annotations

import re

_KINDS = (
    (re.compile(r"instrument/[^/]+/article/[^/]+"), "article"),
    (re.compile(r"instrument/[^/]+/chapter/[^/]+"), "chapter"),
    (re.compile(r"instrument/[^/]+/preambular-paragraph/[^/]+"), "preambular-paragraph"),
    (re.compile(r"document/[^/]+/question/[^/]+"), "question"),
    (re.compile(r"document/[^/]+/statement/[^/]+"), "statement"),
    (re.compile(r"(theme|position|consultation|document|person|organization|state)/[^/]+"), None),
)
_WRITTEN = re.compile(r"[A-Za-z0-9()._~:%/-]+")
"""The characters of identifiers; anything else could end an IRI within a query."""
PROVISIONS = frozenset({"article", "chapter", "preambular-paragraph"})
ACTORS = frozenset({"person", "organization", "state"})
KINDS = (
    *("theme", "article", "chapter", "preambular-paragraph", "position", "question"),
    *("statement", "person", "organization", "state", "consultation", "document"),
)
"""The kinds of things that a map shows."""
_NUMBERED = {"article": "Art.", "chapter": "Ch.", "preambular-paragraph": "Pre.", "question": "Q"}
_LONG = 90


def find_kind(name: str) -> str | None:
    """Find the kind of a thing by its identifier; ``None`` for what maps do not show.

    >>> find_kind("instrument/draft/article/24"), find_kind("theme/trust"), find_kind("source/R5")
    ('article', 'theme', None)
    """
    for pattern, kind in _KINDS if _WRITTEN.fullmatch(name) else ():
        if pattern.fullmatch(name):
            return kind or name.partition("/")[0]
    return None


def shorten(kind: str, label: str, number: str | None, title: str | None) -> str:
    """Say in few words what a thing is called.

    >>> shorten("article", "article 24: Conditions and safeguards", "24", "Conditions and safeguards")
    'Art. 24 Conditions and safeguards'
    """
    words = label
    if kind in _NUMBERED and number:
        words = (
            f"{_NUMBERED[kind]} {number}{f' {title}' if title else ''}"
            if kind != "question"
            else f"Q{number}{f' {title}' if title else ''}"
        )
    return words if len(words) <= _LONG else f"{words[: _LONG - 1].rstrip()}…"
