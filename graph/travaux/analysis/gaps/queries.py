"""What the search for gaps asks of a store: what may be filled; columns tell what is.

Only what every SPARQL 1.1 server answers.
"""

from __future__ import annotations

from travaux.analysis.sparql import apart

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

PROVISIONS = """\
SELECT DISTINCT ?thing ?label ?class ?order ?instrument ?title ?version ?chapter WHERE {
  VALUES ?class { trv:PreambularParagraph trv:Article }
  ?thing a ?class ; rdfs:label ?label ; trv:order ?order ; trv:instrument ?text .
  ?text trv:name ?instrument ; dcterms:title ?title ; trv:order ?version .
  { SELECT DISTINCT ?text WHERE { ?meeting a trv:Consultation ; trv:instrument ?text } }
  OPTIONAL { ?thing trv:chapter/rdfs:label ?chapter }
}"""
MENTIONED = f"""\
SELECT ?thing (COUNT(DISTINCT ?reference) AS ?count) WHERE {{
  {{ SELECT DISTINCT ?reference WHERE {{ ?reference a trv:Reference }} }} {apart("?reference trv:provision ?thing")}
}} GROUP BY ?thing"""

AGENDA = """\
SELECT DISTINCT ?thing ?number ?order ?name ?meeting ?meeting_title ?parent ?document ?title ?quote ?start ?end WHERE {
  ?thing a trv:AgendaItem ; trv:number ?number ; trv:order ?order ; trv:document ?source ; trv:span ?span .
  ?source trv:name ?document ; dcterms:title ?title .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
  OPTIONAL { ?thing dcterms:title ?name }
  OPTIONAL { ?thing trv:parent ?parent }
  OPTIONAL { ?thing trv:consultation ?held . ?held trv:name ?meeting ; dcterms:title ?meeting_title }
}"""
UNDER = """\
SELECT DISTINCT ?thing ?paragraph ?number ?document ?title ?quote ?start ?end WHERE {{
  VALUES ?thing {{ {things} }}
  ?paragraph a trv:Paragraph ; trv:agendaItem ?thing ; trv:document ?source ; trv:span ?span .
  ?source trv:name ?document ; dcterms:title ?title .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
  OPTIONAL {{ ?paragraph trv:number ?number }}
}}"""

POSITIONS = """\
SELECT ?thing ?claim WHERE {
  ?thing a trv:Position ; trv:claim ?claim MINUS { SELECT ?thing WHERE { ?thing a trv:Position ; trv:review review:rejected } }
}"""
RELATED = """\
SELECT DISTINCT ?thing WHERE {
  ?relation a trv:Relation ; trv:kind relation:supports . { ?relation trv:conclusion ?thing } UNION { ?relation trv:premise ?thing }
}"""

THEMES = """\
SELECT DISTINCT ?thing ?label ?wider WHERE {
  ?thing a skos:Concept ; skos:prefLabel ?label . FILTER(CONTAINS(STR(?thing), "/theme/"))
  OPTIONAL { ?thing skos:broader ?wider }
}"""
