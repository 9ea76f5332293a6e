"""How a review names paragraphs and the statements in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import Id, digest
from travaux.model.responses import Respondent
from travaux.reading.review.placing import Page, Region


def page_of(contents: Contents, text: str) -> Page:
    """Give the text of a document with its paragraphs, in which quotes can be looked for."""
    voices = voices_of(contents)
    return Page(text, [Region(name_of(one), one.span.start, one.span.end, _voice(voices, one)) for one in contents.paragraphs])


def voices_of(contents: Contents) -> dict[Id, Respondent]:
    """Lead from each response of a document to whoever gave it."""
    respondents = {one.id: one for one in contents.respondents}
    return {one.id: respondents[one.respondent] for one in contents.responses}


def _voice(voices: Mapping[Id, Respondent], paragraph: Paragraph) -> str | None:
    return voices[paragraph.response].span.quote if paragraph.response else None


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
