"""Names of sessions, consultations and other numbered events, and their normal form."""

from __future__ import annotations

import re

from travaux.reading.structure.wording import words

_UNITS = words("first second third fourth fifth sixth seventh eighth ninth")
_TEENS = words("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = ["", *_UNITS, *_TEENS]
for _ten in _TENS:
    _ORDINALS += [f"{_ten[:-1]}ieth", *(f"{_ten}-{unit}" for unit in _UNITS)]

_WORDS = "|".join(sorted(filter(None, _ORDINALS), key=lambda word: (-len(word), word))).replace("-", r"[-\\s]")
_ORDINAL = rf"(?:{_WORDS}|\d{{1,3}}(?:st|nd|rd|th))"
_NOUN = (
    r"(?:sessions?|consultations?|workshops?|conferences?|rounds?|meetings?|forum|summit|seminars?|hearings?|dialogues?|symposium"
    r"|assembl(?:y|ies))"
)
# sixth session · 6th session · fifth intersessional consultation · resumed first (organizational) session · second and last round
EVENT = re.compile(
    rf"\b(?P<before>resumed\s+|reconvened\s+)?(?P<ordinal>{_ORDINAL})\s+(?:and\s+(?:last|final)\s+)?"
    rf"(?P<kind>(?:\(?[A-Za-z][\w-]*\)?\s+){{0,3}}?)(?P<noun>{_NOUN})\b"
    rf"|\b(?P<special>organi[sz]ational|concluding|final|special|extraordinary|reconvened\s+concluding|inaugural)\s+(?P<session>sessions?)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"meetings?$")
_OF = re.compile(r"\s+of\s")
_HELD_ITS = re.compile(r"\b(?:held|hold|holds|convened)\s+(?:its|their|the)\s+$", re.IGNORECASE)
_LOOK_BACK = 30
_SMALL = re.compile(r"\b(?:of|the|a|an|at|in|on|for|its|to|with|and|by|or|during)\b", re.IGNORECASE)


def to_event(printed: str) -> str:
    """Return the normal form of an event's name.

    >>> to_event("6th Session"), to_event("Fifth and last intersessional consultations")
    ('sixth session', 'fifth intersessional consultation')
    """
    match = EVENT.search(printed)
    if match is None:
        return " ".join(printed.lower().split())
    if match["special"]:
        return " ".join(f"{match['special']} session".lower().replace("isational", "izational").split())
    words = f"{match['before'] or ''}{_ordinal_word(match['ordinal'])} {match['kind']}{_singular(match['noun'])}"
    return " ".join(words.lower().replace("(", "").replace(")", "").split())


def find_event(printed: str) -> str | None:
    """Return the normal form of the first event named in a title, ``None`` if there is none."""
    match = EVENT.search(printed)
    return to_event(match[0]) if match else None


def is_series(text: str, name: re.Match[str]) -> bool:
    """Whether a name is that of an event of its own and not of one meeting in it ("at its fourth meeting on 14 June")."""
    if name["kind"] and _SMALL.search(name["kind"]):
        return False
    if name["special"] or not _MEETING.search(name["noun"].lower()):
        return True
    if name["noun"][0].isupper() or _OF.match(text, name.end()):
        return True
    return bool(_HELD_ITS.search(text, max(0, name.start() - _LOOK_BACK), name.start()))


def _ordinal_word(printed: str) -> str:
    number = int("".join(character for character in printed if character.isdigit()) or 0)
    if not number:
        return "-".join(printed.lower().replace("-", " ").split())
    return _ORDINALS[number] if number < len(_ORDINALS) else printed.lower()


def _singular(noun: str) -> str:
    noun = noun.lower()
    return f"{noun.removesuffix('ies')}y" if noun.endswith("ies") else noun.removesuffix("s")
