"""Titles of instruments as they stand in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux.reading.structure.wording import words

_NOUN = frozenset(
    words("Convention Covenant Treaty Protocol Charter Statute Agreement Declaration Pact Accord Accords Compact Constitution")
)
_ANY_NOUN = re.compile("|".join(sorted(_NOUN)))
_WORD = re.compile(r"[^\W_](?:[\w\u2019'-]*[^\W_])?")
# Words with a capital that begin a sentence or point back: no part of a title.
_NO_TITLE = frozenset(
    words(
        "The A An This That These Those Such Our Each Any Every Both Under In On At For Of To And Or But As With From By Draft Future "
        "New Present Proposed Revised While When If Although Moreover However Article Articles Chapter States State Parties Party "
        "Member Members It Its"
    )
)
_SMALL = frozenset(words("and of the on for in"))
# What may lead from the noun of a title to the rest of it.
_LINKS = frozenset(words("against on for of to concerning relating regarding the and from in with respect between or all by its"))
# What a title may be about "in": trade in species, trafficking in persons; else "in" leads to where something is held or written.
_MATTERS = frozenset(words("Trade Trafficking Participation Discrimination Activities Education Information Access Matters Testing"))
_STARTS = frozenset(words("against on for of to concerning relating regarding between"))
# The number of a protocol: Additional Protocol I.
_ORDINAL = re.compile(r"[IVX]{1,4}|\d{1,2}")
_LONGEST = 300
_MOST_WORDS = 30
# "Ad Hoc Committee to Elaborate a Comprehensive International Convention …": the name of a body, not of an instrument.
_MANDATE = re.compile(
    r"\b(?:[Ee]laborat\w*|[Nn]egotiat\w*|[Dd]evelop\w*|[Dd]raft(?:ing)?|[Pp]repar\w*|[Cc]onclud\w*|[Ee]stablish\w*)\s+(?:an?|the)\s+$"
)


def find_titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where titles of treaties, charters and declarations stand; a bare "Convention" is no title.

    >>> text = "under the United Nations Convention against Corruption and the Charter of the United Nations in Vienna"
    >>> [text[a:b] for a, b in find_titles(text, 0, len(text))]
    ['United Nations Convention against Corruption', 'Charter of the United Nations']
    """
    if not _ANY_NOUN.search(text, start, end):
        return
    tokens = tuple(_WORD.finditer(text, start, end))
    reached = 0
    for place, word in enumerate(tokens):
        if word[0] not in _NOUN or place < reached:
            continue
        first = _extend_left(text, tokens, place, reached)
        last = _extend_right(text, tokens, place)
        reached = last + 1
        if first < place or last > place:
            begins = tokens[first].start()
            if not _MANDATE.search(text, max(start, begins - 40), begins):
                yield begins, tokens[last].end()


def find_title_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of the title that begins at a character, if one does."""
    stop = min(end, start + _LONGEST)
    found = next(find_titles(text, start, stop), None)
    return found if found and found[0] == start else None


def _extend_left(text: str, tokens: Sequence[re.Match[str]], place: int, reached: int) -> int:
    """Go back over words with a capital letter, and small words between them."""
    first = here = place
    while here > reached and place - here < _MOST_WORDS:
        here -= 1
        if text[tokens[here].end() : tokens[here + 1].start()].strip():
            break
        word = tokens[here][0]
        if word in _NO_TITLE or word in _NOUN or not (word[0].isupper() or word in _SMALL):
            break
        if word[0].isupper():
            first = here
        elif not (here > reached and tokens[here - 1][0][0].isupper()) and word != "the":
            break
    return first


def _extend_right(text: str, tokens: Sequence[re.Match[str]], place: int) -> int:
    """Go on over words with a capital letter and what links them, once a preposition has opened the rest of the title."""
    last = place
    if (
        place + 1 < len(tokens)
        and _ORDINAL.fullmatch(tokens[place + 1][0])
        and not text[tokens[place].end() : tokens[place + 1].start()].strip()
    ):
        return place + 1
    if place + 1 >= len(tokens) or tokens[place + 1][0] not in _STARTS:
        return last
    for here in range(place + 1, min(len(tokens), place + _MOST_WORDS)):
        gap = text[tokens[here - 1].end() : tokens[here].start()]
        word = tokens[here][0]
        if gap.strip() and not (gap.strip() == "," and _is_enumeration(text, tokens, here)):
            break
        if word in _NOUN or (word == "the" and tokens[here - 1][0] == "and"):
            break
        if word[0].isupper():
            last = here
        elif word not in _LINKS or (word == "in" and tokens[here - 1][0] not in _MATTERS):
            break
    return last


def _is_enumeration(text: str, tokens: Sequence[re.Match[str]], here: int) -> bool:
    """Whether a comma stands inside a title: "Economic, Social and Cultural Rights"."""
    following = tokens[here : here + 4]
    if len(following) < 4 or not all(following[place][0][0].isupper() for place in (0, 2, 3)):  # noqa: PLR2004
        return False
    return following[1][0] == "and" or text[following[0].end() : following[1].start()].strip() == ","
