"""Citations of articles and of paragraphs of a preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.reading.structure.titles import find_title_at
from travaux.reading.structure.wording import words

_SUFFIX = r"(?:\s?(?:bis|ter|quater|quinquies|sexies)\b)?"
_SUB = r"(?:\s?\(\w{1,4}\))*"
_ONE = rf"(?:\d{{1,3}}(?!\d|\.\d)|[IVXLC]{{1,7}}\b){_SUFFIX}{_SUB}"
_JOIN = r"(?:\s*[-\u2010-\u2015]\s*|\s+to\s+|\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s+and/or\s+|\s*;\s*)"
_LIST = rf"{_ONE}(?:{_JOIN}(?:(?:draft\s+)?(?:articles?|arts?\.)\s+)?{_ONE})*"
# article 24 · articles 29 and 30 · draft articles 6-10 · article 17 bis · art. 5 (2) · Article IV
_ARTICLES = re.compile(rf"\b(?:draft\s+)?(?:[Aa]rticles?|[Aa]rts?\.|ARTICLES?)\s+(?P<list>{_LIST})")
# paragraph 2 of article 5 · paragraphs 1 and 2 of article 5 · subparagraph (a) of article 5
_PARAGRAPH_BEFORE = re.compile(
    r"\b(?:sub)?para(?:graph)?s?\.?\s+(?P<sub>\(?\w{1,4}\)?(?:\s?\(\w{1,4}\))*)\s*,?\s+(?:of|in)\s+(?:draft\s+)?$", re.IGNORECASE
)
# article 5, paragraph 2
_PARAGRAPH_AFTER = re.compile(r",?\s+(?:sub)?para(?:graph)?\.?\s+(?P<sub>\(?\d{1,3}\)?(?:\s?\(\w{1,4}\))*)(?!\w)", re.IGNORECASE)
_LOOK_BACK = 60
# preambular paragraph 3 · preambular paragraphs 2, 4 and 5 · PP 4
_PREAMBULAR = re.compile(rf"\b(?:[Pp]reambular\s+para(?:graph)?s?\.?|PPs?\.?)\s+(?P<list>{_LIST})")
# paragraph 3 of the preamble
_OF_PREAMBLE = re.compile(rf"\b[Pp]ara(?:graph)?s?\.?\s+(?P<list>{_LIST})\s+of\s+the\s+[Pp]reamble\b")
# the third preambular paragraph
_ORDINAL = re.compile(
    r"\b(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\s+preambular\s+paragraph\b",
    re.IGNORECASE,
)
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_EACH = re.compile(
    rf"(?:(?:draft\s+)?(?:articles?|arts?\.)\s+)?(?P<first>{_ONE})"
    rf"(?:(?:\s*[-\u2010-\u2015]\s*|\s+to\s+)(?:(?:draft\s+)?(?:articles?|arts?\.)\s+)?(?P<last>{_ONE}))?"
)
_WIDEST_RANGE = 60

# of the draft text of the convention · in the Convention · of the Charter of the United Nations · of UNCAC · of its statute
_OWNER = re.compile(r"\s*,?\s+(?:of|in|under|to)\s+(?P<article>the\s+|an?\s+|its\s+|that\s+|this\s+)?(?=(?P<owner>\w))")
# Words for the instrument under discussion.
_OWN = re.compile(
    r"(?:(?:draft|future|new|proposed|revised|consolidated|zero|chair[\u2019']?s?|international|present|negotiating|legally|binding)\s+)*"
    r"(?:(?:text|version|articles?)\s+(?:of|for)\s+(?:the|a|an)\s+)?(?:(?:draft|future|new|proposed|revised|international|legally|binding)\s+)*"
    r"(?:conventions?|treaty|agreement|instrument|protocol|draft|text|document|chapter|zero\s+draft)\b"
    r"(?!\s+(?:against|on\s+(?:the\s+)?(?-i:[A-Z])|for\s+the\s+(?-i:[A-Z])))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:statute|charter|constitution|resolution|rules?|regulations?|directive|code|law|act|report|declaration|guidelines?|annex|agreement)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{2,}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A cited article or paragraph: ``provision`` is its normal form (``article 24``), ``detail`` the part of it (``(2)``).

    ``owner`` is the place of the name of the instrument that it belongs to, ``None`` for the instrument under discussion; an owner
    without name (``its statute``) has that word only. ``place`` numbers the provisions of a range, which share their characters.
    """

    start: int
    end: int
    provision: str
    detail: str = ""
    owner: tuple[int, int] | None = None
    place: int = 0
    after: int = 0


