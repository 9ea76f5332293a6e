"""What dossiers ask of the store about the statements on one thing; the store counts, and orders what is to be shown.

Only what every SPARQL 1.1 server answers. A default graph may hold a triple twice, so statements are counted DISTINCT.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.heard import PATTERN, VARIABLES
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence, Stance

_COUNT = "(COUNT(DISTINCT ?statement) AS ?statements)"
_MARKS = "?statement trv:stance ?stance ; trv:review ?review ; trv:speaker/trv:prevalence ?prevalence ."
ASIDES = ("rationale", "condition", "contrast")
UNATTACHED = "FILTER NOT EXISTS { ?statement trv:position ?expressed }"
_EXPRESSED = "?statement trv:position ?position . ?position trv:claim ?position_claim ."


def _ranks() -> str:
    """Number the words of prevalence for ORDER BY alone: those without an order among one another share a number.

    A chain of IF: before a table of VALUES engines begin with the prevalence of every statement.
    """
    left, ranks = set(Prevalence), list[str]()
    while left:
        words = strongest(left)
        ranks.append(" || ".join(f"?prevalence = prevalence:{word}" for word in sorted(words)))
        left -= set(words)
    chain = "".join(f"IF({words}, {len(ranks) - place}, " for place, words in enumerate(ranks))
    return f"BIND({chain}0{')' * len(ranks)} AS ?rank)"


_RANKS = _ranks()


def listed(iris: Iterable[str]) -> str:
    """Write IRIs for VALUES."""
    return " ".join(f"<{iri}>" for iri in iris)


@dataclass(frozen=True, slots=True)
class Scope:
    """The statements that a dossier, or a part of one, is about: those selected that the pattern ``about`` leaves."""

    about: str
    selection: Selection

    def pattern(self, more: str = "") -> str:
        """Write the pattern that binds ``?statement`` to each of them once, or to those that ``more`` leaves."""
        return f"{{ SELECT DISTINCT ?statement WHERE {{ {self.about} {more} {self.selection.pattern()} }} }}"


def marks(scope: Scope) -> str:
    """Write the query that counts statements by stance, prevalence and review; like the others here, within a scope."""
    return (
        f"{PREFIXES}SELECT ?stance ?prevalence ?review {_COUNT} WHERE {{ {scope.pattern()} {_MARKS} }} GROUP BY ?stance ?prevalence ?review"
    )


def positions(scope: Scope) -> str:
    """Write the query that counts by stance the positions expressed and the statements that express one."""
    pattern = f"{scope.pattern()} ?statement trv:stance ?stance ; trv:position ?position ."
    return f"{PREFIXES}SELECT ?stance (COUNT(DISTINCT ?position) AS ?positions) {_COUNT} WHERE {{ {pattern} }} GROUP BY ?stance"


def by_consultation(scope: Scope) -> str:
    """Write the query that counts statements by the name of the consultation, unbound for documents of none."""
    pattern = f"{scope.pattern()} ?statement trv:document ?source . OPTIONAL {{ ?source trv:consultation/trv:name ?consultation }}"
    return f"{PREFIXES}SELECT ?consultation {_COUNT} WHERE {{ {pattern} }} GROUP BY ?consultation"


def leading(scope: Scope, stance: Stance, limit: int | None) -> str:
    """Write the query for the positions that statements of a stance express: the most widely held first, then the most frequent."""
    attitude = f"?statement trv:stance stance:{stance} ."
    pattern = f"{scope.pattern(attitude)} ?statement trv:speaker/trv:prevalence ?prevalence . {_EXPRESSED} {_RANKS}"
    return (
        f"{PREFIXES}SELECT ?position ?position_claim {_COUNT} (MAX(?rank) AS ?widest) WHERE {{ {pattern} }}"
        f" GROUP BY ?position ?position_claim ORDER BY DESC(?widest) DESC(?statements) STR(?position_claim) STR(?position){_limit(limit)}"
    )


def bases() -> str:
    """Write the query for one position, whose IRI tells what the others begin with."""
    return f"{PREFIXES}SELECT ?position WHERE {{ ?position a trv:Position }} LIMIT 1"


def standing(positions_: Iterable[str]) -> str:
    """Write the query for the review status of positions."""
    return (
        f"{PREFIXES}SELECT DISTINCT ?position ?review WHERE {{ VALUES ?position {{ {listed(positions_)} }} ?position trv:review ?review }}"
    )


def prevalences(scope: Scope, stance: Stance, positions_: Iterable[str]) -> str:
    """Write the query for the words of prevalence of the statements of a stance that express these positions."""
    chosen = f"VALUES ?expressed {{ {listed(positions_)} }} ?statement trv:position ?expressed ; trv:stance stance:{stance} ."
    pattern = f"{scope.pattern(chosen)} ?statement trv:speaker/trv:prevalence ?prevalence ; trv:position ?position ."
    return f"{PREFIXES}SELECT DISTINCT ?position ?prevalence WHERE {{ {pattern} }}"


def to_show(scope: Scope, more: str, limit: int | None) -> str:
    """Write the query for the statements to show that ``more`` leaves: the most widely held first, then in the order of the texts."""
    pattern = f"""{scope.pattern(more)}
      ?statement trv:speaker/trv:prevalence ?prevalence ; trv:document/trv:name ?from ; trv:span/trv:start ?first . {_RANKS}
      OPTIONAL {{ ?statement trv:position ?position }}"""
    order = "ORDER BY DESC(?rank) STR(?from) ?first STR(?statement)"
    return f"{PREFIXES}SELECT DISTINCT ?statement ?position ?rank ?from ?first WHERE {{ {pattern} }} {order}{_limit(limit)}"


def sentences(statements: Iterable[str]) -> str:
    """Write the query for statements with their words, those beside them, and the paragraph that holds them."""
    asides = " ".join(f"OPTIONAL {{ ?statement trv:{aside}/trv:quote ?{aside} }}" for aside in ASIDES)
    held = "?holder trv:span ?held_in . ?held_in trv:quote ?text ; trv:start ?text_start ."
    asked = f"{VARIABLES} ?text ?text_start {' '.join(f'?{aside}' for aside in ASIDES)}"
    return f"{PREFIXES}SELECT DISTINCT {asked} WHERE {{ VALUES ?statement {{ {listed(statements)} }} {PATTERN} {held} {asides} }}"


def unattached(scope: Scope, stance: Stance) -> str:
    """Write the query that counts by prevalence the statements of a stance that express no position."""
    pattern = f"{scope.pattern(expressing(stance, None))} ?statement trv:speaker/trv:prevalence ?prevalence ."
    return f"{PREFIXES}SELECT ?prevalence {_COUNT} WHERE {{ {pattern} }} GROUP BY ?prevalence"


def expressing(stance: Stance, position: str | None) -> str:
    """Write the pattern of statements of a stance that express a position, or none at all where it is ``None``."""
    attitude = f"?statement trv:stance stance:{stance} ."
    return f"{attitude} ?statement trv:position <{position}> ." if position else f"{attitude} {UNATTACHED}"


def bearings(positions_: Iterable[str]) -> str:
    """Write the query for the relations in which these positions stand, with the words that show each."""
    return f"""{PREFIXES}SELECT DISTINCT ?position ?way ?kind ?form ?marking ?other ?claim ?document_title ?quote ?start ?end ?span WHERE {{
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


def _limit(limit: int | None) -> str:
    return "" if limit is None else f" LIMIT {limit}"
