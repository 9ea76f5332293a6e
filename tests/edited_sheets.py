"""Exporting a corpus, editing its sheets, and taking them in, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from travaux.exchange.material import Material
from travaux.exchange.spreadsheets.columns import EDITABLE_WORDS
from travaux.exchange.spreadsheets.importing import Taken, take_spreadsheet
from travaux.exchange.spreadsheets.rows import Rows, read_rows
from travaux.exchange.spreadsheets.writing import write_spreadsheet, write_statements
from travaux.pipeline.build import build
from travaux.pipeline.desk import open_desk
from travaux.pipeline.workspace import get_built
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus


@dataclass(frozen=True)
class Exchange:
    """A corpus that is exported and imported; ``folder`` is also where its sheets lie."""

    corpus: Path
    folder: Path

    def export(self, name: str = "lakes.xlsx") -> Path:
        """Build the corpus and write its sheets: ``.xlsx``, or the statements as ``.csv``."""
        build(self.corpus)
        write = write_spreadsheet if name.endswith(".xlsx") else write_statements
        out = BytesIO()
        with open_store(get_built(self.corpus).store, read_only=True) as store:
            write(Material(store, read_corpus(self.corpus), "v1"), out)
        file = self.folder / name
        file.write_bytes(out.getvalue())
        return file

    def take(self, file: Path, reviewer: str = "Anna Muster", *, dry_run: bool = False) -> Taken:
        """Take a file in."""
        with open_desk(self.corpus) as desk, open_store(get_built(self.corpus).store, read_only=True) as store:
            return take_spreadsheet(file, desk, store, reviewer, dry_run=dry_run)

    def rows(self) -> Rows:
        """Give the rows as the corpus has them now."""
        build(self.corpus)
        with open_store(get_built(self.corpus).store, read_only=True) as store:
            return read_rows(store, read_corpus(self.corpus))

    def review(self) -> Mapping[str, bytes]:
        """Give the bytes of everything that was decided."""
        return {str(path): path.read_bytes() for path in sorted((self.corpus / "review").rglob("*.toml"))}


@dataclass(frozen=True)
class Book:
    """An exported workbook under the hands of somebody who edits it."""

    file: Path
    book: Workbook

    @classmethod
    def open(cls, file: Path) -> Book:
        return cls(file, load_workbook(file))

    def sheet(self, name: str = "Statements") -> Worksheet:
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def column(self, heading: str, sheet: str = "Statements") -> int:
        for cell in self.sheet(sheet)[1]:
            if str(cell.value).removesuffix(EDITABLE_WORDS).strip() == heading:
                return int(cell.column or 0)
        raise KeyError(heading)

    def write(self, row: int, heading: str, value: object, sheet: str = "Statements") -> Book:
        self.sheet(sheet).cell(row, self.column(heading, sheet)).value = value  # type: ignore[assignment]
        return self

    def read(self, row: int, heading: str, sheet: str = "Statements") -> object:
        return self.sheet(sheet).cell(row, self.column(heading, sheet)).value

    def save(self) -> Path:
        self.book.save(self.file)
        return self.file
