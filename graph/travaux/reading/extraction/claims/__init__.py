"""Claims: one readable sentence that says what the speakers hold."""

from __future__ import annotations

import re

from travaux.model.schemes import Stance
from travaux.reading.extraction.claims.clauses import is_clause, lead_of, render_clause
from travaux.reading.extraction.claims.content import Content
from travaux.reading.extraction.claims.nouns import render_noun
from travaux.reading.extraction.claims.verbs import render_gerund, render_infinitive
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.language.sentence import Sentence

__all__ = ["render_claim", "shares_clause"]

_SPACED = re.compile(r'\s+(["”,.;:])(?=\s|$)')


def render_claim(sentence: Sentence, frame: Frame, words: Words, stance: Stance) -> str:
    """Write a content as a sentence in the words of the report.

    Clauses stay as they are and get back the subject that a coordination shares (*it should A and should B*); noun phrases, gerunds and
    infinitives get the norm that the cue implies (*called for limiting X* → *X should be limited*). What is opposed is denied, so that
    the claim is what the speakers hold, never what they reject.
    """
    text = _SPACED.sub(r"\1", _render(Content(sentence, words, frame, stance)).strip(" ,;:")).rstrip(" .")
    return text[:1].upper() + text[1:] + "."


def shares_clause(sentence: Sentence, frame: Frame, words: Words) -> bool:
    """Whether a content has its subject, or its verb, in the content before it (*should include A as well as B*)."""
    return words[0] > frame.content[0] and bool(lead_of(Content(sentence, words, frame, Stance.NEUTRAL)))


def _render(content: Content) -> str:
    if content.frame.reading.complement == "infinitive":
        return render_infinitive(content)
    if shares_clause(content.sentence, content.frame, content.words):
        return f"{lead_of(content)} {content.text()}"
    if is_clause(content):
        return render_clause(content)
    if content.tag == "MD":
        return f"This {content.text()}"
    return render_gerund(content) if content.tag == "VBG" else render_noun(content)
