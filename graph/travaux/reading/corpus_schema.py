"""The keys of ``corpus.toml``."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PureWindowsPath
from typing import Annotated

from pydantic import AfterValidator, Field

from travaux.model.schemes import DocumentKind, InstrumentStatus, Mode
from travaux.reading.schema import BaseIri, Language, Link, Name, Table, Text, wrong


def _check_checksum(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        msg = "not a SHA-256 checksum"
        raise wrong(msg, "give 64 digits 0-9 and a-f, such as `sha256sum` prints")
    return value


def _check_file(value: str) -> str:
    if not value.isprintable():
        msg = "a file name with characters that cannot be seen"
        raise wrong(msg, "rename the file")
    windows = PureWindowsPath(value)
    if windows.drive or value.startswith("/") or "\\" in value:
        msg = f"{value!r} is not a path in the corpus folder"
        raise wrong(msg, "write it from the corpus folder on, with /: documents/report.txt")
    if not set(value.split("/")).isdisjoint({"", ".", ".."}):
        msg = f"{value!r} leads out of the corpus folder or through itself"
        raise wrong(msg, "write it plainly: documents/report.txt")
    return value


def _check_doi(value: str) -> str:
    if not re.fullmatch(r"10\.\d{4,9}/[^\s<>\"{}\\^`|]+", value):
        msg = f"{value!r} is not a DOI"
        raise wrong(msg, "write it without an address before it: 10.1234/abcd")
    return value


def _check_orcid(value: str) -> str:
    digits = re.fullmatch(r"https://orcid\.org/(\d{4})-(\d{4})-(\d{4})-(\d{3})([\dX])", value)
    if digits is None or "0123456789X"[_orcid_check("".join(digits.groups()[:-1]))] != digits[5]:
        msg = f"{value!r} is not the address of an ORCID"
        raise wrong(msg, "copy it whole: https://orcid.org/ and four times four digits")
    return value


def _orcid_check(digits: str) -> int:
    """Compute the last digit of an ORCID, 10 for X, as ISO 7064 (11-2) does."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11


Doi = Annotated[str, AfterValidator(_check_doi)]
Orcid = Annotated[str, AfterValidator(_check_orcid)]
Checksum = Annotated[str, AfterValidator(_check_checksum)]
RelativeFile = Annotated[Text, AfterValidator(_check_file)]


class InstrumentTable(Table):
    """A version of the instrument under negotiation."""

    name: Name
    title: Text
    version_of: Text
    status: Annotated[InstrumentStatus, Field(strict=False)]
    symbol: Text | None = None
    date: dt.date | None = None
    link: Link | None = None


class ConsultationTable(Table):
    """A meeting at which views were gathered."""

    name: Name
    title: Text
    first_day: dt.date
    last_day: dt.date
    body: Text | None = None
    places: list[Text] = Field(default_factory=list)
    mode: Annotated[Mode | None, Field(strict=False)] = None
    session: Text | None = None
    mandate: Text | None = None
    instrument: Name | None = None


class AskedTable(Table):
    """A question as a table of answers gives it."""

    heading: Text
    number: Text


class ColumnsTable(Table):
    """What stands where in a table of answers."""

    respondent: Text | None = None
    organization: Text | None = None
    state: Text | None = None
    question: Text | None = None
    answer: Text | None = None
    questions_of: Name | None = None
    sheet: Text | None = None
    anonymous: bool = False
    questions: list[AskedTable] = Field(min_length=1)


class DocumentTable(Table):
    """A source text."""

    name: Name
    title: Text
    kind: Annotated[DocumentKind, Field(strict=False)]
    file: RelativeFile
    checksum: Checksum
    symbol: Text | None = None
    date: dt.date | None = None
    licence: Text | None = None
    language: Language = "en"
    link: Link | None = None
    consultation: Name | None = None
    columns: ColumnsTable | None = None


class AuthorTable(Table):
    """Somebody who made the corpus."""

    name: Text | None = None
    given: Text | None = None
    family: Text | None = None
    orcid: Orcid | None = None
    affiliation: Text | None = None


class CitationTable(Table):
    """How the corpus is to be cited."""

    title: Text | None = None
    authors: list[AuthorTable] = Field(default_factory=list)
    publisher: Text | None = None
    licence: Text | None = None
    doi: Doi | None = None
    version: Text | None = None
    date: dt.date | None = None
    link: Link | None = None


class CorpusFile(Table):
    """The whole of ``corpus.toml``."""

    name: Name
    title: Text
    base: BaseIri
    description: Text | None = None
    instruments: list[InstrumentTable] = Field(default_factory=list)
    consultations: list[ConsultationTable] = Field(default_factory=list)
    documents: list[DocumentTable] = Field(default_factory=list)
    citation: CitationTable = Field(default_factory=CitationTable)
