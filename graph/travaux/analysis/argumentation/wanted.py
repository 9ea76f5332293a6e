"""Which positions somebody asks about: by a theme, a provision, the key of a position, or words of its claim."""

from __future__ import annotations

import re
from collections.abc import Iterable

from travaux.analysis.argumentation import queries
from travaux.analysis.argumentation.recorded import to_key
from travaux.analysis.tracing.queries import saying
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.analysis.tracing.wanted import choose
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.naming.kinds import NameKind
from travaux.naming.meant import get_things

_POSITION = re.compile(r"https?://[^\s<>\"{}|\\^`]+/position/[^\s<>\"{}|\\^`/]+")
_QUESTION = re.compile(r"question\s+\S+", re.IGNORECASE)
_ANSWERING = "{{ ?statement trv:question <{0}> }} UNION {{ ?statement trv:partialQuestion <{0}> }}"


def find_wanted(store: Store, what: str) -> dict[str, str]:
    """Find the positions that are asked about: their claims by their keys, sorted.

    The name of a theme means the positions that a statement on it expresses, and so for a provision or a guiding question; the IRI of a
    position means that one alone. ``QueryError`` with the nearest names for what is none of these.
    """
    if _POSITION.fullmatch(what):
        return _claims(store, {what})
    if _QUESTION.fullmatch(what.strip()):
        return _of_statements(store, [_ANSWERING.format(iri) for iri in get_things(store, NameKind.QUESTION, what)])
    theme = find_theme(store, what)
    treaty = TreatyFile(store)
    if theme is not None and treaty.find_provisions(what) is None:
        return _of_statements(store, [f"?statement trv:theme <{theme}> ."])
    return _claims(store, set(choose(store, treaty, what, None, None)))


def _of_statements(store: Store, patterns: Iterable[str]) -> dict[str, str]:
    """Find the positions of statements that fit one of some patterns."""
    return _claims(store, {str(row["position"]) for pattern in patterns for row in store.select(saying(pattern))})


def _claims(store: Store, iris: set[str]) -> dict[str, str]:
    rows = store.select(queries.claims(iris)) if iris else ()
    return dict(sorted((to_key(row["position"]), str(row["claim"])) for row in rows))


def find_theme(store: Store, what: str) -> str | None:
    """Find the theme of that name; what begins with the word theme must be one, else it is one only if the whole name fits."""
    name = what.strip()
    told = name.casefold().startswith("theme ")
    try:
        return next(iter(get_things(store, NameKind.THEME, name[len("theme ") :] if told else name)))
    except QueryError:
        if told:
            raise
        return None
