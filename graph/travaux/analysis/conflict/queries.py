"""What common ground and conflict ask of a store: counts by position and topic, recorded relations, and details of what is shown.

Only what every SPARQL 1.1 server answers; each is completed by the pattern that selects statements.
"""

from __future__ import annotations

from travaux.analysis.sparql import apart


def _apart(*patterns: str) -> str:
    """Write patterns that are read apart, in a text that is completed by ``format``."""
    return apart(*patterns).replace("{", "{{").replace("}", "}}")


POSITIONS = f"""\
SELECT DISTINCT ?position ?claim ?review WHERE {{
  {apart("?position a trv:Position", "?position trv:claim ?claim")}
  OPTIONAL {{ SELECT ?position ?review WHERE {{ ?position trv:review ?review }} }}
}}"""

_VOICE = _apart("?statement trv:speaker ?voice", "?voice trv:prevalence ?prevalence")

HELD = f"""\
SELECT ?position ?stance ?prevalence (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{{{
  {{selected}} {_apart("?statement trv:position ?position", "?statement trv:stance ?stance")} {_VOICE}
}}}} GROUP BY ?position ?stance ?prevalence"""
"""How often each position is expressed, by stance and prevalence."""

RECURRING = f"""\
SELECT ?position WHERE {{{{
  {{selected}} {_apart("?statement trv:position ?position", "?statement trv:paragraph ?paragraph")}
  MINUS {{{{ SELECT ?statement WHERE {{{{ ?statement trv:stance stance:neutral }}}} }}}}
}}}} GROUP BY ?position HAVING (COUNT(DISTINCT ?paragraph) > 1)"""
"""The positions that are more than observed in two paragraphs or more."""

MEETINGS = f"""\
SELECT DISTINCT ?position ?consultation WHERE {{{{
  {{selected}} {_apart("?statement trv:position ?position", "?statement trv:document ?document")}
  {{{{ SELECT DISTINCT ?document ?consultation WHERE {{{{ ?document a trv:Document ; trv:consultation/trv:name ?consultation }}}} }}}}
}}}}"""

ON_TOPIC = f"""\
SELECT ?topic ?stance (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{{{
  {{selected}}
  {{concerns}}
  {_apart("?statement trv:stance ?stance")}
  VALUES (?linked ?topic) {{{{ {{pairs}} }}}}
}}}} GROUP BY ?topic ?stance"""
POSITIONS_ON = f"""\
SELECT DISTINCT ?linked ?position WHERE {{{{
  {{selected}}
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

_PARTS = ("kind", "form", "marking", "premise", "conclusion")
RELATIONS = f"""\
SELECT DISTINCT ?relation ?kind ?form ?marking ?premise ?conclusion WHERE {{
  {apart("?relation a trv:Relation", *(f"?relation trv:{part} ?{part}" for part in _PARTS))}
}}"""

SENTENCES = """\
SELECT DISTINCT ?relation ?source ?document ?title ?quote ?start ?end WHERE {{
  VALUES ?relation {{ {iris} }}
  ?relation trv:span ?span .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end ; trv:document ?source .
  ?source trv:name ?document ; dcterms:title ?title .
}}"""
AROUND = """\
SELECT DISTINCT ?source ?start ?end ?printed ?order WHERE {{
  {{ SELECT DISTINCT ?holder ?source WHERE {{
    {{ SELECT ?holder WHERE {{ ?holder a trv:Paragraph }} }}
    {{ SELECT ?holder ?source WHERE {{ VALUES ?source {{ {sources} }} ?holder trv:document ?source }} }}
  }} }}
  ?holder trv:order ?order ; trv:span ?around .
  ?around trv:start ?from ; trv:end ?to .
  OPTIONAL {{ ?holder trv:number ?printed }}
  VALUES (?source ?start ?end) {{ {places} }}
  FILTER(?from <= ?start && ?end <= ?to)
}}"""
"""The paragraphs that hold places of documents."""

NAMED = f"""\
SELECT DISTINCT ?position ?name WHERE {{{{
  {{selected}} {_apart("?statement trv:position ?position", "?statement trv:speaker ?speaker")}
  {{{{ SELECT DISTINCT ?speaker ?name WHERE {{{{
    {{{{ ?speaker trv:participation/trv:name ?name }}}} UNION {{{{ ?speaker trv:actor/trv:name ?name }}}}
  }}}} }}}}
}}}}"""

EXPRESSED = f"""\
SELECT DISTINCT ?position ?statement ?prevalence WHERE {{{{
  VALUES (?position ?prevalence) {{{{ {{pairs}} }}}}
  {{selected}} {_apart("?statement trv:position ?position")} {_VOICE}
}}}}"""
STARTS = """\
SELECT DISTINCT ?statement ?start WHERE {{ VALUES ?statement {{ {iris} }} ?statement trv:span ?span . ?span trv:start ?start }}"""

_SIDES = "VALUES ?stance {{ stance:supports stance:opposes }} ?statement trv:stance ?stance"
_WORDS = _apart("?statement trv:span ?words", "?words trv:quote ?quote")
SAME_WORDS = f"""\
SELECT DISTINCT ?statement ?stance ?quote ?position ?provision WHERE {{{{
  {{{{ SELECT DISTINCT ?statement ?stance ?quote WHERE {{{{
    {{selected}} {{{{ SELECT ?statement ?stance WHERE {{{{ {_SIDES} }}}} }}}} {_WORDS}
    {{{{ SELECT ?quote WHERE {{{{
      {{{{ SELECT ?statement ?stance WHERE {{{{ {_SIDES} }}}} }}}} {_WORDS}
    }}}} GROUP BY ?quote HAVING (COUNT(DISTINCT ?stance) > 1) }}}}
  }}}} }}}}
  OPTIONAL {_apart("?statement trv:position ?position")}
  OPTIONAL {_apart("?statement trv:provision ?provision")}
}}}}"""
"""Statements for or against whose words are once supported and once opposed."""
