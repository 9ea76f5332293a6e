from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from travaux.model.consultation import Consultation
from travaux.model.contents import Contents
from travaux.model.document import Document
from travaux.model.identity import Id, identifier, name_key
from travaux.model.schemes import DocumentKind
from travaux.model.text import Block, BlockKind, SourceText
from travaux.reading.formats import read_source
from travaux.reading.structure import Context, read_structure
from travaux.resources import seeds_folder

REPORTS = Path(__file__).parents[2] / "data" / "reports"

CHAPTERS = (
    "General provisions",
    "Criminalization",
    "Jurisdiction",
    "Procedural measures and law enforcement",
    "International cooperation",
    "Preventive measures",
    "Technical assistance",
    "Mechanism of implementation",
    "Final provisions",
)
TITLES = {
    5: "Respect for human rights",
    13: "Offences related to online child sexual abuse or child sexual exploitation material",
    15: "Non-consensual dissemination of intimate images",
    17: "Offences relating to other international treaties",
    24: "Conditions and safeguards",
    35: "General principles of international cooperation",
    36: "Protection of personal data",
    47: "Law enforcement cooperation",
}
BODY = "Ad Hoc Committee to Elaborate a Comprehensive International Convention"


def to_blocks(text: str) -> tuple[Block, ...]:
    """Cut text at blank lines, before numbers, and around lines in bold or with number signs, as a plain reader of formats would."""
    blocks: list[Block] = []
    for match in re.finditer(r"(?:(?!\n\s*\n).)+", text, re.DOTALL):
        for part in re.finditer(r"(?:(?:\A|(?<=\n))\d+\.\s)?(?:(?!\n\d+\.\s).)+", match[0], re.DOTALL):
            printed = part[0].strip()
            if printed:
                start = match.start() + part.start() + part[0].index(printed[0])
                kind = BlockKind.HEADING if re.fullmatch(r"\*\*[^\n]+\*\*|#+ [^\n]+", printed) else BlockKind.PARAGRAPH
                blocks.append(Block(kind=kind, start=start, end=start + len(printed), level=int(kind is BlockKind.HEADING)))
    return tuple(blocks)


def make_document(name: str, kind: DocumentKind, consultation: Consultation | None = None) -> Document:
    return Document(
        id=identifier("document", name),
        name=name,
        title=name,
        kind=kind,
        file=f"{name}.txt",
        checksum="0" * 64,
        consultation=consultation.id if consultation else None,
    )


def make_context(consultation: Consultation | None = None) -> Context:
    draft = identifier("instrument", "draft")
    numbers = {f"article {number}": Id(f"{draft}/article/{number}") for number in range(1, 67)}
    preamble = {f"preambular paragraph {number}": Id(f"{draft}/preambular-paragraph/{number}") for number in range(1, 13)}
    return Context(
        consultation=consultation,
        chapters={name_key(title): Id(f"{draft}/chapter/{order}") for order, title in enumerate(CHAPTERS, start=1)},
        provisions=numbers | preamble,
        provision_titles={f"article {number}": title for number, title in TITLES.items()},
        instruments={name_key("A/AC.291/22"): draft, name_key("Charter of the United Nations"): identifier("instrument", "charter")},
    )


@pytest.fixture(scope="session")
def read() -> Callable[..., Contents]:
    """Read a text of the test's own."""

    def read_text(text: str, kind: DocumentKind = DocumentKind.REPORT, context: Context | None = None) -> Contents:
        return read_structure(make_document("test", kind), SourceText(text=text, blocks=to_blocks(text)), context or Context())

    return read_text


@pytest.fixture(scope="session")
def read_report() -> Callable[[str, DocumentKind], Contents]:
    """Read one of the reports of other bodies."""

    def read_file(name: str, kind: DocumentKind) -> Contents:
        return read_structure(make_document(Path(name).stem, kind), read_source(REPORTS / name), Context())

    return read_file


def _read_seed(name: str, kind: DocumentKind, consultation: Consultation) -> Contents:
    source = read_source(seeds_folder() / "documents" / f"{name}.txt")
    return read_structure(make_document(name, kind, consultation), source, make_context(consultation))


@pytest.fixture(scope="session")
def fifth_consultation() -> Consultation:
    name = "fifth-intersessional-consultation"
    return Consultation(
        id=identifier("consultation", name),
        name=name,
        title="Fifth intersessional consultation",
        first_day=dt.date(2023, 6, 20),
        last_day=dt.date(2023, 6, 21),
        body=BODY,
        instrument=identifier("instrument", "draft"),
    )


@pytest.fixture(scope="session")
def second_consultation() -> Consultation:
    name = "second-intersessional-consultation"
    return Consultation(
        id=identifier("consultation", name),
        name=name,
        title="Second intersessional consultation",
        first_day=dt.date(2022, 6, 13),
        last_day=dt.date(2022, 6, 14),
        body=BODY,
    )


@pytest.fixture(scope="session")
def fifth_report(fifth_consultation: Consultation) -> Contents:
    return _read_seed("fifth-consultation-report", DocumentKind.REPORT, fifth_consultation)


@pytest.fixture(scope="session")
def second_report(second_consultation: Consultation) -> Contents:
    return _read_seed("second-consultation-report", DocumentKind.REPORT, second_consultation)


@pytest.fixture(scope="session")
def concept_note(fifth_consultation: Consultation) -> Contents:
    return _read_seed("fifth-consultation-concept-note", DocumentKind.CONCEPT_NOTE, fifth_consultation)
