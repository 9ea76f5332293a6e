"""How Akoma Ntoso names documents and the parts of documents."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field

from travaux.model.document import Document

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""Akoma Ntoso 1.0, whose namespace ends in 3.0."""
COUNTRY = "un"
"""The United Nations take the place of a country in names of documents."""
UNKNOWN_DAY = dt.date(1, 1, 1)
"""Stands where the format wants a day and nobody has given one."""

_OFFICIAL = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
_OTHERS = {"de": "deu", "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "sv": "swe", "tr": "tur", "uk": "ukr"}
_THREE_LETTERS = _OFFICIAL | _OTHERS
_UNDETERMINED = "und"
_LONGEST_TWO = 2


def to_camel(words: str) -> str:
    """Write a name of several words as Akoma Ntoso does.

    >>> to_camel("concept-note")
    'conceptNote'
    """
    first, *others = words.split("-")
    return first + "".join(word.capitalize() for word in others)


def to_language(tag: str) -> str:
    """Give the three letters of ISO 639-2 for a language tag, ``und`` if they are not known here.

    >>> to_language("pt-BR"), to_language("swh"), to_language("xx")
    ('por', 'swh', 'und')
    """
    primary = tag.partition("-")[0].lower()
    return _THREE_LETTERS.get(primary, primary if len(primary) > _LONGEST_TWO else _UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a document on the three levels: as a work, as its expression in a language, as this file."""

    work: str
    expression: str
    manifestation: str

    @classmethod
    def of(cls, document: Document, day: dt.date) -> Names:
        """Name a document of that day; its own short name is the number, so that no two documents of a corpus share a name."""
        work = f"/akn/{COUNTRY}/doc/{to_camel(document.kind.value)}/{day.isoformat()}/{document.name}"
        expression = f"{work}/{to_language(document.language)}@{day.isoformat()}"
        return cls(work, expression, f"{expression}.xml")


@dataclass(slots=True)
class ElementNames:
    """Gives names (``eId``) to the elements of one document, none twice."""

    _given: Counter[str] = field(default_factory=Counter)

    def name(self, short: str, number: str | None = None, within: str = "") -> str:
        """Name an element by its short form and its number, or by counting those without one; ``within`` is the name around it.

        >>> names = ElementNames()
        >>> names.name("para", "2(a)", "sec_1"), names.name("p", within="para_1"), names.name("p", within="para_1")
        ('sec_1__para_2-a', 'para_1__p_1', 'para_1__p_2')
        """
        prefix = f"{within}__{short}" if within else short
        bare = "" if number is None else re.sub(r"[\W_]+", "-", number).strip("-")
        if not bare:
            return self._counted(prefix)
        return self.only(f"{prefix}_{bare}")

    def only(self, name: str) -> str:
        """Return a name as it is if it is free, else with a number behind it."""
        self._given[name] += 1
        return name if self._given[name] == 1 else self._counted(name)

    def _counted(self, prefix: str) -> str:
        while True:
            self._given[f"{prefix} "] += 1
            counted = f"{prefix}_{self._given[f'{prefix} ']}"
            if not self._given[counted]:
                self._given[counted] = 1
                return counted
