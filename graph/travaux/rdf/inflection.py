"""Regular English inflection: the forms of a verb, and the plural of a noun."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIBILANT = re.compile(r"(?:(?:s|x|z|ch|sh)|(?:^|under|for)go|echo|veto)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_CLOSED_SYLLABLE = re.compile(r"(?:^|[^aeiou]|qu)[aeiouy][bdfglmnprtvz]$")
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][^aeiouy]*$")
_STRESSED_END = re.compile(r"(?:mit|fer|cur|gret|get|but|pel|rol|quip|lap|cap)$")
_UNSTRESSED = frozenset({"differ", "limit", "offer", "proffer", "suffer", "target", "budget", "debut"})
_THIRD_PERSON = {"have": "has", "be": "is"}


def verb_forms(verb: str, past: Iterable[str] = ()) -> frozenset[str]:
    """Return all forms of a verb; ``past`` are its irregular past forms, which replace the regular one.

    Where usage differs (*signalled*, *signaled*), both forms are returned.

    >>> sorted(verb_forms("refer"))
    ['refer', 'referred', 'referring', 'refers']
    >>> sorted(verb_forms("say", past=["said"]))
    ['said', 'say', 'saying', 'says']
    """
    before_ed, before_ing = _stems(verb)
    regular = frozenset(stem + "ed" for stem in before_ed)
    third_person = _THIRD_PERSON.get(verb) or noun_plural(verb)
    return frozenset({verb, third_person}) | (frozenset(past) or regular) | {stem + "ing" for stem in before_ing}


def noun_plural(noun: str) -> str:
    """Return the regular plural of a noun or of the last word of a phrase; a verb's third person is made in the same way.

    >>> noun_plural("civil society body")
    'civil society bodies'
    """
    if _SIBILANT.search(noun):
        return noun + "es"
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + "s"


def _stems(verb: str) -> tuple[list[str], list[str]]:
    """Return what stands before *ed*, and what stands before *ing*."""
    if verb.endswith("ie"):
        return [verb[:-1]], [verb[:-2] + "y"]
    if verb.endswith("ee"):
        return [verb[:-1]], [verb]
    if verb.endswith("e"):
        return [verb[:-1]], [verb[:-1]]
    if _CONSONANT_Y.search(verb):
        return [verb[:-1] + "i"], [verb]
    stems = _doubled(verb)
    return stems, stems


def _doubled(verb: str) -> list[str]:
    """Double the last consonant where the last syllable is closed and stressed; British usage doubles an unstressed *l* too."""
    if not _CLOSED_SYLLABLE.search(verb) or verb in _UNSTRESSED:
        return [verb]
    if _ONE_SYLLABLE.match(verb) or _STRESSED_END.search(verb):
        return [verb + verb[-1]]
    return [verb, verb + "l"] if verb.endswith("l") else [verb]
