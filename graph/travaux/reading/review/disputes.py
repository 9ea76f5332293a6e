"""Several opinions on one statement: which is in force, and whether reviewers differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.reading.review.folding import fold

_JUDGED = ("decision", "quote", "act", "stance", "speaker_kind", "prevalence", "provisions", "questions", "themes", "position")


def choose(opinions: Iterable[Opinion]) -> Opinion:
    """Choose the opinion in force: one that settles the matter before all others, then the latest, then by the reviewer's name."""
    return max(opinions, key=lambda one: (one.settles, one.at, one.reviewer))


def later_than(opinion: Opinion, others: Iterable[Opinion]) -> datetime:
    """Give a moment for a new opinion that is later than what other reviewers hold, who may have decided within the same second."""
    before = [one.at + timedelta(seconds=1) for one in others if one.reviewer != opinion.reviewer]
    return max([opinion.at, *before])


def is_disputed(opinion: Opinion, others: Iterable[Opinion]) -> bool:
    """Tell whether somebody holds otherwise; of an opinion that settles the matter, whether another would settle it otherwise."""
    return any(any(differences(opinion, other)) for other in others if other.settles or not opinion.settles)


def differences(one: Opinion, other: Opinion) -> Iterator[str]:
    """Name the fields in which two opinions differ; how an included statement came about is no difference."""
    if (one.decision is ReviewStatus.REJECTED) != (other.decision is ReviewStatus.REJECTED):
        yield "decision"
        return
    for name in _JUDGED[1:] if one.decision is not ReviewStatus.REJECTED else ():
        if _unordered(getattr(one, name)) != _unordered(getattr(other, name)):
            yield name.replace("_", " ")


def _unordered(value: object) -> object:
    """Give what a value says without its order, or how a typist has set it."""
    if isinstance(value, tuple):
        return frozenset(value)
    return fold(value) if isinstance(value, str) else value


def describe_dispute(opinion: Opinion, others: Iterable[Opinion]) -> str:
    """Say who holds otherwise, in which fields."""
    said = (f"{other.reviewer} ({', '.join(differences(opinion, other))})" for other in others if any(differences(opinion, other)))
    return f"{opinion.reviewer} holds otherwise than {' and '.join(said)}, and nobody has settled it"
