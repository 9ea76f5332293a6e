"""Terms: the noun phrases of sentences, and which of them could name a theme that nobody has named yet."""

from __future__ import annotations

from travaux.reading.terms.known import Known, Reason, Titles
from travaux.reading.terms.noun_phrases import NounPhrase, find_noun_phrases
from travaux.reading.terms.sentences import Passage, TaggedPassage, tag_passages
from travaux.reading.terms.word_counts import count_sequences, count_words

__all__ = [
    "Known",
    "NounPhrase",
    "Passage",
    "Reason",
    "TaggedPassage",
    "Titles",
    "count_sequences",
    "count_words",
    "find_noun_phrases",
    "tag_passages",
]
