"""The text that is stored for a table of answers: the questions, then each respondent with the answers under their questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from travaux.model.responses import Asked
from travaux.model.text import Block, BlockKind, SourceText
from travaux.reading.formats.decoding import control_warnings
from travaux.reading.responses.answers import Answer, Given

Place = tuple[int, int]
_LINE = re.compile(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]")
_BULLET = re.compile(r"[-*•–]\s")


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """An answer, the place of the question over it, and those of its paragraphs."""

    answer: Answer
    heading: Place
    paragraphs: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class WrittenRespondent:
    """A respondent, the place of the name over the answers, and these."""

    given: Given
    heading: Place
    answers: tuple[WrittenAnswer, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it is stored, and where in it everything stands that it was written from."""

    source: SourceText
    questions: tuple[tuple[Asked, Place], ...]
    respondents: tuple[WrittenRespondent, ...]


@dataclass(slots=True)
class _Text:
    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def write(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Place:
        """Write a block and the blank line after it."""
        start, end = self.length, self.length + len(words)
        self.pieces += [words, "\n\n"]
        self.length = end + 2
        self.blocks.append(Block(kind=kind, start=start, end=end, level=level))
        return start, end


def write_text(questions: Sequence[Asked], given: Sequence[Given]) -> Written:
    """Write the text of a table; the same table always gives the same text.

    Answers are as they stand in the table, but that their lines end in one way: a line that does not go on with the one before it is a
    paragraph of its own. A respondent without a name is called by the number of its place: ``Respondent 17``.
    """
    text = _Text()
    asked = tuple((one, text.write(one.heading, BlockKind.HEADING, 1)) for one in questions)
    respondents = tuple(_respondent(text, number, one) for number, one in enumerate(given, start=1))
    written = "".join(text.pieces).removesuffix("\n")
    return Written(SourceText(text=written, blocks=tuple(text.blocks), warnings=tuple(control_warnings(written))), asked, respondents)


def _respondent(text: _Text, number: int, given: Given) -> WrittenRespondent:
    heading = text.write(given.heading or f"Respondent {number}", BlockKind.HEADING, 1)
    return WrittenRespondent(given, heading, tuple(_answer(text, answer) for answer in given.answers))


def _answer(text: _Text, answer: Answer) -> WrittenAnswer:
    heading = text.write(answer.asked.heading, BlockKind.HEADING, 2)
    return WrittenAnswer(answer, heading, tuple(text.write(paragraph) for paragraph in divide(answer.text)))


def divide(answer: str) -> tuple[str, ...]:
    r"""Divide an answer into paragraphs at its line breaks; a line that begins in lower case goes on with the one before.

    >>> divide("We agree.\r\nBut the\nscope is wide.\n\n- One")
    ('We agree.', 'But the\nscope is wide.', '- One')
    """
    return tuple(_paragraphs(answer))


def _paragraphs(answer: str) -> Iterator[str]:
    held: list[str] = []
    for line in (one.strip() for one in _LINE.split(answer)):
        if held and (not line or not line[0].islower() or _BULLET.match(line)):
            yield "\n".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield "\n".join(held)
