"""The columns of the sheets: what each says, which may be changed, and what may be chosen in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from travaux.model.schemes import Act, Prevalence, ReviewStatus, SpeakerKind, Stance

EDITABLE_WORDS = "may be changed"
"""Stands under the name of a column whose cells go back when the sheet is imported."""


def _values(words: type[StrEnum]) -> tuple[str, ...]:
    return tuple(word.value for word in words)


class Holds(Enum):
    """What the cells of a column are to a spreadsheet program."""

    TEXT = auto()
    COUNT = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the ``field`` that it holds, the ``heading`` that people see, what it means, and how many characters wide it is.

    ``choices`` are the only words that its cells may hold; ``listed`` tells that a cell may hold several values, with semicolons between.
    What it ``holds`` tells how a workbook writes it.
    """

    field: str
    heading: str
    meaning: str
    width: int = 14
    editable: bool = False
    choices: tuple[str, ...] = ()
    listed: bool = False
    holds: Holds = Holds.TEXT

    @property
    def header(self) -> str:
        """The heading as it stands in a spreadsheet: one that may be changed says so."""
        return f"{self.heading}\n{EDITABLE_WORDS}" if self.editable else self.heading


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet: its name, what a row of it is, its columns, and the one of them that names the row."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: str = "id"

    def get(self, field: str) -> Column:
        """Get a column by its field."""
        return next(column for column in self.columns if column.field == field)

    @property
    def editable(self) -> tuple[Column, ...]:
        """The columns that may be changed, in their order."""
        return tuple(column for column in self.columns if column.editable)


MARK = "mark"
"""The field of the last column: fingerprints of what stood in the cells that may be changed when the sheet was written."""
_MARK = Column(MARK, "Export mark", "Fingerprints by which an import knows which cells were changed since. Leave it as it is.", 14)
DECISIONS = (ReviewStatus.ACCEPTED.value, ReviewStatus.REJECTED.value)
"""What may be written into the column of decisions."""

STATEMENTS = Sheet(
    "Statements",
    "one row is one reported stance on one matter: who, which reporting words, what",
    (
        Column("symbol", "Symbol", "The symbol of the document, empty where it has none.", 14),
        Column("title", "Title", "The title of the document.", 26),
        Column("consultation", "Consultation", "The consultation that the document prepares or reports on.", 22),
        Column("date", "Date", "The date of the document, or else the last day of its consultation.", 11, holds=Holds.DAY),
        Column("paragraph", "Paragraph", "The number printed on the paragraph; block-3 is the third block where none is printed.", 11),
        Column("speaker", "Who", "The words of the report for those who speak; empty if nobody is named.", 22, editable=True),
        Column(
            "speaker_kind",
            "Speakers",
            "An unnamed group, somebody named, a respondent without a name, or nobody.",
            13,
            editable=True,
            choices=_values(SpeakerKind),
        ),
        Column(
            "prevalence",
            "Prevalence",
            "The quantifier of the report, a word.",
            14,
            editable=True,
            choices=_values(Prevalence),
        ),
        Column("actors", "Named", "The persons, organizations and States that speak, by name.", 22, editable=True, listed=True),
        Column(
            "stance",
            "Stance",
            "The attitude toward the quote as phrased, not toward the claim.",
            12,
            editable=True,
            choices=_values(Stance),
        ),
        Column("act", "Act", "What the reporting words do.", 12, editable=True, choices=_values(Act)),
        Column("cue", "Reporting words", "As they are printed.", 16, editable=True),
        Column("quote", "Quote", "The exact words of the document; they must stand in the paragraph.", 48, editable=True),
        Column("claim", "Claim", "What the speakers hold, in one sentence.", 42, editable=True),
        Column("rationale", "Reason", "The reason given, as it is printed.", 26, editable=True),
        Column("condition", "Condition", "The condition made, as it is printed.", 22, editable=True),
        Column("contrast", "Contrast", "The option rejected, as it is printed.", 22, editable=True),
        Column("provisions", "Provisions", "The provisions spoken to: article 5; article 24.", 16, editable=True, listed=True),
        Column("changes", "Changes asked for", "What it would do to the text: delete article 17.", 18, editable=True, listed=True),
        Column("questions", "Questions", "The numbers of the guiding questions answered.", 11, editable=True, listed=True),
        Column("partial_questions", "Questions in part", "The numbers of those answered in part.", 11, editable=True, listed=True),
        Column("themes", "Themes", "Themes, by their names or short names.", 26, editable=True, listed=True),
        Column("position", "Position", "The key of the position expressed, of those that people have named.", 24, editable=True),
        Column("position_claim", "Claim of the position", "What the position expressed holds, also of one that a rule found.", 36),
        Column("review", "Review", "What has been decided, by whom and when.", 24),
        Column(
            "decision",
            "Decision",
            "Write accepted or rejected; another change is an edit. Statements that were rejected stand here too, so that they can be "
            "decided anew; they count nowhere else.",
            13,
            editable=True,
            choices=DECISIONS,
        ),
        Column("why", "Why", "The reason of the decision.", 28, editable=True),
        Column("note", "Note", "A remark for readers.", 22, editable=True),
        Column("id", "Id", "The name of the statement. Leave it as it is.", 20),
        _MARK,
    ),
)
_TOWARD_QUOTES = {
    Stance.SUPPORTS: "Quote supported",
    Stance.OPPOSES: "Quote opposed",
    Stance.CONCERNED: "Quote a concern",
    Stance.PROPOSES: "Quote proposed",
    Stance.NEUTRAL: "Quote neutral",
}


