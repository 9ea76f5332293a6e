"""What may stand between a cue and its content: adverbs, an agent, an addressee, a phrase of circumstance, a bracket."""

from __future__ import annotations

from travaux.reading.extraction.complements.search import Search

_SKIPPED_TAGS = frozenset({"RB", "RBR", "RBS", ":"})
_SKIPPED_WORDS = frozenset({",", "inter", "alia"})
_OPENING_ADVERBS = frozenset({"not", "only", "particularly", "very", "more", "overly", "too", "even"})
_ADDRESSEES = frozenset({"PRP", "NNP", "NNPS", "NNS", "NN", "DT"})
_LONGEST_ADDRESSEE = 8
_OPENED, _CLOSED = frozenset({"-lrb-", "("}), frozenset({")", "-rrb-"})


def skip_adverbs(search: Search, at: int) -> int:
    """Return the first word from ``at`` on that is no adverb or comma; an adverb that belongs to the content is kept.

    A participle after a comma opens something else (*called for action, stressing that …*): then nothing is left of the search.
    """
    sentence, limit = search.sentence, search.limit
    if at + 1 < limit and sentence.words[at] == "," and sentence.tags[at + 1] == "VBG":
        return limit
    while at < limit and (sentence.tags[at] in _SKIPPED_TAGS or sentence.lower[at] in _SKIPPED_WORDS):
        if sentence.lower[at] == "both" or (sentence.tags[at] in {"RB", "RBR"} and _opens_content(search, at)):
            break
        at += 1
    return at


def _opens_content(search: Search, at: int) -> bool:
    """Whether an adverb belongs to the content that follows it (*only clear cases*, *not having*)."""
    return search.sentence.lower[at] in _OPENING_ADVERBS and at + 1 < len(search.sentence)


def after_interruption(search: Search, at: int) -> int | None:
    """Return the word after what interrupts cue and content at a word, ``None`` if nothing does."""
    sentence = search.sentence
    if sentence.lower[at] == "by" and sentence.deps[at] in {"agent", "prep"}:
        doer = sentence.first_with_dep(at, "pobj")
        return None if doer is None else _within(search, doer + 1)
    if sentence.tags[at] in {"IN", "TO"} and sentence.deps[at] in {"prep", "agent", "dative", "prt"}:
        return _after_phrase(search, at)
    if sentence.tags[at] in _ADDRESSEES:
        places = range(at + 1, min(at + _LONGEST_ADDRESSEE, search.limit))
        return next((word for word in places if sentence.lower[word] in {"that", "whether"}), None)
    if sentence.lower[at] in _OPENED:
        close = next((word for word in range(at, search.limit) if sentence.lower[word] in _CLOSED), None)
        return None if close is None else _within(search, close + 1)
    return None


def _after_phrase(search: Search, at: int) -> int | None:
    """Return the comma or *that* in a prepositional phrase, else the word after it."""
    end = search.sentence.right(at)
    inside = range(at, min(end + 1, search.limit))
    mark = next((word for word in inside if search.sentence.lower[word] in {",", "that"}), None)
    return mark if mark is not None else _within(search, end + 1)


def _within(search: Search, at: int) -> int | None:
    return at if at < search.limit else None
