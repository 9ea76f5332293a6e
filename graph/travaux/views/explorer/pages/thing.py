"""The page of any thing that has no page of its own kind: its properties, and what points to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from travaux.analysis.sparql import PREFIXES, last_word
from travaux.errors import QueryError
from travaux.model.days import to_words
from travaux.model.store import Value
from travaux.model.versions import in_version
from travaux.views.explorer.addresses import address_of, relative_id
from travaux.views.explorer.asked import Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Page
from travaux.views.explorer.versions import version_names
from travaux.views.wording import GRADE_WORDS

_MOST = 200
_OWN = (
    "SELECT DISTINCT ?property ?value ?label ?called WHERE {{ <{iri}> ?property ?value "
    "OPTIONAL {{ ?value rdfs:label|skos:prefLabel ?label }} OPTIONAL {{ ?property rdfs:label ?called }} }}"
)
_POINTING = (
    "SELECT DISTINCT ?property ?value ?label ?called WHERE {{ ?value ?property <{iri}> "
    "OPTIONAL {{ ?value rdfs:label|skos:prefLabel ?label }} OPTIONAL {{ ?property rdfs:label ?called }} }} LIMIT {most}"
)
_HIDDEN = frozenset({"type", "label", "prefLabel", "order", "name", "inScheme", "checksum"})
"""Properties that the page says otherwise, or that say nothing to a reader."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GRADES = frozenset({"grade", "numberGrade"})


@dataclass(frozen=True, slots=True)
class Property:
    """A value of a property: the ``name`` in the graph, what it is ``called``, and the value in ``words`` with its address, if any."""

    name: str
    called: str
    words: str
    address: str | None


def show_thing(explorer: Explorer, found: Mapping[str, str], _: Options) -> Page:
    """Show a thing by its identifier; ``QueryError`` if the graph holds nothing about it."""
    iri = explorer.iri_of(*found["rest"].split("/"))
    own = _properties(explorer, _OWN.format(iri=iri))
    pointing = _properties(explorer, _POINTING.format(iri=iri, most=_MOST))
    if not own and not pointing:
        raise QueryError("there is nothing at this address", hint="The search finds statements, articles, questions, themes and people.")
    title = next((one.words for one in own if one.name == "label"), found["rest"])
    shown = {
        "iri": iri,
        "kind": ", ".join(one.words[:1].upper() + one.words[1:] for one in own if one.name == "type"),
        "own": _groups(one for one in own if one.name not in _HIDDEN and not (one.name == "title" and one.words == title)),
        "pointing": _groups(one for one in pointing if one.name not in _HIDDEN),
        "listed": len(pointing),
        "most": _MOST,
    }
    return Page(
        title=title[:1].upper() + title[1:], template="thing.html.j2", shown=shown, data={"iri": iri, "is": own, "of": pointing}, about=iri
    )


def _properties(explorer: Explorer, query: str) -> list[Property]:
    found = {_property(explorer, row) for row in explorer.store.select(PREFIXES + query)}
    return sorted(found, key=lambda one: (one.called, one.name, one.words, one.address or ""))


def _property(explorer: Explorer, row: Mapping[str, Value]) -> Property:
    name = str(row["property"]).replace("#", "/").rpartition("/")[2]
    called = str(row["called"]) if row["called"] else _HUMP.sub(" ", name).lower()
    value = row["value"]
    own = relative_id(str(value), explorer.corpus.base)
    address = address_of(own) if own else str(value) if name == "link" and str(value).startswith(("https://", "http://")) else None
    words = _words(name, value, row["label"])
    if own and row["label"]:
        kind, _, rest = own.partition("/")
        text, _, part = rest.partition("/")
        version = version_names(explorer.corpus).get(text, "") if kind == "instrument" and part else ""
        words = in_version(words[:1].upper() + words[1:], version)
    return Property(name, called[:1].upper() + called[1:], words, address)


def _words(name: str, value: Value, label: Value) -> str:
    """Put a value in words: a day as one writes it, a grade with what it rests on, anything else by its label."""
    if isinstance(value, dt.date):
        return to_words(value)
    if name in _GRADES:
        grade = last_word(value)
        return f"{grade}: {GRADE_WORDS[grade]}" if grade in GRADE_WORDS else grade
    return str(label or value)


def _groups(properties: Iterable[Property]) -> list[tuple[str, list[Property]]]:
    """Put values under what their property is called."""
    groups: dict[str, list[Property]] = {}
    for one in properties:
        groups.setdefault(one.called, []).append(one)
    return list(groups.items())
