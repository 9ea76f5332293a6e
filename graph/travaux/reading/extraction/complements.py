"""What a cue governs: which of its readings applies, and at which word the content begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.model.lexicon import Reading
from travaux.reading.language.sentence import Sentence

_INDIRECT = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_NOMINAL = frozenset({"DT", "PDT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "WP", "$", "POS", "EX", "FW"})
_SKIPPED = frozenset({"RB", "RBR", "RBS", ":"})
_QUOTE_MARKS = frozenset({'"', "''", "``", "'"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl"})
_INTERRUPTIONS = 3


@dataclass(frozen=True, slots=True)
class Complement:
    """A reading that applies, the first word of the content, and the last word of the cue (its preposition included)."""

    reading: Reading
    first: int
    cue_end: int


def find_complement(sentence: Sentence, verb: int, after: int, readings: Mapping[str, Reading], limit: int) -> Complement | None:
    """Find what follows the cue whose last word is ``after``, before the word ``limit``; ``verb`` is the word that governs it.

    Words between (adverbs, *inter alia*, *in this regard*, an addressee) are passed over.
    """
    at = after + 1
    for turn in range(_INTERRUPTIONS + 1):
        at = _skip(sentence, at, limit)
        if at >= limit:
            return None
        if turn and sentence.lower[at] == "that" and "that" in readings:
            return _beyond(sentence, readings["that"], at, after, limit)
        found = _at(sentence, verb, after, at, readings, limit)
        if found is not None:
            return found
        following = _after_interruption(sentence, verb, at, limit)
        if following is None:
            return None
        at = following
    return None


def _skip(sentence: Sentence, at: int, limit: int) -> int:
    if at + 1 < limit and sentence.words[at] == "," and sentence.tags[at + 1] == "VBG":
        return limit
    while at < limit and (sentence.tags[at] in _SKIPPED or (sentence.lower[at] in {",", "both", "inter", "alia"})):
        if sentence.lower[at] == "both" or (sentence.tags[at] in {"RB", "RBR"} and _opens_phrase(sentence, at)):
            break
        at += 1
    return at


def _opens_phrase(sentence: Sentence, at: int) -> bool:
    """Whether an adverb belongs to the content that follows it (*only clear cases*, *not having*)."""
    return sentence.lower[at] in {"not", "only", "particularly", "very", "more", "overly", "too", "even"} and at + 1 < len(sentence)


def _at(sentence: Sentence, verb: int, after: int, at: int, readings: Mapping[str, Reading], limit: int) -> Complement | None:
    word, tag = sentence.lower[at], sentence.tags[at]
    if word == "that" and _is_clause_mark(sentence, at) and "that" in readings:
        return _beyond(sentence, readings["that"], at, after, limit)
    if word in _INDIRECT and "whether" in readings and tag not in {"DT"}:
        return Complement(readings["whether"], at, after)
    if tag == "TO" or (word == "not" and at + 1 < limit and sentence.tags[at + 1] == "TO"):
        if "infinitive" in readings and at + 1 < limit and sentence.tags[at + 1] in {"VB", "RB", "TO"}:
            return Complement(readings["infinitive"], at + 1 if tag == "TO" else at, after)
    if word in readings and tag in {"IN", "TO", "RP", "RB"}:
        return _beyond(sentence, readings[word], at, at, limit)
    if word == "as" and sentence.matches(at, ("as", "to")) and ("whether" in readings or "about" in readings):
        return _beyond(sentence, readings.get("whether") or readings["about"], at + 1, at + 1, limit)
    for words, name in (
        (("with", "regard", "to"), "regarding"),
        (("with", "respect", "to"), "regarding"),
        (("in", "relation", "to"), "regarding"),
    ):
        if sentence.matches(at, words) and (name in readings or "about" in readings):
            return _beyond(sentence, readings.get(name) or readings["about"], at + 2, at + 2, limit)
    if word in {"regarding", "concerning"} and ("regarding" in readings or "about" in readings):
        return _beyond(sentence, readings.get("regarding") or readings["about"], at, at, limit)
    if tag == "MD" and "that" in readings and sentence.deps[verb] in {"relcl", "ccomp", "parataxis"}:
        return Complement(readings["that"], at, after)
    if tag == "VBG" and "gerund" in readings:
        return Complement(readings["gerund"], at, after)
    if (
        tag in _NOMINAL
        or tag == "VBG"
        or word in _QUOTE_MARKS
        or word in {"both", "not", "only", "more", "too", "very", "[", "particularly"}
    ):
        return _nominal(sentence, verb, after, at, readings, limit)
    return None


def _beyond(sentence: Sentence, reading: Reading, mark: int, cue_end: int, limit: int) -> Complement | None:
    first = mark + 1
    while first < limit and sentence.lower[first] in {",", ":"}:
        first += 1
    return Complement(reading, first, cue_end) if first < limit else None


def _is_clause_mark(sentence: Sentence, at: int) -> bool:
    """Whether *that* opens a clause and is no pronoun or determiner (*stressed that point*)."""
    if (
        at + 1 >= len(sentence)
        or sentence.tags[at + 1] in {"MD", "VBZ", "VBD", ".", "NN"}
        and sentence.deps[at] in {"det", "nsubj", "dobj"}
    ):
        return sentence.deps[at] in {"mark", "complm"}
    return True


def _nominal(sentence: Sentence, verb: int, after: int, at: int, readings: Mapping[str, Reading], limit: int) -> Complement | None:
    """Read a noun phrase: an addressee before an infinitive or a clause, the subject of a clause without that, or the object."""
    clause = next((kid for kid in sentence.kids[verb] if kid > at and kid < limit and sentence.deps[kid] in _CLAUSES), None)
    finite = _bare_clause(sentence, verb, at, limit)
    if "infinitive" in readings:
        to = _find_infinitive(sentence, verb, at, limit)
        if to is not None and not ("object" in readings and _is_purpose(sentence, verb)):
            return Complement(readings["infinitive"], at if _is_thing(sentence, at, to) else to + 1, after)
    if clause is not None and "that" in readings:
        mark = next((kid for kid in sentence.kids[clause] if sentence.deps[kid] == "mark" and kid > at), None)
        addressed = sentence.first_with_dep(verb, "dobj", "dative", "iobj")
        if mark is not None and sentence.lower[mark] == "that" and addressed is not None and sentence.right(addressed) + 1 >= mark - 1:
            return _beyond(sentence, readings["that"], mark, after, limit)
    if finite and "that" in readings:
        return Complement(readings["that"], at, after)
    if "predicate" in readings and _has_predicate(sentence, verb):
        return Complement(readings["predicate"], at, after)
    if "object" in readings:
        return Complement(readings["object"], at, after)
    return None


def _has_predicate(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has an object and something said of it: *considered the text premature*."""
    if sentence.first_with_dep(verb, "oprd") is not None and sentence.first_with_dep(verb, "dobj", "nsubj") is not None:
        return True
    clause = sentence.first_with_dep(verb, "ccomp")
    return clause is not None and clause > verb and sentence.tags[clause] in {"JJ", "JJR"}


