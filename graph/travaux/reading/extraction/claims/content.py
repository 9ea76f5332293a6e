"""A content on its way to a claim."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.language.sentence import Sentence

_ASKS = frozenset({Act.PROPOSE, Act.RECOMMEND, Act.CALL_FOR})


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a sentence that make a content, the frame that governs them, and the stance toward them."""

    sentence: Sentence
    words: Words
    frame: Frame
    stance: Stance

    def text(self, first: int | None = None, last: int | None = None) -> str:
        """Return the words ``first``..``last`` of the sentence as plain text, without numbers the content's own."""
        start, end = self.words[0] if first is None else first, self.words[1] if last is None else last
        return " ".join(self.sentence.between(start, end).split()) if start <= end else ""

    @property
    def tag(self) -> str:
        """The tag of the first word."""
        return self.sentence.tags[self.words[0]]

    @property
    def asks(self) -> bool:
        """Whether the cue asks for it: proposes, recommends or calls for."""
        return self.frame.reading.act in _ASKS

    @property
    def denied(self) -> bool:
        """Whether the cue itself rejects what the words say (*did not agree that X*, *disputed that X*)."""
        return self.frame.negated != (self.frame.reading.stance is Stance.OPPOSES)

    @property
    def should(self) -> str:
        """The norm that the speakers hold of what the words name."""
        return "should not" if self.stance is Stance.OPPOSES else "should"


def lower(text: str) -> str:
    """Write the first letter small, unless it begins an acronym, a name of two capitals or a quotation."""
    return text if text[1:2].isupper() or text[:1] == '"' else text[:1].lower() + text[1:]
