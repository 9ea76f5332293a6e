"""Words as they are printed in a paragraph, however they were typed, and which of several places is meant."""

from __future__ import annotations

from difflib import SequenceMatcher

from travaux.errors import ReviewError
from travaux.model.document import Paragraph
from travaux.reading.review.folding import Folded
from travaux.reading.review.paragraphs import name_of

_BEFORE = 40


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
