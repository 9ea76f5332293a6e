"""The first lines of a document: its symbol, date and title, and the body and session that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.model.document import Header
from travaux.reading.structure.dates import Period, find_periods
from travaux.reading.structure.scope import Scope, squeeze, trim
from travaux.reading.structure.symbols import SYMBOL, is_symbol

_BODY = (
    r"(?:Committee|Commission|Conference|Council|Assembly|Group|Forum|Body|Board|Bureau|Panel|Authority|Agency|Task Force|Parliament"
    r"|COMMITTEE|COMMISSION|CONFERENCE|COUNCIL|ASSEMBLY|GROUP|FORUM|BODY|BOARD|PANEL"
    r"|Organi[sz]ation|Ministry|Programme|Union|Secretariat|City|Municipality|Department)"
)
# A name that a body can have: capitalized words up to the noun, which stands among the first words.
_IS_BODY = re.compile(rf"(?:(?:the|of|on|and|for|[A-Z][\w\u2019'/-]*)\s+){{0,8}}?{_BODY}\b")
# What documents are called. A body may be named inside of a title, a word for a document not inside the name of a body.
_IS_TITLE = re.compile(
    r"\b(?:[Rr]eports?|[Ss]ummar(?:y|ies)|[Cc]oncept (?:note|paper)|[Pp]roceedings|[Mm]inutes|[Rr]ecord|[Cc]ompilation|[Oo]utcome|[Dd]raft|"
    r"[Ss]ubmission|[Cc]onclusions|[Rr]ecommendations|[Pp]aper|[Nn]on-paper|[Dd]iscussion guide|[Gg]uiding questions|[Aa]genda"
    r"|[Cc]onsolidated|[Cc]omments|REPORT|SUMMARY|PROCEEDINGS|MINUTES)\b"
)
# Lines that say who issued a document, in which languages, how it is distributed: no part of the title.
_IS_IMPRINT = re.compile(
    r"(?:note|report|prepared|submitted|issued|transmitted|compiled) by\b.*|note verbale.*|distr(?:\.|ibution).*|original:.*"
    r"|languages?:.*|english(?: only)?|united nations|(?:provisional )?agenda items?\b.*|item \d+.*|limited|general|advance .*"
    r"|unedited.*|(?:adoption|consideration) of .*",
    re.IGNORECASE,
)
_IS_SESSION = re.compile(r"(?:[\w()-]+\s+){1,6}(?:session|meeting|round|consultations?|workshop)(?:\s+\([^()]{1,40}\))?", re.IGNORECASE)
_DATE_LABEL = re.compile(r"(?:date|issued|published)\s*:?\s*$", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(r"\s*(?:/|;|\band\b)\s*")
_BOUNDARY = re.compile(r"\*{4}|\n[ \t]*\n")
_NUMBER_SIGNS = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class _Entry:
    start: int
    end: int
    text: str


def read_header(scope: Scope, front: int) -> Header:
    """Read what stands before the character ``front``; everything that is not there is ``None``.

    The date is that of the document; ``first_day`` and ``last_day`` are those printed with the places of the session, or in the title.
    """
    entries = tuple(_entries(scope.text, min(front, _LONGEST)))
    session = next((entry for entry in entries if _IS_SESSION.fullmatch(entry.text)), None)
    dated = [(entry, period) for entry in entries for period in find_periods(scope.text, entry.start, entry.end)]
    date = next((period for entry, period in dated if _is_own_date(scope.text, entry, period)), None)
    meeting = [(entry, period) for entry, period in dated if period is not date]
    days = [period for entry, period in meeting if entry is meeting[0][0]]
    body, title = _name(entries)
    return Header(
        id=scope.part("header"),
        document=scope.document.id,
        title=title,
        symbol=_find_symbol(scope.text, front),
        date=date.first_day if date else None,
        body=body,
        session=session.text if session else None,
        places=_places(scope.text, *meeting[0]) if meeting else (),
        first_day=min((period.first_day for period in days), default=None),
        last_day=max((period.last_day for period in days), default=None),
    )


def _entries(text: str, front: int) -> Iterator[_Entry]:
    """Yield the runs of lines that belong together: set apart by a blank line, by where bold begins or ends, or by what they are."""
    start = 0
    for match in (*_BOUNDARY.finditer(text, 0, front), None):
        stop = match.start() if match else front
        yield from _lines(text, start, stop)
        start = match.end() if match else front


def _lines(text: str, start: int, end: int) -> Iterator[_Entry]:
    """Yield a run of lines as one entry, but a session, a date or an imprint in it on its own."""
    opened = line = start
    while line < end:
        stop = text.find("\n", line, end) + 1 or end
        bold_ends = text[line:stop].rstrip().endswith("**") and not text[opened:stop].lstrip().startswith("#")
        alone = _is_alone(text, line, stop)
        if alone or (line > opened and _begins_body(text, line, stop) and _begins_body(text, opened, line)):
            yield from _entry(text, opened, line)
            opened = line
        if alone or (bold_ends and not _goes_on_bold(text, stop, end)):
            yield from _entry(text, opened, stop)
            opened = stop
        line = stop
    yield from _entry(text, opened, end)


def _begins_body(text: str, start: int, end: int) -> bool:
    return bool(_IS_BODY.match(squeeze(text[start:end]).lstrip("# ")))


def _goes_on_bold(text: str, start: int, end: int) -> bool:
    """Whether the next line is bold as well and goes on with a title in lower case."""
    following = text[start : min(end, start + 8)].lstrip()
    return following.startswith("**") and following[2:3].islower()


def _is_alone(text: str, start: int, end: int) -> bool:
    printed = squeeze(text[start:end]).lstrip("# ")
    if not printed:
        return False
    periods = find_periods(text, start, end)
    place = (
        bool(periods) and not text[periods[-1].end : end].strip(" \t\r\n*.)") and printed[:1].isalnum() and not _IS_TITLE.search(printed)
    )
    rest = SYMBOL.sub("", printed).strip()
    return not rest or bool(_IS_IMPRINT.fullmatch(rest)) or bool(_IS_SESSION.fullmatch(printed)) or (place and "(" not in printed)


def _entry(text: str, start: int, end: int) -> Iterator[_Entry]:
    start, end = trim(text, start, end)
    printed = squeeze(_NUMBER_SIGNS.sub("", text[start:end]))
    if printed.strip("*_ "):
        yield _Entry(start, end, printed)


def _is_own_date(text: str, entry: _Entry, period: Period) -> bool:
    before = text[entry.start : period.start].strip("*# \t\n")
    after = text[period.end : entry.end].strip("*. \t\n")
    return period.first_day == period.last_day and not after and (not before or bool(_DATE_LABEL.search(before)))


def _places(text: str, entry: _Entry, period: Period) -> tuple[str, ...]:
    """Return what stands before the dates on their line as places, unless it is words of a title."""
    before = squeeze(text[entry.start : period.start]).strip("*# ,:;\u2013\u2014-")
    before = before.removesuffix(" from").removesuffix(" on").rstrip(" ,")
    if not before or _IS_TITLE.search(before) or "(" in before or not before[:1].isupper():
        return ()
    return tuple(place.strip(" ,") for place in _BETWEEN_PLACES.split(before) if place.strip(" ,"))


def _name(entries: Sequence[_Entry]) -> tuple[str | None, str | None]:
    """Return the body and the title: the last name of a body before the title, and the first line that says what the document is."""
    names = [entry for entry in entries if len(entry.text) > len("Title") and not _is_label(entry.text)]
    titled = next((entry for entry in names if _IS_TITLE.search(entry.text)), None)
    before = [entry for entry in names if titled is None or entry.start < titled.start]
    bodies = [entry for entry in before if _IS_BODY.match(entry.text) and not find_periods(entry.text)]
    if titled is None:
        titled = next((entry for entry in names if entry not in bodies and not _is_dated_place(entry)), None)
    return (bodies[-1].text if bodies else None), (titled.text if titled else None)


def _is_label(printed: str) -> bool:
    """Whether a line is a symbol, an imprint or a session and names neither body nor document."""
    rest = SYMBOL.sub("", printed).strip()
    return not rest or bool(_IS_IMPRINT.fullmatch(rest) or _IS_SESSION.fullmatch(printed))


def _is_dated_place(entry: _Entry) -> bool:
    periods = find_periods(entry.text)
    return bool(periods) and periods[-1].end >= len(entry.text) - 1


def _find_symbol(text: str, front: int) -> str | None:
    return next((match[0] for match in SYMBOL.finditer(text, 0, front) if is_symbol(match[0])), None)
