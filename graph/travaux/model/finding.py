"""Findings: what does not add up in a source or in the graph, shown to the user and never silently mended."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.identity import Id
from travaux.model.schemes import Severity
from travaux.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that does not add up: which check found it, what it is, and the places that show it.

    ``check`` names the general check (``attendance-sum``); ``message`` is one sentence for a person; ``subject`` is the thing concerned.
    """

    id: Id
    check: str
    severity: Severity
    message: str
    document: Id | None = None
    subject: Id | None = None
    spans: tuple[Span, ...] = ()

    @property
    def label(self) -> str:
        return self.message
