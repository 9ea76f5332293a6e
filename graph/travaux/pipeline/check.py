"""Checking: whether a graph agrees with its shapes and its sources, and what does not add up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from travaux.model.consultation import Consultation
from travaux.model.corpus import Corpus
from travaux.model.document import DatedEvent
from travaux.model.finding import Finding
from travaux.model.schemes import Severity
from travaux.model.store import Iri, Store
from travaux.model.treaty import Milestone
from travaux.pipeline.quotes import check_document
from travaux.pipeline.workspace import find_corpus, get_built
from travaux.rdf.lines import from_lines
from travaux.rdf.shapes import Violation, check_shapes
from travaux.rdf.store import open_store
from travaux.rdf.stored import find_records
from travaux.reading.corpus import read_corpus
from travaux.reading.findings import check_events

_LOOSE = """
SELECT DISTINCT ?thing ?property ?target
WHERE {
  ?thing ?property ?target
  FILTER(ISIRI(?target) && STRSTARTS(STR(?target), ?base))
  FILTER NOT EXISTS { ?target a ?class }
}
ORDER BY ?thing ?property ?target
"""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of a built graph found: violations of its shapes, places where a quote differs from its source, and findings.

    Violations and mismatches are faults of the graph. Findings are remarks on the sources, and no fault of anybody's here.
    ``spans`` counts the places that were compared.
    """

    violations: tuple[Violation, ...]
    mismatches: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    spans: int

    @property
    def clean(self) -> bool:
        """Whether the graph has no fault; what the shapes only warn of is none."""
        return not self.mismatches and not any(violation.severity is Severity.ERROR for violation in self.violations)


def check(folder: Path | None = None) -> CheckReport:
    """Check the built graph of a corpus against its shapes and, character for character, against its documents.

    Raises ``StoreError`` if nothing has been built and ``CorpusError`` if the description of the corpus is not readable.
    """
    corpus = read_corpus(find_corpus(folder))
    with open_store(get_built(corpus.folder).store, read_only=True) as store:
        shapes = (violation for name in store.graphs() for violation in check_shapes(from_lines(_content(store, name))))
        violations = (*shapes, *check_links(store, corpus.base))
        mismatches: list[Finding] = []
        compared = 0
        for document in corpus.documents:
            found, spans = check_document(store, corpus, document)
            mismatches += found
            compared += spans
        return CheckReport(violations, tuple(mismatches), find_records(store, Finding, corpus.base), compared)


def check_links(store: Store, base: str) -> tuple[Violation, ...]:
    """Find links to things of the corpus that are not there: shapes look at one part at a time and cannot see that."""
    return tuple(
        Violation(
            focus=str(row["thing"]),
            path=str(row["property"]),
            value=str(row["target"]),
            message=f"This points to {str(row['target']).removeprefix(base)}, which is not in the corpus: mend the name or describe it.",
            severity=Severity.ERROR,
        )
        for row in store.select(_LOOSE, {"base": base})
    )


def _content(store: Store, graph: Iri) -> bytes:
    return store.construct(f"CONSTRUCT {{ ?subject ?property ?value }} WHERE {{ GRAPH <{graph}> {{ ?subject ?property ?value }} }}")


def check_dates(store: Store, corpus: Corpus) -> tuple[Finding, ...]:
    """Compare the dates that the documents give for the same events with each other and with the corpus' own."""
    events = find_records(store, DatedEvent, corpus.base)
    milestones = find_records(store, Milestone, corpus.base)
    return check_events(events, milestones, find_records(store, Consultation, corpus.base))
