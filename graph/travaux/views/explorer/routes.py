"""Which function makes the page at which address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from travaux.errors import QueryError
from travaux.views.explorer.asked import Options
from travaux.views.explorer.page import Moved, Page

if TYPE_CHECKING:
    from travaux.views.explorer.explorer import Explorer

Maker = Callable[["Explorer", Mapping[str, str], Options], Page | Moved]
"""Makes a page from the explorer, the named parts of the address, and the options behind it."""

PATTERNS: Mapping[str, str] = {
    "": "overview.show_overview",
    "articles": "lists.show_articles",
    "questions": "lists.show_questions",
    "themes": "lists.show_themes",
    "positions": "lists.show_positions",
    "people": "lists.show_people",
    "reports": "lists.show_reports",
    "search": "search.show_search",
    "map": "network.show_map",
    "compare": "compare.show_compare",
    "conflicts": "conflicts.show_conflicts",
    "gaps": "gaps.show_gaps",
    "trace": "trace.show_trace",
    "arguments": "arguments.show_arguments",
    "query": "query.show_query",
    "about": "about.show_about",
    "ontology": "ontology.show_ontology",
    "scheme/{rest*}": "ontology.show_term",
    "instrument/{instrument}": "instrument.show_instrument",
    "instrument/{instrument}/{kind}/{number}": "provision.show_provision",
    "theme/{name}": "theme.show_theme",
    "position/{key}": "position.show_position",
    "consultation/{name}": "consultation.show_consultation",
    "person/{key}": "actor.show_person",
    "organization/{key}": "actor.show_organization",
    "state/{key}": "actor.show_state",
    "document/{document}": "reader.show_document",
    "document/{document}/question/{number}": "question.show_question",
    "document/{document}/{kind}/{rest*}": "reader.show_part",
    "{rest*}": "thing.show_thing",
}
"""Pattern of a path → module in ``pages`` and function in it; the first that fits is taken. ``{rest*}`` takes all parts that are left."""


def find_maker(parts: Sequence[str]) -> tuple[Maker, dict[str, str]]:
    """Find who makes the page at a path, and what its named parts hold; ``QueryError`` if nobody does."""
    for pattern, name in PATTERNS.items():
        found = _fit(pattern, parts)
        if found is not None:
            module, _, function = name.partition(".")
            maker: Maker = getattr(import_module(f"travaux.views.explorer.pages.{module}"), function)
            return maker, found
    raise QueryError("there is nothing at this address")


def _fit(pattern: str, parts: Sequence[str]) -> dict[str, str] | None:
    """Give what the named parts of a pattern hold, or ``None`` if the path is another.

    >>> _fit("theme/{name}", ["theme", "encryption"])
    {'name': 'encryption'}
    """
    wanted = pattern.split("/") if pattern else []
    if wanted and wanted[-1].endswith("*}"):
        whole = len(wanted) - 1
        if len(parts) <= whole:
            return None
        wanted, parts = [*wanted[:-1], "{rest}"], [*parts[:whole], "/".join(parts[whole:])]
    if len(wanted) != len(parts):
        return None
    found = {}
    for want, part in zip(wanted, parts, strict=True):
        if want.startswith("{"):
            found[want[1:-1]] = part
        elif want != part:
            return None
    return found
