"""Results as tables, as frames of pandas, and as plain data."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from travaux.errors import TravauxError
from travaux.model.store import Table

if TYPE_CHECKING:
    import pandas as pd


class Tabular(ABC):
    """A result that can be had as rows: a table of plain values, a frame of pandas."""

    __slots__ = ()

    @abstractmethod
    def to_table(self) -> Table:
        """Give the result as rows; the class says what a row is."""

    def to_frame(self) -> pd.DataFrame:
        """Give the rows as a frame of pandas; ``TravauxError`` if pandas is not installed."""
        return to_frame(self.to_table())


def to_frame(table: Table) -> pd.DataFrame:
    """Make a table a frame of pandas, its columns named and typed as the table's variables; ``TravauxError`` if pandas is not installed."""
    try:
        import pandas as pd  # noqa: PLC0415, only notebooks have it
    except ImportError as missing:
        raise TravauxError("pandas is not installed", hint="Install it: pip install 'travaux[notebooks]'") from missing
    return pd.DataFrame(list(table.rows), columns=list(table.variables)).convert_dtypes()


def to_data(result: object) -> Any:  # noqa: ANN401, what JSON can hold
    """Make records plain data that JSON can hold: field by field, words of schemes as text, tuples as lists, sets as sorted lists."""
    if is_dataclass(result) and not isinstance(result, type):
        return {field.name: to_data(getattr(result, field.name)) for field in fields(result)}
    if isinstance(result, Enum):
        return result.value
    if isinstance(result, Mapping):
        return {str(to_data(key)): to_data(value) for key, value in result.items()}
    if isinstance(result, frozenset | set):
        return sorted(to_data(one) for one in result)
    if isinstance(result, tuple | list):
        return [to_data(one) for one in result]
    return result.isoformat() if isinstance(result, date) else result
