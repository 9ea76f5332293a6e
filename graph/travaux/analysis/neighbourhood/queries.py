"""What a map asks of the store: what things are called, what the treaty and the thesaurus link, how positions bear on one another."""

from __future__ import annotations

from collections.abc import Iterable

from travaux.analysis.sparql import PREFIXES, listed


def described(things: Iterable[str]) -> str:
    """Write the query for what things are called."""
    return f"""{PREFIXES}SELECT DISTINCT ?thing ?label ?number ?title ?grade ?order ?review ?version WHERE {{
  VALUES ?thing {{ {listed(things)} }}
  ?thing rdfs:label|skos:prefLabel ?label .
  OPTIONAL {{ ?thing trv:number ?number }}
  OPTIONAL {{ ?thing dcterms:title ?title }}
  OPTIONAL {{ ?thing trv:grade ?grade }}
  OPTIONAL {{ ?thing trv:order ?order }}
  OPTIONAL {{ ?thing trv:review ?review }}
  OPTIONAL {{ ?thing trv:instrument ?text . ?text trv:status ?version }}
}}"""


def words_of(things: Iterable[str]) -> str:
    """Write the query for the exact words of questions and statements."""
    return f"{PREFIXES}SELECT DISTINCT ?thing ?text WHERE {{ VALUES ?thing {{ {listed(things)} }} ?thing trv:span/trv:quote ?text }}"


def relations(positions: Iterable[str], end: str) -> str:
    """Write the query for the relations whose ``end``, premise or conclusion, is one of these positions."""
    pattern = (
        "?relation trv:premise ?premise ; trv:conclusion ?conclusion ; trv:kind ?kind . MINUS { ?relation trv:review review:rejected }"
    )
    return f"{PREFIXES}SELECT DISTINCT ?premise ?conclusion ?kind WHERE {{ VALUES ?{end} {{ {listed(positions)} }} {pattern} }}"


LINKS = {
    "theme": (
        ("narrower", True, "<%s> skos:broader ?other"),
        ("narrower", False, "?other skos:broader <%s>"),
        ("related", True, "{ <%s> skos:related ?other } UNION { ?other skos:related <%s> }"),
        ("concerns", True, "<%s> trv:provision ?other"),
    ),
    "article": (
        ("part-of", True, "<%s> trv:chapter ?other"),
        ("concerns", False, "?other skos:prefLabel ?label FILTER EXISTS { ?other trv:provision <%s> }"),
        ("became", True, "?step trv:earlier <%s> ; trv:later ?other"),
        ("became", False, "?step trv:later <%s> ; trv:earlier ?other"),
    ),
    "chapter": (
        ("part-of", False, "?other a trv:Article ; trv:chapter <%s>"),
        ("on", False, "?other a trv:Question ; trv:chapter <%s>"),
    ),
    "question": (("part-of", True, "<%s> trv:document ?other"), ("on", True, "<%s> trv:chapter ?other")),
    "document": (
        ("part-of", True, "<%s> trv:consultation ?other"),
        ("part-of", False, "?other a trv:Question FILTER EXISTS { ?other trv:document <%s> }"),
    ),
    "consultation": (("part-of", False, "?other a trv:Document ; trv:consultation <%s>"),),
    "person": (("speaks-for", True, "?taken trv:person <%s> ; trv:organization|trv:onBehalfOf|trv:state ?other"),),
    "organization": (("speaks-for", False, "?taken trv:organization|trv:onBehalfOf <%s> ; trv:person ?other"),),
    "state": (("speaks-for", False, "?taken trv:state|trv:onBehalfOf <%s> ; trv:person ?other"),),
}
LINKS["preambular-paragraph"] = LINKS["article"]
"""Kind of thing → the links that need no statement: kind, whether it leads from the thing, and the pattern that binds ``?other``.

Patterns with ``EXISTS`` begin with the few themes or questions there are: what cites a provision or lies in a document are many statements.
"""


def linked(kind: str, thing: str) -> str | None:
    """Write the query for what needs no statement to be linked to a thing; ``None`` if nothing is."""
    ways = [
        f'{{ {pattern.replace("%s", thing)} BIND("{name}" AS ?kind) BIND({str(outgoing).lower()} AS ?outgoing) }}'
        for name, outgoing, pattern in LINKS.get(kind, ())
    ]
    return f"{PREFIXES}SELECT DISTINCT ?kind ?outgoing ?other WHERE {{ {' UNION '.join(ways)} }}" if ways else None


NAMES = f"""{PREFIXES}SELECT DISTINCT ?who ?name WHERE {{
  VALUES ?class {{ trv:Person trv:Organization trv:State }} ?who a ?class ; trv:name ?name
}}"""

TITLES = f"{PREFIXES}SELECT DISTINCT ?meeting ?title WHERE {{ ?meeting a trv:Consultation ; dcterms:title ?title }}"

CONCERNED = f"""{PREFIXES}SELECT DISTINCT ?theme ?provision WHERE {{
  ?theme skos:prefLabel ?label ; trv:provision ?provision FILTER(CONTAINS(STR(?theme), "/theme/"))
}}"""

VERSIONS = f"""{PREFIXES}SELECT DISTINCT ?provision ?version ?order WHERE {{
  VALUES ?class {{ trv:Article trv:PreambularParagraph trv:Chapter }}
  ?provision a ?class ; trv:order ?order ; trv:instrument ?text . ?text trv:order ?version
}}"""
