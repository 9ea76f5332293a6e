"""Agreement beyond chance: Cohen's kappa of two people and Krippendorff's alpha of any number, as NLTK computes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.metrics.agreement import AnnotationTask

Label = str | frozenset[str]
"""What somebody says about one thing: one of several words, or a set of them."""

Judgement = tuple[str, Hashable, Label]
"""Who says something, about which thing (things of one kind, that can be sorted), and what."""

MOST_LABELS = 10_000
"""With more different labels nothing is computed: every one is compared with every other."""


def cohen_kappa(labels: Sequence[tuple[Label, Label]]) -> float | None:
    """Return Cohen's kappa of pairs of labels, one of each annotator; ``None`` where all are one label, without pairs, and beyond the most.

    It is (observed - expected) / (1 - expected); expected is the chance that two annotators with these frequencies of labels agree:
    J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46. Labels are the
    same or different: sets that overlap are different.

    >>> round(cohen_kappa([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15), 4)
    0.4
    """
    judgements = to_judgements(labels)
    return float(_task(judgements, _apart).kappa_pairwise("first", "second")) if _is_defined(judgements) else None


def krippendorff_alpha(judgements: Iterable[Judgement]) -> float | None:
    """Return Krippendorff's alpha of any number of people, of whom not all need to have judged everything.

    It is 1 - observed disagreement / expected disagreement, over what at least two have judged (K. Krippendorff, "Computing
    Krippendorff's alpha-reliability", 2011). Words are the same or different. Sets are as far apart as MASI says: two sets that share
    some of their members disagree in part (R. Passonneau, "Measuring agreement on set-valued items", LREC 2006). ``None`` where nothing
    was judged by two, where all say one thing, and beyond the most labels: nothing is to be expected by chance, or too much to be compared.
    """
    told = list(judgements)
    times = Counter(thing for _, thing, _ in told)
    common = [judgement for judgement in told if times[judgement[1]] > 1]
    return float(_task(common, _apart_in_part).alpha()) if _is_defined(common) else None


def to_judgements(labels: Iterable[tuple[Label, Label]]) -> list[Judgement]:
    """Tell pairs of labels apart by who gave them: the ``first`` or the ``second`` annotator."""
    return [judgement for thing, (one, two) in enumerate(labels) for judgement in (("first", thing, one), ("second", thing, two))]


def _is_defined(judgements: Iterable[Judgement]) -> bool:
    return 1 < len({label for _, _, label in judgements}) <= MOST_LABELS


def _task(judgements: Iterable[Judgement], distance: Callable[[Label, Label], float]) -> AnnotationTask:
    """Hand judgements over in an order that depends on nothing but them, so that sums come out the same to the last digit."""
    from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415, loading it takes two seconds

    return AnnotationTask(data=sorted(judgements, key=lambda one: (members(one[2]), one[0])), distance=distance)


def _apart(one: Label, two: Label) -> float:
    return 0.0 if one == two else 1.0


def _apart_in_part(one: Label, two: Label) -> float:
    """Compare equal labels first: MASI divides by the size of the union, and two sets may be empty."""
    from nltk.metrics.distance import masi_distance  # noqa: PLC0415, loaded by then

    if one == two or isinstance(one, str) or isinstance(two, str):
        return _apart(one, two)
    return float(masi_distance(one, two))


def members(label: Label) -> tuple[str, ...]:
    """List the words of a label, sorted."""
    return tuple(sorted(label)) if isinstance(label, frozenset) else (label,)
