"""What the search for gaps asks of a store; the same as the named queries ask, of the statements selected.

Only what every SPARQL 1.1 server answers. ``{selected}`` binds ``?statement``.
"""

from __future__ import annotations

QUESTIONS = """\
SELECT DISTINCT ?thing ?number ?order ?chapter ?document ?title ?quote ?start ?end WHERE {
  ?thing a trv:Question ; trv:number ?number ; trv:order ?order ; trv:document ?source ; trv:span ?span .
  ?source trv:name ?document ; dcterms:title ?title .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
  OPTIONAL { ?thing trv:consultation/trv:name ?consultation }
  OPTIONAL { ?thing trv:chapter/rdfs:label ?chapter }
}"""
QUESTIONS_OF = QUESTIONS.replace(
    "OPTIONAL { ?thing trv:consultation/trv:name ?consultation }", "?thing trv:consultation/trv:name ?meeting ."
)
"""Those of some consultations; to be completed by the values of ``?meeting``."""

ANSWERED = "SELECT DISTINCT ?thing WHERE {{ {selected} ?statement trv:question ?thing }}"
TOUCHED = """\
SELECT ?thing (COUNT(DISTINCT ?statement) AS ?count) WHERE {{ {selected} ?statement trv:partialQuestion ?thing }} GROUP BY ?thing"""

PROVISIONS = """\
SELECT DISTINCT ?thing ?label ?class ?order ?instrument ?title ?version ?chapter WHERE {
  VALUES ?class { trv:PreambularParagraph trv:Article }
  ?thing a ?class ; rdfs:label ?label ; trv:order ?order ; trv:instrument ?text .
  ?text trv:name ?instrument ; dcterms:title ?title ; trv:order ?version .
  ?meeting a trv:Consultation ; trv:instrument ?text .
  OPTIONAL { ?thing trv:chapter/rdfs:label ?chapter }
}"""
CITED = "SELECT DISTINCT ?thing WHERE {{ {selected} ?statement trv:provision ?thing }}"
CHANGED = """\
SELECT DISTINCT ?thing WHERE {{ ?change a trv:TextChange ; trv:statement ?statement ; trv:provision ?thing . {selected} }}"""
MENTIONED = """\
SELECT ?thing (COUNT(DISTINCT ?reference) AS ?count) WHERE { ?reference a trv:Reference ; trv:provision ?thing } GROUP BY ?thing"""

AGENDA = """\
SELECT DISTINCT ?thing ?number ?order ?name ?meeting ?meeting_title ?parent ?document ?title ?quote ?start ?end WHERE {
  ?thing a trv:AgendaItem ; trv:number ?number ; trv:order ?order ; trv:document ?source ; trv:span ?span .
  ?source trv:name ?document ; dcterms:title ?title .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
  OPTIONAL { ?thing dcterms:title ?name }
  OPTIONAL { ?thing trv:parent ?parent }
  OPTIONAL { ?thing trv:consultation ?held . ?held trv:name ?meeting ; dcterms:title ?meeting_title }
}"""
SPOKEN = "SELECT DISTINCT ?thing WHERE {{ {selected} ?statement trv:paragraph/trv:agendaItem ?thing }}"
UNDER = """\
SELECT DISTINCT ?thing ?paragraph ?number ?document ?title ?quote ?start ?end WHERE {{
  VALUES ?thing {{ {things} }}
  ?paragraph a trv:Paragraph ; trv:agendaItem ?thing ; trv:document ?source ; trv:span ?span .
  ?source trv:name ?document ; dcterms:title ?title .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
  OPTIONAL {{ ?paragraph trv:number ?number }}
}}"""

POSITIONS = """\
SELECT ?thing ?claim (COUNT(DISTINCT ?statement) AS ?count) WHERE {{
  {selected} ?statement trv:position ?thing . ?thing trv:claim ?claim .
  FILTER NOT EXISTS {{ ?thing trv:review review:rejected }}
}} GROUP BY ?thing ?claim"""
PLACED = "SELECT DISTINCT ?thing WHERE {{ {selected} ?statement trv:provision ?any ; trv:position ?thing }}"
CITING = "SELECT DISTINCT ?thing WHERE {{ {selected} ?statement trv:citation ?any ; trv:position ?thing }}"
CHANGING = """\
SELECT DISTINCT ?thing WHERE {{ ?change a trv:TextChange ; trv:statement ?statement . {selected} ?statement trv:position ?thing }}"""
REASONED = "SELECT DISTINCT ?thing WHERE {{ {selected} ?statement trv:rationale ?any ; trv:position ?thing }}"
RELATED = """\
SELECT DISTINCT ?thing WHERE {
  ?relation a trv:Relation ; trv:kind relation:supports . { ?relation trv:conclusion ?thing } UNION { ?relation trv:premise ?thing }
}"""

THEMES = """\
SELECT DISTINCT ?thing ?label ?wider WHERE {
  ?thing a skos:Concept ; skos:prefLabel ?label . FILTER(CONTAINS(STR(?thing), "/theme/"))
  OPTIONAL { ?thing skos:broader ?wider }
}"""
RAISED = """\
SELECT ?thing (COUNT(DISTINCT ?statement) AS ?count) (MIN(STR(?statement)) AS ?one) (MAX(STR(?statement)) AS ?other) WHERE {{
  {selected} ?statement trv:theme ?thing
}} GROUP BY ?thing"""

UNREVIEWED_COUNT = """\
SELECT (COUNT(DISTINCT ?statement) AS ?count) WHERE {{ {selected} ?statement trv:review review:unreviewed }}"""
UNREVIEWED = """\
SELECT DISTINCT ?statement ?document ?start ?end WHERE {{
  {selected} ?statement trv:review review:unreviewed ; trv:document/trv:name ?document ; trv:span ?span .
  ?span trv:start ?start ; trv:end ?end .
}} ORDER BY ?document ?start ?end STR(?statement) {first}"""
