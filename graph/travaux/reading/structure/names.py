"""Names of persons in running text, with what is printed before and right after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.reading.structure.scope import squeeze
from travaux.reading.structure.states import is_state
from travaux.reading.structure.wording import words

_HONORIFIC = (
    r"(?:(?:H\.\s?E\.|His\s+Excellency|Her\s+Excellency|Hon\.?|Amb\.|Ambassador|Professor|Prof\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Mx\.?|Miss|Mme|Sir|Dame"
    r"|Judge|Justice|Minister|Senator|Mayor|Councillor|Cllr\.?|Rev\.|Messrs\.?)\s+)"
)
_CAPITAL = r"(?:(?:al|el|ad|an|ar|as|at|ben|bin)-)?[^\W\d_a-z](?:[^\W\d_]|[\u2019'.-](?=[^\W\d_]))*\.?"
_PARTICLE = r"(?:d[aeio]s?|del|della|der|den|van|von|vom|zu|la|le|las|los|y|e|bin|bint|ibn|al|el|ould|ter|ten|af|av)"
# A name: words with a capital letter, particles between them ("do Val", "van der Berg"), initials.
_NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+){{0,3}}{_CAPITAL}){{0,6}}"
_TITLED = re.compile(rf"\b(?P<honorific>{_HONORIFIC}{{1,3}})(?P<name>(?:{_PARTICLE}\s+){{0,2}}{_NAME})")
_BARE = re.compile(rf"(?P<honorific>)(?P<name>{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+){{0,3}}{_CAPITAL}){{1,6}})")
_STATE = re.compile(
    r"\s*\((?P<state>[^()]{3,60}(?:\([^()]{1,40}\))?)\)|\s+of\s+(?P<of>(?:the\s+)?[A-Z][\w\u2019'-]*(?:\s+[A-Z][\w\u2019'-]*){0,3})"
)
# Titles that are words of other names as well, and a word with a capital letter right before them.
_OFFICE = re.compile(r"(?:Ambassador|Professor|Judge|Justice|Minister|Senator|Mayor|Councillor|Miss|Dame|Sir)\b")
_CAPITALIZED = re.compile(r"[^\W\d_a-z][\w\u2019'-]*\s+$")
_LOOK_BACK = 30
# Words with a capital letter that begin a sentence or name an office: no names of persons.
_NO_NAMES = frozenset(
    words(
        "The A An In On At Under Following After Before Chair Vice-Chair Co-Chair President Secretary Secretariat Director Head "
        "General Committee Commission Council Conference Assembly Group Working United Nations Member States State European Union "
        "International World National Ministry Office Department Division University Institute Association Federation Foundation Both "
        "First Second Third"
    )
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A named person: ``start`` is where the honorific or name begins, ``end`` where name and State end."""

    start: int
    end: int
    name: str
    honorific: str | None = None
    state: str | None = None


def find_titled_names(text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield the persons named with an honorific between two characters."""
    for match in _TITLED.finditer(text, start, end):
        if not _is_word_of_name(text, match, start):
            yield _mention(text, match, end)


def _is_word_of_name(text: str, match: re.Match[str], start: int) -> bool:
    """Whether what looks like a title is a word of another name: "Criminal Justice Policy", "Prime Minister Office"."""
    if "." in match["honorific"] or not _OFFICE.match(match["honorific"]):
        return False
    return " " not in match["name"] or bool(_CAPITALIZED.search(text, max(start, match.start() - _LOOK_BACK), match.start()))


def match_name(text: str, start: int, end: int) -> Mention | None:
    """Return the person whose name begins at ``start``, with or without honorific; a bare name has at least two words."""
    match = _TITLED.match(text, start, end) or _BARE.match(text, start, end)
    if match is None or any(word in _NO_NAMES for word in match["name"].split()):
        return None
    return _mention(text, match, end)


def find_name_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of the bare name that ends right before a character, white space aside."""
    stop = start + len(text[start:end].rstrip())
    for match in _BARE.finditer(text, start, stop):
        if match.end() == stop:
            return match.span()
    return None


def _mention(text: str, match: re.Match[str], end: int) -> Mention:
    name_end = match.end("name") - match["name"].endswith(".") * (match["name"][-3:-2] != " ")
    after = _STATE.match(text, name_end, end)
    state = squeeze(after["state"] or after["of"]) if after else None
    if after is None or state is None or not is_state(state):
        state, stop = None, name_end
    else:
        stop = after.end()
    honorific = squeeze(match["honorific"]) or None
    return Mention(start=match.start(), end=stop, name=squeeze(text[match.start("name") : name_end]), honorific=honorific, state=state)
