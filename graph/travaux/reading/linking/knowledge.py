"""What the linking knows of a corpus before it reads a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from travaux.model.contents import Contents
from travaux.model.document import Question, Section
from travaux.model.theme import Theme
from travaux.model.treaty import Article, Chapter, Treaty


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The thesaurus, the guiding questions with the sections that they stand in, and the chapters and articles of the instrument.

    Anything may be missing: without themes and questions nothing is linked. The text of a question is its ``span.quote``.
    """

    themes: tuple[Theme, ...] = ()
    questions: tuple[Question, ...] = ()
    sections: tuple[Section, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    articles: tuple[Article, ...] = ()

    @classmethod
    def of(cls, themes: Iterable[Theme], documents: Iterable[Contents], treaty: Treaty) -> Self:
        """Gather what the documents of a corpus ask and what the treaty files tell, in the order given."""
        contents = tuple(documents)
        questions = tuple(question for document in contents for question in document.questions)
        holders = {question.section for question in questions}
        sections = tuple(section for document in contents for section in document.sections if section.id in holders)
        return cls(themes=tuple(themes), questions=questions, sections=sections, chapters=treaty.chapters, articles=treaty.articles)
