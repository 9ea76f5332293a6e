"""The rules that find conflicts and tensions, and how sure each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What two views are found to stand against each other by."""

    STATED = "stated-disagreement"
    EDITOR = "editor-disagreement"
    CLAIMS = "opposite-claims"
    WORDS = "opposite-stance-same-words"
    ALTERNATIVES = "alternatives"
    ONE_SPEAKER = "one-speaker-holds-both"
    LIMIT = "qualification"


class Certainty(StrEnum):
    """How sure a conflict or a tension is: the report itself marks it, an editor read it so, or only a rule takes it for one."""

    MARKED = "marked"
    READ = "read"
    SUPPOSED = "supposed"


@dataclass(frozen=True, slots=True)
class About:
    """What a rule looks for, and what it can get wrong, each in a sentence; ``tension`` tells that what it finds is no conflict."""

    finds: str
    caution: str
    tension: bool = False


RULES = {
    Rule.STATED: About(
        "The report itself sets the two positions against each other (a recorded attack that the text marks).",
        "The report may contrast two views that their speakers would hold together.",
    ),
    Rule.EDITOR: About(
        "An editor has recorded that the one position speaks against the other; the report does not say so.",
        "The reviewer may read a contradiction into two wishes that both could be met.",
    ),
    Rule.CLAIMS: About(
        "The claims of the two positions are the same but for the word “not”.",
        "The claims are summaries: an editor or a rule has put them in words, and the sentences may differ in more.",
    ),
    Rule.WORDS: About(
        "The reports hold the same words once with support and once with opposition, of the same provisions.",
        "The same words may have meant different things in their sentences. Words that point back to others (it, this, such) are left out.",
    ),
    Rule.ALTERNATIVES: About(
        "An editor has recorded that the two exclude each other, and the same reason is recorded for both: alternatives of one side.",
        "Those who share a reason may still disagree in earnest about what follows from it.",
        tension=True,
    ),
    Rule.ONE_SPEAKER: About(
        "An editor has recorded that the two stand against each other, and a named speaker holds both.",
        "Who speaks for an organization at two meetings may have changed its mind.",
        tension=True,
    ),
    Rule.LIMIT: About(
        "The one position is recorded as a condition or a limit of the other.",
        "Whether those who hold the other accept the condition is not said.",
        tension=True,
    ),
}
"""Every rule in the order in which it goes before others that find the same two views, the surest first."""


class Ruled:
    """What a rule has found."""

    __slots__ = ()
    rule: Rule

    @property
    def is_tension(self) -> bool:
        """Whether the two are views of one side that do not fit, and so no conflict."""
        return RULES[self.rule].tension
