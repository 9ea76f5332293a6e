"""What a reader is told for the words of the schemes."""

from __future__ import annotations

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
