"""What common ground and conflict ask of a store: positions, recorded relations, and details of what is shown; columns count the rest.

Only what every SPARQL 1.1 server answers.
"""

from __future__ import annotations

from travaux.analysis.sparql import apart

POSITIONS = f"""\
SELECT DISTINCT ?position ?claim ?review WHERE {{
  {apart("?position a trv:Position", "?position trv:claim ?claim")}
  OPTIONAL {{ SELECT ?position ?review WHERE {{ ?position trv:review ?review }} }}
}}"""

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

QUOTES = "SELECT DISTINCT ?statement ?quote WHERE {{ VALUES ?statement {{ {iris} }} ?statement trv:span ?span . ?span trv:quote ?quote }}"
