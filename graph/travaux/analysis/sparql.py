"""What all questions of the analysis to a store have in common: prefixes, words of concepts, texts within a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from travaux.model.store import Store, Value

PREFIXES = """\
PREFIX trv: <https://w3id.org/travaux/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX grade: <https://w3id.org/travaux/scheme/evidence-grade/>
PREFIX outcome: <https://w3id.org/travaux/scheme/outcome-kind/>
PREFIX prevalence: <https://w3id.org/travaux/scheme/prevalence/>
PREFIX relation: <https://w3id.org/travaux/scheme/relation-kind/>
PREFIX review: <https://w3id.org/travaux/scheme/review-status/>
PREFIX stance: <https://w3id.org/travaux/scheme/stance/>
"""

_VARIABLE = re.compile(r"\?\w+")
_TITLE = "SELECT DISTINCT ?title WHERE { ?corpus a trv:Corpus ; dcterms:title ?title }"


def last_word(concept: Value) -> str:
    """Return the word of a controlled concept, the last part of its IRI."""
    return str(concept).rsplit("/", 1)[-1]


def quoted(text: str) -> str:
    r"""Write a text as a string of SPARQL.

    >>> quoted('the "scope"')
    '"the \\"scope\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def apart(*patterns: str) -> str:
    """Write graph patterns so that a store reads each by itself and then joins them, instead of looking up the next for every row.

    With 100,000 statements on disk that is up to ten times faster where most of them take part, and slower where a few do. Each pattern
    gives all its variables; it has no braces and sees nothing of the others.

    >>> apart("?one trv:theme ?theme", "?one trv:document ?source")
    '{ SELECT ?one ?theme WHERE { ?one trv:theme ?theme } } { SELECT ?one ?source WHERE { ?one trv:document ?source } }'
    """
    return " ".join(f"{{ SELECT {' '.join(dict.fromkeys(_VARIABLE.findall(one)))} WHERE {{ {one} }} }}" for one in patterns)


def listed(iris: Iterable[str]) -> str:
    """Write IRIs for VALUES."""
    return " ".join(f"<{iri}>" for iri in iris)


def batches(things: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    """Divide what is asked about into what one query asks about.

    >>> list(batches(["a", "b", "c"], 2))
    [['a', 'b'], ['c']]
    """
    return (things[first : first + size] for first in range(0, len(things), size))


def find_title(store: Store) -> str | None:
    """Find the title of the corpus; ``None`` if the store describes none."""
    return next((str(row["title"]) for row in store.select(PREFIXES + _TITLE)), None)
