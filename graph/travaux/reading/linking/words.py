"""Words as the linking compares them: without inflection, spelling variants, brackets of drafts and function words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "[o]ther" is the word "other" in a draft whose capital was changed.
_CHANGED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_BRITISH = re.compile(r"is(e[ds]?|ing|ations?|ers?)$")
_FUNCTION = frozenset(
    """
    a an the of to in on at by for from with and or nor but as if than that which who whom whose this these those it its they them
    their he she his her him we us our you your i my be is are was were been being am do does did done have has had having will would
    shall should can could may might must ought also such so thus there here what when where how why while any some all both each
    another more most many several various few own same very too only just not no into onto upon about against between among
    through during under within up down out off further moreover furthermore however therefore including include includes included
    inter alia
    """.split()  # noqa: SIM905 -- a list of a hundred words is read more easily as words
)
# Take part in what a claim says, unlike other function words.
_NEGATION = frozenset({"not", "no", "nor", "never", "without", "neither", "against", "cannot", "avoid", "avoided", "oppose", "opposed"})


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of a text in order: their stems, and their forms in the singular for phrases of one word."""

    stems: tuple[str, ...]
    forms: tuple[str, ...]


def read_words(text: str) -> Words:
    """Take the content words of a text; hyphens separate words, and function words are left out.

    >>> read_words("the protection of Security-Researchers").stems
    ('protect', 'secur', 'research')
    >>> read_words("[o]ther organisations").stems == read_words("the other organizations").stems
    True
    """
    kept = [_compared(word) for word in _spelled(text) if word not in _FUNCTION]
    return Words(tuple(stem for stem, _form in kept), tuple(form for _stem, form in kept))


def is_negated(text: str) -> bool:
    """Tell whether a text holds an odd number of words that turn its sense round.

    >>> is_negated("The scope should not be broad."), is_negated("The scope should be narrow.")
    (True, False)
    """
    return sum(word in _NEGATION for word in _spelled(text)) % 2 == 1


def _spelled(text: str) -> list[str]:
    return [match.removesuffix("'s").removesuffix("’s") for match in _WORD.findall(_CHANGED_LETTER.sub(r"\1", text).casefold())]


@cache
def _compared(word: str) -> tuple[str, str]:
    """Return the stem and the singular of a word."""
    word = _BRITISH.sub(r"iz\1", word)
    return str(_STEMMER.stemWord(word)), _singular(word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return word.removesuffix("ies") + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > len("its"):
        return word.removesuffix("s")
    return word
