"""What a noun of reporting has about it: its content, who holds or made it, and whether it is denied."""

from __future__ import annotations

from travaux.model.lexicon import Cue, Reading
from travaux.reading.extraction.complements import Complement, find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.language.sentence import Sentence

_HOLDERS = frozenset({"among", "from", "by", "of", "between", "amongst"})
_NONE = frozenset({"no", "little", "not", "neither", "insufficient"})
_LISTS = (("including",), ("namely",), ("such", "as"), (":",))
_LISTED = frozenset({"gerund", "infinitive", "for", "about", "that"})


def noun_readings(cue: Cue) -> dict[str, Reading]:
    """Map the complements of a noun; a noun takes no object of its own."""
    return {complement: reading for complement, reading in cue.by_complement.items() if complement != "object"}


def find_content(sentence: Sentence, cue: Cue, verb: int, at: int, last: int, limit: int) -> Complement | None:
    """Find what a noun at ``at`` is about, as a list after it, as its own complement, or as that of the verb that carries it."""
    listed = _find_list(sentence, cue, last, limit)
    if listed is not None:
        return listed
    readings = noun_readings(cue)
    return find_complement(sentence, at, last, readings, limit) or find_complement(sentence, verb, last, readings, limit)


def _find_list(sentence: Sentence, cue: Cue, last: int, limit: int) -> Complement | None:
    """Find the items in *made proposals, including X and Y*: they are what the noun stands for."""
    at = last + 1
    while at < limit and sentence.lower[at] == ",":
        at += 1
    for opening in _LISTS:
        if sentence.matches(at, opening) and at + len(opening) < limit:
            reading = next((one for one in cue.readings if one.complement in _LISTED), cue.readings[0])
            return Complement(reading, at + len(opening), last)
    return None


def find_holder(sentence: Sentence, index: CueIndex, noun: int, verb: int) -> int | None:
    """Find whose concern or support it is: *among delegations*, *from the EU*, *of several speakers*, *Norway's*."""
    for prep in (*sentence.with_dep(noun, "prep"), *sentence.with_dep(verb, "prep", "agent")):
        holder = sentence.first_with_dep(prep, "pobj")
        if sentence.lower[prep] in _HOLDERS and _speaks(sentence, holder, index):
            return holder
    owner = sentence.first_with_dep(noun, "poss")
    return owner if _speaks(sentence, owner, index) else None


def end_at_holder(sentence: Sentence, content: Words, holder: int | None) -> Words:
    """End a content before the phrase at its end that names whose view it is: *opposition to the fee* among growers."""
    if holder is None or not content[0] < holder <= content[1]:
        return content
    first = sentence.heads[holder]
    return (content[0], first - 1) if content[0] < first and sentence.lower[first] in _HOLDERS else content


def find_maker(sentence: Sentence, index: CueIndex, noun: int) -> int | None:
    """Find who made it in *a proposal by X to*."""
    for prep in sentence.with_dep(noun, "prep"):
        maker = sentence.first_with_dep(prep, "pobj")
        if prep == noun + 1 and sentence.lower[prep] in {"by", "from"} and _speaks(sentence, maker, index):
            return maker
    return None


def _speaks(sentence: Sentence, head: int | None, index: CueIndex) -> bool:
    return head is not None and read_voice(sentence, head, index) is not None


def is_denied(sentence: Sentence, noun: int) -> bool:
    """Whether there is none or too little of it: *no support*, *little enthusiasm*."""
    return any(sentence.lower[kid] in _NONE for kid in sentence.kids[noun] if kid < noun)