def _bare_clause(sentence: Sentence, verb: int, at: int, limit: int) -> bool:
    """Whether the words at ``at`` open a clause without that: *said the text was premature*."""
    for kid in sentence.kids[verb]:
        if sentence.deps[kid] == "ccomp" and at <= kid < limit and sentence.left(kid) <= at + 1:
            return True
    return False


def _find_infinitive(sentence: Sentence, verb: int, at: int, limit: int) -> int | None:
    """Find the *to* of *to do* after an addressee that begins at ``at``: *urged the parties to agree*."""
    for kid in sentence.kids[verb]:
        if at < kid < limit and sentence.deps[kid] in {"xcomp", "ccomp", "advcl"} and sentence.tags[kid] == "VB":
            to = next((low for low in sentence.kids[kid] if sentence.tags[low] == "TO"), None)
            if to is not None and sentence.tags[to - 1] != "IN":
                return to
    addressed = sentence.first_with_dep(verb, "dobj")
    if addressed is not None and addressed >= at:
        for kid in sentence.with_dep(addressed, "acl", "relcl"):
            to = next((low for low in sentence.kids[kid] if sentence.tags[low] == "TO"), None)
            if sentence.tags[kid] == "VB" and to is not None:
                return to
    return None


def _is_thing(sentence: Sentence, at: int, to: int) -> bool:
    """Whether what is to do something is no addressee but part of what is wanted (*wanted the moratorium to apply at once*)."""
    head = next(
        (word for word in range(at, to) if sentence.tags[word].startswith(("NN", "PR")) and not sentence.tags[word + 1].startswith("NN")),
        at,
    )
    return sentence.tags[head] == "NN" and not _PERSON.search(sentence.lower[head])


_PERSON = re.compile(r"(?:ers?|ors?|ists?|ians?|ment|ency|tee|ission|tariat|cil|oard|ate|roup|party|body)$")


def _is_purpose(sentence: Sentence, verb: int) -> bool:
    """Whether the object of a verb is a thing and can be asked nothing (*encouraged the inclusion of X to increase Y*)."""
    item = sentence.first_with_dep(verb, "dobj")
    return item is not None and bool(_ABSTRACT.search(sentence.lower[item]))


_ABSTRACT = re.compile(r"(?:tion|sion|ment|ance|ence|ity|ness|ing|measures?|use|approach|role)s?$")


def _after_interruption(sentence: Sentence, verb: int, at: int, limit: int) -> int | None:
    """Return the word after a prepositional phrase or addressee that stands between cue and content, ``None`` if nothing does."""
    if sentence.lower[at] == "by" and sentence.deps[at] in {"agent", "prep"}:
        doer = sentence.first_with_dep(at, "pobj")
        return None if doer is None or doer + 1 >= limit else doer + 1
    if sentence.tags[at] in {"IN", "TO"} and sentence.deps[at] in {"prep", "agent", "dative", "prt"}:
        end = sentence.right(at)
        comma = next((word for word in range(at, min(end + 1, limit)) if sentence.lower[word] in {",", "that"}), None)
        return comma if comma is not None else (end + 1 if end + 1 < limit else None)
    if sentence.tags[at] in {"PRP", "NNP", "NNPS", "NNS", "NN", "DT"}:
        for word in range(at + 1, min(at + 8, limit)):
            if sentence.lower[word] in {"that", "whether"}:
                return word
    if sentence.lower[at] in {"-LRB-", "("}:
        close = next((word for word in range(at, limit) if sentence.lower[word] in {")", "-rrb-"}), None)
        return close + 1 if close is not None and close + 1 < limit else None
    return None
