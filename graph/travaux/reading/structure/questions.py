"""The guiding questions of a concept note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from travaux.model.document import Paragraph, Question, Section
from travaux.model.identity import Id
from travaux.model.schemes import DocumentKind
from travaux.reading.structure.scope import Scope


def read_questions(scope: Scope, sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> tuple[Question, ...]:
    """Return the questions of a concept note in order; other documents have none.

    A question is a numbered paragraph that asks something, or that stands in a section in which most numbered paragraphs do. Its span
    is the whole text after the number, of however many sentences.
    """
    if scope.document.kind is not DocumentKind.CONCEPT_NOTE:
        return ()
    numbered = [paragraph for paragraph in paragraphs if paragraph.number is not None]
    asking = Counter(paragraph.section for paragraph in numbered if "?" in paragraph.span.quote)
    counted = Counter(paragraph.section for paragraph in numbered)
    chosen = [
        paragraph for paragraph in numbered if "?" in paragraph.span.quote or 2 * asking[paragraph.section] > counted[paragraph.section]
    ]
    chapters = {section.id: section.chapter for section in sections}
    taken: set[str] = set()
    questions: list[Question] = []
    for order, paragraph in enumerate(chosen, start=1):
        number = paragraph.number or ""
        name = number if number not in taken else f"block-{paragraph.order}"
        taken.add(number)
        questions.append(_question(scope, paragraph, order, name, chapters))
    return tuple(questions)


def _question(scope: Scope, paragraph: Paragraph, order: int, name: str, chapters: dict[Id, Id | None]) -> Question:
    return Question(
        id=scope.part("question", name),
        document=scope.document.id,
        number=paragraph.number or name,
        order=order,
        span=paragraph.span,
        section=paragraph.section,
        chapter=chapters[paragraph.section] if paragraph.section else None,
        consultation=scope.document.consultation,
    )
