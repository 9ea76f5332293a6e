"""What stands in the columns of a table of answers, from their headings, as far as these are clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from travaux.errors import ExchangeError
from travaux.model.identity import name_key
from travaux.model.responses import Asked
from travaux.reading.tables import Table

_PRIVATE = re.compile(r"\b(?:e-?mails?|phone|telephone|tel|mobile|fax|ip|postcode|zip|street|birth|age|gender)\b", re.IGNORECASE)
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "respondent": (
        r"(?:(?:full |your |respondent |participant |submitter )?name|name of (?:the )?(?:respondent|participant))",
        r"(?:respondents?|participants?|submitted by|author|states?|member states?|delegations?)",
        r"(?:respondent|response|submission|participant)?[ _]?(?:id|number|no\.?)",
    ),
    "organization": (r"(?:(?:name of )?(?:your |the )?)?(?:organi[sz]ations?(?: name)?|affiliation|institution|company|entity)",),
    "question": (r"questions?(?: text| asked| number)?",),
    "answer": (r"(?:your )?(?:answers?|responses?|comments?|repl(?:y|ies))(?: text)?",),
}
# Q3. · Question 3: · 3) · Q3
_NUMBERED = re.compile(
    r"(?P<word>question|q)?\s*\.?\s*(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)(?:\s*[.):–—-]\s*|\s+|$)(?P<rest>.*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that asks: its number if it begins with one, and its words without it."""

    text: str
    number: str | None
    words: str


def read_heading(text: str) -> Heading:
    """Read the number of a question and its words.

    >>> read_heading("Q3. Who pays?"), read_heading("Scope")
    (Heading(text='Q3. Who pays?', number='3', words='Who pays?'), Heading(text='Scope', number=None, words='Scope'))
    """
    found = _NUMBERED.match(text)
    if found is None or (not found["word"] and found["rest"] and found["rest"][:1].islower()):
        return Heading(text, None, text)
    return Heading(text, found["number"].lower(), found["rest"].strip())


def is_private(column: str) -> bool:
    """Whether a heading names what no column of answers or names is: e-mail addresses, telephone numbers, ages."""
    return bool(_PRIVATE.search(column)) and not asks(column)


def asks(column: str) -> bool:
    """Whether a heading is a question: it ends as one, or begins with the number of one."""
    return column.rstrip().endswith("?") or (read_heading(column).number is not None)


def find_column(table: Table, use: str, taken: Iterable[str]) -> str | None:
    """Find the column whose heading is clearly one for this use: of several the one that says it best, names before numbers."""
    known = set(taken)
    free = [one for one in table.columns if one not in known]
    matching = (one for form in _HEADINGS[use] for one in free if re.fullmatch(form, one.strip(" *:"), re.IGNORECASE))
    return next(matching, None)


def match_questions(headings: Sequence[str], known: Sequence[Asked], where: str) -> dict[str, str | None]:
    """Lead from each heading to the number of the question that it asks, by its words or else its number; ``None`` if it is none.

    ``known`` are the questions with their words. Raises ``ExchangeError`` where a heading has the number of one question and the words
    of another.
    """
    by_words = {name_key(one.heading): one.number for one in known}
    by_number = {one.number.lower(): one.number for one in known}
    found: dict[str, str | None] = {}
    for text in headings:
        heading = read_heading(text)
        words = by_words.get(name_key(heading.words)) or by_words.get(name_key(text))
        number = by_number.get(heading.number or "")
        if words and number and words != number:
            what = f"{text[:80]!r} has the number of question {number} and the words of question {words}"
            raise ExchangeError(what, where=where, hint="Mend the heading.")
        found[text] = words or number
    return found


def number_questions(headings: Sequence[str], name: str) -> tuple[Asked, ...]:
    """Give numbers to questions that are a table's own, after the name of its document: ``survey-1``.

    They are those that the questions give themselves if each does so differently. No guiding question has such a number.
    """
    own = [read_heading(text).number for text in headings]
    numbers = own if all(own) and len(set(own)) == len(own) else range(1, len(own) + 1)
    return tuple(Asked(heading=text, number=f"{name}-{number}") for text, number in zip(headings, numbers, strict=True))
