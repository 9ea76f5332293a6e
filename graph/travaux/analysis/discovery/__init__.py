"""Themes that the thesaurus lacks: phrases of what was said, ranked, each with the sentences that it stands in."""

from __future__ import annotations

from travaux.analysis.discovery.c_value import find_always_inside, find_c_values
from travaux.analysis.discovery.candidates import Candidate, Candidates, Near, Place, Searched
from travaux.analysis.discovery.contents import Content, Paragraph, find_contents, find_names, find_paragraphs, find_theme_names
from travaux.analysis.discovery.keyness import Keyness, find_keyness
from travaux.analysis.discovery.ranking import Counts, Ground, Mention, Told, find_rest_keyness, rank, select_frequent, to_candidate

__all__ = [
    "Candidate",
    "Candidates",
    "Content",
    "Counts",
    "Ground",
    "Keyness",
    "Mention",
    "Near",
    "Paragraph",
    "Place",
    "Searched",
    "Told",
    "find_always_inside",
    "find_c_values",
    "find_contents",
    "find_keyness",
    "find_names",
    "find_paragraphs",
    "find_rest_keyness",
    "find_theme_names",
    "rank",
    "select_frequent",
    "to_candidate",
]
