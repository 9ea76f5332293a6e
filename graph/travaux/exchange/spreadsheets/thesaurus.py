"""The themes of a built graph, and the names by which cells tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from travaux.model.identity import Id
from travaux.model.store import Store
from travaux.model.theme import Theme

_THEMES = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?theme ?property ?value WHERE {
  ?theme skos:prefLabel ?label FILTER(CONTAINS(STR(?theme), "/theme/"))
  VALUES ?property { skos:prefLabel skos:altLabel skos:definition skos:broader }
  ?theme ?property ?value
}"""


def read_themes(store: Store, base: str) -> tuple[Theme, ...]:
    """Read the themes, in the order of their short names; of what is shown only."""
    told: dict[str, dict[str, list[str]]] = {}
    for row in store.select(_THEMES):
        name = str(row["property"]).rsplit("#", 1)[1]
        told.setdefault(str(row["theme"]), {}).setdefault(name, []).append(str(row["value"]))
    return tuple(_theme(Id(one.removeprefix(base)), values, base) for one, values in sorted(told.items()))


def _theme(identity: Id, values: dict[str, list[str]], base: str) -> Theme:
    told: dict[str, Any] = {name: tuple(sorted(held)) for name, held in values.items()}
    return Theme(
        id=identity,
        name=identity.removeprefix("theme/"),
        pref_label=told["prefLabel"][0],
        alt_labels=told.get("altLabel", ()),
        definition=next(iter(told.get("definition", ())), None),
        broader=tuple(Id(one.removeprefix(base)) for one in told.get("broader", ())),
    )


def name_themes(themes: Iterable[Theme]) -> dict[Id, str]:
    """Give the names by which themes are written: their labels, or short names where a label could mean another theme too."""
    known = tuple(themes)
    times = Counter(name for one in known for name in {fold_name(one.pref_label), fold_name(one.name)})
    return {one.id: one.pref_label if times[fold_name(one.pref_label)] == 1 else one.name for one in known}


def fold_name(name: str) -> str:
    """Give what tells names apart: capital letters and blanks do not."""
    return " ".join(name.casefold().split())
