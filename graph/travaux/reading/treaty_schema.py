"""The keys of the files in a corpus' ``treaty`` folder."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, Field

from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, MilestoneKind, OutcomeKind, SourceKind
from travaux.reading.schema import Link, Name, Table, Text, wrong


def _check_source_name(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", value):
        what = f"{value[:80]!r} is not the name of a source"
        raise wrong(what, "use letters, digits, hyphens and underscores")
    return value


SourceName = Annotated[str, AfterValidator(_check_source_name)]
Grade = Annotated[EvidenceGrade, Field(strict=False)]
Order = Annotated[int, Field(ge=1)]


class Graded(Table):
    """A fact: it has a grade, and sources."""

    grade: Grade
    sources: Annotated[list[SourceName], Field(min_length=1)]
    note: Text | None = None


class ProvisionTable(Graded):
    """A part of an instrument."""

    number: Text
    order: Order | None = None


class ChapterTable(ProvisionTable):
    """A chapter."""

    title: Text
    title_exact: bool | None = None
    number_grade: Grade | None = None


class ArticleTable(ProvisionTable):
    """An article."""

    title: Text
    title_exact: bool | None = None
    number_grade: Grade | None = None
    chapter: Text | None = None


class PreambularParagraphTable(ProvisionTable):
    """A paragraph of the preamble."""


class InstrumentFile(Table):
    """The whole of the file of one instrument."""

    chapters: list[ChapterTable] = Field(default_factory=list)
    preambular_paragraphs: list[PreambularParagraphTable] = Field(default_factory=list)
    articles: list[ArticleTable] = Field(default_factory=list)


class SourceTable(Table):
    """Where facts come from."""

    name: SourceName
    title: Text
    kind: Annotated[SourceKind, Field(strict=False)]
    link: Link | None = None
    note: Text | None = None


class SourcesFile(Table):
    """The whole of ``sources.toml``."""

    sources: list[SourceTable] = Field(default_factory=list)


class CorrespondenceTable(Graded):
    """A line from a provision of one version to one of a later version."""

    earlier: Text
    later: Text | None = None
    kind: Annotated[CorrespondenceKind, Field(strict=False)]


class CorrespondencesFile(Table):
    """The whole of ``correspondences.toml``."""

    correspondences: list[CorrespondenceTable] = Field(default_factory=list)


class AskedInTable(Table):
    """A numbered paragraph or question of a document."""

    document: Name
    paragraph: Text | None = None
    question: Text | None = None


class FactTable(Graded):
    """A checked sentence about the later text."""

    text: Text


class OutcomeTable(Graded):
    """Something asked for, and what became of it."""

    name: Name
    topic: Text
    asked: Text
    kind: Annotated[OutcomeKind, Field(strict=False)]
    provision: Text | None = None
    asked_in: list[AskedInTable] = Field(default_factory=list)
    facts: list[FactTable] = Field(default_factory=list)


class OutcomesFile(Table):
    """The whole of ``outcomes.toml``."""

    outcomes: list[OutcomeTable] = Field(default_factory=list)


class MilestoneTable(Graded):
    """An event."""

    name: Name
    kind: Annotated[MilestoneKind, Field(strict=False)]
    title: Text
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    place: Text | None = None
    symbols: list[Text] = Field(default_factory=list)


class ProcessFile(Table):
    """The whole of ``process.toml``."""

    milestones: list[MilestoneTable] = Field(default_factory=list)
