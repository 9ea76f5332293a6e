"""What a cue governs: which of its readings applies, and at which word the content begins."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.model.lexicon import Reading
from travaux.reading.extraction.complements.interruptions import after_interruption, skip_adverbs
from travaux.reading.extraction.complements.openings import read_opening
from travaux.reading.extraction.complements.search import Complement, Search
from travaux.reading.language.sentence import Sentence

__all__ = ["Complement", "find_complement"]

_INTERRUPTIONS = 3


def find_complement(sentence: Sentence, verb: int, after: int, readings: Mapping[str, Reading], limit: int) -> Complement | None:
    """Find what follows the cue whose last word is ``after``, before the word ``limit``; ``verb`` is the word that governs it.

    ``readings`` are by complement. Words between (adverbs, *inter alia*, *in this regard*, an addressee) are passed over.
    """
    search = Search(sentence, verb, after, readings, limit)
    at = skip_adverbs(search, after + 1)
    for turn in range(_INTERRUPTIONS + 1):
        if at >= limit:
            return None
        if turn and sentence.lower[at] == "that" and "that" in readings:
            return search.beyond(readings["that"], at, after)
        found = read_opening(search, at)
        following = after_interruption(search, at) if found is None else None
        if following is None:
            return found
        at = skip_adverbs(search, following)
    return None
