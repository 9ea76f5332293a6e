"""What a reviewer may refer to: the paragraphs and names of a corpus, and why rules linked what they proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from travaux.cli.reviewing.typed import check_known
from travaux.errors import ReviewError
from travaux.model.document import Paragraph
from travaux.model.identity import Id
from travaux.reading.review.folding import Folded
from travaux.reading.review.paragraphs import name_of

if TYPE_CHECKING:
    from travaux.cli.reviewing.typed import Value
    from travaux.model.argument import Link
    from travaux.model.corpus import Corpus

_KINDS = {"themes": "theme", "questions": "question", "partial_questions": "question", "position": "position", "actors": "actor"}
_BEFORE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The paragraphs of each document by name, the names that a corpus knows by kind, and the links of proposals by statement."""

    paragraphs: Mapping[str, Mapping[str, Paragraph]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    links: Mapping[Id, tuple[Link, ...]] = field(default_factory=dict)

    def get_paragraph(self, document: str, name: str) -> Paragraph:
        """Get a paragraph by its printed number; ``ReviewError`` if there is none."""
        found = self.paragraphs.get(document, {}).get(name)
        if found is None:
            check_known("paragraph", [name], self.paragraphs.get(document, {}))
            raise ReviewError(f"there is no paragraph {name!r}", where=document)
        return found

    def check_names(self, name: str, value: Value | None, positions: Mapping[str, str]) -> None:
        """Refuse names that stand for nothing in the field ``name``."""
        if name in _KINDS and value and not isinstance(value, bool):
            kind = _KINDS[name]
            known = frozenset(positions) if kind == "position" else self.names.get(kind, frozenset())
            check_known(kind, (value,) if isinstance(value, str) else value, known)


def read_register(corpus: Corpus) -> Register:
    """Read the register of a corpus from its published graph; ``StoreError`` if there is none."""
    from travaux.model.argument import Link
    from travaux.model.consultation import Organization, Person, State
    from travaux.model.document import Question
    from travaux.model.theme import Theme
    from travaux.pipeline.workspace import get_built
    from travaux.rdf.store import open_store
    from travaux.rdf.stored import find_records

    base = corpus.base
    with open_store(get_built(corpus.folder).store, read_only=True) as store:
        links: dict[Id, list[Link]] = {}
        for link in find_records(store, Link, base):
            links.setdefault(link.statement, []).append(link)
        return Register(
            paragraphs={
                one.name: {name_of(paragraph): paragraph for paragraph in find_records(store, Paragraph, base, document=one.id)}
                for one in corpus.documents
            },
            names={
                "theme": frozenset(theme.name for theme in find_records(store, Theme, base)),
                "question": frozenset(question.number for question in find_records(store, Question, base)),
                "actor": frozenset(one.name for one in find_records(store, Person, base))
                | frozenset(one.name for one in find_records(store, Organization, base))
                | frozenset(one.name for one in find_records(store, State, base)),
            },
            links={statement: tuple(held) for statement, held in links.items()},
        )


def printed_words(words: str, paragraph: Paragraph) -> str:
    """Give words as they are printed in a paragraph, whatever their case, spaces and quotation marks were typed like.

    ``ReviewError`` with the nearest words if they do not stand there.
    """
    text = paragraph.span.quote
    if words in text:
        return words
    page, wanted = Folded.of(text), Folded.of(words).text
    at = page.text.find(wanted) if wanted else -1
    if at < 0:
        near = _nearest(wanted, page, text)
        hint = f"The nearest words there: {near}" if near else "Words must be typed as they are printed in the paragraph."
        raise ReviewError(f"these words do not stand in paragraph {name_of(paragraph)}: {words}", hint=hint)
    first, last = page.to_source(at, at + len(wanted))
    return text[first:last]


def _nearest(wanted: str, page: Folded, text: str) -> str | None:
    match = SequenceMatcher(None, wanted, page.text, autojunk=False).find_longest_match()
    if match.size < min(4, len(wanted)):
        return None
    start = max(match.b - match.a, 0)
    end = min(start + len(wanted), len(page.text))
    while start > 0 and page.text[start - 1] != " ":
        start -= 1
    while end < len(page.text) and page.text[end] != " ":
        end += 1
    first, last = page.to_source(start, end)
    return " ".join(text[first:last].split()) or None


def context_of(quote: str, paragraph: Paragraph, near: int) -> tuple[str | None, int]:
    """Give the words before a quote and how often it stands in its paragraph; of several the one nearest to a character is meant.

    There are no words if it stands there once, or right at the start.
    """
    text, places, at = paragraph.span.quote, list[int](), -1
    while (at := text.find(quote, at + 1)) >= 0:
        places.append(at)
    if len(places) < 2:  # noqa: PLR2004, once is plain
        return None, len(places)
    start = min(places, key=lambda place: abs(paragraph.span.start + place - near))
    return text[max(0, start - _BEFORE) : start].lstrip() or None, len(places)
