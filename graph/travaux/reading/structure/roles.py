"""What is printed after a person's name: function, workplace, and on whose behalf the person speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from travaux.reading.structure.actors import is_acronym_of, split_acronym
from travaux.reading.structure.scope import squeeze
from travaux.reading.structure.states import is_state

# on behalf of X · both on behalf of X · representing X
_BEHALF = re.compile(
    r",?\s*\b(?P<shared>both|all(?:\s+\w+)?)?\s*(?:speaking\s+)?(?:on\s+behalf\s+of|representing)\s+(?:the\s+)?(?P<who>\S.*)$", re.DOTALL
)
_PREPOSITION = r"(?:at|from|with)"
# A workplace that several persons share stands after a comma: ", at the Alliance of NGOs", ", both at Microsoft".
_SHARED = re.compile(
    rf"(?:^|,)\s*(?:(?P<shared>both|all(?:\s+\w+)?)\s+)?(?P<word>{_PREPOSITION}|of(?=\s+the\s))\s+(?:the\s+)?(?P<who>[^\Wa-z].*)$",
    re.DOTALL,
)
_BOTH = re.compile(rf"(?:^|,|\s)\s*(?P<shared>both|all(?:\s+\w+)?)\s+(?:{_PREPOSITION}|of)\s+(?:the\s+)?(?P<who>[^\Wa-z].*)$", re.DOTALL)
_AT = re.compile(rf"\s+{_PREPOSITION}\s+(?:the\s+)?(?=[^\Wa-z])")
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?=[^\Wa-z])")
_COMMA = re.compile(r",\s+(?:the\s+)?(?=[^\Wa-z])")
# Where what is said of the person ends and the sentence goes on.
_CLAUSE = re.compile(
    r",?\s+(?:who|which|whose|addressed|spoke|opened|followed|took|were|was|gave|made|delivered|presented|introduced|discussed|shared|joined"
    r"|provided|started|outlined|described|explained)\b|[.;]\s*$|,\s*$"
)
# NAME (Port Authority)
_PARENTHESIS = re.compile(r"\s*\((?P<who>[^()]{2,120})\)")
# More persons than any panel has.
_ALL = 99
# Words with which the name of a department ends, or begins: the workplace is named later or not at all.
_UNIT_ENDS = re.compile(
    r"\b(?:Policy|Diplomacy|Affairs|Operations|Research|Strategy|Department|Division|Unit|Section|Branch|Representation|Communications?|Programmes?"
    r"|Outreach|Service|Security|Engineering|Law|Partnerships|Advocacy|Relations|Development|Innovation|Compliance|Studies|Science|Safety|Staff"
    r"|Finance|Directors|Trustees|Delegation|Mission|Cooperation)$"
)
_UNIT_STARTS = re.compile(
    r"(?:Board|Department|Division|Unit|Bureau|Section|Branch|Faculty|School|Office of the|Global Programme|Programme)\b"
)
# Words that make a part between commas a function and not a workplace.
_FUNCTION = re.compile(
    r"\b(?:Director|Head|Chief|Officer|Manager|Professor|Lecturer|Adviser|Advisor|President|Chair|Coordinator|Counsel|Engineer|Fellow|Associate"
    r"|Analyst|Secretary|Lead|Specialist|Treasurer|Senator|Minister|Deputy|Member|Founder|Attaché|Counsellor|Delegate|Researcher|Mayor|Councillor)\b",
    re.IGNORECASE,
)
_FUNCTION_LENGTH = 60
_NATIONAL = re.compile(r"\b(?:from|of)\s+(?P<state>(?:the\s+)?[A-Z][\w\u2019'-]*(?:\s+(?:and\s+|of\s+)?[A-Z][\w\u2019'-]*){0,5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacities:
    """What a person is said to be.

    ``sharing`` is how many of the persons before share the body represented, or the workplace if they have none of their own.
    """

    role: str | None = None
    organization: str | None = None
    on_behalf_of: str | None = None
    state: str | None = None
    sharing: int = 0


def read_capacities(printed: str) -> Capacities:
    """Read what stands after a name.

    >>> read_capacities(", Director of Digital Diplomacy at Microsoft,")
    Capacities(role='Director of Digital Diplomacy', organization='Microsoft', on_behalf_of=None, state=None, sharing=0)
    >>> read_capacities(", Security Engineer, both on behalf of the Tech Accord").on_behalf_of
    'Tech Accord'
    """
    text = printed[: find_end(printed)]
    parenthesis = _PARENTHESIS.match(text)
    if parenthesis:
        return replace(read_capacities(text[parenthesis.end() :]), organization=_tidy(parenthesis["who"]))
    behalf = _BEHALF.search(text)
    on_behalf_of = _tidy(behalf["who"]) if behalf else None
    rest = (text[: behalf.start()] if behalf else text).strip(" ,;\n")
    capacities = _read_shared(rest) or _read_workplace(rest)
    sharing = capacities.sharing or (_sharing(behalf["shared"]) if behalf else 0)
    return replace(capacities, on_behalf_of=on_behalf_of, sharing=sharing, state=capacities.state or _find_state(capacities.role))


def has_function(text: str, start: int, end: int) -> bool:
    """Whether a comma and a function follow a name: ", Head of Policy"."""
    match = _FUNCTION.search(text, start, min(end, start + _FUNCTION_LENGTH)) if text.startswith(",", start) else None
    return match is not None and "," not in text[start + 1 : match.start()]


def find_end(printed: str) -> int:
    """Return where what is said of a person ends and the sentence goes on.

    >>> find_end(", Director, who spoke")
    10
    """
    clause = _CLAUSE.search(printed)
    return clause.start() if clause else len(printed)


def _sharing(word: str | None) -> int:
    """Return how many persons before a word like "both" or "all three" stands for."""
    return 0 if not word else 1 if word.lower() == "both" else _ALL


def _read_shared(text: str) -> Capacities | None:
    match = _BOTH.search(text) or _SHARED.search(text)
    if not match:
        return None
    sharing = _sharing(match["shared"]) or (_ALL if match.start() else 0)
    return Capacities(role=_tidy(text[: match.start()]), organization=_tidy(match["who"]), sharing=sharing)


def _read_workplace(text: str) -> Capacities:
    """Divide "function at workplace"; the last "at" or "from" decides, else a comma, else the first "of" that leads to no department."""
    at = [match for match in _AT.finditer(text) if not is_state(_tidy(text[match.end() :]) or "")]
    commas = [match for match in _COMMA.finditer(text) if not _FUNCTION.search(text, match.end())]
    divide = at[-1] if at else commas[0] if commas else _choose_of(text)
    if divide is None:
        return Capacities(role=_tidy(text))
    role, organization = text[: divide.start()], text[divide.end() :]
    state = None
    head, comma, tail = organization.rpartition(",")
    if comma and is_state(tail.strip()):
        organization, state = head, squeeze(tail)
    inner = _split_programme(organization)
    if inner is not None:
        role, organization = text[: divide.end()] + organization[: inner[0]], organization[inner[1] :]
    return Capacities(role=_tidy(role), organization=_tidy(organization), state=state)


def _choose_of(text: str) -> re.Match[str] | None:
    for match in _OF.finditer(text):
        place = _tidy(text[match.end() :]) or ""
        later = _OF.search(place)
        inner = later is not None and bool(_UNIT_STARTS.match(place) or _UNIT_ENDS.search(place[: later.start()]))
        if inner or is_state(place) or _UNIT_ENDS.search(place):
            continue
        return match
    return None


def _split_programme(organization: str) -> tuple[int, int] | None:
    """Return where to divide "a programme of an organization (ACRONYM)" when the acronym is the organization's and not the whole's."""
    name, acronym = split_acronym(squeeze(organization))
    if acronym is None or is_acronym_of(acronym, name):
        return None
    for match in _OF.finditer(organization):
        if is_acronym_of(acronym, split_acronym(squeeze(organization[match.end() :]))[0]):
            return match.start(), match.end()
    return None


def _find_state(role: str | None) -> str | None:
    """Return the State that a function is of: "senator from Spain"."""
    for match in _NATIONAL.finditer(role or ""):
        if is_state(match["state"]):
            return squeeze(match["state"])
        first = match["state"].split(" and ")[0]
        if is_state(first):
            return squeeze(first)
    return None


def _tidy(printed: str) -> str | None:
    return squeeze(printed).strip(" ,;.") or None
