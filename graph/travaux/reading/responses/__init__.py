"""Answers to a consultation: from a table to a text with exact places, and to what it contains."""

from __future__ import annotations

from travaux.reading.responses.answers import LONGEST_ANSWER, Answer, Given, count_silent, read_given
from travaux.reading.responses.document import read_response_text, read_responses
from travaux.reading.responses.writing import Written, write_text

__all__ = [
    "LONGEST_ANSWER",
    "Answer",
    "Given",
    "Written",
    "count_silent",
    "read_given",
    "read_response_text",
    "read_responses",
    "write_text",
]
