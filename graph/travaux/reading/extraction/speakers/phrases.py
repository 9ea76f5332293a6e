"""The speaker phrase: which words belong to it, which of them is its head, and what class of speaker that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.model.lexicon import FrameWord, SpeakerClass
from travaux.model.schemes import Prevalence
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.extraction.speakers.classes import class_of
from travaux.reading.extraction.speakers.prevalence import read_prevalence
from travaux.reading.language.sentence import Sentence

_NO_LAST_WORD = frozenset({",", ":", "CC", "RB", "-LRB-"})
_NO_FIRST_WORD = frozenset({",", ":", "CC", "RB", "IN", "''", "``"})
_APPROXIMATE = frozenset({"over", "about"})
_RELATIVES = frozenset({"who", "which", "whose", "whom"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that may name a speaker: the ``head`` among them, its class in the lexicon, and the prevalence of its quantifier."""

    sentence: Sentence
    words: Words
    head: int
    speaker_class: SpeakerClass | None
    quantified: Prevalence | None

    @property
    def word(self) -> str:
        """The head in lower case."""
        return self.sentence.lower[self.head]

    @property
    def tag(self) -> str:
        """The part of speech of the head."""
        return self.sentence.tags[self.head]

    @property
    def opening(self) -> str:
        """The first word in lower case."""
        return self.sentence.lower[self.words[0]]

    @property
    def is_plural(self) -> bool:
        """Whether the head is in the plural."""
        return self.tag in {"NNS", "NNPS"}


def read_phrase(sentence: Sentence, head: int, index: CueIndex, before: int | None) -> Phrase:
    """Read the phrase around a noun; ``before`` is the word that it must end before."""
    head = _counted(sentence, head, index)
    first = _first_word(sentence, head, index)
    last = _last_word(sentence, head, before)
    return Phrase(
        sentence=sentence,
        words=(first, last),
        head=head,
        speaker_class=class_of(sentence, head, index),
        quantified=read_prevalence(sentence, first, head, index),
    )


def _counted(sentence: Sentence, head: int, index: CueIndex) -> int:
    """Step from *a number of speakers* and *most of the delegations* to the noun that is counted."""
    if sentence.lower[head] not in index.frame_words[FrameWord.PART]:
        return head
    for prep in sentence.with_dep(head, "prep"):
        if sentence.lower[prep] in {"of", "among"} and prep > head:
            counted = sentence.first_with_dep(prep, "pobj")
            if counted is not None and sentence.lower[counted] not in {"them", "which", "whom"}:
                return counted
    return head


def _first_word(sentence: Sentence, head: int, index: CueIndex) -> int:
    first = min([sentence.left(head), *(sentence.left(part) for part in _parts_above(sentence, head, index))])
    first = max([first, *(word + 1 for word in range(first, head) if sentence.words[word] == ":")])
    while first < head and sentence.tags[first] in _NO_FIRST_WORD and sentence.lower[first] not in _APPROXIMATE:
        first += 1
    return first


def _parts_above(sentence: Sentence, head: int, index: CueIndex) -> Iterator[int]:
    """Yield the words that count a noun by way of *of*: *a majority* of *the members* of *the group*."""
    above = head
    while sentence.deps[above] == "pobj" and sentence.lower[sentence.heads[above]] in {"of", "among"}:
        above = sentence.heads[sentence.heads[above]]
        if sentence.lower[above] not in index.frame_words[FrameWord.PART]:
            return
        yield above


def _last_word(sentence: Sentence, head: int, before: int | None) -> int:
    last = sentence.right(head)
    if before is not None and last >= before > head:
        last = before - 1
    relative = next((word for word in range(head + 1, last + 1) if _leads_away(sentence, word)), last + 1)
    last = relative - 1
    while last > head and sentence.tags[last] in _NO_LAST_WORD:
        last -= 1
    return last


def _leads_away(sentence: Sentence, word: int) -> bool:
    """Whether what begins at a word tells of the speaker, or of who is against the speaker."""
    return sentence.lower[word] in _RELATIVES or sentence.lower[word : word + 2] == ("opposed", "by")
