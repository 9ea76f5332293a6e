"""Who speaks: the subject or agent of a cue, and whether its words can be a speaker at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.model.lexicon import SpeakerClass
from travaux.model.schemes import Prevalence, SpeakerKind
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence
from travaux.reading.structure.states import is_state

_PARTITIVE = frozenset(
    "% percent cent half third thirds quarter two-thirds proportion share number majority minority handful couple group range variety all most some one several many few none half bulk each both any another".split()
)
_SILENT = frozenset({"i", "you", "this", "that", "these", "there", "which", "what", "us"})
_ANAPHORIC = frozenset({"he", "she", "they", "it", "we", "who", "former", "latter"})
SAYS_AGAIN = frozenset({"it", "we"})
"""Pronouns that are speakers only in the words of somebody else: *Norway said it would not object*."""
_AGENT = re.compile(r"(?:ers?|ors?|ists?|ians?|men|man|women|woman)$")
_JOINED = frozenset({"with", "and", "by"})
_OWN_CLAUSE = frozenset({"ROOT", "ccomp", "advcl", "relcl", "pcomp", "acl"})
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker phrase as read in its own sentence: ``words``, its ``head``, kind and prevalence.

    ``anaphoric`` phrases point back (*he*, *the speaker*, *the second panellist*) and are resolved with the sentences before.
    """

    words: Words
    head: int
    kind: SpeakerKind
    prevalence: Prevalence
    speaker_class: SpeakerClass | None
    anaphoric: bool = False


def find_subject(sentence: Sentence, verb: int) -> int | None:
    """Find the head of the subject of an active verb, its own or the one that it shares, ``None`` if there is none.

    A verb in coordination, a participle and an infinitive take the subject of the verb above; *who* and *which* stand for what
    they modify.
    """
    current = verb
    for _ in range(len(sentence)):
        own = sentence.first_with_dep(current, "nsubj")
        if own is not None:
            return _antecedent(sentence, own, current)
        if sentence.first_with_dep(current, "nsubjpass", "expl") is not None and current != verb:
            return None
        dep, head = sentence.deps[current], sentence.heads[current]
        if head == current:
            return None
        if dep == "acl" and sentence.tags[current] == "VBG":
            return head
        if dep not in {"conj", "xcomp", "advcl", "dep", "parataxis", "ccomp"}:
            return main_subject(sentence, verb)
        current = head
    return None


