"""Speaker phrases that name several: *Norway and the EU*, *CHILE, supported by PERU*, *FIJI, for the ATOLLS CAUCUS, with SUDAN*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from travaux.model.lexicon import SpeakerClass
from travaux.reading.extraction.cast.names import (
    BODY_NOUNS,
    Name,
    drop_remarks,
    is_capitalized,
    is_letters,
    is_office,
    is_personal,
    read_name,
    strip_representing,
)
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.structure.names import match_name
from travaux.reading.structure.scope import squeeze
from travaux.reading.structure.states import find_state, without_article

_SUPPORT = r"(?:(?:also|later|strongly|partly|then)\s+)*(?:supported|joined|echoed|seconded|backed|endorsed|followed)\s+by"
_TOGETHER = rf"as\s+well\s+as|along\s+with|together\s+with|with|{_SUPPORT}"
# Between names, or between a name and what is said of it.
_BETWEEN = re.compile(rf"(?P<comma>,)?\s+(?P<word>and|{_TOGETHER})\b(?=[\s,])\s*|,\s+")
# X, on behalf of Y · X, speaking for Y · NORWAY for Y: X speaks.
_BEHALF = re.compile(r"(?P<comma>,)?\s+(?:(?:also|speaking)\s+)*(?:on\s+behalf\s+of|(?P<weak>for))\s")
_RESUMES = re.compile(rf"(?:{_TOGETHER})\s")
_ARTICLE = re.compile(r"(?:the|The|THE)\s")
_HELD_TOGETHER = re.compile(r"\s(?:of|for|on|against)\s", re.IGNORECASE)

Known = Callable[[str], bool]
"""Whether something of this name is known to speak."""


@dataclass
class _Piece:
    """A stretch of a phrase: a name, or an ``aside`` that says something of the one before."""

    text: str
    aside: bool = False


def read_names(phrase: str, index: CueIndex, known: Known) -> tuple[Name, ...]:
    """Read the names of those who speak, in the order printed; on whose behalf they speak is left out."""
    pieces = list(_divide(_without_behalf(drop_remarks(squeeze(phrase))), index, known))
    names: list[Name] = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if piece.aside:
            before = pieces[place - 1].text if place else ""
            if place == 1 and is_personal(piece.text) and not read_name(before, index) and is_office(before, index):
                names.append(Name(piece.text, person=True))
        elif following and following.aside and is_personal(piece.text) and is_office(following.text, index):
            names.append(Name(piece.text, person=True))
        elif (name := read_name(piece.text, index)) is not None:
            names.append(name)
    return tuple(dict.fromkeys(names))


def _without_behalf(phrase: str) -> str:
    """Leave out on whose behalf somebody speaks, up to where others join in."""
    for found in _BEHALF.finditer(phrase):
        before = phrase[: found.start()]
        if found["weak"] and not (found["comma"] or find_state(strip_representing(before))):
            continue
        parts = phrase[found.end() :].split(", ")
        resumed = next(
            (at for at, part in enumerate(parts) if at and (_RESUMES.match(part) or (at == 1 and part.startswith("and ")))), None
        )
        return before if resumed is None else ", ".join([before, *parts[resumed:]])
    return phrase


def _divide(phrase: str, index: CueIndex, known: Known) -> Iterator[_Piece]:
    """Divide a phrase where another name begins, or something said of the name before."""
    current, end, listed = _Piece(""), 0, False
    marks = [*_BETWEEN.finditer(phrase), None]
    word, comma = "", False
    for place, mark in enumerate(marks):
        text = strip_representing(phrase[end : mark.start() if mark else None])
        more = any(later is not None and later["word"] == "and" for later in marks[place:])
        if not place:
            current = _Piece(text)
        elif text:
            joined = _joins(current, text, word, index, known, comma=comma, listed=listed, more=more)
            if joined is None:
                current.text += f" {word} {text}" if word else f", {text}"
            else:
                yield current
                current, listed = _Piece(text, aside=not joined), joined and not word
        if mark is not None:
            end, word, comma = mark.end(), mark["word"] or "", bool(mark["comma"]) or not mark["word"]
    yield current


def _joins(current: _Piece, text: str, word: str, index: CueIndex, known: Known, *, comma: bool, listed: bool, more: bool) -> bool | None:
    """Whether ``text`` is another name (true), an aside (false), or belongs to what is before it (``None``)."""
    if current.aside and word and not comma:
        return None
    if not is_capitalized(text):
        return None if not is_capitalized(current.text) else False
    if not word:
        return _lists(current, text, index, more=more)
    if word == "and":
        return True if comma or listed or _are_two(current.text, text, index, known) else None
    return True if comma or word != "with" or find_state(current.text) or current.text.isupper() else None


def _lists(current: _Piece, text: str, index: CueIndex, *, more: bool) -> bool:
    """Whether a comma stands between two names and not between a name and its apposition."""
    first = current.text
    if find_state(text) or (text.isupper() and (first.isupper() or find_state(first) or current.aside)):
        return True
    personal = match_name(first, 0, len(first)) is not None and first.startswith(("M", "D", "P")) and "." in first.split()[0]
    return more and not (current.aside or personal or is_office(text, index)) and text[:1].isupper()


def _are_two(left: str, right: str, index: CueIndex, known: Known) -> bool:
    """Whether *and* joins two names and is no part of one: *Norway and the EU*, but *Food and Agriculture Organization*."""
    whole = without_article(f"{left} and {right}")
    if find_state(whole) or index.speaker_class(whole.lower()) is SpeakerClass.NAMED_GROUP or known(whole):
        return False
    if any(_is_whole(name, index, known) for name in (left, right)):
        return True
    if not is_capitalized(left):
        return False
    words = without_article(left).split(), without_article(right).split()
    if _ARTICLE.match(right):
        return len(words[1]) > 1 or not _HELD_TOGETHER.search(left)
    if (left.isupper() and right.isupper()) or len(words[0]) == len(words[1]) == 1 or left.endswith(")"):
        return True
    titled = (match_name(name, 0, len(name)) for name in (left, right))
    return any(mention is not None and mention.honorific for mention in titled) or words[0][-1].lower() in BODY_NOUNS


def _is_whole(name: str, index: CueIndex, known: Known) -> bool:
    """Whether a name is known to be one."""
    bare = without_article(name)
    is_group = index.speaker_class(bare.lower()) is SpeakerClass.NAMED_GROUP
    return is_group or find_state(name) is not None or is_letters(name) or known(bare)
