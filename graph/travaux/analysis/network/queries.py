"""What the networks ask of the store: pairs with their counts, counts of each thing, and what each thing is.

The store counts. Only what every SPARQL 1.1 server answers; all count or list DISTINCT, as a default graph that is the union of named
graphs may hold a triple of two of them twice. Each link stands in a query of its own: an engine then reads it once as a whole and joins,
where it would else look up each statement by itself, which takes four times as long for 10,000 statements.
"""

from __future__ import annotations

from travaux.analysis.selection import ALL, Selection

_STANDING_POSITION = "MINUS { ?position trv:review review:rejected }"


def _read(variables: str, pattern: str) -> str:
    return f"{{ SELECT DISTINCT {variables} WHERE {{ {pattern} }} }}"


_PLACED = _read(
    "?statement ?name",
    '?statement trv:stance ?stance BIND(STRBEFORE(STRAFTER(STR(?statement), "/document/"), "/statement/") AS ?name)',
)
"""The name of the document that reports a statement stands in the statement's identifier."""

_NAMED = f"""\
{{ {_read("?voice ?speaker", "?voice trv:actor ?speaker")} UNION {{
  {_read("?voice ?taken", "?voice trv:participation ?taken")} {_read("?taken ?speaker", "?taken trv:person ?speaker")} }} }}"""

LINKS = {
    "position": _read("?statement ?position", f"?statement trv:position ?position {_STANDING_POSITION}"),
    "provision": _read("?statement ?provision", "?statement trv:provision ?provision"),
    "theme": _read("?statement ?theme", "?statement trv:theme ?theme"),
    "consultation": _PLACED + _read("?name ?consultation", "?source a trv:Document ; trv:name ?name ; trv:consultation ?consultation"),
    "speaker": _read("?statement ?voice", "?statement trv:speaker ?voice") + _NAMED,
}
"""Kind of node → the pattern that binds a variable of that name to what ``?statement`` is linked to."""


MEETINGS = """\
SELECT DISTINCT ?document ?consultation WHERE { ?source a trv:Document ; trv:name ?document ; trv:consultation/trv:name ?consultation }"""
"""The names of the documents that belong to a consultation, and its name."""

BASE = "SELECT ?document WHERE { ?document a trv:Document } LIMIT 1"

DETAILS = {
    "position": """\
SELECT DISTINCT ?thing ?label ?review WHERE {
  ?thing a trv:Position ; trv:claim ?label .
  OPTIONAL { ?thing trv:review ?review }
  MINUS { ?thing trv:review review:rejected }
}""",
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


def chosen(selection: Selection) -> str:
    """Write the pattern that leaves of the statements which other patterns bind those that are selected; it stands after these."""
    if selection == ALL:
        return f"{_read('?statement', '?statement a trv:Statement')} MINUS {{ ?statement trv:review review:rejected }}"
    return _read("?statement", selection.pattern())


def pairs(selection: Selection, one: str, other: str) -> str:
    """Write the query for how many statements selected are linked to a thing of one kind and to one of another."""
    pattern = f"{LINKS[one]} {LINKS[other]} {chosen(selection)}"
    return f"""\
SELECT ?{one} ?{other} (COUNT(DISTINCT ?statement) AS ?weight) WHERE {{ {pattern} }} GROUP BY ?{one} ?{other}"""


def counts(selection: Selection, kind: str) -> str:
    """Write the query for how many statements selected are linked to each thing of a kind."""
    pattern = f"{LINKS[kind]} {chosen(selection)}"
    return f"SELECT ?{kind} (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{ {pattern} }} GROUP BY ?{kind}"


def held(selection: Selection) -> str:
    """Write the query for how widely each position is held, by the words of the statements selected."""
    voices = _read("?statement ?voice", "?statement trv:speaker ?voice")
    words = _read("?voice ?prevalence", "?voice trv:prevalence ?prevalence")
    return f"SELECT DISTINCT ?position ?prevalence WHERE {{ {LINKS['position']} {voices} {words} {chosen(selection)} }}"


def reported(selection: Selection) -> str:
    """Write the query for the consultations at which each position is held, by the statements selected."""
    meetings = _read("?name ?consultation", "?source a trv:Document ; trv:name ?name ; trv:consultation/trv:name ?consultation")
    return f"SELECT DISTINCT ?position ?consultation WHERE {{ {LINKS['position']} {_PLACED} {meetings} {chosen(selection)} }}"


def theme_pairs(selection: Selection) -> str:
    """Write the query for how many statements selected carry each two themes, in either order, and each theme with itself."""
    other = _read("?statement ?other", "?statement trv:theme ?other")
    pattern = f"{LINKS['theme']} {other} {chosen(selection)}"
    return f"SELECT ?theme ?other (COUNT(DISTINCT ?statement) AS ?weight) WHERE {{ {pattern} }} GROUP BY ?theme ?other"


def answers(selection: Selection) -> str:
    """Write the query for the statements selected that are linked to a question, and whether to the whole or a part of it."""
    return f"""\
SELECT DISTINCT ?statement ?question ?answers WHERE {{
  {{ ?statement trv:question ?question BIND("direct" AS ?answers) }}
  UNION {{ ?statement trv:partialQuestion ?question BIND("partial" AS ?answers) }}
  {chosen(selection)}
}}"""


def answering(selection: Selection) -> str:
    """Write the query for what the statements are that answer a question."""
    linked = _read("?statement", "{ ?statement trv:question ?question } UNION { ?statement trv:partialQuestion ?question }")
    read = (_read(f"?statement ?{name}", f"?statement trv:{name} ?{name}") for name in ("claim", "stance"))
    return f"SELECT DISTINCT ?statement ?claim ?stance WHERE {{ {linked} {' '.join(read)} {chosen(selection)} }}"


def relations() -> str:
    """Write the query for the relations, each with the sentence that shows it."""
    read = (_read(f"?relation ?{name}", f"?relation trv:{name} ?{name}") for name in ("premise", "conclusion", "form", "marking"))
    return f"""\
SELECT DISTINCT ?relation ?premise ?conclusion ?kind ?form ?marking ?span ?sentence WHERE {{
  {" ".join(read)}
  ?relation a trv:Relation ; trv:kind ?kind ; trv:span ?span . ?span trv:quote ?sentence .
}}"""
