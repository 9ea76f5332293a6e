"""What dossiers ask of the store about the statements on one thing; the store counts, and orders what is to be shown.

Only what every SPARQL 1.1 server answers. A default graph may hold a triple twice, so statements are counted DISTINCT.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.heard import PATTERN, VARIABLES
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES

_COUNT = "(COUNT(DISTINCT ?statement) AS ?statements)"
ASIDES = ("rationale", "condition", "contrast")


def listed(iris: Iterable[str]) -> str:
    """Write IRIs for VALUES."""
    return " ".join(f"<{iri}>" for iri in iris)


@dataclass(frozen=True, slots=True)
class Scope:
    """The statements that a dossier, or a part of one, is about: those selected that the pattern ``about`` leaves."""

    about: str
    selection: Selection

    def whole(self) -> str:
        """Write the pattern that binds ``?statement`` to them, perhaps several times."""
        return f"{self.about} {self.selection.pattern()}"

    def pattern(self, more: str = "") -> str:
        """Write the pattern that binds ``?statement`` to each of them once, or to those that ``more`` leaves."""
        return f"{{ SELECT DISTINCT ?statement WHERE {{ {self.about} {more} {self.selection.pattern()} }} }}"


def cells(scope: Scope) -> str:
    """Write the query that counts statements by all that a dossier adds up, and names the first and the last of each such group.

    One question instead of one for each sum: what a scope leaves is found once. A statement stands in one group, or in several where
    it expresses several positions.
    """
    by = "?stance ?prevalence ?review ?position ?meeting"
    pattern = f"""{scope.whole()}
      ?statement trv:stance ?stance ; trv:review ?review ; trv:document ?source ; trv:speaker ?voice . ?voice trv:prevalence ?prevalence .
      OPTIONAL {{ ?statement trv:position ?position }}
      OPTIONAL {{ ?source trv:consultation ?meeting }}"""
    ends = "(MIN(STR(?statement)) AS ?first) (MAX(STR(?statement)) AS ?last)"
    return f"{PREFIXES}SELECT {by} {_COUNT} {ends} WHERE {{ {pattern} }} GROUP BY {by}"


def claims(positions_: Iterable[str]) -> str:
    """Write the query for the claims and the review status of positions."""
    pattern = f"VALUES ?position {{ {listed(positions_)} }} ?position trv:claim ?claim . OPTIONAL {{ ?position trv:review ?review }}"
    return f"{PREFIXES}SELECT DISTINCT ?position ?claim ?review WHERE {{ {pattern} }}"


def attached(scope: Scope) -> str:
    """Write the query for all statements with stance and position: what a dossier needs that leaves nothing out."""
    pattern = f"{scope.whole()} ?statement trv:stance ?stance . OPTIONAL {{ ?statement trv:position ?position }}"
    return f"{PREFIXES}SELECT DISTINCT ?statement ?stance ?position WHERE {{ {pattern} }}"


def bases() -> str:
    """Write the query for one position, whose IRI tells what the others begin with."""
    return f"{PREFIXES}SELECT ?position WHERE {{ ?position a trv:Position }} LIMIT 1"


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
