"""What a reviewer may refer to in a document: its paragraphs, and the names that stand for something there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from travaux.cli.reviewing.typed import Value, check_known
from travaux.reading.review.paragraphs import name_of

if TYPE_CHECKING:
    from travaux.model.document import Paragraph
    from travaux.pipeline.desk import Desk

_KINDS = {"themes": "theme", "questions": "question", "partial_questions": "question", "position": "position", "actors": "actor"}


def get_paragraph(desk: Desk, document: str, name: str) -> Paragraph:
    """Get a paragraph by its printed number; ``ReviewError`` with the nearest if there is none."""
    paragraphs = {name_of(one): one for one in desk.report(document).contents.paragraphs}
    check_known("paragraph", [name], paragraphs)
    return paragraphs[name]


def check_names(desk: Desk, document: str, field: str, value: Value) -> None:
    """Refuse names that stand for nothing in a field of a statement; ``ReviewError`` with the nearest that do."""
    if field in _KINDS and not isinstance(value, bool):
        kind = _KINDS[field]
        check_known(kind, (value,) if isinstance(value, str) else value, _known(desk, document, kind))


def _known(desk: Desk, document: str, kind: str) -> Iterable[str]:
    if kind == "position":
        return desk.positions()
    vocabulary = desk.vocabulary(document)
    return {"theme": vocabulary.themes, "question": vocabulary.questions, "actor": vocabulary.actors}[kind]
