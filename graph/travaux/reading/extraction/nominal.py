"""Frames of nouns: *expressed concern about*, *concern was expressed*, *there was support for*, *one suggestion was to*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import Cue, Reading, WordClass
from travaux.reading.extraction.clauses import agent_of, clause_end, clause_start, is_negated, is_passive, is_report
from travaux.reading.extraction.complements import Complement, find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.extraction.subjects import find_subject
from travaux.reading.language.sentence import Sentence

_BE = frozenset({"was", "were", "is", "are", "been", "emerged", "existed", "remained"})
_EQUATES = frozenset(
    {"was", "were", "is", "are", "included", "include", "concerned", "related", "centred", "centered", "focused", "ranged"}
)
_AROSE = frozenset("emerged existed prevailed persisted".split())
_GOT = frozenset("received receive attracted gained garnered found enjoyed drew met won commanded elicited".split())
_HOLDERS = frozenset({"among", "from", "by", "of", "between", "amongst"})
_NONE = frozenset({"no", "little", "not", "neither", "insufficient"})


def find_nominal(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose cue is a noun, in the order of the words."""
    for at in range(len(sentence)):
        if not sentence.tags[at].startswith("NN"):
            continue
        for cue, last in index.cue_at(sentence, at, WordClass.NOUN):
            frame = _read(sentence, index, cue, at, last)
            if frame is not None:
                yield frame
                break


