"""What the networks ask of the store: pairs with their counts, counts of each thing, and what each thing is.

The store counts. Only what every SPARQL 1.1 server answers; all count or list DISTINCT, as a default graph that is the union of named
graphs may hold a triple of two of them twice.
"""

from __future__ import annotations

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import quoted

_STANDING = "FILTER NOT EXISTS { ?position trv:review review:rejected }"

LINKS = {
    "position": f"?statement trv:position ?position . {_STANDING}",
    "provision": "?statement trv:provision ?provision .",
    "theme": "?statement trv:theme ?theme .",
    "consultation": "?statement trv:document/trv:consultation ?consultation .",
    "speaker": "?statement trv:speaker ?voice . { ?voice trv:actor ?speaker } UNION { ?voice trv:participation/trv:person ?speaker }",
}
"""Kind of node → the pattern that binds a variable of that name to what ``?statement`` is linked to."""

BASE = "SELECT ?document WHERE { ?document a trv:Document } LIMIT 1"

DETAILS = {
    "position": f"""\
SELECT DISTINCT ?thing ?label ?review WHERE {{
  ?position a trv:Position ; trv:claim ?label . {_STANDING}
  BIND(?position AS ?thing)
  OPTIONAL {{ ?position trv:review ?review }}
}}""",
    "provision": """\
SELECT DISTINCT ?thing ?label ?provision_kind ?number ?order ?grade ?instrument ?version WHERE {
  VALUES ?provision_kind { trv:Article trv:Chapter trv:PreambularParagraph }
  ?thing a ?provision_kind ; rdfs:label ?label ; trv:number ?number ; trv:order ?order ; trv:grade ?grade ; trv:instrument ?text .
  ?text trv:name ?instrument ; trv:status ?version .
}""",
    "theme": 'SELECT DISTINCT ?thing ?label WHERE { ?thing skos:prefLabel ?label FILTER(CONTAINS(STR(?thing), "/theme/")) }',
    "consultation": """\
SELECT DISTINCT ?thing ?label ?first_day WHERE {
  ?thing a trv:Consultation ; dcterms:title ?label OPTIONAL { ?thing trv:firstDay ?first_day }
}""",
    "speaker": """\
SELECT DISTINCT ?thing ?label ?speaker_kind WHERE {
  VALUES ?speaker_kind { trv:Person trv:Organization trv:State }
  ?thing a ?speaker_kind ; trv:name ?label .
}""",
    "question": """\
SELECT DISTINCT ?thing ?label ?number ?order ?document ?text WHERE {
  ?thing a trv:Question ; rdfs:label ?label ; trv:number ?number ; trv:order ?order ; trv:document/trv:name ?document ;
    trv:span/trv:quote ?text .
}""",
}
"""Kind of node → the query for what things of that kind are."""

GROUNDS = f"""\
SELECT DISTINCT ?position WHERE {{
  ?position a trv:Position . {_STANDING}
  FILTER NOT EXISTS {{ ?statement trv:position ?position ; trv:review ?review FILTER(?review != review:rejected) }}
}}"""
"""Positions that no standing statement expresses."""


def pairs(selection: Selection, one: str, other: str) -> str:
    """Write the query for how many statements selected are linked to a thing of one kind and to one of another."""
    pattern = f"{selection.pattern()} {LINKS[one]} {LINKS[other]}"
    return f"""\
SELECT ?{one} ?{other} (COUNT(DISTINCT ?statement) AS ?weight) WHERE {{ {pattern} }} GROUP BY ?{one} ?{other}"""


def counts(selection: Selection, kind: str) -> str:
    """Write the query for how many statements selected are linked to each thing of a kind."""
    pattern = f"{selection.pattern()} {LINKS[kind]}"
    return f"SELECT ?{kind} (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{ {pattern} }} GROUP BY ?{kind}"


def held(selection: Selection) -> str:
    """Write the query for where and how widely the positions are held, by the words of the statements selected."""
    return f"""\
SELECT DISTINCT ?position ?prevalence ?consultation WHERE {{
  {selection.pattern()} {LINKS["position"]}
  OPTIONAL {{ ?statement trv:speaker/trv:prevalence ?prevalence }}
  OPTIONAL {{ ?statement trv:document/trv:consultation/trv:name ?consultation }}
}}"""


def theme_pairs(selection: Selection) -> str:
    """Write the query for how many statements selected carry each two themes, each two once."""
    pattern = f"{selection.pattern()} ?statement trv:theme ?one , ?other . FILTER(STR(?one) < STR(?other))"
    return f"SELECT ?one ?other (COUNT(DISTINCT ?statement) AS ?weight) WHERE {{ {pattern} }} GROUP BY ?one ?other"


def answers(selection: Selection) -> str:
    """Write the query for the statements selected that are linked to a question, and whether to the whole or a part of it."""
    return f"""\
SELECT DISTINCT ?statement ?question ?answers ?label ?document ?stance ?review ?prevalence WHERE {{
  {{ ?statement trv:question ?question BIND("direct" AS ?answers) }}
  UNION {{ ?statement trv:partialQuestion ?question BIND("partial" AS ?answers) }}
  {selection.pattern()}
  ?statement trv:claim ?label ; trv:document/trv:name ?document ; trv:stance ?stance ; trv:review ?review .
  OPTIONAL {{ ?statement trv:speaker/trv:prevalence ?prevalence }}
}}"""


def relations(selection: Selection) -> str:
    """Write the query for relations whose sentence stands where the selection looks, each with that sentence."""
    return f"""\
SELECT DISTINCT ?relation ?premise ?conclusion ?kind ?form ?marking ?sentence ?span_start ?span_end ?document WHERE {{
  ?relation a trv:Relation ; trv:premise ?premise ; trv:conclusion ?conclusion ; trv:kind ?kind ; trv:form ?form ;
    trv:marking ?marking ; trv:span ?span .
  ?span trv:quote ?sentence ; trv:start ?span_start ; trv:end ?span_end ; trv:document ?source .
  ?source trv:name ?document .
  {_place(selection)}
}}"""


def _place(selection: Selection) -> str:
    """Write the conditions of a selection on documents and consultations for ``?source`` and its name."""
    conditions = []
    if selection.documents:
        conditions.append(f"VALUES ?document {{ {_names(selection.documents)} }}")
    if selection.consultations:
        conditions.append(f"VALUES ?meeting {{ {_names(selection.consultations)} }} ?source trv:consultation/trv:name ?meeting .")
    return " ".join(conditions)


def _names(names: tuple[str, ...]) -> str:
    return " ".join(map(quoted, names))
