"""What recurrence asks of the store: the thesaurus, the chapters and the agendas, which are small, and of what was said only counts.

Only what every SPARQL 1.1 server answers. Where most statements take part, each pattern is read apart and joined (``sparql.apart``).
Stances, prevalences, consultations and wholes are counted as numbers: a store looks the text of every name up that it gives.
Statements are counted DISTINCT: a default graph may hold a triple of two graphs twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES, apart
from travaux.model.schemes import Prevalence, Stance


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

_CITED = """{ SELECT DISTINCT ?statement ?chapter WHERE {
  { SELECT ?statement ?cited WHERE { ?statement trv:provision ?cited } }
  { SELECT ?cited ?chapter WHERE { { ?cited trv:chapter ?chapter } UNION { ?chapter a trv:Chapter BIND(?chapter AS ?cited) } } }
} }"""
_PLACED = """{ SELECT DISTINCT ?statement ?chapter WHERE {
  { SELECT ?statement ?held WHERE { ?statement trv:paragraph ?held } }
  { SELECT ?held ?item WHERE { { ?held trv:agendaItem ?item } UNION { ?held trv:section ?item } } }
  { SELECT ?item ?chapter WHERE { ?item trv:chapter ?chapter } }
} }"""
_STANDS_UNDER = f"{_CITED} UNION {{ {_PLACED} MINUS {{ SELECT ?statement WHERE {{ {_CITED.replace('?chapter', '?some')} }} }} }}"
"""Binds ``?chapter`` as ``stance-by-chapter.rq`` does: of the provision cited, else of the agenda item or section it stands under."""

_HELD = "?source a trv:Document ; trv:consultation ?meeting ."
_MEETING = f"""{{ SELECT ?statement ?meeting WHERE {{
  {{ SELECT DISTINCT ?source ?meeting WHERE {{ {_HELD} }} }} ?statement trv:document ?source }} }}"""
_STANDING = "MINUS { ?matter trv:review review:rejected }"
_STEPS = (1000, 20)
"""What a consultation and a stance count in the number of a group; a prevalence counts one."""

DOCUMENTS = f"{PREFIXES}SELECT DISTINCT ?source ?meeting WHERE {{ {_HELD} }}"
NAMED_THEMES = f"{PREFIXES}SELECT DISTINCT ?theme WHERE {{ ?statement trv:theme ?theme }}"


def statement_counts(selection: Selection, within: str = "") -> str:
    """Write the query for how many statements each consultation has; ``within`` is a further condition on ``?statement``."""
    where = f"{selection.pattern()} {_MEETING} {within}"
    return f"{PREFIXES}SELECT ?meeting (COUNT(DISTINCT ?statement) AS ?count) WHERE {{ {where} }} GROUP BY ?meeting"


def presence(selection: Selection, within: str = "") -> str:
    """Write the query for how many statements each consultation has that express each position."""
    counted = _by_meeting(selection, within)
    return f"{PREFIXES}SELECT ?matter ?meeting ?count WHERE {{ {counted} {_STANDING} }}"


def recurring(selection: Selection, within: str = "") -> str:
    """Write the query for positions that more than one consultation records, each with how many, and how many statements."""
    counted = _by_meeting(selection, within)
    grouped = f"""{{ SELECT ?matter (COUNT(?meeting) AS ?meetings) (SUM(?count) AS ?statements)
  WHERE {{ {counted} }} GROUP BY ?matter HAVING(COUNT(?meeting) > 1) }}"""
    return f"{PREFIXES}SELECT ?matter ?meetings ?statements WHERE {{ {grouped} {_STANDING} }}"


def _by_meeting(selection: Selection, within: str) -> str:
    where = f"{selection.pattern()} {apart('?statement trv:position ?matter')} {_MEETING} {within}"
    return f"{{ SELECT ?matter ?meeting (COUNT(DISTINCT ?statement) AS ?count) WHERE {{ {where} }} GROUP BY ?matter ?meeting }}"


def groups(
    kind: MatterKind,
    selection: Selection,
    documents: Iterable[tuple[str, int]],
    wholes: Iterable[tuple[int, str]],
    within: str = "",
    *,
    ends: bool,
) -> str:
    """Write the query for how many statements of each stance and prevalence each consultation has on each whole.

    ``documents`` are given with the number of their consultation, ``wholes`` as pairs of a number and of a part: a theme itself and each
    narrower one, a position itself. Gives the number of the whole, that of the group (``of_group``), how many, and with ``ends`` the first
    and the last statement of it, for which a store reads the name of every statement.
    """
    held = " ".join(f"(<{source}> {number * _STEPS[0]})" for source, number in documents)
    pairs = " ".join(f"(<{part}> {number})" for number, part in wholes)
    stances = " ".join(f"(stance:{one} {number * _STEPS[1]})" for number, one in enumerate(Stance))
    words = " ".join(f"(prevalence:{one} {number})" for number, one in enumerate(Prevalence, 1))
    voiced = _numbered("?voice", "?wide", f"VALUES (?prevalence ?wide) {{ {words} }} ?voice trv:prevalence ?prevalence")
    told = f"""{selection.pattern()} {within}
  {_numbered("?statement", "?held", f"VALUES (?source ?held) {{ {held} }} ?statement trv:document ?source")}
  {_numbered("?statement", "?side", f"VALUES (?stance ?side) {{ {stances} }} ?statement trv:stance ?stance")}
  OPTIONAL {{ SELECT ?statement ?wide WHERE {{ {apart("?statement trv:speaker ?voice")} {voiced} }} }}"""
    on = _numbered("?statement", "?whole", f"VALUES (?matter ?whole) {{ {pairs} }} ?statement trv:{kind} ?matter")
    both = "(MIN(STR(?statement)) AS ?first) (MAX(STR(?statement)) AS ?last)" if ends else ""
    return f"""{PREFIXES}SELECT ?whole ?group (COUNT(DISTINCT ?statement) AS ?count) {both} WHERE {{
  {{ SELECT ?statement (?held + ?side + COALESCE(?wide, 0) AS ?group) WHERE {{ {told} }} }} {on}
}} GROUP BY ?whole ?group"""


def of_group(number: int) -> tuple[int, Stance, Prevalence]:
    """Read the number of a group: the number of its consultation, its stance and its prevalence."""
    held, rest = divmod(number, _STEPS[0])
    side, wide = divmod(rest, _STEPS[1])
    return held, tuple(Stance)[side], tuple(Prevalence)[wide - 1] if wide else Prevalence.UNSPECIFIED


def homes(kind: MatterKind, selection: Selection, matters: Iterable[str] | None = None, within: str = "") -> str:
    """Write the query for the chapters under which each matter was said, with the statements of each consultation."""
    some = f"VALUES ?matter {{ {' '.join(f'<{one}>' for one in matters)} }}" if matters is not None else ""
    on = f"{{ SELECT ?statement ?matter WHERE {{ {some} ?statement trv:{kind} ?matter }} }}"
    under_it = f"{{ SELECT ?statement ?chapter WHERE {{ {_STANDS_UNDER} }} }}"
    counted = f"""{{ SELECT ?matter ?meeting ?chapter (COUNT(DISTINCT ?statement) AS ?count)
  WHERE {{ {selection.pattern()} {under_it} {_MEETING} {on} {within} }} GROUP BY ?matter ?meeting ?chapter }}"""
    standing = _STANDING if kind is MatterKind.POSITION else ""
    return f"{PREFIXES}SELECT ?matter ?meeting ?chapter ?count WHERE {{ {counted} {standing} }}"


def claims(positions: Iterable[str]) -> str:
    """Write the query for the claims of positions."""
    wanted = " ".join(f"<{one}>" for one in positions)
    return f"{PREFIXES}SELECT DISTINCT ?matter ?claim WHERE {{ VALUES ?matter {{ {wanted} }} ?matter trv:claim ?claim }}"


def under(chapters: Iterable[str]) -> str:
    """Write the condition that a statement stands under one of these chapters."""
    wanted = " ".join(f"<{one}>" for one in chapters)
    return f"{{ SELECT DISTINCT ?statement WHERE {{ VALUES ?chapter {{ {wanted} }} {{ {_STANDS_UNDER} }} }} }}"


def _numbered(variable: str, number: str, pattern: str) -> str:
    return f"{{ SELECT {variable} {number} WHERE {{ {pattern} }} }}"
