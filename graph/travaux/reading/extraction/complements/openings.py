"""What opens at a word after a cue: a clause, an indirect question, an infinitive, a preposition, a gerund or a noun phrase."""

from __future__ import annotations

from travaux.reading.extraction.complements.noun_phrases import read_noun_phrase
from travaux.reading.extraction.complements.search import Complement, Search

_INDIRECT = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_PREPOSITIONS = frozenset({"IN", "TO", "RP", "RB"})
_LIKE_ABOUT = (
    (["as", "to"], "whether"),
    (["with", "regard", "to"], "regarding"),
    (["with", "respect", "to"], "regarding"),
    (["in", "relation", "to"], "regarding"),
    (["regarding"], "regarding"),
    (["concerning"], "regarding"),
)
"""Prepositions that every cue takes that takes *about*, each with what it stands for rather, if the cue takes that."""
_NOMINAL = frozenset(
    {"DT", "PDT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "WP", "$", "POS", "EX", "FW", "VBG"}
)
_NOMINAL_WORDS = frozenset({'"', "''", "``", "'", "both", "not", "only", "more", "too", "very", "[", "particularly"})


def read_opening(search: Search, at: int) -> Complement | None:
    """Return the reading that fits what opens at a word, ``None`` if the cue takes nothing of the kind."""
    for read in (_clause, _question, _infinitive, _preposition, _longer_preposition, _rest_of_clause, _gerund):
        found = read(search, at)
        if found is not None:
            return found
    if search.sentence.tags[at] in _NOMINAL or search.sentence.lower[at] in _NOMINAL_WORDS:
        return read_noun_phrase(search, at)
    return None


def _clause(search: Search, at: int) -> Complement | None:
    if "that" in search.readings and search.sentence.lower[at] == "that" and _is_clause_mark(search, at):
        return search.beyond(search.readings["that"], at, search.after)
    return None


def _is_clause_mark(search: Search, at: int) -> bool:
    """Whether *that* opens a clause and is no pronoun or determiner (*stressed that point*)."""
    sentence = search.sentence
    following = sentence.tags[at + 1] if at + 1 < len(sentence) else None
    pronoun = following in {"MD", "VBZ", "VBD", ".", "NN"} and sentence.deps[at] in {"det", "nsubj", "dobj"}
    if following is None or pronoun:
        return sentence.deps[at] in {"mark", "complm"}
    return True


def _question(search: Search, at: int) -> Complement | None:
    indirect = search.sentence.lower[at] in _INDIRECT and search.sentence.tags[at] != "DT"
    return search.begin("whether", at) if indirect else None


def _infinitive(search: Search, at: int) -> Complement | None:
    """Read *to do* and *not to do*; what is not done stays a part of the content."""
    tags, following = search.sentence.tags, at + 1
    if following >= search.limit:
        return None
    denied = search.sentence.lower[at] == "not" and tags[following] == "TO"
    if denied or (tags[at] == "TO" and tags[following] in {"VB", "RB", "TO"}):
        return search.begin("infinitive", following if tags[at] == "TO" else at)
    return None


def _preposition(search: Search, at: int) -> Complement | None:
    reading = search.readings.get(search.sentence.lower[at])
    if reading is None or search.sentence.tags[at] not in _PREPOSITIONS:
        return None
    return search.beyond(reading, at, at)


def _longer_preposition(search: Search, at: int) -> Complement | None:
    """Read a preposition of several words: one that the cue takes, or one that stands for its *about*."""
    for complement in search.readings:
        words = complement.split()
        if len(words) > 1 and search.sentence.matches(at, words):
            return search.beyond(search.readings[complement], at + len(words) - 1, at + len(words) - 1)
    for words, complement in _LIKE_ABOUT:
        reading = search.readings.get(complement) or search.readings.get("about")
        if reading is not None and search.sentence.matches(at, words):
            return search.beyond(reading, at + len(words) - 1, at + len(words) - 1)
    return None


def _rest_of_clause(search: Search, at: int) -> Complement | None:
    """Read a clause whose subject stands before the cue: *which they stated should apply*."""
    inside = search.sentence.deps[search.verb] in {"relcl", "ccomp", "parataxis"}
    return search.begin("that", at) if inside and search.sentence.tags[at] == "MD" else None


def _gerund(search: Search, at: int) -> Complement | None:
    return search.begin("gerund", at) if search.sentence.tags[at] == "VBG" else None
