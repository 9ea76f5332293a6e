"""The name in a speaker phrase: whose it is, without article, office, apposition and what the speaker represents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.model.lexicon import SpeakerClass
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.structure.names import find_titled_names, match_name
from travaux.reading.structure.states import find_state, without_article
from travaux.reading.structure.wording import words

BODY_NOUNS = frozenset(
    words(
        "agency alliance association authority bank board bureau campaign caucus centre center chamber coalition commission "
        "committee company confederation conference cooperative council department federation forum foundation fund group guild "
        "institute institution league ministry movement network office organisation organization parliament party secretariat "
        "service society trust union university"
    )
)
"""Nouns with which names of bodies end."""

# the representative of X, the permanent observer for X, the Government of X: X speaks.
_REPRESENTS = re.compile(
    r"(?i:(?:(?:the|an?|its|their)\s+)?(?:(?:head|leader|member)\s+of\s+the\s+)?(?:(?:permanent|official|acting|lead|senior|chief)\s+)?"
    r"(?:representative|delegation|delegate|observer|spokes(?:person|man|woman|people)|ambassador|mission|expert|government)s?"
    r"\s+(?:of|for|from|to)\s+)(?=[^\Wa-z]|[Tt]he\s)"
)
_OPENING = re.compile(r"(?:(?:by|also|both|including|namely|even|only)\s+)+(?=\S)", re.IGNORECASE)
_STATE_FORM = re.compile(r"\(\w[\w\s]*\bof(?: the)?\)", re.IGNORECASE)
_ACRONYM = re.compile(r"\([A-Z][A-Za-z0-9&/-]{1,14}\)")
_LETTERS = re.compile(r"[A-Z0-9][A-Z0-9&/.-]*[A-Z0-9][A-Z0-9&/.-]*")
_POSSESSIVE = re.compile(r"[\u2019']s$")
# Where lower-case words after a name are no part of it: attending as liaison, among them.
_TAIL = re.compile(r"(?:among|as|at|during|from|in|itself|also|too|under|who|which|that|when|whose|\w+ing)\b")
_GOES_ON = frozenset({"of", "for", "on", "in", "at", "to", "from"})
_OFFICES = frozenset({SpeakerClass.ROLE, SpeakerClass.OFFICER})
_NOBODY = frozenset(SpeakerClass) - {SpeakerClass.NAMED_GROUP}
# Capitalized, these stand for one body or another, in each report for its own.
_ANY_BODY = BODY_NOUNS | {"state", "states", "member", "member state", "presidency", "applicant", "petitioner"}
# Offices that begin names of bodies too: General Motors, Head Start.
_ALSO_NAMES = frozenset({"General", "Head", "Justice", "Principal", "Fellow", "King", "Queen", "Prince", "Engineer", "Chief"})
_LONGEST_OFFICE = 4
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed. ``person`` where honorific or office tells that it is a person's; ``bare`` where no article is before it."""

    text: str
    person: bool = False
    bare: bool = True


def strip_representing(piece: str) -> str:
    """Take off what is no part of a name before it, and who speaks for it.

    >>> strip_representing("the representative of Ghana"), strip_representing("by PERU"), strip_representing("The EU")
    ('Ghana', 'PERU', 'The EU')
    """
    piece = piece.strip(' ,.;:"“”')
    opening = _OPENING.match(piece)
    piece = piece[opening.end() :] if opening else piece
    represents = _REPRESENTS.match(piece)
    return piece[represents.end() :] if represents else piece


