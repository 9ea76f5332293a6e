"""Where a statement stands: its sentence without what other statements say there, its agenda item or section, the chapter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.model.argument import Statement
from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import Id
from travaux.model.sentences import find_sentences


@dataclass(frozen=True, slots=True)
class Topic:
    """What a paragraph is under: the title printed over it and the chapter of the instrument with the same title."""

    title: str | None = None
    chapter: Id | None = None


class Surroundings:
    """Finds where the statements of one document stand."""

    def __init__(self, contents: Contents, statements: Iterable[Statement]) -> None:
        self._paragraphs = {paragraph.id: paragraph for paragraph in contents.paragraphs}
        self._topics = _topics(contents)
        self._sentences: dict[Id, list[tuple[int, int]]] = {}
        self._left: dict[tuple[Id, int], str] = {}
        self._said: dict[Id, list[tuple[int, int]]] = defaultdict(list)
        for statement in statements:
            spans = (statement.span, statement.rationale, statement.condition, statement.contrast)
            self._said[statement.paragraph] += [(span.start, span.end) for span in spans if span is not None]

    def topic(self, statement: Statement) -> Topic:
        """Return what the statement's paragraph is under; empty if the document does not tell."""
        return self._topics.get(statement.paragraph, Topic())

    def sentence(self, statement: Statement) -> str:
        """Return the sentence around the quote, without what any statement says or gives as its ground; empty if unknown."""
        paragraph = self._paragraphs.get(statement.paragraph)
        if paragraph is None or not paragraph.span.start <= statement.span.start < paragraph.span.end:
            return ""
        start, end = self._around(paragraph, statement.span.start)
        if (paragraph.id, start) not in self._left:
            kept, at = [], start
            for first, last in sorted(span for span in self._said[paragraph.id] if start <= span[0] < end):
                kept.append(_cut(paragraph, at, first))
                at = max(at, last)
            self._left[paragraph.id, start] = " ".join([*kept, _cut(paragraph, at, end)])
        return self._left[paragraph.id, start]

    def _around(self, paragraph: Paragraph, place: int) -> tuple[int, int]:
        sentences = self._sentences.get(paragraph.id)
        if sentences is None:
            begin, text = paragraph.span.start, paragraph.span.quote
            sentences = [(begin + start, begin + end) for start, end in find_sentences(text, 0, len(text))]
            self._sentences[paragraph.id] = sentences
        return next((found for found in sentences if found[0] <= place < found[1]), (place, place))


def _cut(paragraph: Paragraph, start: int, end: int) -> str:
    return paragraph.span.quote[start - paragraph.span.start : max(start, end) - paragraph.span.start]


def _topics(contents: Contents) -> dict[Id, Topic]:
    """Name the topic of each paragraph: its agenda item, else its section; a lettered item without chapter has that of its parent."""
    items = {item.id: item for item in contents.agenda_items}
    sections = {section.id: section for section in contents.sections}
    topics = {}
    for paragraph in contents.paragraphs:
        item = items.get(paragraph.agenda_item) if paragraph.agenda_item else None
        section = sections.get(paragraph.section) if paragraph.section else None
        holder = item if item is not None and (item.title or item.chapter or section is None) else section
        if holder is not None:
            topics[paragraph.id] = Topic(holder.title, holder.chapter)
    return topics
