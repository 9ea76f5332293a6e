"""What the networks ask of the store: pairs with their counts, counts of each thing, and what each thing is.

The store counts. Only what every SPARQL 1.1 server answers; all count or list DISTINCT, as a default graph that is the union of named
graphs may hold a triple of two of them twice. Where most statements take part, each pattern is read by itself (``sparql.apart``).
"""

from __future__ import annotations

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import apart, quoted

_NAMED = f"""\
{{ SELECT ?voice ?speaker WHERE {{ {{ ?voice trv:actor ?speaker }} UNION {{
  {apart("?voice trv:participation ?taken", "?taken trv:person ?speaker")} }} }} }}"""
"""What binds ``?speaker`` to whom a report names, by the name or by a place on a panel."""

LINKS = {
    "position": apart("?statement trv:position ?position"),
    "provision": apart("?statement trv:provision ?provision"),
    "theme": apart("?statement trv:theme ?theme"),
    "consultation": apart("?statement trv:document ?source", "?source trv:consultation ?consultation"),
    "speaker": f"{apart('?statement trv:speaker ?voice')} {_NAMED}",
}
"""Kind of node → the pattern that binds a variable of that name to what ``?statement`` is linked to, rejected positions among it."""

_PLACED = apart("?statement trv:document ?source", "?source trv:consultation ?meeting")
_ANSWERS = f"""\
{{ SELECT DISTINCT ?statement ?question WHERE {{
  {{ {apart("?statement trv:question ?question")} }} UNION {{ {apart("?statement trv:partialQuestion ?question")} }} }} }}"""

MEETINGS = """\
SELECT DISTINCT ?document ?consultation WHERE { ?source a trv:Document ; trv:name ?document ; trv:consultation/trv:name ?consultation }"""
"""The names of the documents that belong to a consultation, and its name."""

BASE = "SELECT ?document WHERE { ?document a trv:Document } LIMIT 1"

DETAILS = {
    "position": """\
SELECT DISTINCT ?thing ?label ?review WHERE {
  { SELECT ?thing WHERE { ?thing a trv:Position MINUS { ?thing trv:review review:rejected } } }
  { SELECT ?thing ?label WHERE { ?thing trv:claim ?label } }
  OPTIONAL { { SELECT ?thing ?review WHERE { ?thing trv:review ?review } } }
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


def pairs(selection: Selection, one: str, other: str) -> str:
    """Write the query for how many statements selected are linked to a thing of one kind and to one of another, no rejected position."""
    standing = " MINUS { ?position trv:review review:rejected }" if "position" in {one, other} else ""
    counted = f"SELECT ?{one} ?{other} (COUNT(DISTINCT ?statement) AS ?weight)"
    pattern = f"{LINKS[one]} {LINKS[other]} {selection.pattern()}"
    return f"SELECT ?{one} ?{other} ?weight WHERE {{ {{ {counted} WHERE {{ {pattern} }} GROUP BY ?{one} ?{other} }}{standing} }}"


def counts(selection: Selection, kind: str) -> str:
    """Write the query for how many statements selected are linked to each thing of a kind."""
    pattern = f"{LINKS[kind]} {selection.pattern()}"
    return f"SELECT ?{kind} (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{ {pattern} }} GROUP BY ?{kind}"


def held(selection: Selection) -> str:
    """Write the query for how widely each position is held, by the words of the statements selected."""
    voices = apart("?statement trv:speaker ?voice", "?voice trv:prevalence ?prevalence")
    return f"SELECT DISTINCT ?position ?prevalence WHERE {{ {LINKS['position']} {voices} {selection.pattern()} }}"


def reported(selection: Selection) -> str:
    """Write the query for the consultations at which each position is held, by the statements selected."""
    found = f"SELECT DISTINCT ?position ?meeting WHERE {{ {LINKS['position']} {_PLACED} {selection.pattern()} }}"
    return f"SELECT DISTINCT ?position ?consultation WHERE {{ {{ {found} }} ?meeting trv:name ?consultation }}"


def theme_pairs(selection: Selection) -> str:
    """Write the query for how many statements selected carry each two themes, in either order, and each theme with itself."""
    pattern = f"{LINKS['theme']} {apart('?statement trv:theme ?other')} {selection.pattern()}"
    return f"SELECT ?theme ?other (COUNT(DISTINCT ?statement) AS ?weight) WHERE {{ {pattern} }} GROUP BY ?theme ?other"


def answers(selection: Selection, link: str, told: tuple[str, ...] = ()) -> str:
    """Write the query for the statements selected that are linked to a question by one property, and what is told of them."""
    read = apart(f"?statement trv:{link} ?question", *(f"?statement trv:{name} ?{name}" for name in told))
    return f"SELECT DISTINCT ?statement ?question {' '.join(f'?{name}' for name in told)} WHERE {{ {read} {selection.pattern()} }}"


def answered(selection: Selection) -> str:
    """Write the query for how many statements selected answer a question, how many questions they answer, and how many such pairs are."""
    return f"""\
SELECT (COUNT(*) AS ?edges) (COUNT(DISTINCT ?statement) AS ?statements) (COUNT(DISTINCT ?question) AS ?questions) WHERE {{
  {_ANSWERS} {selection.pattern()}
}}"""


def answering_claims(selection: Selection) -> str:
    """Write the query for the claims of the statements selected that answer a question, once for each question."""
    return f"SELECT ?claim WHERE {{ {_ANSWERS} {apart('?statement trv:claim ?claim')} {selection.pattern()} }}"


def answers_of(selection: Selection, link: str, claims: tuple[str, ...]) -> str:
    """Write the query for the statements selected that make one of these claims and are linked to a question by one property."""
    made = f"VALUES ?claim {{ {' '.join(map(quoted, claims))} }} ?statement trv:claim ?claim ; trv:{link} ?question"
    found = f"{{ SELECT ?statement ?question ?claim WHERE {{ {made} }} }}"
    return f"SELECT DISTINCT ?statement ?question ?claim WHERE {{ {found} {selection.pattern()} }}"


def relations(*, lean: bool = False) -> str:
    """Write the query for the relations, each with the sentence that shows it unless ``lean``."""
    read = apart(*(f"?relation trv:{name} ?{name}" for name in ("premise", "conclusion")))
    sentence, quote = ("", "") if lean else (" ?sentence", " ?span trv:quote ?sentence .")
    return f"""\
SELECT DISTINCT ?relation ?premise ?conclusion ?kind ?form ?marking ?span{sentence} WHERE {{
  {read}
  ?relation a trv:Relation ; trv:kind ?kind ; trv:form ?form ; trv:marking ?marking ; trv:span ?span .{quote}
}}"""
