"""What tracing asks of the store: the treaty as a whole, which is small, and of what was said only what is wanted.

Only what every SPARQL 1.1 server answers; all are DISTINCT, as a default graph may count a triple of two graphs twice.
"""

from __future__ import annotations

from travaux.analysis.heard import PATTERN, VARIABLES
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

_STANDING = "FILTER NOT EXISTS { ?position trv:review review:rejected }"

EXPRESSED = "trv:position ?position ; trv:review {review} . FILTER({review} != review:rejected)"
"""That a statement expresses a position and no person has rejected it; to be completed by the variable of its review."""


def _of_chosen(variables: str, pattern: str, chosen: str) -> str:
    """Write a query about the positions that a pattern chooses."""
    choice = f"{{ SELECT DISTINCT ?position WHERE {{ ?position a trv:Position . {_STANDING} {chosen} }} }}"
    return f"{PREFIXES}SELECT DISTINCT {variables} WHERE {{ {choice} {pattern} }}"


def positions(chosen: str) -> str:
    """Write the query for the positions themselves; like the others here, for those that the pattern ``chosen`` leaves."""
    return _of_chosen("?position ?claim ?review", "?position trv:claim ?claim . OPTIONAL { ?position trv:review ?review }", chosen)


def statements(chosen: str) -> str:
    """Write the query for the statements that express the positions, with the place of their words."""
    pattern = f"?statement a trv:Statement ; {EXPRESSED.format(review='?standing')} {PATTERN}"
    return _of_chosen(f"?position {VARIABLES}", pattern, chosen)


def provisions(chosen: str) -> str:
    """Write the query for the provisions that the statements cite and the corpus describes."""
    pattern = f"?statement {EXPRESSED.format(review='?review')} ?statement trv:provision ?provision ."
    return _of_chosen("?position ?statement ?provision", pattern, chosen)


def citations(chosen: str) -> str:
    """Write the query for the provisions that the statements cite, as the reports print them."""
    pattern = f"?statement {EXPRESSED.format(review='?review')} ?statement trv:citation ?citation ."
    return _of_chosen("?statement ?citation", pattern, chosen)


def outcomes(chosen: str) -> str:
    """Write the query for what became of what the positions ask for."""
    pattern = """
      ?position trv:outcome ?outcome .
      ?outcome trv:topic ?topic ; trv:asked ?asked ; trv:kind ?kind ; trv:grade ?grade .
      OPTIONAL { ?outcome trv:note ?note }
      OPTIONAL { ?outcome trv:provision ?provision }"""
    return _of_chosen("?position ?outcome ?topic ?asked ?kind ?grade ?note ?provision", pattern, chosen)


def facts(chosen: str) -> str:
    """Write the query for the facts that the outcomes rest on."""
    pattern = "?position trv:outcome ?outcome . ?outcome trv:fact ?fact . ?fact trv:text ?text ; trv:order ?order ; trv:grade ?grade ."
    return _of_chosen("?outcome ?fact ?text ?order ?grade", pattern, chosen)
