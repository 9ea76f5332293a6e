"""The kinds of gaps, and what each of them means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GapKind(StrEnum):
    """What may be lacking in the record."""

    QUESTIONS = "unanswered-questions"
    PROVISIONS = "silent-provisions"
    AGENDA = "silent-agenda-items"
    NO_PROVISION = "positions-without-provision"
    NO_REASON = "positions-without-reason"
    ONCE = "themes-raised-once"
    NEVER = "themes-never-raised"
    UNREVIEWED = "unreviewed-statements"


@dataclass(frozen=True, slots=True)
class About:
    """What is listed, and what it does not say, each in a sentence or two."""

    lists: str
    caution: str


GAPS = {
    GapKind.QUESTIONS: About(
        "Guiding questions that no statement answers, or that statements answer only in part or in passing.",
        "A question may have been answered in the room, in writing, or in words that were not linked to it. Statements count by their"
        " subject, whichever consultation they were made in.",
    ),
    GapKind.PROVISIONS: About(
        "Articles and preambular paragraphs, of the versions that a consultation discussed, that no statement cites or would change.",
        "A provision may have been spoken of by its subject and not by its number; reports often cite only what was contested.",
    ),
    GapKind.AGENDA: About(
        "Agenda items whose paragraphs hold no statement; an item with parts only if all of its parts are silent.",
        "The report may pass over what was said under an item. Where it says itself that no statements were made, its words tell.",
    ),
    GapKind.NO_PROVISION: About(
        "Positions of which no statement cites a provision or would change one.",
        "A position may bear on provisions without naming them; many concern the convention as a whole.",
    ),
    GapKind.NO_REASON: About(
        "Positions of which no statement gives a reason, which no recorded relation supports, and which are no reason for another.",
        "Reports often leave reasons out; that none is recorded does not say that none was given.",
    ),
    GapKind.ONCE: About(
        "Themes of the thesaurus that one statement raises, narrower themes included.",
        "One statement may stand for many speakers: its own word tells how widely it is held.",
    ),
    GapKind.NEVER: About(
        "Themes of the thesaurus that no statement raises, nor any narrower theme.",
        "A theme may have been raised in words that were not linked to it.",
    ),
    GapKind.UNREVIEWED: About(
        "Statements that rules propose and about which no person has decided.",
        "They may be right or wrong; what rests on them alone has been seen by nobody.",
    ),
}
"""Every kind in the order of an answer."""
