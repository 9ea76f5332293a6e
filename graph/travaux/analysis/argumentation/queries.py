"""What the evaluation of arguments asks of the store; only what every SPARQL 1.1 server answers, all DISTINCT."""

from __future__ import annotations

from collections.abc import Iterable

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES, quoted

_STANDING = "FILTER NOT EXISTS {{ ?{0} trv:review review:rejected }}"

_SPAN = "?relation trv:span ?span . ?span trv:start ?start ; trv:end ?end ; trv:document ?source ."
_HOLDER = """\
?holder trv:order ?order ; trv:span ?place . ?place trv:start ?first ; trv:end ?last .
FILTER(?first <= ?start && ?end <= ?last) OPTIONAL { ?holder trv:number ?printed }"""


def positions() -> str:
    """Write the query for the number of positions that nobody has rejected."""
    standing = _STANDING.format("position")
    return f"{PREFIXES}SELECT (COUNT(DISTINCT ?position) AS ?count) WHERE {{ ?position a trv:Position . {standing} }}"


def relations(selection: Selection) -> str:
    """Write the query for the relations whose sentences stand in the documents selected, and the claims that they join."""
    where = ["?relation a trv:Relation ; trv:kind ?kind ; trv:form ?form ; trv:marking ?marking ;"]
    where += [
        "trv:premise ?premise ; trv:conclusion ?conclusion .",
        "?premise trv:claim ?premise_claim . ?conclusion trv:claim ?conclusion_claim .",
    ]
    where += [_STANDING.format("premise"), _STANDING.format("conclusion")]
    if selection.consultations or selection.documents:
        where.append("?relation trv:span/trv:document ?source .")
    if selection.documents:
        where.append(f"VALUES ?document {{ {' '.join(map(quoted, selection.documents))} }} ?source trv:name ?document .")
    if selection.consultations:
        names = " ".join(map(quoted, selection.consultations))
        where.append(f"VALUES ?consultation {{ {names} }} ?source trv:consultation ?meeting . ?meeting trv:name ?consultation .")
    variables = "?relation ?kind ?form ?marking ?premise ?conclusion ?premise_claim ?conclusion_claim"
    return f"{PREFIXES}SELECT DISTINCT {variables} WHERE {{ {' '.join(where)} }}"


def expressed(selection: Selection, condition: str = "") -> str:
    """Write the query for the positions that a selected statement expresses; ``condition`` may say more about ``?statement``."""
    pattern = f"{selection.pattern()} ?statement trv:position ?position . {condition}"
    return f"{PREFIXES}SELECT DISTINCT ?position WHERE {{ {pattern} }}"


def claims(iris: Iterable[str]) -> str:
    """Write the query for the claims of these positions."""
    standing = _STANDING.format("position")
    pattern = f"VALUES ?position {{ {_listed(iris)} }} ?position trv:claim ?claim . {standing}"
    return f"{PREFIXES}SELECT DISTINCT ?position ?claim WHERE {{ {pattern} }}"


def evidence(iris: Iterable[str]) -> str:
    """Write the query for the words that show these relations, and where they stand."""
    variables = "?relation ?quote ?start ?end ?document ?title"
    pattern = f"{_SPAN} ?span trv:quote ?quote . ?source trv:name ?document ; dcterms:title ?title ."
    return _of_relations(variables, iris, pattern)


def reasons_given(iris: Iterable[str]) -> str:
    """Write the query for the editors' reasons to record these relations."""
    return _of_relations("?relation ?why", iris, "?decision trv:subject ?relation ; trv:inForce true ; trv:reason ?why .")


def paragraphs(iris: Iterable[str], *, said: bool) -> str:
    """Write the query for the paragraphs in which the words of these relations stand.

    With ``said``, only those that a statement on one of the two positions is in: the way to them is short. Without, all paragraphs of the
    document are gone through, which takes long in a large store.
    """
    either = "{ ?relation trv:premise ?position } UNION { ?relation trv:conclusion ?position }"
    way = f"{either} ?statement trv:position ?position ; trv:document ?source ; trv:paragraph ?holder ."
    pattern = f"{_SPAN} {way if said else '?holder a trv:Paragraph ; trv:document ?source .'} {_HOLDER}"
    return _of_relations("?relation ?order ?printed", iris, pattern)


def _of_relations(variables: str, iris: Iterable[str], pattern: str) -> str:
    return f"{PREFIXES}SELECT DISTINCT {variables} WHERE {{ VALUES ?relation {{ {_listed(iris)} }} {pattern} }}"


def _listed(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(iris))
