"""The order of prevalence: which words say that a view is held at least as widely as another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from travaux.model.schemes import Prevalence

_RANKS: tuple[tuple[Prevalence, ...], ...] = (
    (Prevalence.ONE,),
    (Prevalence.FEW,),
    (Prevalence.SOME,),
    (Prevalence.SEVERAL, Prevalence.VARIOUS, Prevalence.A_NUMBER_OF),
    (Prevalence.MANY,),
    (Prevalence.MAJORITY,),
    (Prevalence.MOST,),
    (Prevalence.ALL,),
)
"""From the least to the most widely held; words of one rank have no agreed order among one another, unspecified is outside the order."""


@cache
def at_least(prevalence: Prevalence) -> frozenset[Prevalence]:
    """Give the words that say at least as much as ``prevalence``, with those of its rank; of unspecified, all words.

    >>> sorted(at_least(Prevalence.MOST))
    [<Prevalence.ALL: 'all'>, <Prevalence.MOST: 'most'>]
    """
    if prevalence is Prevalence.UNSPECIFIED:
        return frozenset(Prevalence)
    rank = next(place for place, words in enumerate(_RANKS) if prevalence in words)
    return frozenset(word for words in _RANKS[rank:] for word in words)


def strongest(prevalences: Iterable[Prevalence]) -> tuple[Prevalence, ...]:
    """Give the strongest words among those given, each once: several only where they have no order; unspecified where there is no other.

    >>> strongest([Prevalence.FEW, Prevalence.VARIOUS, Prevalence.SEVERAL])
    (<Prevalence.SEVERAL: 'several'>, <Prevalence.VARIOUS: 'various'>)
    """
    given = set(prevalences)
    for words in reversed(_RANKS):
        if found := tuple(word for word in words if word in given):
            return found
    return (Prevalence.UNSPECIFIED,) if given else ()
