"""What recurrence asks of the store: the thesaurus, the chapters and the agendas, which are small, and of what was said only counts.

Only what every SPARQL 1.1 server answers. Statements are counted DISTINCT: a default graph may hold a triple of two graphs twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES


class MatterKind(StrEnum):
    """What recurs: the property of a statement that leads to it."""

    THEME = "theme"
    POSITION = "position"


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

OPPOSED = f"""{PREFIXES}
SELECT DISTINCT ?one ?other ?marking ?form ?quote ?document WHERE {{
  ?relation a trv:Relation ; trv:kind relation:attacks ; trv:premise ?one ; trv:conclusion ?other ;
    trv:marking ?marking ; trv:form ?form ; trv:span ?span .
  ?span trv:quote ?quote .
  OPTIONAL {{ ?span trv:document/trv:name ?document }}
  FILTER NOT EXISTS {{ ?relation trv:review review:rejected }}
}}"""

_CITES_NO_CHAPTER = """
  FILTER NOT EXISTS { ?statement trv:provision ?some_cited . ?some_cited trv:chapter ?some_chapter }
  FILTER NOT EXISTS { ?statement trv:provision ?some_whole . ?some_whole a trv:Chapter }"""

STANDS_UNDER = f"""
  {{ ?statement trv:provision ?cited . ?cited trv:chapter ?chapter }}
  UNION {{ ?statement trv:provision ?chapter . ?chapter a trv:Chapter }}
  UNION {{ ?statement trv:paragraph ?held . ?held trv:agendaItem ?item . ?item trv:chapter ?chapter . {_CITES_NO_CHAPTER} }}
  UNION {{ ?statement trv:paragraph ?held . ?held trv:section ?part . ?part trv:chapter ?chapter . {_CITES_NO_CHAPTER} }}"""
"""Binds ``?chapter`` as ``stance-by-chapter.rq`` does: of the provision cited, else of the agenda item or section it stands under."""

_CITED = (
    "{ ?statement trv:provision ?cited . ?cited trv:chapter ?chapter } UNION { ?statement trv:provision ?chapter . ?chapter a trv:Chapter }"
)
_PLACED = """{ ?statement trv:paragraph ?held . ?held trv:agendaItem ?item . ?item trv:chapter ?chapter }
  UNION { ?statement trv:paragraph ?held . ?held trv:section ?part . ?part trv:chapter ?chapter }"""
_CITES = """{ ?statement trv:provision ?some_cited . ?some_cited trv:chapter ?some }
  UNION { ?statement trv:provision ?some . ?some a trv:Chapter }"""


class HomeWay(StrEnum):
    """How a statement is led to a chapter: by what it cites, by where it stands, or by where it stands although it cites a chapter."""

    CITED = "cited"
    PLACED = "placed"
    PLACED_BUT_CITES = "placed-but-cites"


_WAYS = {HomeWay.CITED: _CITED, HomeWay.PLACED: _PLACED, HomeWay.PLACED_BUT_CITES: f"{_PLACED} {_CITES}"}
"""Counting what stands there less what cites is the same as counting what cites nothing, and engines do it far faster."""

_MEETING = "?statement trv:document ?source . ?source trv:consultation ?meeting ."
_STANDING = "FILTER NOT EXISTS { ?matter trv:review review:rejected }"


def statement_counts(selection: Selection, within: str = "") -> str:
    """Write the query for how many statements each consultation has; ``within`` is a further condition on ``?statement``."""
    where = f"{selection.pattern()} {_MEETING} {within}"
    return f"{PREFIXES}SELECT ?meeting (COUNT(DISTINCT ?statement) AS ?count) WHERE {{ {where} }} GROUP BY ?meeting"


def presence(kind: MatterKind, selection: Selection, within: str = "") -> str:
    """Write the query for how many statements each consultation has on each theme itself, or that express each position."""
    where = f"{selection.pattern()} ?statement trv:{kind} ?matter . {_MEETING} {_standing(kind)} {within}"
    return f"{PREFIXES}SELECT ?matter ?meeting (COUNT(DISTINCT ?statement) AS ?count) WHERE {{ {where} }} GROUP BY ?matter ?meeting"


def recurring(selection: Selection, within: str = "") -> str:
    """Write the query for positions that more than one consultation records, each with how many, and how many statements."""
    where = f"{selection.pattern()} ?statement trv:position ?matter . {_MEETING} {_STANDING} {within}"
    return f"""{PREFIXES}SELECT ?matter (COUNT(DISTINCT ?meeting) AS ?meetings) (COUNT(DISTINCT ?statement) AS ?count)
WHERE {{ {where} }} GROUP BY ?matter HAVING(COUNT(DISTINCT ?meeting) > 1)"""


def voices(kind: MatterKind, selection: Selection, wholes: Iterable[tuple[str, str]], within: str = "") -> str:
    """Write the query for how many statements of each stance and prevalence each consultation has on each whole, and two of them.

    ``wholes`` are pairs of a whole and a part of it: a theme with itself and with each narrower one, a position with itself.
    """
    pairs = " ".join(f"(<{whole}> <{part}>)" for whole, part in wholes)
    where = f"""VALUES (?whole ?matter) {{ {pairs} }} ?statement trv:{kind} ?matter . {selection.pattern()} {_MEETING} {within}
  ?statement trv:stance ?stance . OPTIONAL {{ ?statement trv:speaker ?voice . ?voice trv:prevalence ?prevalence }}"""
    return f"""{PREFIXES}SELECT ?whole ?meeting ?stance ?prevalence (COUNT(DISTINCT ?statement) AS ?count)
  (MIN(STR(?statement)) AS ?first) (MAX(STR(?statement)) AS ?last)
WHERE {{ {where} }} GROUP BY ?whole ?meeting ?stance ?prevalence"""


def homes(kind: MatterKind, selection: Selection, way: HomeWay, matters: Iterable[str] | None = None, within: str = "") -> str:
    """Write the query for the chapters to which a way leads from each matter, with the statements of each consultation."""
    some = f"VALUES ?matter {{ {' '.join(f'<{one}>' for one in matters)} }}" if matters is not None else ""
    pattern = f"{some} ?statement trv:{kind} ?matter . {selection.pattern()} {_MEETING} {_WAYS[way]} {_standing(kind)} {within}"
    return f"""{PREFIXES}SELECT ?matter ?meeting ?chapter (COUNT(DISTINCT ?statement) AS ?count)
WHERE {{ {pattern} }} GROUP BY ?matter ?meeting ?chapter"""


def claims(positions: Iterable[str]) -> str:
    """Write the query for the claims of positions."""
    wanted = " ".join(f"<{one}>" for one in positions)
    return f"{PREFIXES}SELECT DISTINCT ?matter ?claim WHERE {{ VALUES ?matter {{ {wanted} }} ?matter trv:claim ?claim }}"


def under(chapters: Iterable[str]) -> str:
    """Write the condition that a statement stands under one of these chapters."""
    wanted = " ".join(f"<{one}>" for one in chapters)
    return f"{{ SELECT DISTINCT ?statement WHERE {{ VALUES ?chapter {{ {wanted} }} {STANDS_UNDER} }} }}"


def _standing(kind: MatterKind) -> str:
    return _STANDING if kind is MatterKind.POSITION else ""
