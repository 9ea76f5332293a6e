"""Paragraphs and sections: what the layout found, as records."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.model.document import Paragraph, Section
from travaux.model.identity import Id, name_key
from travaux.reading.structure.headings import bare_title
from travaux.reading.structure.layout import Layout, Passage
from travaux.reading.structure.pieces import Piece
from travaux.reading.structure.scope import Scope, squeeze


def read_sections(scope: Scope, layout: Layout) -> tuple[Section, ...]:
    """Return the headed parts of a document in order; the span of each is its heading without marks.

    A heading belongs to the chapter of the instrument that has the same title, read without enumerator, case and punctuation.
    """
    return tuple(_section(scope, order, piece) for order, piece in enumerate(layout.headings, start=1))


def _section(scope: Scope, order: int, piece: Piece) -> Section:
    span = scope.span(piece.start, piece.end)
    title = squeeze(span.quote)
    chapters = scope.context.chapters
    chapter = chapters.get(name_key(title)) or chapters.get(name_key(bare_title(title)))
    return Section(id=scope.part("section", str(order)), document=scope.document.id, order=order, title=title, span=span, chapter=chapter)


def read_paragraphs(scope: Scope, layout: Layout, sections: Sequence[Section]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document in order, numbered or not, without the lines of its title.

    The span of a numbered paragraph begins after the printed number, so that its quote reads as text; the number is a field.
    It runs to the paragraph's last character, over page breaks and blank lines inside. Where a number is printed more than once, the
    first paragraph that bears it has its identifier and the others are identified by their order, as unnumbered ones are.
    """
    taken: set[str] = set()
    paragraphs: list[Paragraph] = []
    for order, passage in enumerate(layout.passages, start=1):
        section = sections[passage.heading].id if passage.heading is not None else None
        paragraphs.append(_paragraph(scope, order, passage, section, repeated=passage.printed in taken))
        taken |= {passage.printed} if passage.printed else set()
    return tuple(paragraphs)


def _paragraph(scope: Scope, order: int, passage: Passage, section: Id | None, *, repeated: bool) -> Paragraph:
    name = passage.printed if passage.printed and not repeated else f"block-{order}"
    return Paragraph(
        id=scope.part("paragraph", name),
        document=scope.document.id,
        order=order,
        span=scope.span(passage.start, passage.end),
        number=passage.printed,
        section=section,
    )
