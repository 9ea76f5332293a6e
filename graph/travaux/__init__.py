"""Travaux: the record of a negotiation as an argument map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from travaux.pipeline.argument_map import ArgumentMap, open_argument_map

__version__ = "0.1.0"
__all__ = ["ArgumentMap", "__version__", "open_argument_map"]

if __name__ != "travaux":
    raise ImportError(f"import travaux, not {__name__}: graph/ is the folder of the sources and no package")


def __getattr__(name: str) -> object:
    """Import what notebooks begin with when it is asked for: help on the command line must answer at once."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from travaux.pipeline import argument_map  # noqa: PLC0415

    return getattr(argument_map, name)
