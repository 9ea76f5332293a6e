from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from annotations import SEEDS, cases, reports, seed_texts
from travaux.model.argument import Statement
from travaux.model.lexicon import Lexicon
from travaux.rdf.lexicon import read_lexicon
from travaux.reading.extraction import Reader, open_reader
from travaux.resources import ontology_folder

from .said import Reading


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The project's own reporting language."""
    return read_lexicon(ontology_folder() / "lexicon.ttl")


@pytest.fixture(scope="session")
def reader(lexicon: Lexicon) -> Iterator[Reader]:
    """A reader that works in one process, for all tests."""
    with open_reader(lexicon, processes=1) as opened:
        yield opened


@pytest.fixture(scope="session")
def read_text(reader: Reader) -> Callable[[str], Reading]:
    """Read a text of the test's own as a report by itself."""
    return lambda text: Reading.of(reader, text)


@pytest.fixture(scope="session")
def read(read_text: Callable[[str], Reading]) -> Callable[[str], tuple[Statement, ...]]:
    """Find the statements of a text of the test's own."""
    return lambda text: read_text(text).statements


@pytest.fixture(scope="session")
def annotated_readings(reader: Reader) -> Mapping[str, Reading]:
    """All annotated texts by the names of their documents, each read once and by itself."""
    texts = {**seed_texts(SEEDS), **reports().texts, **{case.document: case.text for case in cases()}}
    return {name: Reading.of(reader, text, name) for name, text in texts.items()}
