"""What the columns of ``statements.csv`` mean, for people and for Frictionless Data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, and its type in a table schema."""

    meaning: str
    type: str = "string"


COLUMNS: dict[str, Column] = {
    "id": Column("Identifier of the statement; after the base of the corpus it is its address."),
    "document": Column("Name of the document that reports the statement."),
    "paragraph": Column("Printed number of the paragraph."),
    "quote": Column("The exact words of the document."),
    "start": Column("First character of the quote in the stored text, counted from 0.", "integer"),
    "end": Column("Character after the last one of the quote.", "integer"),
    "cue": Column("The words that report: stressed, opposed."),
    "speaker": Column("Who is said to speak, in the words of the document."),
    "speaker_kind": Column("What kind of speaker the words name; see below."),
    "prevalence": Column(
        "How many are said to speak, in the words of the report (several, many): never a number, and not to be added up; see below."
    ),
    "act": Column("What the reporting words do; see below."),
    "stance": Column("The attitude toward the quote as phrased; see below."),
    "claim": Column("One sentence that says what the speakers hold."),
    "rationale": Column("The reason that they give."),
    "condition": Column("The condition that they set."),
    "provisions": Column("Provisions of the treaty that the statement bears on, separated by semicolons."),
    "questions": Column("Guiding questions that it answers, separated by semicolons."),
    "themes": Column("Themes of the thesaurus, separated by semicolons."),
    "position": Column("The claim of the position that it expresses."),
    "rule": Column("The rule that read it from the text."),
    "reviewed": Column("Whether a person has decided on it.", "boolean"),
    "contrast": Column("What it is set against in the same sentence."),
    "speaker_actor": Column("Persons, organizations and States that spoke, separated by semicolons."),
    "confidence": Column("How far the rule is to be trusted, from 0 to 1.", "number"),
    "links": Column("Why it was linked to questions and themes, separated by semicolons."),
    "partial_questions": Column("Guiding questions that it touches without answering them, separated by semicolons."),
    "changes": Column("What it would do to the text of a provision, separated by semicolons."),
    "review": Column("What a person has decided; see below."),
    "reviewer": Column("Who decided."),
    "reviewed_at": Column("When, in UTC."),
    "reason": Column("Why."),
}
"""The columns by their names, in the order of the table."""
