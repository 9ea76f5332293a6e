"""What the evaluation of arguments asks of the store; only what every SPARQL 1.1 server answers, all DISTINCT."""

from __future__ import annotations

from collections.abc import Iterable

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES, apart, quoted

_REJECTED = "MINUS {{ ?{0} trv:review review:rejected }}"

_SPAN = "?relation trv:span ?span . ?span trv:start ?start ; trv:end ?end ; trv:document ?source ."


def positions() -> str:
    """Write the query for the number of positions that nobody has rejected."""
    standing = _REJECTED.format("position")
    return f"{PREFIXES}SELECT (COUNT(DISTINCT ?position) AS ?count) WHERE {{ ?position a trv:Position . {standing} }}"


def relations(selection: Selection) -> str:
    """Write the query for the relations whose sentences stand in the documents selected, and the positions that they join."""
    read = apart(*(f"?relation trv:{name} ?{name}" for name in ("kind", "form", "marking", "premise", "conclusion")))
    where = ["{ SELECT ?relation WHERE { ?relation a trv:Relation } }", read]
    if selection.consultations or selection.documents:
        where.append("?relation trv:span/trv:document ?source .")
    if selection.documents:
        where.append(f"VALUES ?document {{ {' '.join(map(quoted, selection.documents))} }} ?source trv:name ?document .")
    if selection.consultations:
        names = " ".join(map(quoted, selection.consultations))
        where.append(f"VALUES ?consultation {{ {names} }} ?source trv:consultation ?meeting . ?meeting trv:name ?consultation .")
    where += [_REJECTED.format("premise"), _REJECTED.format("conclusion")]
    return f"{PREFIXES}SELECT DISTINCT ?relation ?kind ?form ?marking ?premise ?conclusion WHERE {{ {' '.join(where)} }}"


CLAIMS = (
    "SELECT DISTINCT ?position ?claim WHERE { ?position a trv:Position . { SELECT ?position ?claim WHERE { ?position trv:claim ?claim } } }"
)
"""The claims of all positions: most of them are joined by some relation."""


def expressed(selection: Selection, condition: str = "") -> str:
    """Write the query for the positions that a selected statement expresses; ``condition`` may say more about ``?statement``."""
    pattern = f"{selection.pattern()} ?statement trv:position ?position . {condition}"
    return f"{PREFIXES}SELECT DISTINCT ?position WHERE {{ {pattern} }}"


def claims(iris: Iterable[str]) -> str:
    """Write the query for the claims of these positions."""
    standing = _REJECTED.format("position")
    pattern = f"VALUES ?position {{ {_listed(iris)} }} ?position trv:claim ?claim . {standing}"
    return f"{PREFIXES}SELECT DISTINCT ?position ?claim WHERE {{ {pattern} }}"


def evidence(iris: Iterable[str]) -> str:
    """Write the query for the words that show these relations, and where they stand."""
    variables = "?relation ?quote ?start ?end ?source ?document ?title"
    pattern = f"{_SPAN} ?span trv:quote ?quote . ?source trv:name ?document ; dcterms:title ?title ."
    return _of_relations(variables, iris, pattern)


def reasons_given(iris: Iterable[str]) -> str:
    """Write the query for the editors' reasons to record these relations."""
    return _of_relations("?relation ?why", iris, "?decision trv:subject ?relation ; trv:inForce true ; trv:reason ?why .")


def _of_relations(variables: str, iris: Iterable[str], pattern: str) -> str:
    return f"{PREFIXES}SELECT DISTINCT {variables} WHERE {{ VALUES ?relation {{ {_listed(iris)} }} {pattern} }}"


def _listed(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(iris))