def main_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the subject of the main verb before a finite verb or participle that the parser hung on a word of its object."""
    root = next(above for above in (verb, *sentence.ancestors(verb)) if sentence.heads[above] == above)
    if sentence.tags[verb] not in {"VBD", "VBG"} or root >= verb or not sentence.tags[root].startswith("VB"):
        return None
    if sentence.deps[verb] == "relcl" or any(sentence.deps[above] == "relcl" for above in sentence.ancestors(verb)):
        return None
    return sentence.first_with_dep(root, "nsubj")


def _antecedent(sentence: Sentence, subject: int, verb: int) -> int:
    if sentence.lower[subject] == "who":
        above = verb
        while sentence.deps[above] == "conj":
            above = sentence.heads[above]
        return sentence.heads[above] if sentence.deps[above] == "relcl" else subject
    return subject


def read_voice(sentence: Sentence, head: int, index: CueIndex, before: int | None = None) -> Voice | None:
    """Read a phrase as a speaker, ``None`` if it cannot be one. ``before`` is the word that the phrase must end before."""
    head = _real_head(sentence, head)
    first, last = _phrase(sentence, head, before)
    word = sentence.lower[head]
    if word in _SILENT and sentence.words[head] != "US":
        return None
    found = class_of(sentence, head, index)
    quantified = read_prevalence(sentence, first, head, index)
    prevalence = quantified or Prevalence.UNSPECIFIED
    if found in {SpeakerClass.TEXT, SpeakerClass.OFFICER} or _is_officer(sentence, first, head, index):
        return None
    if word in _ANAPHORIC:
        one = word in {"he", "she", "former", "latter"}
        prevalence = Prevalence.ONE if one else Prevalence.UNSPECIFIED
        return Voice(
            (first if word in {"former", "latter"} else head, head),
            head,
            SpeakerKind.NAMED if one else SpeakerKind.COLLECTIVE,
            prevalence,
            found,
            anaphoric=True,
        )
    if found is SpeakerClass.PRONOUN or (found is None and quantified and head == first):
        return Voice((first, last), head, SpeakerKind.COLLECTIVE, prevalence, SpeakerClass.PRONOUN)
    named = _is_named(sentence, head, first, last, found)
    if named:
        several = _is_plural_name(sentence, head, last)
        prevalence = quantified or (Prevalence.UNSPECIFIED if several else Prevalence.ONE)
        return Voice((first, last), head, SpeakerKind.NAMED, prevalence, found)
    if found is SpeakerClass.ROLE:
        return _read_role(sentence, (first, last), head, quantified)
    if (
        found is SpeakerClass.GROUP
        and not quantified
        and sentence.tags[head] == "NN"
        and word not in _MANY_IN_ONE
        and sentence.lower[first] in _DEFINITE
    ):
        return Voice((first, last), head, SpeakerKind.COLLECTIVE, Prevalence.ONE, found, anaphoric=True)
    if found in {SpeakerClass.GROUP, SpeakerClass.BODY, SpeakerClass.NAMED_GROUP}:
        return Voice((first, last), head, SpeakerKind.COLLECTIVE, prevalence, found)
    plural = sentence.tags[head] in {"NNS", "NNPS"}
    if word in {"those", "people"} and sentence.right(head) > head:
        return Voice((first, last), head, SpeakerKind.COLLECTIVE, prevalence, SpeakerClass.GROUP)
    if (quantified and plural) or (found is None and _AGENT.search(word)):
        return Voice((first, last), head, SpeakerKind.COLLECTIVE, prevalence, None)
    return None


def _read_role(sentence: Sentence, words: Words, head: int, quantified: Prevalence | None) -> Voice:
    """Read somebody by function: *the speaker* and *the second panellist* point back, *a delegate* and *delegates* are the floor."""
    first = words[0]
    definite = sentence.lower[first] in {"the", "this", "that", "these"}
    plural = sentence.tags[head] in {"NNS", "NNPS"}
    if quantified and not definite:
        return Voice(words, head, SpeakerKind.COLLECTIVE, quantified, SpeakerClass.ROLE)
    if definite and not plural and sentence.lower[head] not in _FLOOR_ROLES:
        return Voice(words, head, SpeakerKind.NAMED, Prevalence.ONE, SpeakerClass.ROLE, anaphoric=True)
    if definite:
        prevalence = Prevalence.UNSPECIFIED if plural else Prevalence.ONE
        return Voice(words, head, SpeakerKind.COLLECTIVE, prevalence, SpeakerClass.ROLE, anaphoric=True)
    return Voice(words, head, SpeakerKind.COLLECTIVE, Prevalence.UNSPECIFIED if plural else Prevalence.ONE, SpeakerClass.ROLE)


_DEFINITE = frozenset({"the", "this", "that", "same", "a", "an"})
_MANY_IN_ONE = frozenset(
    "group panel audience public industry sector society community majority minority floor staff membership rest side bloc board opposition media press private civil profession business trade world population".split()
)
_FLOOR_ROLES = frozenset(
    "speaker delegate participant panellist panelist representative delegation member commenter respondent witness".split()
)


def _is_officer(sentence: Sentence, first: int, head: int, index: CueIndex) -> bool:
    """Whether a name has an office of the meeting before it: *Co-Chair Lindqvist*, *the Chair of the Committee*."""
    for at in range(first, head):
        if sentence.words[at][:1].isupper() and sentence.lower[at] not in {"mr", "ms"}:
            for last in range(at, min(at + 4, head)):
                if index.speaker_class(_joined(sentence, at, last)) is SpeakerClass.OFFICER:
                    alone = last > at or sentence.lower[at] != "secretary" or at == first
                    if sentence.tags[last + 1] in {"NNP", "NNPS"} and alone:
                        return True
    return False


def read_prevalence(sentence: Sentence, first: int, head: int, index: CueIndex) -> Prevalence | None:
    """Return the class of the quantifier that stands before, or is, the head of a speaker phrase."""
    for at in range(first, head + 1):
        if at > first and sentence.tags[at - 1] in {"IN", "NN", "NNS", "NNP"} and sentence.lower[at - 1] not in {"of", "for", "with"}:
            return None
        for phrase, prevalence in index.quantifiers.get(sentence.lower[at], ()):
            if sentence.matches(at, phrase) and at + len(phrase) - 1 <= head:
                if phrase in {("a",), ("an",)} and (sentence.tags[head] in {"NNS", "NNPS"} or at != first):
                    continue
                return prevalence
    return None


def _real_head(sentence: Sentence, head: int) -> int:
    """Step from *a number of speakers* and *most of the delegations* to the noun that is counted."""
    if sentence.lower[head] not in _PARTITIVE:
        return head
    for prep in sentence.with_dep(head, "prep"):
        if sentence.lower[prep] in {"of", "among"} and prep > head:
            counted = sentence.first_with_dep(prep, "pobj")
            if counted is not None and sentence.lower[counted] not in {"them", "which", "whom"}:
                return counted
    return head


def _phrase(sentence: Sentence, head: int, before: int | None) -> Words:
    first, last = sentence.left(head), sentence.right(head)
    above = head
    while sentence.deps[above] == "pobj" and sentence.lower[sentence.heads[above]] in {"of", "among"}:
        above = sentence.heads[sentence.heads[above]]
        if sentence.lower[above] not in _PARTITIVE:
            break
        first = min(first, sentence.left(above))
    if before is not None and last >= before > head:
        last = before - 1
    relative = next((word for word in range(head + 1, last + 1) if sentence.lower[word] in {"who", "which", "whose", "whom"}), None)
    if relative is not None:
        last = relative - 1
    while last > head and sentence.tags[last] in {",", ":", "CC", "RB", "-LRB-"}:
        last -= 1
    while (
        first < head and sentence.tags[first] in {",", ":", "CC", "RB", "IN", "''", "``"} and sentence.lower[first] not in {"over", "about"}
    ):
        first += 1
    return first, last


def class_of(sentence: Sentence, head: int, index: CueIndex) -> SpeakerClass | None:
    """Return what the lexicon says of a noun as a speaker: look up the head with as many words before it as the lexicon knows together."""
    for first in range(max(0, head - _LONGEST_NAME), head + 1):
        found = index.speaker_class(_joined(sentence, first, head))
        if found is not None:
            return found
    following = _joined(sentence, head, min(head + 2, len(sentence) - 1))
    return index.speaker_class(following)


def _joined(sentence: Sentence, first: int, last: int) -> str:
    return sentence.between(first, last).lower()


def _is_named(sentence: Sentence, head: int, first: int, last: int, found: SpeakerClass | None) -> bool:
    if found is SpeakerClass.NAMED_GROUP:
        return True
    proper = [word for word in range(first, last + 1) if _is_proper(sentence, word)]
    if found in {SpeakerClass.GROUP, SpeakerClass.ROLE}:
        singular = sentence.tags[head] in {"NN", "NNP"}
        definite = sentence.lower[first] not in {"a", "an", "one", "another"}
        return singular and definite and bool([word for word in proper if word != head or found is SpeakerClass.ROLE and word != first])
    if found is SpeakerClass.BODY:
        return any(word > head + 1 and sentence.lower[head + 1] == "of" and sentence.words[first + 1][:1].isupper() for word in proper)
    return head in proper or is_state(_joined(sentence, first, head))


def _is_proper(sentence: Sentence, word: int) -> bool:
    text = sentence.words[word]
    if not text[:1].isupper():
        return False
    if text.isupper() and len(text) > 1:
        return True
    return sentence.tags[word] in {"NNP", "NNPS"}


def _is_plural_name(sentence: Sentence, head: int, last: int) -> bool:
    """Whether a phrase names several speakers: *Norway and the EU*, *the Group, with Sudan*, *Chile, supported by Peru*."""
    if sentence.first_with_dep(head, "conj") is not None:
        return True
    for word in range(head + 1, last + 1):
        if sentence.lower[word] in _JOINED and any(
            _is_proper(sentence, next_word) for next_word in range(word + 1, min(word + 3, last + 1))
        ):
            return sentence.tags[word] == "CC" or sentence.words[word - 1] in {
                ",",
                "supported",
                "joined",
                "echoed",
                "seconded",
                "along",
                "together",
            }
    return False
