"""What common ground and conflict ask of a store: counts by position and topic, recorded relations, and details of what is shown.

Only what every SPARQL 1.1 server answers; each is completed by the pattern that selects statements.
"""

from __future__ import annotations

from travaux.analysis.sparql import apart

POSITIONS = """\
SELECT DISTINCT ?position ?claim ?review WHERE {
  ?position a trv:Position ; trv:claim ?claim . OPTIONAL { ?position trv:review ?review }
}"""

_SELECTED = "{{ SELECT DISTINCT ?statement WHERE {{ {selected} }} }}"


def _apart(*patterns: str) -> str:
    """Write patterns that are read apart, in a text that is completed by ``format``."""
    return apart(*patterns).replace("{", "{{").replace("}", "}}")


_OF_STATEMENT = _apart("?statement trv:position ?position", "?statement trv:stance ?stance", "?statement trv:paragraph ?paragraph")
_VOICE = _apart("?statement trv:speaker ?voice", "?voice trv:prevalence ?prevalence")

HELD = f"""\
SELECT ?position ?stance ?prevalence ?document (COUNT(DISTINCT ?statement) AS ?statements)
  (MIN(STR(?paragraph)) AS ?first) (MAX(STR(?paragraph)) AS ?last)
WHERE {{{{
  {_SELECTED}
  {_OF_STATEMENT}
  {_VOICE}
  BIND(STRBEFORE(STR(?statement), "/statement/") AS ?document)
}}}} GROUP BY ?position ?stance ?prevalence ?document"""
"""How often each position is expressed, and the first and last of the paragraphs: two that differ are two places."""

MEETINGS = "SELECT DISTINCT ?document ?consultation WHERE { ?document a trv:Document ; trv:consultation/trv:name ?consultation }"

ON_TOPIC = f"""\
SELECT ?topic ?stance (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{{{
  {_SELECTED}
  {{concerns}}
  {_apart("?statement trv:stance ?stance")}
  VALUES (?linked ?topic) {{{{ {{pairs}} }}}}
}}}} GROUP BY ?topic ?stance"""
POSITIONS_ON = f"""\
SELECT DISTINCT ?linked ?position WHERE {{{{
  {_SELECTED}
  {{concerns}}
  {_apart("?statement trv:position ?position")}
}}}}"""

OF_THEME = apart("?statement trv:theme ?linked")
OF_PROVISION = """\
{ SELECT DISTINCT ?statement ?linked WHERE {
    { ?statement trv:provision ?linked } UNION { ?change a trv:TextChange ; trv:statement ?statement ; trv:provision ?linked }
} }"""
WIDER = "SELECT DISTINCT ?inner ?outer WHERE {{ ?inner {property} ?outer }}"

THEMES = """\
SELECT DISTINCT ?theme ?label WHERE { ?theme a skos:Concept ; skos:prefLabel ?label . FILTER(CONTAINS(STR(?theme), "/theme/")) }"""

RELATIONS = """\
SELECT DISTINCT ?relation ?kind ?form ?marking ?premise ?conclusion WHERE {
  ?relation a trv:Relation ; trv:kind ?kind ; trv:form ?form ; trv:marking ?marking ; trv:premise ?premise ; trv:conclusion ?conclusion .
}"""

SENTENCES = """\
SELECT DISTINCT ?relation ?document ?title ?quote ?start ?end ?printed ?order WHERE {{
  VALUES ?relation {{ {iris} }}
  ?relation trv:span ?span .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end ; trv:document ?source .
  ?source trv:name ?document ; dcterms:title ?title .
  OPTIONAL {{
    ?holder a trv:Paragraph ; trv:document ?source ; trv:order ?order ; trv:span ?around .
    ?around trv:start ?from ; trv:end ?to . FILTER(?from <= ?start && ?end <= ?to)
    OPTIONAL {{ ?holder trv:number ?printed }}
  }}
}}"""

NAMED = """\
SELECT DISTINCT ?position ?name WHERE {{
  VALUES ?position {{ {iris} }}
  ?statement trv:position ?position . {selected} ?statement trv:speaker ?speaker .
  {{ ?speaker trv:participation/trv:name ?name }} UNION {{ ?speaker trv:actor/trv:name ?name }}
}}"""

EXPRESSED = """\
SELECT DISTINCT ?position ?statement ?document ?start ?prevalence WHERE {{
  VALUES ?position {{ {iris} }}
  ?statement trv:position ?position . {selected} ?statement trv:span/trv:start ?start ; trv:document ?document .
  OPTIONAL {{ ?statement trv:speaker/trv:prevalence ?prevalence }}
}}"""

OPPOSITE_CLAIMS = """\
SELECT DISTINCT ?positive ?negative WHERE {
  ?negative a trv:Position ; trv:claim ?denied . FILTER(CONTAINS(?denied, " not "))
  BIND(REPLACE(?denied, " not ", " ") AS ?claim)
  ?positive trv:claim ?claim ; a trv:Position .
}"""

OPPOSED_WORDS = """\
SELECT DISTINCT ?quote WHERE {
  { SELECT DISTINCT ?quote WHERE { ?against trv:stance stance:opposes ; trv:span/trv:quote ?quote } }
  ?words trv:quote ?quote . ?favour trv:span ?words ; trv:stance stance:supports .
}"""
SAME_WORDS = """\
SELECT DISTINCT ?statement ?stance ?quote ?position ?position_review ?provision ?document WHERE {{
  VALUES ?quote {{ {words} }}
  ?words trv:quote ?quote . ?statement trv:span ?words .
  {selected} ?statement trv:stance ?stance ; trv:document/trv:name ?document .
  FILTER(?stance IN (stance:supports, stance:opposes))
  OPTIONAL {{ ?statement trv:position ?position OPTIONAL {{ ?position trv:review ?position_review }} }}
  OPTIONAL {{ ?statement trv:provision ?provision }}
}}"""
