"""Themes: the concepts of a corpus' thesaurus, and what points to them in a text."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A concept of the thesaurus in ``themes.ttl``, after SKOS.

    ``alt_labels`` are synonyms that a page may show. ``signal_phrases`` are words that point to the theme without meaning the same, and
    ``negative_phrases`` words that look like the theme and are not: both are for matching alone and are never shown as names.
    ``broader`` and ``related`` are themes; ``provisions`` are those of any instrument that the theme concerns, each by its own number.
    ``review`` is kept of a theme that was proposed by rule; one that people wrote themselves has none.
    """

    id: Id
    name: str
    pref_label: str
    alt_labels: tuple[str, ...] = ()
    signal_phrases: tuple[str, ...] = ()
    negative_phrases: tuple[str, ...] = ()
    definition: str | None = None
    scope_note: str | None = None
    broader: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
    provisions: tuple[Id, ...] = ()
    review: ReviewStatus | None = None

    @property
    def label(self) -> str:
        return self.pref_label
