"""A small corpus that was exported, and its sheets to be edited."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from edited_sheets import Book, Exchange
from travaux.errors import ExchangeError
from travaux.exchange.spreadsheets.importing import Taken, take_spreadsheet
from travaux.model.store import Store
from travaux.pipeline.desk import Desk, open_desk
from travaux.pipeline.workspace import get_built
from travaux.rdf.store import open_store


@pytest.fixture(scope="session")
def exported_lakes(furnished_lakes: Path, tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    """A corpus that nobody has reviewed, and its workbook; tests read them."""
    folder = tmp_path_factory.mktemp("exchange")
    exchange = Exchange(Path(shutil.copytree(furnished_lakes, folder / "lakes")), folder)
    exchange.export()
    exchange.export("lakes.csv")
    return exchange


@pytest.fixture
def lakes(exported_lakes: Exchange, tmp_path: Path) -> Exchange:
    """The same, to be changed."""
    shutil.copytree(exported_lakes.corpus, tmp_path / "lakes")
    return Exchange(tmp_path / "lakes", tmp_path)


@pytest.fixture
def book(exported_lakes: Exchange, tmp_path: Path) -> Book:
    """Its workbook, open for editing."""
    return Book.open(Path(shutil.copy(exported_lakes.folder / "lakes.xlsx", tmp_path)))


@pytest.fixture(scope="session")
def opened(exported_lakes: Exchange) -> Iterator[tuple[Desk, Store]]:
    """One desk for all files that are refused, as they change nothing."""
    with open_desk(exported_lakes.corpus) as desk, open_store(get_built(exported_lakes.corpus).store, read_only=True) as store:
        yield desk, store


@pytest.fixture
def tried(exported_lakes: Exchange, opened: tuple[Desk, Store]) -> Callable[[Path], Taken]:
    """Tell what taking in a file would change."""

    def take(file: Path) -> Taken:
        taken = take_spreadsheet(file, *opened, "Anna Muster", dry_run=True)
        assert exported_lakes.review() == {}
        return taken

    return take


@pytest.fixture
def refused(exported_lakes: Exchange, opened: tuple[Desk, Store]) -> Callable[[Path], str]:
    """Take in a file that is wrong: give what is told, and make sure that nothing was written."""

    def refuse(file: Path) -> str:
        with pytest.raises(ExchangeError) as error:
            take_spreadsheet(file, *opened, "Anna Muster", dry_run=False)
        assert exported_lakes.review() == {}
        return str(error.value)

    return refuse
