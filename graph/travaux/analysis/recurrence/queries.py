"""What recurrence asks of the store: the thesaurus, the chapters, the agendas and what opposes what; statements are counted on columns.

Only what every SPARQL 1.1 server answers.
"""

from __future__ import annotations

from collections.abc import Iterable

from travaux.analysis.sparql import PREFIXES, apart, quoted

MEETINGS = f"""{PREFIXES}
SELECT DISTINCT ?meeting ?name ?title ?first_day ?last_day WHERE {{
  ?meeting a trv:Consultation ; trv:name ?name ; dcterms:title ?title ; trv:firstDay ?first_day ; trv:lastDay ?last_day .
}}"""

THEMES = f"""{PREFIXES}
SELECT DISTINCT ?theme ?label ?broader WHERE {{
  ?theme skos:prefLabel ?label . FILTER(CONTAINS(STR(?theme), "/theme/"))
  FILTER(LANG(?label) = "" || LANGMATCHES(LANG(?label), "en"))
  OPTIONAL {{ ?theme skos:broader ?broader }}
}}"""

THEME_CHAPTERS = f"""{PREFIXES}
SELECT DISTINCT ?theme ?chapter WHERE {{
  ?theme skos:prefLabel ?label ; trv:provision ?provision . FILTER(CONTAINS(STR(?theme), "/theme/"))
  ?provision trv:chapter ?chapter .
}}"""

CHAPTERS = f"""{PREFIXES}
SELECT DISTINCT ?chapter ?label ?title ?number ?order ?version ?instrument WHERE {{
  ?chapter a trv:Chapter ; rdfs:label ?label ; trv:number ?number ; trv:order ?order ; trv:instrument ?text .
  ?text trv:order ?version ; trv:name ?instrument .
  OPTIONAL {{ ?chapter dcterms:title ?title }}
}}"""

AGENDA_CHAPTERS = f"""{PREFIXES}
SELECT DISTINCT ?meeting ?chapter WHERE {{
  VALUES ?class {{ trv:AgendaItem trv:Question }}
  ?item a ?class ; trv:consultation ?meeting ; trv:chapter ?chapter .
}}"""

UNLINKED_ITEMS = f"""{PREFIXES}
SELECT DISTINCT ?meeting ?label ?order WHERE {{
  ?item a trv:AgendaItem ; trv:consultation ?meeting ; rdfs:label ?label ; trv:order ?order .
  FILTER NOT EXISTS {{ ?item trv:chapter ?chapter }}
  FILTER NOT EXISTS {{ ?part trv:parent ?item }}
}}"""

TEXTS = f"""{PREFIXES}
SELECT DISTINCT ?meeting ?text WHERE {{ ?meeting a trv:Consultation ; trv:instrument ?instrument . ?instrument rdfs:label ?text }}"""

ATTACKS = f"""{PREFIXES}
SELECT DISTINCT ?relation ?one ?other WHERE {{
  ?relation trv:kind relation:attacks ; trv:premise ?one ; trv:conclusion ?other .
  MINUS {{ ?relation trv:review review:rejected }}
}}"""

REJECTED = f"{PREFIXES}SELECT DISTINCT ?position WHERE {{ {apart('?position a trv:Position', '?position trv:review review:rejected')} }}"


def meetings_of(documents: Iterable[str]) -> str:
    """Ask for the names of the consultations that documents, given by name, are of."""
    names = " ".join(quoted(name) for name in documents)
    return f"""{PREFIXES}
SELECT DISTINCT ?name WHERE {{
  VALUES ?document {{ {names} }} ?source a trv:Document ; trv:name ?document ; trv:consultation/trv:name ?name .
}}"""


def claims(positions: Iterable[str]) -> str:
    """Write the query for the claims of positions, of all if none are given."""
    wanted = " ".join(f"<{one}>" for one in positions)
    some = (
        f"VALUES ?matter {{ {wanted} }} ?matter trv:claim ?claim" if wanted else apart("?matter a trv:Position", "?matter trv:claim ?claim")
    )
    return f"{PREFIXES}SELECT DISTINCT ?matter ?claim WHERE {{ {some} }}"


def attacks_shown(relations: Iterable[str]) -> str:
    """Write the query for what shows attacks, and whether the text marks them."""
    wanted = " ".join(f"<{one}>" for one in relations)
    return f"""{PREFIXES}SELECT DISTINCT ?relation ?marking ?form ?quote ?start ?end ?source ?document WHERE {{
  VALUES ?relation {{ {wanted} }} ?relation trv:marking ?marking ; trv:form ?form ; trv:span ?span .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
  OPTIONAL {{ ?span trv:document ?source . ?source trv:name ?document }}
}}"""
