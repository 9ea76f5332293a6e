"""Where the statements of a corpus come from: reports tell what was said, answers are what was written."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.schemes import DocumentKind
from travaux.model.store import Store

_KINDS = "SELECT DISTINCT ?kind WHERE { ?source a trv:Document ; trv:kind ?kind }"


class Sources(Enum):
    """The kinds of sources that hold statements; a corpus that has none yet awaits reports."""

    REPORTS = "reports"
    ANSWERS = "answers"
    BOTH = "reports and answers"


def sources_of(kinds: Iterable[DocumentKind]) -> Sources:
    """Tell what there is from the kinds of the documents of a corpus.

    >>> sources_of([DocumentKind.CONCEPT_NOTE, DocumentKind.RESPONSES]).value
    'answers'
    """
    held = {kind for kind in kinds if kind.holds_statements}
    if DocumentKind.RESPONSES not in held:
        return Sources.REPORTS
    return Sources.ANSWERS if held == {DocumentKind.RESPONSES} else Sources.BOTH


def find_sources(store: Store) -> Sources:
    """Tell it of the corpus in a store."""
    return sources_of(DocumentKind(last_word(row["kind"])) for row in store.select(PREFIXES + _KINDS))