def read_name(piece: str, index: CueIndex) -> Name | None:
    """Read the one name in a piece of a speaker phrase, ``None`` if it has none, as an office alone (*the Rector*) has none."""
    piece = strip_representing(piece)
    if not is_capitalized(piece) or re.match(r"\d+\s", piece) or len(piece) > _LONGEST_NAME:
        return None
    titled = next(find_titled_names(piece, 0, len(piece)), None)
    if titled is not None:
        return Name(titled.name, person=True)
    if find_state(without_asides(piece)) or find_state(piece):
        return Name(piece if find_state(piece) else without_asides(piece))
    office = _find_office(piece.split(), index)
    is_person = office is not None and _last_noun(piece) not in BODY_NOUNS
    return _read_after_office(piece, office) if office is not None and is_person else _read_body(piece, index)


def is_office(piece: str, index: CueIndex) -> bool:
    """Whether a piece begins with an office: *the chief negotiator*, *Director of Safety*."""
    return _find_office(piece.split(), index) is not None


def is_personal(piece: str) -> bool:
    """Whether a piece is two to four capitalized words as names of persons are, and no name of a body."""
    mention = match_name(piece, 0, len(piece))
    return mention is not None and mention.name == piece and _last_noun(piece) not in BODY_NOUNS


def _last_noun(piece: str) -> str:
    return piece.rsplit(maxsplit=1)[-1].lower()


def _without_tail(words: list[str]) -> list[str]:
    last = max((at for at, word in enumerate(words) if is_capitalized(word) or not word[:1].isalpha()), default=-1)
    cut = next((at for at in range(last + 1, len(words)) if _TAIL.fullmatch(words[at])), len(words))
    return words[:cut]


def is_letters(piece: str) -> bool:
    """Whether a name is made of capital letters that stand for words: *BSI*, *G-77*."""
    return _LETTERS.fullmatch(without_article(piece)) is not None


def is_capitalized(piece: str) -> bool:
    """Whether a piece has a word with a capital letter in it, articles aside."""
    return any(word[:1].isupper() or any(letter.isupper() for letter in word) for word in without_article(piece).split())


def without_asides(piece: str) -> str:
    """Take off parentheses but for acronyms and forms of names of States."""
    piece = re.sub(r"\s*\(([^()]*)\)", lambda found: found[0] if _STATE_FORM.search(found[0]) else "", piece)
    return piece.strip()


def drop_remarks(phrase: str) -> str:
    """Drop parentheses that are neither acronyms nor forms of names: *Group A (rapporteur: Ms Adu)*."""
    return re.sub(r"\s*\([^()]*\)", lambda found: found[0] if _STATE_FORM.search(found[0]) or _ACRONYM.search(found[0]) else "", phrase)


def _find_office(words: list[str], index: CueIndex) -> int | None:
    """Return the place after the last word of the office that a phrase begins with, however qualified (*Tavarian chief negotiator*)."""
    found = None
    for end in range(1, len(words) + 1):
        if words[end - 1].lower() in _GOES_ON:
            return found
        for start in range(max(0, end - _LONGEST_OFFICE), end):
            office = _POSSESSIVE.sub("", " ".join(words[start:end])).lower()
            if index.speaker_class(office) in _OFFICES and not (end == 1 and words[0] in _ALSO_NAMES):
                found = end
    return found


def _read_after_office(piece: str, office: int) -> Name | None:
    """Read the name of a person that follows an office; whatever else follows it says of what."""
    words = piece.split()[office:]
    return Name(" ".join(words), person=True) if words and all(word[:1].isupper() for word in words) else None


def _read_body(piece: str, index: CueIndex) -> Name | None:
    bare = without_article(piece)
    words = bare.split()
    if index.speaker_class(words[-1].lower()) in _NOBODY and words[-1].islower():
        rest = " ".join(words[:-1])
        words = words[:-1] if find_state(rest) or is_letters(rest) else []
    while words and not is_capitalized(words[0]):
        del words[0]
    text = _POSSESSIVE.sub("", " ".join(_without_tail(words))).rstrip("\u2019'")
    known = index.speaker_class(text.lower())
    nameless = known in _NOBODY or (known is None and text.lower() in _ANY_BODY)
    return None if not text or nameless else Name(text, bare=bare == piece)
