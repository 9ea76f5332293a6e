"""From the score of a link to how often links of that score were right on the development set."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from travaux.resources import package_folder

FILE = "reading/linking/calibration.toml"
"""The table, inside the package; ``tests/reading/linking/calibrate.py`` makes it from annotated statements."""

Step = tuple[float, float]
"""From which score on, and how often links from there to the next step were right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Steps for links to themes and to questions, in ascending order of the score."""

    themes: tuple[Step, ...]
    questions: tuple[Step, ...]

    def theme(self, score: float) -> float:
        """Return how often links to a theme with this score were right."""
        return _look_up(self.themes, score)

    def question(self, score: float) -> float:
        """Return how often links to a question with this score were right."""
        return _look_up(self.questions, score)


@cache
def read_calibration() -> Calibration:
    """Read the table of the package."""
    table = tomllib.loads((package_folder() / FILE).read_text("utf-8"))
    themes, questions = (tuple((float(step["from"]), float(step["right"])) for step in table[name]) for name in ("themes", "questions"))
    return Calibration(themes, questions)


def fit_steps(scored: Sequence[tuple[float, bool]], smallest: int = 15) -> tuple[Step, ...]:
    """Fit steps to scores that were right or wrong, rising with the score, each resting on at least ``smallest`` links.

    Isotonic regression by pooling neighbours that violate the order. Shares are of one more right and one more wrong link than were
    seen, so that none is 0 or 1.
    """
    ordered = sorted(scored)
    groups = [ordered[start : start + smallest] for start in range(0, len(ordered), smallest)]
    if len(groups) > 1 and len(groups[-1]) < smallest:
        groups[-2:] = [groups[-2] + groups[-1]]
    pools: list[tuple[float, int, int]] = []
    for group in groups:
        pools.append((group[0][0], sum(right for _score, right in group), len(group)))
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            (start, right, count), (_start, more, others) = pools[-2:]
            pools[-2:] = [(start, right + more, count + others)]
    return tuple((round(pool[0], 3), round(_share(pool), 2)) for pool in pools)


def _share(pool: tuple[float, int, int]) -> float:
    return (pool[1] + 1) / (pool[2] + 2)


def _look_up(steps: Sequence[Step], score: float) -> float:
    place = bisect_right([start for start, _share in steps], score)
    return steps[max(place - 1, 0)][1]
