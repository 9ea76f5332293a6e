"""Agenda items: where a report introduces them, and the paragraphs that they span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.model.consultation import AgendaItem
from travaux.model.document import Paragraph, Section
from travaux.model.identity import Id, name_key
from travaux.model.sentences import find_sentences
from travaux.model.text import Span
from travaux.reading.structure.agenda_list import ItemMention, find_listed_items
from travaux.reading.structure.scope import Scope, squeeze

_NUMBER = r"(?P<number>\d{1,2}(?:\s?\([a-z]{1,4}\)){0,3})"
_OPEN, _CLOSE = '["“„«]', '["”“»]'
# agenda item 2(a), entitled “General provisions” · item 4 of its provisional agenda: "Finance" · agenda item 3 (“Any other business”)
_ITEM = re.compile(
    rf"\b(?P<agenda>agenda\s+)?items?\s+{_NUMBER}(?![\w(])(?P<of>\s+of\s+(?:the|its)\s+(?:\w+\s+)?agenda)?"
    rf"(?:,?\s*(?:\()?(?:entitled|titled|called|named|on)?\s*:?\s*{_OPEN}(?P<title>[^\"”“»\n]{{2,300}}){_CLOSE}"
    r"|,?\s+on\s+(?:the\s+)?(?P<plain>[^\W\d_][^,.;:\d]{2,100}),)?",
    re.IGNORECASE,
)
# Words right before an item that introduce it though its title is not given.
_INTRODUCES = re.compile(
    r"(?:^\W*(?:under|on|for|regarding|concerning|turning\s+to|with\s+(?:regard|respect)\s+to|in\s+relation\s+to)"
    r"|\b(?:considered|took\s+up|turned\s+to|moved\s+(?:on\s+)?to|proceeded\s+to|began|opened|addressed|discussed)"
    r"(?:\s+(?:its|the|consideration|discussion|debate|of|on|under)){0,6})\s+$",
    re.IGNORECASE,
)
# Words right before an item that only look back at it.
_LOOKS_BACK = re.compile(
    r"\b(?:as|recall\w*|see|mentioned|noted|raised|earlier)\s+(?:\w+\s+)?(?:under|on|in)\s+$",
    re.IGNORECASE,
)
_LOOK_BACK = 90
# Agenda item 4: Technical assistance · Item 2(a) - Definitions
_HEADED = re.compile(rf"(?:agenda\s+)?item\s+{_NUMBER}(?:\s*[.:\u2013\u2014-]\s*|\s+)(?P<title>\S.*)?", re.IGNORECASE)
# IV. Technical assistance (agenda item 4)
_HEADED_AT_END = re.compile(rf"(?P<title>.*\S)\s*[(\[](?:agenda\s+)?item\s+{_NUMBER}[)\]]", re.IGNORECASE)
_ENUMERATOR = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2})\.\s+")
_BODY = (
    r"(?:meeting|committee|commission|consultation|conference|council|group|workshop|participants|delegations|chair|co-chairs|forum"
    r"|body|plenary)"
)
# Lastly, the meeting considered … · The Group then turned to …: a matter that no item of the agenda covers.
_TURNS = re.compile(
    rf"(?:(?:lastly|finally|in\s+conclusion|in\s+closing|thereafter|subsequently)\b,?\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){{0,3}}?{_BODY}"
    rf"|the\s+(?:[\w-]+\s+){{0,2}}?{_BODY}\s+then)\s+(?:also\s+)?(?:considered|turned|moved|took\s+up|discussed|examined|addressed|adopted)\b",
    re.IGNORECASE,
)
# was adjourned · declared the workshop closed · closed the session · came to an end
_CLOSES = re.compile(
    rf"\b(?:(?:was|were|stood)\s+(?:adjourned|closed)|declared\s+(?:the\s+)?(?:[\w-]+\s+){{0,4}}?(?:closed|adjourned)"
    rf"|(?:closed|adjourned)\s+the\s+(?:[\w-]+\s+){{0,2}}?{_BODY}|(?:came|drew)\s+to\s+(?:an?\s+|its\s+)?(?:end|close)|the\s+meeting\s+rose)\b",
    re.IGNORECASE,
)


def read_agenda(
    scope: Scope, sections: Sequence[Section], paragraphs: Sequence[Paragraph]
) -> tuple[tuple[AgendaItem, ...], tuple[Paragraph, ...]]:
    """Return the agenda items in the order in which they are introduced, and the paragraphs with the item that each stands under.

    An item runs on through the paragraphs after the one that introduces it, until another is introduced, a heading intervenes, a
    paragraph turns to a matter without item, or the meeting is closed.
    """
    reader = _Reader(scope, sections)
    under = tuple(reader.place(paragraph) for paragraph in paragraphs)
    return tuple(reader.items.values()), under


class _Reader:
    """Follows a report from paragraph to paragraph; ``current`` is the item that the last one stood under."""

    def __init__(self, scope: Scope, sections: Sequence[Section]) -> None:
        self.scope = scope
        self.sections = {section.id: section for section in sections}
        self.items: dict[str, AgendaItem] = {}
        self.current: Id | None = None
        self.section: Id | None = None

    def place(self, paragraph: Paragraph) -> Paragraph:
        if paragraph.section != self.section:
            self.section, self.current = paragraph.section, self._headed(paragraph.section)
        for listed in find_listed_items(self.scope.text, paragraph.span.start, paragraph.span.end):
            self._item(listed)
        mentions = tuple(_introductions(self.scope.text, paragraph.span))
        first = find_sentences(self.scope.text, paragraph.span.start, paragraph.span.end)
        _, first_end = next(first)
        introduced = [(mention, self._item(mention)) for mention in mentions]
        opening = next((item for mention, item in introduced if mention.start < first_end), None)
        if opening is not None:
            self.current = opening
        elif _TURNS.match(paragraph.span.quote) or _CLOSES.search(paragraph.span.quote):
            self.current = None
        placed = replace(paragraph, agenda_item=self.current)
        if introduced:
            self.current = introduced[-1][1] if introduced[-1][0].start >= first_end else self.current
        if _CLOSES.search(paragraph.span.quote):
            self.current = None
        return placed

    def _headed(self, section: Id | None) -> Id | None:
        """Return the item that a heading introduces ("Agenda item 4: Finance")."""
        if section is None:
            return None
        heading = self.sections[section]
        match = _HEADED.fullmatch(heading.title) or _HEADED_AT_END.fullmatch(heading.title)
        if not match:
            return None
        title = _ENUMERATOR.sub("", match["title"], count=1).strip(' “”"') if match["title"] else None
        return self._item(ItemMention("".join(match["number"].split()), title or None, heading.span.start, heading.span.end))

    def _item(self, mention: ItemMention) -> Id:
        known = self.items.get(mention.number)
        if known is None or (known.title is None and mention.title):
            known = self._new(mention, len(self.items) + 1) if known is None else self._titled(known, mention)
            self.items[mention.number] = known
        return known.id

    def _new(self, mention: ItemMention, order: int) -> AgendaItem:
        parent = self.items.get(mention.number.rpartition("(")[0])
        return AgendaItem(
            id=self.scope.part("agenda-item", mention.number),
            document=self.scope.document.id,
            consultation=self.scope.document.consultation,
            number=mention.number,
            title=mention.title,
            order=order,
            span=self.scope.span(mention.start, mention.end),
            parent=parent.id if parent else None,
            chapter=self._chapter(mention),
        )

    def _titled(self, item: AgendaItem, mention: ItemMention) -> AgendaItem:
        span = self.scope.span(mention.start, mention.end)
        return replace(item, title=mention.title, span=span, chapter=self._chapter(mention))

    def _chapter(self, mention: ItemMention) -> Id | None:
        return self.scope.context.chapters.get(name_key(mention.title)) if mention.title else None


def _introductions(text: str, span: Span) -> Iterator[ItemMention]:
    """Yield the mentions of items in a paragraph that introduce them; others merely name an item."""
    for match in _ITEM.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - _LOOK_BACK) : match.start()]
        title = squeeze(match["title"]).rstrip(".,") if match["title"] else None
        if title is None and not _leads_in(match, before, whole=match.start() - span.start <= _LOOK_BACK):
            continue
        if title is None and match["plain"]:
            title = squeeze(match["plain"])
        if not _LOOKS_BACK.search(before):
            end = match.end() if title else max(match.end("number"), match.end("of"))
            yield ItemMention("".join(match["number"].split()), title, match.start(), end - text[match.start() : end].endswith(","))


def _leads_in(match: re.Match[str], before: str, *, whole: bool) -> bool:
    """Whether the words before an untitled item introduce it; ``whole`` tells that they reach back to the paragraph's beginning."""
    introduces = _INTRODUCES.search(before)
    if introduces is None or not (match["agenda"] or match["of"] or introduces.start() == 0):
        return False
    return whole or introduces.start() > 0
