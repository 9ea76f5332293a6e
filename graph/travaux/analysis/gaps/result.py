"""Gaps as records."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.gaps.kinds import GapKind
from travaux.analysis.searched import Searched
from travaux.analysis.tables import Tabular
from travaux.model.identity import Id
from travaux.model.store import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The exact words of a document."""

    document: str
    document_title: str
    paragraph: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that nothing in the record fills, or little.

    ``name`` is what it is called (``question 10``, ``article 6: Illegal access``; a theme, a claim), ``within`` what it is a part of (a
    chapter, a consultation, a version). ``nearly`` says what there is nevertheless, with ``count`` of it: statements that answer a
    question in part, places that mention a provision outside of statements, paragraphs under an agenda item, statements of a position or
    theme. ``is_unverified`` tells that the name rests on recollection. ``told`` is the paragraph under an agenda item, if there is only
    one: it may say that nothing was said.
    """

    id: Id
    name: str
    within: str | None = None
    nearly: str | None = None
    count: int = 0
    is_unverified: bool = False
    words: Quoted | None = None
    told: Quoted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapSection:
    """The gaps of one kind: ``total`` of them among ``among`` things looked at, and the first of these."""

    kind: GapKind
    total: int
    among: int
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps(Tabular):
    """What the record does not hold, by kind, and what was searched for it. Not found is not the same as not said."""

    searched: Searched
    sections: tuple[GapSection, ...] = ()

    def to_table(self) -> Table:
        """Give a row for each gap."""
        rows = tuple((section.kind.value, *_row(gap)) for section in self.sections for gap in section.gaps)
        return Table(variables=("kind", "name", "within", "nearly", "count", "unverified", *_WORDS, "id"), rows=rows)


_WORDS = ("document", "paragraph", "quote", "start", "end")


def _row(gap: Gap) -> tuple[str | int | bool | None, ...]:
    words = gap.words
    where = (words.document, words.paragraph, words.quote, words.start, words.end) if words else (None,) * len(_WORDS)
    return (gap.name, gap.within, gap.nearly, gap.count, gap.is_unverified, *where, gap.id)
