"""What is counted of statements, as columns of numbers: a store looks up one statement after the other, columns are added up at once."""

from __future__ import annotations

from travaux.analysis.columns.columns import Columns, Pairs
from travaux.analysis.columns.keeping import columns_of, write_columns

__all__ = ["Columns", "Pairs", "columns_of", "write_columns"]
