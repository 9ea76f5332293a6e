"""Openings that are taken up again after a coordinator: *that A and that B*, *the need for A as well as the importance of B*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import MarkerKind
from travaux.reading.extraction.clauses import AS_WELL_AS
from travaux.reading.extraction.coordination.items import LINKS
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.language.sentence import Sentence

_PREPOSITIONS = frozenset({"to", "against", "about", "for", "on", "of", "over"})
_BEFORE_NOUN = frozenset({"DT", "JJ", "PRP$", "RB"})
_REACH = 3
"""How many words may stand between the parts of an opening."""


def repeated_openings(sentence: Sentence, frame: Frame, index: CueIndex) -> Iterator[int]:
    """Yield the first word of each content that opens as the first one of the frame does."""
    first, last = frame.content
    matter = _is_matter(sentence, first, index)
    for at in range(first + 1, last):
        if not _after_coordinator(sentence, at):
            continue
        if _takes_up_word(sentence, frame, at) or (matter and _takes_up_link(sentence, first, at)):
            yield at + 1
        elif (matter and _is_matter(sentence, at, index)) or _is_new(sentence, frame, at, index):
            yield at


def _is_new(sentence: Sentence, frame: Frame, at: int, index: CueIndex) -> bool:
    """Whether a further content begins at a word by itself: another *whether*, another quotation, a phrase after *as well as*."""
    first = frame.content[0]
    again = sentence.lower[at] == sentence.lower[first] == "whether"
    return again or _is_quoted_item(sentence, first, at, index) or _is_added(sentence, frame, at)


def _takes_up_word(sentence: Sentence, frame: Frame, at: int) -> bool:
    """Whether *that* or the preposition before the first content is said again."""
    before = frame.content[0] - 1
    if before < 0 or sentence.lower[at] != sentence.lower[before]:
        return False
    if sentence.lower[at] == "that":
        return sentence.tags[at] == "IN"
    return sentence.lower[at] in _PREPOSITIONS and sentence.tags[at] in {"TO", "IN"}


def _takes_up_link(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the preposition of *the importance of* is said again: *and of*."""
    near = range(first, min(first + _REACH + 2, len(sentence)))
    link = next((sentence.lower[word] for word in near if sentence.tags[word] in {"IN", "TO"}), None)
    return sentence.lower[at] == link and link in LINKS


def _is_quoted_item(sentence: Sentence, first: int, at: int, index: CueIndex) -> bool:
    """Whether a quotation follows another (*to cover “A” and “B”*) outside of a reason."""
    follows = sentence.words[at] == '"' and '"' in sentence.words[max(at - _REACH, 0) : at]
    return follows and not index.has_marker(sentence, first, at, MarkerKind.RATIONALE)


def _is_added(sentence: Sentence, frame: Frame, at: int) -> bool:
    """Whether a phrase is added after a comma and *as well as*."""
    start = at - len(AS_WELL_AS)
    added = start > 0 and sentence.words[start - 1] == "," and sentence.matches(start, AS_WELL_AS)
    return added and frame.reading.complement != "that"


def _after_coordinator(sentence: Sentence, at: int) -> bool:
    """Whether a coordinator stands before a word, perhaps with *also* between."""
    before = at - 1
    while before > 0 and sentence.lower[before] in {"also", "further", "equally", "then"}:
        before -= 1
    if sentence.words[before] == ",":
        return sentence.lower[at] in {"that", "to"}
    return sentence.lower[before] in {"and", "or", "but"} or sentence.lower[max(before - 2, 0) : before + 1] == AS_WELL_AS


def _is_matter(sentence: Sentence, at: int, index: CueIndex) -> bool:
    """Whether a noun that carries its complement, such as *the importance of*, begins at a word."""
    word = at
    while word < min(at + _REACH, len(sentence)) and sentence.tags[word] in _BEFORE_NOUN:
        word += 1
    if word >= len(sentence) - 1 or index.marker_at(sentence, word, MarkerKind.MATTER) is None:
        return False
    return sentence.lower[word + 1] in LINKS
