"""Tracing: from what was said, over the provision that it was said of, to the adopted text and what became of what was asked."""

from __future__ import annotations

from travaux.analysis.heard import Heard
from travaux.analysis.tracing.following import find_lacks, find_traces
from travaux.analysis.tracing.parts import Event, Request, TracePart, find_events, find_requests, find_trace_part
from travaux.analysis.tracing.tables import TraceTable, trace_table
from travaux.analysis.tracing.trace import Became, Place, Proof, Step, Trace, Way

__all__ = [
    "Became",
    "Event",
    "Heard",
    "Place",
    "Proof",
    "Request",
    "Step",
    "Trace",
    "TracePart",
    "TraceTable",
    "Way",
    "find_events",
    "find_lacks",
    "find_requests",
    "find_trace_part",
    "find_traces",
    "trace_table",
]
