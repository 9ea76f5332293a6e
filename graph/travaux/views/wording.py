"""What a reader is told for the words of the schemes."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.sources import Sources

GRADE_WORDS = {
    "A": "the originating body's own document",
    "B": "a copy of a primary text",
    "C": "a named secondary source",
    "D": "one machine-made report only",
    "M": "recollection or indirect support",
}
"""Grade of evidence → what something rests on."""

HOW_WORDS = {
    "same-number": "same number",
    "renumbered": "renumbered",
    "moved": "moved",
    "new": "new",
    "dropped": "dropped",
}
"""How a provision stands to one of a later version → words for it."""

OUTCOME_WORDS = {
    "taken-up": ("Taken up", "the adopted text is consistent with what was asked."),
    "partly": ("Partly", "the adopted text is consistent with a part of what was asked."),
    "not-taken-up": ("Not taken up", "the adopted text is not consistent with what was asked."),
    "reversed": ("Reversed", "the adopted text is consistent with the opposite of what was asked."),
    "unknown": ("Unknown", "whether the adopted text is consistent with what was asked is not established."),
}
"""Kind of outcome → a word and a sentence, neither of which says that a request was the cause of anything."""

STANCE_WORDS = {
    "supports": "support",
    "concerned": "concern",
    "proposes": "proposal",
    "opposes": "opposition",
    "neutral": "no stance",
    "mixed": "differing stances",
}

PREVALENCE_WORDS = {
    "unspecified": "the report does not say",
    "one": "one",
    "few": "few",
    "some": "some",
    "several": "several",
    "various": "various",
    "a-number-of": "a number of",
    "many": "many",
    "majority": "the majority",
    "most": "most",
    "all": "all",
}
"""Class of prevalence → the word of the report. No word stands for a number."""

REVIEW_WORDS = {
    "unreviewed": "Not reviewed yet.",
    "accepted": "Reviewed and accepted.",
    "edited": "Reviewed and corrected.",
    "added": "Added in review.",
    "merged": "Made out of several in review.",
    "split": "Divided from another in review.",
    "rejected": "Reviewed and rejected.",
}
"""Status of review → a sentence."""

CHANGE_WORDS = {"add": "add", "delete": "delete", "move": "move", "reword": "reword", "make-optional": "make optional"}
"""Kind of change to the text → words for it."""

REVIEWED = "Reviewed."
"""For a status of review that has no words of its own."""

REVIEW_COUNTS = {
    "accepted": "accepted",
    "edited": "corrected",
    "added": "added",
    "merged": "made out of several",
    "split": "divided from others",
}
"""Status of review → what was done, after a number of statements."""

ABOUT_COUNTS: Mapping[Sources, str] = {
    Sources.REPORTS: "Counts are of statements in the reports, never of speakers; words such as “several” are those of the reports.",
    Sources.ANSWERS: "Counts are of statements in the answers, never of respondents; words such as “several” are those of the answers.",
    Sources.BOTH: (
        "Counts are of statements in the reports and answers, never of speakers or respondents; words such as “several” are those of "
        "these texts."
    ),
}
"""What the numbers of a dossier count."""

ABOUT_STANCE: Mapping[Sources, str] = {
    Sources.REPORTS: "A stance is taken toward the words quoted, which may speak for or against the matter itself.",
    Sources.ANSWERS: (
        "A stance is taken toward the words quoted, not toward the question that was asked: support may stand in an answer that says no."
    ),
    Sources.BOTH: (
        "A stance is taken toward the words quoted, which may speak for or against the matter itself; nor is it one toward a question "
        "that was asked."
    ),
}

NOT_SAID: Mapping[Sources, str] = {
    Sources.REPORTS: "Not found is not the same as not said: reports are short, and rules or editors may have missed something.",
    Sources.ANSWERS: "Not found is not the same as not said: rules or editors may have missed something in the answers.",
    Sources.BOTH: (
        "Not found is not the same as not said: reports are short, and rules or editors may have missed something there or in the answers."
    ),
}

ABOUT_LINKS: Mapping[Sources, str] = {
    Sources.REPORTS: "A link to a question says that the words bear on it; whether they were said in answer to it, reports do not tell.",
    Sources.ANSWERS: (
        "“Directly” holds what stands in the answers that were given to the question; what speaks to part of it was written in answer to "
        "another."
    ),
    Sources.BOTH: (
        "A link to a question says that the words bear on it. Of written answers the table tells that they were given to it; whether what "
        "reports tell was said in answer to it, they do not say."
    ),
}
"""What the link of a statement to a guiding question means."""


def in_sources(words: str, sources: Sources) -> str:
    """Make a remark of this program that speaks of the reports speak of what there is; never for words of others.

    >>> in_sources("Counts are of statements in the reports, never of speakers.", Sources.ANSWERS)
    'Counts are of statements in the answers, never of respondents.'
    """
    if sources is Sources.REPORTS:
        return words
    for of_reports, (of_answers, of_both) in _OF_REPORTS.items():
        words = words.replace(of_reports, of_answers if sources is Sources.ANSWERS else of_both)
    return words


_OF_REPORTS = {
    "the reports": ("the answers", "the reports and answers"),
    "never of speakers": ("never of respondents", "never of speakers or respondents"),
    "never speakers": ("never respondents", "never speakers or respondents"),
    "the report's own word": ("the answer's own word", "the own word of the report or answer"),
    "the report does not say": ("the answer does not say", "the report or answer does not say"),
    "a report may be silent, and a rule": ("a rule", "a report may be silent, and a rule"),
}
"""Words for reports → words for answers, and for both."""
