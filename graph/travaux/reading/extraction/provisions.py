"""Which provisions a statement cites: in its own words, in the topic before it, and by words that point back to one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from travaux.model.contents import Contents
from travaux.model.document import Reference
from travaux.model.identity import Id
from travaux.model.schemes import ReferenceKind

_POINTS_BACK = re.compile(
    r"\b(?:(?:this|that|these|those|the (?:said|mentioned|aforementioned|above-mentioned|latter|same)) "
    r"(?:draft )?(?:provisions?|articles?|paragraphs?|scope|clauses?)|the provisions?|such an? (?:\w+ )?scope"
    r"|(?:\w+ing|delete|move|make|keep|retain|remove|amend|replace|limit) it)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;] +[A-Z]")
_CITED = frozenset({ReferenceKind.ARTICLE, ReferenceKind.PREAMBULAR_PARAGRAPH})


@dataclass
class Citations:
    """Finds the citations of one document's statements in the order of its text."""

    contents: Contents
    _by_paragraph: dict[Id, list[Reference]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for reference in self.contents.references:
            if reference.kind in _CITED and reference.paragraph is not None:
                self._by_paragraph.setdefault(reference.paragraph, []).append(reference)
        for cited in self._by_paragraph.values():
            cited.sort(key=lambda one: one.span.start)

    def of(self, paragraph: Id, text: str, places: Sequence[tuple[int, int]], before: int) -> tuple[Reference, ...]:
        """Return what a statement cites, in order, each target once.

        ``places`` are the characters that are the statement's own (topic, quote, reason …). If they cite nothing but point back, the
        provisions that the sentence with the last citation before the character ``before`` cites are meant.
        """
        cited = self._by_paragraph.get(paragraph, [])
        own = [one for start, end in sorted(places) for one in cited[_first_from(cited, start) : _first_from(cited, end)]]
        if not own and any(_POINTS_BACK.search(text, start, end) or text[start:end].lower().startswith("its ") for start, end in places):
            own = _cited_together(text, cited[: _first_from(cited, before)])
        return tuple({one.target: one for one in sorted(own, key=lambda one: one.span.start)}.values())


def _first_from(cited: list[Reference], character: int) -> int:
    """Return the place of the first citation that begins at a character or after it."""
    return bisect_left(cited, character, key=lambda one: one.span.start)


def _cited_together(text: str, earlier: list[Reference]) -> list[Reference]:
    """Return the last of some citations with those before it in the same sentence."""
    together: list[Reference] = []
    for one in reversed(earlier):
        if together and _SENTENCE_END.search(text, one.span.end, together[-1].span.start):
            break
        together.append(one)
    return together[::-1]
