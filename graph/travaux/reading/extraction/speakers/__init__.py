"""Who speaks: the phrase before or after a cue, and whether its words can be a speaker at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.model.lexicon import FrameWord, SpeakerClass
from travaux.model.schemes import Prevalence, SpeakerKind
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.extraction.speakers.classes import class_of, has_office
from travaux.reading.extraction.speakers.names import is_name, names_several
from travaux.reading.extraction.speakers.phrases import Phrase, read_phrase
from travaux.reading.language.sentence import Sentence

__all__ = ["PRONOUNS", "PRONOUNS_OF_THINGS", "Voice", "class_of", "read_voice"]

PRONOUNS = frozenset({"he", "she", "they", "it", "we"})
PRONOUNS_OF_THINGS = frozenset({"it", "we"})
"""Pronouns that are speakers only in the words of somebody else: *Norway said it would not object*."""

_SILENT = frozenset({"i", "you", "this", "that", "these", "there", "which", "what", "us"})
_LAST_MENTIONED = frozenset({"former", "latter"})
_SINGULAR = frozenset({"he", "she"}) | _LAST_MENTIONED
_ANAPHORIC = frozenset({"they", "it", "we", "who"}) | _SINGULAR
_DETERMINERS = frozenset({"the", "this", "that", "same", "a", "an"})
_DEFINITE = frozenset({"the", "this", "that", "these"})
_GROUPS = frozenset({SpeakerClass.GROUP, SpeakerClass.BODY, SpeakerClass.NAMED_GROUP})
_AGENT = re.compile(r"(?:ers?|ors?|ists?|ians?|men|man|women|woman)$")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker phrase as read in its own sentence: ``words``, its ``head``, kind and prevalence.

    ``anaphoric`` phrases point back (*he*, *the speaker*, *the second panellist*) and are resolved with the sentences before; ``writer``
    is whoever wrote the sentence.
    """

    words: Words
    head: int
    kind: SpeakerKind
    prevalence: Prevalence
    speaker_class: SpeakerClass | None
    anaphoric: bool = False
    writer: bool = False


_OWN = frozenset({"our", "my"})
_WRITERS = frozenset({"we", "i", "us", "me"})


def is_writer(sentence: Sentence, words: Words, head: int, index: CueIndex) -> bool:
    """Whether a phrase stands for whoever wrote the sentence: *we*, *our organization*, *the undersigned*."""
    if sentence.lower[head] in _WRITERS or sentence.lower[head] == "undersigned":
        return sentence.words[head] != "US"
    side = sentence.lower[head] in index.frame_words[FrameWord.OWN_SIDE] | _OWN_BODIES
    return side and any(sentence.lower[at] in _OWN for at in range(words[0], head))


_OWN_BODIES = frozenset(
    {"association", "members", "network", "union", "ngo", "institution", "institute", "university", "community", "council", "team"}
    | {"federation", "society", "agency", "ministry", "coalition", "alliance", "foundation", "firm", "business", "department"}
)


def read_voice(  # noqa: PLR0911, one for each kind of phrase
    sentence: Sentence, head: int, index: CueIndex, before: int | None = None
) -> Voice | None:
    """Read a phrase as a speaker, ``None`` if it cannot be one. ``before`` is the word that the phrase must end before."""
    phrase = read_phrase(sentence, head, index, before)
    if index.own_words and is_writer(sentence, phrase.words, phrase.head, index):
        return Voice(phrase.words, phrase.head, SpeakerKind.NAMED, Prevalence.ONE, SpeakerClass.PRONOUN, writer=True)
    if _is_silent(phrase, index):
        return None
    if phrase.word in _ANAPHORIC:
        return _pronoun(phrase)
    if _is_others(phrase):
        return _unnamed(phrase, speaker_class=SpeakerClass.PRONOUN)
    if is_name(phrase):
        return _named(phrase, index)
    if phrase.speaker_class is SpeakerClass.ROLE:
        return _role(phrase, index)
    return _group(phrase, index)


