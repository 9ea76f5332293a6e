"""How often what a rule found was right on the development data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from travaux.resources import package_folder

FILE = "reading/extraction/reliability.toml"
"""The table, inside the package; ``tests/reading/extraction/measure_reliability.py`` makes it from annotated statements."""


def reliability_of(rule: str) -> float:
    """Return how often statements of a rule (``active: stress/object``) were right, by the construction that it names.

    A construction that never occurred in the development data is trusted as one that was right half of the time.
    """
    return _table().get(rule.partition(":")[0], 0.5)


@cache
def _table() -> Mapping[str, float]:
    table = tomllib.loads((package_folder() / FILE).read_text("utf-8"))
    return {name: float(right) for name, right in table.items()}
