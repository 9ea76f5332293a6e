"""Statements in words: what was said, where it stands, who holds it and how widely."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.heard import Heard
from travaux.views.wording import PREVALENCE_WORDS, REVIEW_WORDS, REVIEWED, STANCE_WORDS


@dataclass(frozen=True, slots=True)
class ShownHeard:
    """A statement: its exact words, where they stand, who holds it and how widely, as the report says."""

    quote: str
    where: str
    who: str
    prevalence: str
    stance: str
    stance_words: str
    review: str
    citations: str


def name_speaker(heard: Heard) -> str:
    """Name who holds it in the words of the report, after the name where these words stand for one: ``Jane Roe (“she”)``."""
    names = " and ".join(filter(None, [", ".join(heard.named[:-1]), *heard.named[-1:]]))
    return f"{names} (“{heard.speaker}”)" if names and names != heard.speaker else heard.speaker


def show_heard(heard: Heard) -> ShownHeard:
    """Put a statement in words."""
    paragraph = f", paragraph {heard.paragraph}" if heard.paragraph else ""
    several = ", ".join(heard.citations)
    return ShownHeard(
        quote=heard.quote,
        where=f"{heard.document_title}{paragraph}, characters {heard.start}–{heard.end}",
        who=name_speaker(heard),
        prevalence=PREVALENCE_WORDS[heard.prevalence.value],
        stance=heard.stance.value,
        stance_words=STANCE_WORDS[heard.stance.value],
        review=REVIEW_WORDS.get(heard.review.value, REVIEWED),
        citations=f"It cites {several}; no provision on file is linked to that." if several else "",
    )
