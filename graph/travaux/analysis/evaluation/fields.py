"""How far matched statements agree in what is said about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from travaux.analysis.evaluation.annotated import Annotated
from travaux.analysis.evaluation.coefficients import cohen_kappa, krippendorff_alpha, to_judgements
from travaux.analysis.evaluation.matching import Pair

CODED = ("prevalence", "stance", "act", "speaker_kind")
"""Fields with one of a few words, for which agreement beyond chance can be computed."""

_PARTS = ("rationale", "condition", "contrast")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of the pairs in which both sides say something about a field agree; ``kappa`` and ``alpha`` only for fields of few words."""

    right: int
    pairs: int
    kappa: float | None = None
    alpha: float | None = None

    @property
    def accuracy(self) -> float | None:
        """The share of right pairs, from 0 to 1; ``None`` where there are no pairs."""
        return self.right / self.pairs if self.pairs else None


def compare_fields(pairs: Sequence[Pair]) -> dict[str, Agreement]:
    """Compare matched statements, the annotated first, field by field.

    Coded fields, cue and speaker agree if they are equal; provisions as sets. Of questions the first one found must be among those
    annotated, and none may be found where none is. Rationale, condition and contrast agree if both are absent or one contains the other.
    """
    agreements = {}
    for name, same in _COMPARED.items():
        both = [
            (left, right) for left, right in ((getattr(gold, name), getattr(found, name)) for gold, found in pairs) if _said(left, right)
        ]
        beyond = (cohen_kappa(both), krippendorff_alpha(to_judgements(both))) if name in CODED else (None, None)
        agreements[name] = Agreement(sum(same(left, right) for left, right in both), len(both), *beyond)
    return agreements


def compare_themes(pairs: Sequence[Pair]) -> tuple[int, int, int]:
    """Count themes of matched statements: annotated, found, and both."""
    both = [(set(gold.themes), set(found.themes)) for gold, found in pairs if gold.themes is not None and found.themes is not None]
    return sum(len(gold) for gold, _ in both), sum(len(found) for _, found in both), sum(len(gold & found) for gold, found in both)


def differing(name: str, gold: Annotated, found: Annotated) -> bool:
    """Whether both sides say something about a field and do not agree."""
    left, right = getattr(gold, name), getattr(found, name)
    return _said(left, right) and not _COMPARED[name](left, right)


def _said(left: object, right: object) -> bool:
    return left is not None and right is not None


def _equal(left: object, right: object) -> bool:
    return left == right


def _same_set(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return set(left) == set(right)


def _first_among(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return right[0] in left if left and right else not left and not right


def _contains(left: str, right: str) -> bool:
    return (left in right or right in left) if left and right else not left and not right


_COMPARED: dict[str, Callable[..., bool]] = {
    **dict.fromkeys(CODED, _equal),
    "provisions": _same_set,
    "questions": _first_among,
    "cue": _equal,
    "speaker": _equal,
    **dict.fromkeys(_PARTS, _contains),
}
"""The fields in the order in which they are reported, and when two values agree."""