def _is_silent(phrase: Phrase, index: CueIndex) -> bool:
    """Whether a phrase never speaks: texts, officers of the meeting, and pronouns other than those of speakers; *US* is a name."""
    if phrase.word in _SILENT and phrase.sentence.words[phrase.head] != "US":
        return True
    if phrase.speaker_class in {SpeakerClass.TEXT, SpeakerClass.OFFICER}:
        return True
    return has_office(phrase.sentence, phrase.words[0], phrase.head, index)


def _pronoun(phrase: Phrase) -> Voice:
    first = phrase.words[0] if phrase.word in _LAST_MENTIONED else phrase.head
    one = phrase.word in _SINGULAR
    return Voice(
        words=(first, phrase.head),
        head=phrase.head,
        kind=SpeakerKind.NAMED if one else SpeakerKind.COLLECTIVE,
        prevalence=Prevalence.ONE if one else Prevalence.UNSPECIFIED,
        speaker_class=phrase.speaker_class,
        anaphoric=True,
    )


def _is_others(phrase: Phrase) -> bool:
    """Whether a phrase stands for speakers by pronoun or quantifier alone: *others*, *several*, *many*."""
    alone = phrase.speaker_class is None and phrase.quantified is not None and phrase.head == phrase.words[0]
    return phrase.speaker_class is SpeakerClass.PRONOUN or alone


def _named(phrase: Phrase, index: CueIndex) -> Voice:
    usual = Prevalence.UNSPECIFIED if names_several(phrase, index) else Prevalence.ONE
    return Voice(phrase.words, phrase.head, SpeakerKind.NAMED, phrase.quantified or usual, phrase.speaker_class)


def _role(phrase: Phrase, index: CueIndex) -> Voice:
    """Read somebody by function: *the speaker* and *the second panellist* point back, *a delegate* and *delegates* are the floor."""
    definite = phrase.opening in _DEFINITE
    if phrase.quantified and not definite:
        return _unnamed(phrase)
    one = Prevalence.UNSPECIFIED if phrase.is_plural else Prevalence.ONE
    if definite and not phrase.is_plural and phrase.word not in index.frame_words[FrameWord.FLOOR]:
        return Voice(phrase.words, phrase.head, SpeakerKind.NAMED, one, SpeakerClass.ROLE, anaphoric=True)
    return Voice(phrase.words, phrase.head, SpeakerKind.COLLECTIVE, one, SpeakerClass.ROLE, anaphoric=definite)


def _group(phrase: Phrase, index: CueIndex) -> Voice | None:
    """Read an unnamed group, known to the lexicon, counted, or called after what its members do."""
    if _is_one_group(phrase, index):
        return Voice(phrase.words, phrase.head, SpeakerKind.COLLECTIVE, Prevalence.ONE, SpeakerClass.GROUP, anaphoric=True)
    if phrase.speaker_class in _GROUPS:
        return _unnamed(phrase, speaker_class=phrase.speaker_class)
    if phrase.word in {"those", "people"} and phrase.sentence.right(phrase.head) > phrase.head:
        return _unnamed(phrase, speaker_class=SpeakerClass.GROUP)
    if (phrase.quantified and phrase.is_plural) or _AGENT.search(phrase.word):
        return _unnamed(phrase)
    return None


def _is_one_group(phrase: Phrase, index: CueIndex) -> bool:
    """Whether a group in the singular is one speaker (*the delegation*) and not many in one (*the audience*)."""
    single = phrase.speaker_class is SpeakerClass.GROUP and phrase.tag == "NN" and not phrase.quantified
    return single and phrase.opening in _DETERMINERS and phrase.word not in index.frame_words[FrameWord.CROWD]


def _unnamed(phrase: Phrase, *, speaker_class: SpeakerClass | None = None) -> Voice:
    prevalence = phrase.quantified or Prevalence.UNSPECIFIED
    return Voice(phrase.words, phrase.head, SpeakerKind.COLLECTIVE, prevalence, speaker_class or phrase.speaker_class)
