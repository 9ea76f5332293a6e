"""What a page calls things, and under which headings it links them."""

from __future__ import annotations

NOUNS = {
    "consultation": "Consultation",
    "document": "Document",
    "instrument": "Text",
    "chapter": "Chapter",
    "article": "Article",
    "preambular-paragraph": "Preambular paragraph",
    "section": "Section",
    "agenda-item": "Agenda item",
    "panel": "Panel",
    "participation": "Speaker",
    "question": "Guiding question",
    "paragraph": "Paragraph",
    "theme": "Theme",
    "statement": "Statement",
    "position": "Position",
    "outcome": "Request and outcome",
}
"""Kind of thing → what a reader calls it, in the order of the list."""

PLURALS = {"outcome": "Requests and outcomes"}
"""Kind of thing → what a reader calls several, where that is not the noun and an s."""

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

SAME_CHAPTER = "Reported under the same chapter (whether in answer is not said)"

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
    "unreviewed": "No person has reviewed it.",
    "accepted": "A person has reviewed and accepted it.",
    "edited": "A person has reviewed and corrected it.",
    "added": "A person has added it.",
    "merged": "A person has made it out of several.",
    "split": "A person has divided it from another.",
    "rejected": "A person has reviewed and rejected it.",
}
"""Status of review → a sentence."""

CHANGE_WORDS = {"add": "add", "delete": "delete", "move": "move", "reword": "reword", "make-optional": "make optional"}
"""Kind of change to the text → words for it."""

REVIEW_COUNTS = {
    "accepted": "accepted",
    "edited": "corrected",
    "added": "added",
    "merged": "made out of several",
    "split": "divided from others",
}
"""Status of review → what was done, after a number of statements."""

ABOUT_CONFIDENCE = "Confidence says how often links of that kind were right in the texts on which the rules were tried: 1 is always."

SAID_IN = frozenset({"statement-question", "statement-partial-question", "statement-theme"})
"""Kinds of links that tell a reason."""

GROUPS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "consultation": (("Documents", "out", "document"), ("Agenda", "out", "agenda"), ("Text discussed", "out", "instrument")),
    "document": (("Consultation", "in", "document"), ("Sections", "out", "section")),
    "instrument": (
        ("Chapters", "out", "chapter"),
        ("Articles", "out", "provision"),
        ("Preamble", "out", "preambular-paragraph"),
        ("Discussed at", "in", "instrument"),
    ),
    "chapter": (
        ("Text", "in", "chapter"),
        ("On the agenda as", "in", "discusses"),
        ("Guiding questions", "in", "asks-about"),
        ("Articles", "out", "article"),
        ("Themes", "in", "theme"),
    ),
    "article": (
        ("Statements", "in", "statement-provision"),
        ("Chapter", "in", "article"),
        ("Text", "in", "provision"),
        ("In a later text", "out", "corresponds"),
        ("In an earlier text", "in", "corresponds"),
        ("Themes", "in", "theme"),
    ),
    "preambular-paragraph": (("Text", "in", "preambular-paragraph"), ("Themes", "in", "theme")),
    "section": (("On chapter", "out", "section-chapter"), ("Guiding questions", "out", "question")),
    "agenda-item": (
        ("Consultation", "in", "agenda"),
        ("Part of", "in", "part"),
        ("Parts", "out", "part"),
        ("On chapter", "out", "discusses"),
        ("Panels", "out", "panel"),
    ),
    "panel": (("Agenda item", "in", "panel"), ("Panellists", "out", "panellist")),
    "participation": (
        ("Panel", "in", "panellist"),
        ("Statements", "out", "says"),
        ("The same person also took part as", "out", "same-person"),
    ),
    "question": (
        ("Section", "in", "question"),
        ("On chapter", "out", "asks-about"),
        ("Statements that answer it", "in", "statement-question"),
        ("Statements that answer a part of it", "in", "statement-partial-question"),
        ("Requests on this matter", "out", "asked-in"),
    ),
    "paragraph": (
        ("Agenda item", "in", "reported-in"),
        ("Cites", "out", "cites"),
        ("Names", "out", "names"),
        ("Statements", "out", "statement"),
        ("Requests made here", "out", "asked-in"),
    ),
    "outcome": (("Asked of", "in", "outcome"), ("Asked in", "in", "asked-in")),
    "theme": (
        ("Wider theme", "out", "broader"),
        ("Narrower themes", "in", "broader"),
        ("Concerns", "out", "theme"),
        ("Statements", "in", "statement-theme"),
    ),
    "statement": (
        ("Position", "out", "expresses"),
        ("On", "out", "statement-provision"),
        ("Said by", "in", "says"),
        ("Answers", "out", "statement-question"),
        ("Answers a part of", "out", "statement-partial-question"),
        ("Themes", "out", "statement-theme"),
    ),
    "position": (("Bears on", "out", "relation"), ("Borne on by", "in", "relation")),
}
"""Kind of thing → its groups of links: a heading, whether links lead ``out`` of the thing or ``in`` to it, and their kind."""
