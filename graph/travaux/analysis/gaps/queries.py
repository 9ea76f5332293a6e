"""What the search for gaps asks of a store; the same as the named queries ask, of the statements selected.

Only what every SPARQL 1.1 server answers. ``{selected}`` binds ``?statement``.
"""

from __future__ import annotations

from travaux.analysis.sparql import apart


def _apart(link: str, value: str = "thing") -> str:
    return apart(f"?statement {link} ?{value}").replace("{", "{{").replace("}", "}}")


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

ANSWERED = f"SELECT DISTINCT ?thing WHERE {{{{ {{selected}} {_apart('trv:question')} }}}}"
TOUCHED = f"""\
SELECT ?thing (COUNT(DISTINCT ?statement) AS ?count) WHERE {{{{ {{selected}} {_apart("trv:partialQuestion")} }}}} GROUP BY ?thing"""

PROVISIONS = """\
SELECT DISTINCT ?thing ?label ?class ?order ?instrument ?title ?version ?chapter WHERE {
  VALUES ?class { trv:PreambularParagraph trv:Article }
  ?thing a ?class ; rdfs:label ?label ; trv:order ?order ; trv:instrument ?text .
  ?text trv:name ?instrument ; dcterms:title ?title ; trv:order ?version .
  ?meeting a trv:Consultation ; trv:instrument ?text .
  OPTIONAL { ?thing trv:chapter/rdfs:label ?chapter }
}"""
CITED = f"SELECT DISTINCT ?thing WHERE {{{{ {{selected}} {_apart('trv:provision')} }}}}"
CHANGED = """\
SELECT DISTINCT ?thing WHERE {{ ?change a trv:TextChange ; trv:statement ?statement ; trv:provision ?thing . {selected} }}"""
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
SPOKEN = f"""\
SELECT DISTINCT ?thing WHERE {{{{
  {{{{ SELECT DISTINCT ?paragraph WHERE {{{{ {{selected}} {_apart("trv:paragraph", "paragraph")} }}}} }}}}
  ?paragraph trv:agendaItem ?thing .
}}}}"""
UNDER = """\
SELECT DISTINCT ?thing ?paragraph ?number ?document ?title ?quote ?start ?end WHERE {{
  VALUES ?thing {{ {things} }}
  ?paragraph a trv:Paragraph ; trv:agendaItem ?thing ; trv:document ?source ; trv:span ?span .
  ?source trv:name ?document ; dcterms:title ?title .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
  OPTIONAL {{ ?paragraph trv:number ?number }}
}}"""

POSITIONS = f"""\
SELECT ?thing ?claim ?count WHERE {{{{
  {{{{ SELECT ?thing (COUNT(DISTINCT ?statement) AS ?count) WHERE {{{{ {{selected}} {_apart("trv:position")} }}}} GROUP BY ?thing }}}}
  {{{{ SELECT ?thing ?claim WHERE {{{{ ?thing trv:claim ?claim }}}} }}}}
  MINUS {{{{ SELECT ?thing WHERE {{{{ ?thing a trv:Position ; trv:review review:rejected }}}} }}}}
}}}}"""
PLACED = f"SELECT DISTINCT ?thing WHERE {{{{ {{selected}} {_apart('trv:provision', 'any')} {_apart('trv:position')} }}}}"
CITING = f"SELECT DISTINCT ?thing WHERE {{{{ {{selected}} {_apart('trv:citation', 'any')} {_apart('trv:position')} }}}}"
CHANGING = """\
SELECT DISTINCT ?thing WHERE {{ ?change a trv:TextChange ; trv:statement ?statement . {selected} ?statement trv:position ?thing }}"""
REASONED = f"SELECT DISTINCT ?thing WHERE {{{{ {{selected}} {_apart('trv:rationale', 'any')} {_apart('trv:position')} }}}}"
RELATED = """\
SELECT DISTINCT ?thing WHERE {
  ?relation a trv:Relation ; trv:kind relation:supports . { ?relation trv:conclusion ?thing } UNION { ?relation trv:premise ?thing }
}"""

THEMES = """\
SELECT DISTINCT ?thing ?label ?wider WHERE {
  ?thing a skos:Concept ; skos:prefLabel ?label . FILTER(CONTAINS(STR(?thing), "/theme/"))
  OPTIONAL { ?thing skos:broader ?wider }
}"""
RAISED = f"""\
SELECT ?thing (COUNT(DISTINCT ?statement) AS ?count) (SAMPLE(?statement) AS ?one) WHERE {{{{
  {{selected}} {_apart("trv:theme")}
}}}} GROUP BY ?thing"""

UNREVIEWED = f"""\
SELECT DISTINCT ?statement ?document ?start ?end WHERE {{{{
  {{{{ SELECT ?statement ?document WHERE {{{{
    VALUES ?document {{{{ {{documents}} }}}} ?source a trv:Document ; trv:name ?document . ?statement trv:document ?source
  }}}} }}}}
  {{selected}} {apart("?statement trv:review review:unreviewed").replace("{", "{{").replace("}", "}}")}
  ?statement trv:span ?span . ?span trv:start ?start ; trv:end ?end .
}}}} ORDER BY ?document ?start ?end STR(?statement) {{first}}"""
"""The first of some documents."""
