"""Traces as rows: one for each way of each position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.analysis.tables import Tabular
from travaux.analysis.tracing.trace import Trace, Way
from travaux.model.schemes import EvidenceGrade
from travaux.model.store import Table, Value
from travaux.model.treaty import UNVERIFIED

_COLUMNS = (
    *("position", "claim", "review", "statements", "prevalence", "provision", "text", "cited", "how", "grade", "later", "later_text"),
    *("became", "became_grades", "sources"),
)


@dataclass(frozen=True, slots=True)
class TraceTable(Tabular):
    """Traces that can be had as rows."""

    traces: tuple[Trace, ...]

    def to_table(self) -> Table:
        """Give a row for each step of each way of each position; what a position has not is empty."""
        return Table(_COLUMNS, tuple(row for trace in self.traces for row in _to_rows(trace)))


def trace_table(traces: Iterable[Trace]) -> TraceTable:
    """Make traces a table."""
    return TraceTable(tuple(traces))


def marked(word: str, grade: EvidenceGrade) -> str:
    """Mark a word that rests on recollection."""
    return f"{word} {UNVERIFIED}" if grade is EvidenceGrade.M else word


def _to_rows(trace: Trace) -> Iterator[tuple[Value, ...]]:
    said = "; ".join(f"{one.document}, paragraph {one.paragraph}" if one.paragraph else one.document for one in trace.statements)
    held = "; ".join(one.prevalence.value for one in trace.statements)
    became = "; ".join(marked(one.kind.value, one.grade) for one in trace.outcomes)
    grades = "; ".join(one.grade.value for one in trace.outcomes)
    sources = "; ".join(dict.fromkeys(source.title for one in trace.outcomes for source in one.sources))
    for went in [cells for way in trace.ways for cells in _way_cells(way)] or [(None,) * 7]:
        yield (trace.key, trace.claim, trace.review.value, said, held, *went, became, grades, sources)


def _way_cells(way: Way) -> Iterator[tuple[Value, ...]]:
    for step in way.steps:
        later = (step.later.label, step.later.instrument_title) if step.later else (None, None)
        how = (marked(step.kind.value, step.grade), step.grade.value)
        yield (step.earlier.label, step.earlier.instrument_title, way.cited, *how, *later)
    if not way.steps:
        yield (way.provision.label, way.provision.instrument_title, way.cited, None, None, None, None)