def find_articles(text: str, start: int, end: int) -> Iterator[Citation]:
    """Yield the articles cited between two characters, each of a list on its own, all of a range."""
    for match in _ARTICLES.finditer(text, start, end):
        owner, after = _find_owner(text, match.end(), end)
        before = _PARAGRAPH_BEFORE.search(text, max(start, match.start() - _LOOK_BACK), match.start())
        trailing = _PARAGRAPH_AFTER.match(text, match.end(), end)
        if trailing:
            owner, after = _find_owner(text, trailing.end(), end)
        sub = before or trailing
        citations = list(_each(text, match, "article", owner, after))
        if sub and len(citations) == 1:
            (only,) = citations
            detail = f"({sub['sub'].strip('()')})" if "(" not in sub["sub"].strip("()") else sub["sub"]
            first = before.start() if before else only.start
            last = trailing.end() if trailing and not before else only.end
            citations = [Citation(start=first, end=last, provision=only.provision, detail=detail, owner=owner, after=after)]
        yield from citations


def find_preambular(text: str, start: int, end: int) -> Iterator[Citation]:
    """Yield the paragraphs of the preamble cited between two characters."""
    for pattern in (_PREAMBULAR, _OF_PREAMBLE):
        for match in pattern.finditer(text, start, end):
            owner, after = _find_owner(text, match.end(), end)
            yield from _each(text, match, "preambular paragraph", owner, after)
    for match in _ORDINAL.finditer(text, start, end):
        number = _ORDINALS.index(match["word"].lower()) + 1
        owner, after = _find_owner(text, match.end(), end)
        yield Citation(start=match.start(), end=match.end(), provision=f"preambular paragraph {number}", owner=owner, after=after)


def _each(text: str, match: re.Match[str], noun: str, owner: tuple[int, int] | None, after: int) -> Iterator[Citation]:
    """Yield the members of a printed list; the first has the noun in its span, the last what follows the list."""
    first = True
    for item in _EACH.finditer(text, match.start("list"), match.end("list")):
        start = match.start() if first else item.start()
        stop = match.end() if item.end() == match.end("list") else item.end()
        for place, (number, detail) in enumerate(_numbers(item["first"], item["last"])):
            yield Citation(start=start, end=stop, provision=f"{noun} {number}", detail=detail, owner=owner, place=place, after=after)
        first = False


def _numbers(first: str, last: str | None) -> tuple[tuple[str, str], ...]:
    begin = _split(first)
    if last is None:
        return (begin,)
    finish = _split(last)
    if not (begin[0].isdigit() and finish[0].isdigit() and 0 < int(finish[0]) - int(begin[0]) <= _WIDEST_RANGE):
        return begin, finish
    return begin, *((str(number), "") for number in range(int(begin[0]) + 1, int(finish[0]))), finish


def _split(printed: str) -> tuple[str, str]:
    """Divide "17bis (2)" into number and part: "17 bis", "(2)"."""
    number, parenthesis, rest = printed.partition("(")
    words = re.findall(r"\d+|[^\W\d]+", number)
    return " ".join(words), "".join((parenthesis + rest).split())


def _find_owner(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """Return the place of the name of another instrument that follows a citation, and where what follows both begins."""
    lead = _OWNER.match(text, start, end)
    if not lead:
        return None, start
    title = find_title_at(text, lead.end(), end)
    if title:
        return title, title[1]
    own = _OWN.match(text, lead.end(), end)
    if own:
        return None, own.end()
    acronym = _ACRONYM.match(text, lead.end(), end) or _OTHER.match(text, lead.end(), end)
    return ((acronym.start(), acronym.end()), acronym.end()) if acronym else (None, start)
