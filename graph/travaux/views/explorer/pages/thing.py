"""The page of any thing that has no page of its own kind: its properties, and what points to it."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.sparql import PREFIXES
from travaux.errors import QueryError
from travaux.model.store import Value
from travaux.views.explorer.addresses import address_of, relative_id
from travaux.views.explorer.asked import Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Page

_MOST = 200
_OWN = "SELECT DISTINCT ?property ?value ?label WHERE {{ <{iri}> ?property ?value OPTIONAL {{ ?value rdfs:label|skos:prefLabel ?label }} }}"
_POINTING = (
    "SELECT DISTINCT ?property ?value ?label WHERE {{ ?value ?property <{iri}> "
    "OPTIONAL {{ ?value rdfs:label|skos:prefLabel ?label }} }} LIMIT {most}"
)


def show_thing(explorer: Explorer, found: Mapping[str, str], _: Options) -> Page:
    """Show a thing by its identifier; ``QueryError`` if the graph holds nothing about it."""
    iri = explorer.iri_of(*found["rest"].split("/"))
    own = _rows(explorer, _OWN.format(iri=iri))
    pointing = _rows(explorer, _POINTING.format(iri=iri, most=_MOST))
    if not own and not pointing:
        raise QueryError("there is nothing at this address", hint="The search finds statements, articles, questions, themes and people.")
    title = next((words for name, _, words in own if name == "label"), found["rest"])
    shown = {"iri": iri, "own": own, "pointing": pointing, "most": _MOST}
    return Page(title=title, template="thing.html.j2", shown=shown, data={"iri": iri, "is": own, "of": pointing}, about=iri)


def _rows(explorer: Explorer, query: str) -> list[tuple[str, str | None, str]]:
    """Give name of the property, address (none for a text) and words of each value, sorted."""
    rows = {_row(explorer, row) for row in explorer.store.select(PREFIXES + query)}
    return sorted(rows, key=lambda row: (row[0], row[2]))


def _row(explorer: Explorer, row: Mapping[str, Value]) -> tuple[str, str | None, str]:
    name = str(row["property"]).replace("#", "/").rpartition("/")[2]
    own = relative_id(str(row["value"]), explorer.corpus.base)
    return name, address_of(own) if own else None, str(row["label"] or row["value"])
