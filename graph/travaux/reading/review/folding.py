"""Texts without what a typist may change."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

_MARKS = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "`": "'",
    "‐": "-",
    "\u2011": "-",
    "–": "-",
    "—": "-",
    "\u2212": "-",
}
_MARKUP = "*_"
_UNSEEN = frozenset({"Cf", "Mn"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without case, accents, kinds of quotation marks and dashes, runs of white space, spaces around dashes, marks of emphasis.

    ``offsets`` lead from its characters to those of the text that it was made of.
    """

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, first: int = 0) -> Folded:
        """Fold a text whose first character is the character ``first`` of a document."""
        letters: list[str] = []
        offsets: list[int] = []
        for place, character in enumerate(text, first):
            for letter in _fold(character):
                last = letters[-1] if letters else " "
                if letter == "-" and last == " " and letters:
                    letters[-1], offsets[-1] = letter, place
                elif not (letter == " " and last in " -") and not letter == last == "-":
                    letters.append(letter)
                    offsets.append(place)
        while letters and letters[-1] == " ":
            letters.pop()
            offsets.pop()
        return cls("".join(letters), tuple(offsets))

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Give the characters of the document that some of its characters stand for."""
        return self.offsets[start], self.offsets[end - 1] + 1


@cache
def _fold(character: str) -> str:
    if character.isspace():
        return " "
    if character in _MARKUP or character in _MARKS:
        return _MARKS.get(character, "")
    plain = unicodedata.normalize("NFKD", character)
    return "".join(letter for letter in plain if unicodedata.category(letter) not in _UNSEEN).casefold()


def fold(text: str) -> str:
    """Fold a text whose place does not matter."""
    return Folded.of(text).text