def _read(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    dep, head = sentence.deps[at], sentence.heads[at]
    if dep == "dobj" and sentence.lower[head] in _GOT and (found := _received(sentence, index, cue, at)) is not None:
        return found
    if (
        dep in {"dobj", "nsubj", "attr", "oprd", "pobj"}
        and _is_light(sentence, index, head)
        and not is_passive(sentence, head)
        and head < at
    ):
        return _carried(sentence, index, cue, at, last)
    if dep in {"nsubjpass", "nsubj"} and at < head and is_passive(sentence, head) and _is_light(sentence, index, head):
        return _expressed(sentence, index, cue, at, last)
    if dep in {"attr", "nsubj", "dobj"} and sentence.lower[head] in _BE and sentence.first_with_dep(head, "expl") is not None:
        return _existed(sentence, index, cue, at, last)
    if dep == "nsubj" and at < head and sentence.lower[head] in _EQUATES:
        return _equated(sentence, index, cue, at, last)
    if dep == "nsubj" and at < head and sentence.lower[head] in _AROSE:
        return _existed(sentence, index, cue, at, last)
    if (owner := _owner(sentence, index, at)) is not None:
        return _owned(sentence, cue, at, last, owner)
    return None


def _is_light(sentence: Sentence, index: CueIndex, verb: int) -> bool:
    return any(True for _ in index.cue_at(sentence, verb, WordClass.LIGHT_VERB))


def _carried(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *several speakers expressed concern about X*."""
    verb = sentence.heads[at]
    subject = find_subject(sentence, verb)
    if subject is None or not is_report(sentence, verb, index) or subject == at:
        return None
    voice = read_voice(sentence, subject, index, before=verb)
    if voice is None:
        return None
    found = _complement(sentence, cue, verb, at, last, clause_end(sentence, verb) + 1)
    if found is None:
        return None
    return Frame(
        rule="noun-with-verb",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(verb, max(last, found.cue_end)),
        content=(found.first, clause_end(sentence, verb)),
        start=clause_start(sentence, verb, voice.words[0]),
        subject=subject,
        negated=is_negated(sentence, verb) or _is_none(sentence, at),
    )


def _complement(sentence: Sentence, cue: Cue, verb: int, at: int, last: int, limit: int) -> Complement | None:
    readings = _readings(cue)
    listed = _listed(sentence, cue, last, limit)
    return listed or find_complement(sentence, at, last, readings, limit) or find_complement(sentence, verb, last, readings, limit)


def _listed(sentence: Sentence, cue: Cue, last: int, limit: int) -> Complement | None:
    """Read *made proposals, including X and Y*: the items are what the noun stands for."""
    for opening in (("including",), ("namely",), ("such", "as"), (":",)):
        at = last + 1
        while at < limit and sentence.lower[at] == ",":
            at += 1
        if at < limit and sentence.matches(at, opening) and at + len(opening) < limit:
            reading = next(
                (one for one in cue.readings if one.complement in {"gerund", "infinitive", "for", "about", "that"}), cue.readings[0]
            )
            return Complement(reading, at + len(opening), last)
    return None


def _readings(cue: Cue) -> dict[str, Reading]:
    """Map the complements of a noun; a noun takes no object of its own."""
    return {reading.complement: reading for reading in cue.readings if reading.complement != "object"}


def _expressed(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *concern was expressed by many about X* and *support for X was voiced*."""
    verb = sentence.heads[at]
    if not is_report(sentence, verb, index):
        return None
    agent = agent_of(sentence, verb)
    if agent is not None and read_voice(sentence, agent, index) is None:
        return None
    end = clause_end(sentence, verb)
    before = min([verb, *(kid for kid in sentence.with_dep(verb, "aux", "auxpass", "advmod") if kid > at)])
    inside = find_complement(sentence, at, last, _readings(cue), before)
    after = find_complement(sentence, verb, verb, _readings(cue), end + 1)
    found = inside or after
    if found is None:
        return None
    content = (found.first, before - 1 if inside else end)
    return Frame(
        rule="noun-expressed",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(at, found.cue_end if inside else max(verb, found.cue_end)),
        content=content,
        start=clause_start(sentence, verb, sentence.left(at)),
        subject=agent,
        negated=_is_none(sentence, at),
    )


def _existed(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *there was broad support among delegations for X*."""
    verb = sentence.heads[at]
    end = clause_end(sentence, verb)
    found = _complement(sentence, cue, verb, at, last, end + 1)
    if found is None:
        return None
    return Frame(
        rule="noun-existing",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(verb, max(last, found.cue_end)),
        content=(found.first, end),
        start=clause_start(sentence, verb, sentence.left(verb) if sentence.left(verb) <= verb else verb),
        subject=_holder(sentence, index, at, verb),
        negated=_is_none(sentence, at) or is_negated(sentence, verb),
    )


def _equated(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *one suggestion was to X* and *proposals included X, Y and Z*."""
    verb = sentence.heads[at]
    ours = any(sentence.lower[kid] in {"our", "my"} for kid in sentence.with_dep(at, "poss"))
    if ours or any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(verb, "aux")):
        return None
    end = clause_end(sentence, verb)
    readings = {reading.complement: reading for reading in cue.readings}
    any_reading = cue.readings[0]
    usual = dict.fromkeys(("that", "infinitive", "gerund", "object", "whether", "on", "around", "to"), any_reading)
    found = find_complement(sentence, verb, verb, {**usual, **readings}, end + 1)
    present = sentence.lower[verb] in {"is", "are", "include"} and found is not None and found.reading.complement == "object"
    if found is None or present or sentence.tags[found.first] in {"JJ", "JJR", "VBN", "RB"}:
        return None
    return Frame(
        rule="noun-equated",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(at, found.cue_end),
        content=(found.first, end),
        start=clause_start(sentence, verb, sentence.left(at)),
        subject=_holder(sentence, index, at, verb),
        negated=is_negated(sentence, verb),
    )


def _owner(sentence: Sentence, index: CueIndex, at: int) -> int | None:
    """Find who made it in *a proposal by X to*."""
    for prep in sentence.with_dep(at, "prep"):
        holder = sentence.first_with_dep(prep, "pobj")
        if (
            sentence.lower[prep] in {"by", "from"}
            and prep == at + 1
            and holder is not None
            and read_voice(sentence, holder, index) is not None
        ):
            return holder
    return None


def _owned(sentence: Sentence, cue: Cue, at: int, last: int, owner: int) -> Frame | None:
    """Read *a proposal by X to delete Y*: the noun and who made it are cue and speaker."""
    end = sentence.right(at)
    found = find_complement(sentence, at, max(last, _end_of_name(sentence, owner)), _readings(cue), end + 1)
    if found is None or found.reading.complement not in {"infinitive", "that", "for"}:
        return None
    return Frame(
        rule="noun-owned",
        cue=cue.name,
        reading=found.reading,
        anchor=at,
        cue_words=(at, last),
        content=(found.first, end),
        start=sentence.left(at),
        subject=owner,
    )


def _end_of_name(sentence: Sentence, owner: int) -> int:
    end = owner
    while end + 1 < len(sentence) and sentence.heads[end + 1] == owner and sentence.tags[end + 1] in {"NNP", "NNPS"}:
        end += 1
    return end


def _received(sentence: Sentence, index: CueIndex, cue: Cue, at: int) -> Frame | None:
    """Read *the need for X received strong support from many*: the content is the subject."""
    verb = sentence.heads[at]
    subject = sentence.first_with_dep(verb, "nsubj", "nsubjpass")
    reading = next((reading for reading in cue.readings if reading.complement in {"for", "to", "object"}), None)
    if subject is None or subject > verb or reading is None or not is_report(sentence, verb, index):
        return None
    if read_voice(sentence, subject, index, before=verb) is not None:
        return None
    return Frame(
        rule="noun-received",
        cue=cue.name,
        reading=reading,
        anchor=verb,
        cue_words=(verb, at),
        content=(sentence.left(subject), min(sentence.right(subject), verb - 1)),
        start=clause_start(sentence, verb, sentence.left(subject)),
        subject=_holder(sentence, index, at, verb),
        negated=_is_none(sentence, at),
    )


def _holder(sentence: Sentence, index: CueIndex, noun: int, verb: int) -> int | None:
    """Find whose concern or support it is: *among delegations*, *from the EU*, *of several speakers*."""
    for prep in (*sentence.with_dep(noun, "prep"), *sentence.with_dep(verb, "prep", "agent")):
        if sentence.lower[prep] in _HOLDERS:
            holder = sentence.first_with_dep(prep, "pobj")
            if holder is not None and read_voice(sentence, holder, index) is not None:
                return holder
    owner = sentence.first_with_dep(noun, "poss")
    return owner if owner is not None and read_voice(sentence, owner, index) is not None else None


def _is_none(sentence: Sentence, noun: int) -> bool:
    return any(sentence.lower[kid] in _NONE for kid in sentence.kids[noun] if kid < noun)
