"""How a review names paragraphs and the statements in them."""

from __future__ import annotations

from collections.abc import Iterable

from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import digest
from travaux.reading.review.placing import Page, Region


def page_of(contents: Contents, text: str) -> Page:
    """Give the text of a document with its paragraphs, in which quotes can be looked for."""
    return Page(text, [Region(name_of(one), one.span.start, one.span.end) for one in contents.paragraphs])


def name_of(paragraph: Paragraph) -> str:
    """Give the name by which a review tells a paragraph: its printed number unless an earlier one has it, or its place among all."""
    place = f"block-{paragraph.order}"
    return place if paragraph.number is None or paragraph.id.endswith(f"/paragraph/{place}") else paragraph.number


def key_for(paragraph: Paragraph, quote: str, taken: Iterable[str]) -> str:
    """Make the key of a new statement from the number of its paragraph and its quote, as no other statement of the document has it."""
    number = "".join(letter if letter.isalnum() else "-" for letter in name_of(paragraph))
    mark = digest(quote)
    known = set(taken)
    return next(key for length in range(4, 17) if (key := f"{number}-{mark[:length]}") not in known)