def _of_quotes(stance: Stance) -> str:
    return (
        f"How many of the statements that express it have the stance {stance.value}. That is the stance toward the words quoted and not "
        "toward this claim: who opposes “a new levy” expresses that there should be none."
    )


POSITIONS = Sheet(
    "Positions",
    "one row is a claim that statements express; a new row names a new position",
    (
        Column("key", "Key", "The short name of the position; in a new row it may be left empty.", 30),
        Column("claim", "Claim", "What the position holds, in one sentence.", 60, editable=True),
        Column("statements", "Statements", "How many statements express it, without those that were rejected.", 12, holds=Holds.COUNT),
        *(Column(stance.value, heading, _of_quotes(stance), 11, holds=Holds.COUNT) for stance, heading in _TOWARD_QUOTES.items()),
        Column("prevalences", "Prevalence words", "The words of the reports, each once; they are never added up.", 22),
        Column("documents", "Documents", "Where it is expressed.", 26),
        Column("outcomes", "What became of it", "The outcomes recorded, with their evidence grades.", 40),
        Column("review", "Review", "Who has named it and when; found by a rule if nobody has.", 24),
        Column("why", "Why", "The reason of the decision.", 28, editable=True),
        Column("note", "Note", "A remark for readers.", 22, editable=True),
        Column("id", "Id", "The name of the position. Leave it as it is; empty in a new row.", 20),
        _MARK,
    ),
)
THEMES = Sheet(
    "Themes",
    "one row is a theme of the thesaurus; for reading: themes are kept in themes.ttl",
    (
        Column("name", "Short name", "The short name of the theme.", 24),
        Column("label", "Theme", "Its name.", 32),
        Column("others", "Other names", "Synonyms.", 36),
        Column("definition", "Definition", "What it means.", 52),
        Column("broader", "Wider themes", "The themes that it belongs to.", 26),
        Column("statements", "Statements", "How many statements carry it; one may carry several.", 12, holds=Holds.COUNT),
        Column("positions", "Positions", "How many positions these statements express.", 11, holds=Holds.COUNT),
        Column("id", "Id", "The name of the theme.", 20),
        _MARK,
    ),
)
RELATIONS = Sheet(
    "Relations",
    "one row says how one position bears on another; for reading: relations are kept in review/relations.toml",
    (
        Column("premise", "From", "The claim that bears on another.", 44),
        Column("kind", "Bears", "supports, attacks or qualifies.", 12),
        Column("conclusion", "On", "The claim borne upon.", 44),
        Column("form", "Form", "How the text puts it.", 14),
        Column("marking", "Marking", "Whether the text marks it or an editor inferred it.", 11),
        Column("document", "Document", "Where it is shown.", 18),
        Column("quote", "Quote", "The words that show it.", 56),
        Column("id", "Id", "The name of the relation.", 20),
        _MARK,
    ),
)
SHEETS = (STATEMENTS, POSITIONS, THEMES, RELATIONS)
"""The sheets that hold data, in their order."""


def marked_columns(sheet: Sheet) -> Iterable[Column]:
    """Give the columns that fingerprints are kept of: all but the last, and days, which spreadsheet programs rewrite."""
    return tuple(column for column in sheet.columns if column.field not in {MARK, "date"})
