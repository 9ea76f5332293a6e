"""Whose words of prevalence stand for a theme: its own, and those of a narrower theme only where its own say nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence


def words_for_theme(
    own: Iterable[Prevalence], whole: Iterable[Prevalence], narrower: Mapping[str, Collection[Prevalence]]
) -> tuple[tuple[Prevalence, ...], tuple[str, ...]]:
    """Give the strongest words of statements on a theme itself, of one stance; else those of ``whole``, which has narrower themes too.

    ``narrower`` gives the words of each narrower theme by its label. The labels of those that the words come from are given as well,
    sorted; none where the words are those of the theme itself, or where nothing is said.

    >>> words_for_theme([Prevalence.UNSPECIFIED], [Prevalence.UNSPECIFIED, Prevalence.MANY], {"Trust": [Prevalence.MANY]})
    ((<Prevalence.MANY: 'many'>,), ('Trust',))
    """
    words = strongest(own)
    if any(word is not Prevalence.UNSPECIFIED for word in words):
        return words, ()
    words = strongest(whole)
    if words in {(), (Prevalence.UNSPECIFIED,)}:
        return words, ()
    return words, tuple(sorted(label for label, its in narrower.items() if set(words) & set(its)))
