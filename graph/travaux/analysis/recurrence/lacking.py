"""What a store lacks for questions about recurrence."""

from __future__ import annotations

from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_MEETINGS = "SELECT (COUNT(DISTINCT ?meeting) AS ?count) WHERE { ?meeting a trv:Consultation }"
_TWO = 2
_NEEDED = {
    "statements": "?thing a trv:Statement",
    "themes": '?thing skos:prefLabel ?label . FILTER(CONTAINS(STR(?thing), "/theme/"))',
    "positions": "?thing a trv:Position",
}
_ALONE = """
  { SELECT DISTINCT ?document WHERE { ?document a trv:Document MINUS { ?document trv:consultation ?meeting } } }
  ?statement trv:document ?document ; a trv:Statement ."""


def find_lacks(store: Store) -> tuple[str, ...]:
    """Name what the store lacks: ``statements``, ``consultations`` (two are needed), ``themes``, ``positions``.

    ``their consultation`` is lacking if any statement stands in a document of no consultation, which leaves it out.
    """
    lacks = [name for name, pattern in _NEEDED.items() if not store.ask(f"{PREFIXES}ASK {{ {pattern} }}")]
    ((count,),) = store.select(PREFIXES + _MEETINGS).rows
    if int(str(count)) < _TWO:
        lacks.insert(lacks[:1] == ["statements"], "consultations")
    if store.ask(f"{PREFIXES}ASK {{ {_ALONE} }}"):
        lacks.append("their consultation")
    return tuple(lacks)
