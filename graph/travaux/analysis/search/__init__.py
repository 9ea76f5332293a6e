"""Search over everything in a corpus, with facets: what an index holds, how it is made and kept, and how it is asked."""

from __future__ import annotations

from travaux.analysis.search.index import Index, all_records
from travaux.analysis.search.keeping import open_index, write_index
from travaux.analysis.search.record import FACETS, Kind
from travaux.analysis.search.result import Facet, FacetValue, Found, Near, Piece, Result, Suggestion
from travaux.analysis.search.wanted import Wanted, clean_text

__all__ = [
    "FACETS",
    "Facet",
    "FacetValue",
    "Found",
    "Index",
    "Kind",
    "Near",
    "Piece",
    "Result",
    "Suggestion",
    "Wanted",
    "all_records",
    "clean_text",
    "open_index",
    "write_index",
]
