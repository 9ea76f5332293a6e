"""What a corpus knows of its treaty: the files of the ``treaty`` folder as records of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from travaux.errors import CorpusError
from travaux.model.corpus import Corpus
from travaux.model.identity import Id
from travaux.model.treaty import Treaty
from travaux.naming.nearest import ask_nearest
from travaux.reading.schema import Table, check_schema
from travaux.reading.toml import Problem, Tables, raise_problems, read_toml
from travaux.reading.treaty_checks import TreatyData, check_treaty
from travaux.reading.treaty_records import (
    to_article,
    to_chapter,
    to_correspondence,
    to_milestone,
    to_outcome,
    to_preambular_paragraph,
    to_source,
)
from travaux.reading.treaty_schema import CorrespondencesFile, InstrumentFile, OutcomesFile, ProcessFile, SourcesFile

FOLDER = "treaty"
"""The folder of a corpus that the treaty files are in; a corpus may have none."""

SHARED_FILES: dict[str, type[Table]] = {
    "sources": SourcesFile,
    "correspondences": CorrespondencesFile,
    "outcomes": OutcomesFile,
    "process": ProcessFile,
}
"""The files that belong to no single instrument, by name without ending; every other is named after an instrument."""

T = TypeVar("T", bound=Table)


@dataclass(slots=True)
class _Files:
    """The checked files: those of the instruments by name, the others by their schema."""

    instruments: dict[str, InstrumentFile] = field(default_factory=dict)
    shared: dict[type[Table], Table] = field(default_factory=dict)

    def get(self, schema: type[T]) -> T:
        found = self.shared.get(schema)
        return found if isinstance(found, schema) else schema()


def read_treaty(corpus: Corpus) -> Treaty:
    """Read the treaty files of a corpus; an empty treaty if it has none.

    Titles that rest on recollection (grade M) end in ``[unverified]``. Records keep the order of the files, instruments that of
    ``corpus.toml``. Raises ``CorpusError`` telling every mistake of all files at once, each with its file and key.
    """
    folder = corpus.folder / FOLDER
    if not folder.is_dir():
        return Treaty()
    problems: list[Problem] = []
    data, files = _read_files(corpus, folder, problems)
    problems.extend(check_treaty(data, corpus))
    raise_problems(problems)
    return _to_treaty(corpus, files, data.provisions())


def _read_files(corpus: Corpus, folder: Path, problems: list[Problem]) -> tuple[TreatyData, _Files]:
    schemas = SHARED_FILES | {instrument.name: InstrumentFile for instrument in corpus.instruments}
    parsed: dict[Path, Tables] = {}
    files = _Files()
    for path in _toml_files(folder):
        if path.stem not in schemas:
            hint = ask_nearest(path.stem, schemas) or f"files here are named {', '.join(schemas)}"
            problems.append(Problem(path, "(file name)", f"there is no instrument {path.stem!r}", hint))
            continue
        try:
            parsed[path] = read_toml(path)
        except CorpusError as error:
            problems.append(Problem(path, (error.where or "").removeprefix(f"{path}, "), error.what, error.hint))
            continue
        checked = check_schema(schemas[path.stem], parsed[path], path, problems)
        if isinstance(checked, InstrumentFile):
            files.instruments[path.stem] = checked
        elif checked is not None:
            files.shared[type(checked)] = checked
    in_order = {instrument.name: folder / f"{instrument.name}.toml" for instrument in corpus.instruments}
    return TreatyData(files=parsed, instruments=in_order), files


def _toml_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise CorpusError(msg, where=str(folder)) from error


def _to_treaty(corpus: Corpus, files: _Files, provisions: Mapping[str, Id]) -> Treaty:
    instruments = [(instrument.id, file) for instrument in corpus.instruments if (file := files.instruments.get(instrument.name))]
    return Treaty(
        sources=tuple(to_source(table) for table in files.get(SourcesFile).sources),
        chapters=tuple(to_chapter(instrument, *entry) for instrument, file in instruments for entry in enumerate(file.chapters, 1)),
        articles=tuple(to_article(instrument, *entry) for instrument, file in instruments for entry in enumerate(file.articles, 1)),
        preambular_paragraphs=tuple(
            to_preambular_paragraph(instrument, *entry)
            for instrument, file in instruments
            for entry in enumerate(file.preambular_paragraphs, 1)
        ),
        correspondences=tuple(to_correspondence(table, provisions) for table in files.get(CorrespondencesFile).correspondences),
        outcomes=tuple(to_outcome(table, provisions) for table in files.get(OutcomesFile).outcomes),
        milestones=tuple(to_milestone(*entry) for entry in enumerate(files.get(ProcessFile).milestones, 1)),
    )
