"""Agreement of two annotators beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def cohen_kappa(labels: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa of pairs of labels, one of each annotator; ``None`` where chance alone would agree always, or without pairs.

    It is (observed - expected) / (1 - expected); expected is the chance that two annotators with these frequencies of labels agree:
    J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46.

    >>> cohen_kappa([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15)
    0.4
    """
    total = len(labels)
    same = sum(left == right for left, right in labels)
    first, second = Counter(left for left, _ in labels), Counter(right for _, right in labels)
    chance = sum(count * second[label] for label, count in first.items())
    if chance == total * total:
        return None
    return (same * total - chance) / (total * total - chance)
