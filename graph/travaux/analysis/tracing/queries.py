"""What tracing asks of the store: the treaty as a whole, which is small, and of what was said only what is wanted.

Only what every SPARQL 1.1 server answers; all are DISTINCT, as a default graph may count a triple of two graphs twice.
"""

from __future__ import annotations

from collections.abc import Iterable

from travaux.analysis.sparql import PREFIXES

PLACES = """\
SELECT DISTINCT ?place ?class ?number ?label ?order ?instrument ?title ?status ?version WHERE {
  VALUES ?class { trv:Article trv:Chapter trv:PreambularParagraph }
  ?place a ?class ; trv:number ?number ; rdfs:label ?label ; trv:order ?order ; trv:instrument ?text .
  ?text trv:name ?instrument ; dcterms:title ?title ; trv:status ?status ; trv:order ?version .
}"""

STEPS = """\
SELECT DISTINCT ?step ?earlier ?later ?kind ?grade ?note WHERE {
  ?step a trv:Correspondence ; trv:earlier ?earlier ; trv:kind ?kind ; trv:grade ?grade .
  OPTIONAL { ?step trv:later ?later }
  OPTIONAL { ?step trv:note ?note }
}"""

SOURCES = """\
SELECT DISTINCT ?holder ?source ?name ?title ?link WHERE {
  VALUES ?class { trv:Correspondence trv:Outcome trv:Fact }
  ?holder a ?class ; trv:source ?source .
  ?source trv:name ?name ; dcterms:title ?title .
  OPTIONAL { ?source trv:link ?link }
}"""

STANDING = "MINUS { ?position trv:review review:rejected }"
EXPRESSED = "?statement trv:position ?position . MINUS { ?statement trv:review review:rejected }"
"""That a statement expresses a position and no person has rejected it."""


def claims(chosen: str = "") -> str:
    """Write the query for all positions that nobody has rejected, with their claims; ``chosen`` may say more about ``?claim``."""
    return f"{PREFIXES}SELECT DISTINCT ?position ?claim WHERE {{ ?position a trv:Position ; trv:claim ?claim . {chosen} {STANDING} }}"


def saying(chosen: str) -> str:
    """Write the query for the positions that statements express which the pattern ``chosen`` binds; it is read by itself."""
    said = f"{chosen} ?statement trv:position ?position ."
    return f"{PREFIXES}SELECT DISTINCT ?position WHERE {{ {said} MINUS {{ ?statement trv:review review:rejected }} }}"


def asking(chosen: str) -> str:
    """Write the query for the positions with an outcome of which the pattern ``chosen`` tells."""
    return f"{PREFIXES}SELECT DISTINCT ?position WHERE {{ {chosen} ?position trv:outcome ?outcome }}"


def positions(iris: Iterable[str]) -> str:
    """Write the query for positions, but for those that somebody has rejected."""
    pattern = f"?position a trv:Position ; trv:claim ?claim . OPTIONAL {{ ?position trv:review ?review }} {STANDING}"
    return _of("position", iris, "?position ?claim ?review", pattern)


def statements(iris: Iterable[str]) -> str:
    """Write the query for the statements that express positions."""
    return _of("position", iris, "?position ?statement", EXPRESSED)


def provisions(iris: Iterable[str]) -> str:
    """Write the query for the provisions that statements cite and the corpus describes."""
    return _of("statement", iris, "?statement ?provision", "?statement trv:provision ?provision .")


def citations(iris: Iterable[str]) -> str:
    """Write the query for the provisions that statements cite, as the reports print them."""
    return _of("statement", iris, "?statement ?citation", "?statement trv:citation ?citation .")


def outcomes(iris: Iterable[str]) -> str:
    """Write the query for what became of what positions ask for."""
    pattern = """
      ?position trv:outcome ?outcome .
      ?outcome trv:topic ?topic ; trv:asked ?asked ; trv:kind ?kind ; trv:grade ?grade .
      OPTIONAL { ?outcome trv:note ?note }
      OPTIONAL { ?outcome trv:provision ?provision }"""
    return _of("position", iris, "?position ?outcome ?topic ?asked ?kind ?grade ?note ?provision", pattern)


FACTS = """\
SELECT DISTINCT ?outcome ?fact ?text ?order ?grade WHERE {
  ?outcome a trv:Outcome ; trv:fact ?fact . ?fact trv:text ?text ; trv:order ?order ; trv:grade ?grade .
}"""
"""What outcomes rest on: few, however much was said."""


REQUESTS = """\
SELECT DISTINCT ?outcome ?topic ?kind ?grade ?provision ?position ?claim ?review WHERE {
  ?outcome a trv:Outcome ; trv:topic ?topic ; trv:kind ?kind ; trv:grade ?grade .
  OPTIONAL { ?outcome trv:provision ?provision }
  OPTIONAL { ?position trv:outcome ?outcome ; trv:claim ?claim OPTIONAL { ?position trv:review ?review } }
}"""
"""Every outcome with the positions that it is linked to."""

EVENTS = """\
SELECT DISTINCT ?event ?label ?kind ?order ?grade ?first ?last ?note WHERE {
  ?event a trv:Milestone ; rdfs:label ?label ; trv:kind ?kind ; trv:order ?order ; trv:grade ?grade .
  OPTIONAL { ?event trv:firstDay ?first }
  OPTIONAL { ?event trv:lastDay ?last }
  OPTIONAL { ?event trv:note ?note }
}"""
"""What happened to the texts, as their files say."""


def _of(subject: str, iris: Iterable[str], variables: str, pattern: str) -> str:
    """Write a query about the things named; nothing else is looked at."""
    listed = " ".join(f"<{iri}>" for iri in iris)
    return f"{PREFIXES}SELECT DISTINCT {variables} WHERE {{ VALUES ?{subject} {{ {listed} }} {pattern} }}"
