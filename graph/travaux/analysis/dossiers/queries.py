"""What dossiers ask of the store about the statements and positions that they show."""

from __future__ import annotations

from collections.abc import Iterable

from travaux.analysis.heard import PATTERN, VARIABLES
from travaux.analysis.sparql import PREFIXES, listed

ASIDES = ("rationale", "condition", "contrast")


def claims(positions_: Iterable[str]) -> str:
    """Write the query for the claims and the review status of positions."""
    pattern = f"VALUES ?position {{ {listed(positions_)} }} ?position trv:claim ?claim . OPTIONAL {{ ?position trv:review ?review }}"
    return f"{PREFIXES}SELECT DISTINCT ?position ?claim ?review WHERE {{ {pattern} }}"


def sentences(statements: Iterable[str]) -> str:
    """Write the query for statements with their words and the paragraph that holds them."""
    return f"{PREFIXES}SELECT DISTINCT {VARIABLES} WHERE {{ VALUES ?statement {{ {listed(statements)} }} {PATTERN} }}"


def holders(statements: Iterable[str]) -> str:
    """Write the query for the text of the paragraphs that hold statements, and where in its document each begins."""
    pattern = "?statement trv:paragraph ?holder . ?holder trv:span ?held . ?held trv:quote ?text ; trv:start ?text_start ."
    return f"{PREFIXES}SELECT DISTINCT ?statement ?text ?text_start WHERE {{ VALUES ?statement {{ {listed(statements)} }} {pattern} }}"


def asides(statements: Iterable[str], aside: str) -> str:
    """Write the query for the words that stand beside those of statements: ``aside`` is one of ``ASIDES``."""
    pattern = f"VALUES ?statement {{ {listed(statements)} }} ?statement trv:{aside} ?beside . ?beside trv:quote ?words ."
    return f"{PREFIXES}SELECT DISTINCT ?statement ?words WHERE {{ {pattern} }}"


def bearings(positions_: Iterable[str]) -> str:
    """Write the query for the relations in which these positions stand, with the words that show each."""
    return f"""{PREFIXES}SELECT DISTINCT ?position ?way ?kind ?form ?marking ?other ?claim ?document_title ?quote
      ?start ?end ?source WHERE {{
      VALUES ?position {{ {listed(positions_)} }}
      {{ ?relation trv:conclusion ?position ; trv:premise ?other . BIND("to" AS ?way) }}
      UNION {{ ?relation trv:premise ?position ; trv:conclusion ?other . BIND("from" AS ?way) }}
      ?relation a trv:Relation ; trv:kind ?kind ; trv:form ?form ; trv:marking ?marking ; trv:span ?span .
      ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end ; trv:document ?source .
      ?source dcterms:title ?document_title .
      ?other trv:claim ?claim .
      FILTER NOT EXISTS {{ ?relation trv:review review:rejected }}
      FILTER NOT EXISTS {{ ?other trv:review review:rejected }}
    }}"""
