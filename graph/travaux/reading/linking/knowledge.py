"""What the linking knows of a corpus before it reads a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from travaux.model.contents import Contents
from travaux.model.document import Question, Section
from travaux.model.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The thesaurus, and the guiding questions with the sections that they stand in.

    Anything may be missing: without themes and questions nothing is linked. The text of a question is its ``span.quote``; its chapter, and
    that of an agenda item, stand in the records themselves.
    """

    themes: tuple[Theme, ...] = ()
    questions: tuple[Question, ...] = ()
    sections: tuple[Section, ...] = ()

    @classmethod
    def of(cls, themes: Iterable[Theme], documents: Iterable[Contents]) -> Self:
        """Gather the questions of the documents of a corpus, in the order given."""
        contents = tuple(documents)
        questions = tuple(question for document in contents for question in document.questions)
        holders = {question.section for question in questions}
        sections = tuple(section for document in contents for section in document.sections if section.id in holders)
        return cls(themes=tuple(themes), questions=questions, sections=sections)
