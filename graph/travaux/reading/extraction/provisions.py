"""Which provisions a statement cites: in its own words, in the topic before it, and by words that point back to one."""

from __future__ import annotations

import re
from collections.abc import Iterable
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

    def of(self, paragraph: Id, text: str, places: Iterable[tuple[int, int]], before: int) -> tuple[Reference, ...]:
        """Return what a statement cites, in order, each target once.

        ``places`` are the characters that are the statement's own (topic, quote, reason …). If they cite nothing but point back, the
        provisions that the sentence with the last citation before the character ``before`` cites are meant.
        """
        cited = self._by_paragraph.get(paragraph, [])
        places = sorted(places)
        own = [one for one in cited if any(start <= one.span.start < end for start, end in places)]
        if not own and any(_POINTS_BACK.search(text, start, end) or text[start:end].lower().startswith("its ") for start, end in places):
            earlier = [one for one in cited if one.span.end <= before]
            own = [one for one in earlier if not _sentence_ends(text, one.span.end, earlier[-1].span.start)]
        return tuple({one.target: one for one in own}.values())


def _sentence_ends(text: str, first: int, last: int) -> bool:
    return bool(re.search(r"[.;] +[A-Z]", text[first:last]))
