"""Make the table of how often each construction is read rightly: ``python tests/reading/extraction/measure_reliability.py``.

Run from the root of a checkout with ``graph`` and ``tests`` on the path. Held-out reports take no part.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import DEVELOPMENT, FOLDER, SEEDS, cases, read_pass, reports, seed_texts
from reading.responses.asked import read_case
from travaux.analysis.evaluation import Annotated, read_cases, score, to_annotated
from travaux.pipeline.loose_texts import find_in_texts
from travaux.rdf.lexicon import read_lexicon
from travaux.reading.extraction import open_reader
from travaux.reading.extraction.reliability import FILE
from travaux.reading.extraction.writer import NORM, VIEW
from travaux.resources import ontology_folder, package_folder

_HEAD = "# Made by tests/reading/extraction/measure_reliability.py: the share of the statements of each construction that were right,\n"
_NOTE = "# with one right and one wrong added to each, so that few cases prove little.\n"


def main() -> None:
    """Read the development data, compare it with what was annotated, and write the table into the package."""
    developed = reports(DEVELOPMENT)
    gold = [*read_pass("a"), *(one for case in cases() for one in case.statements), *developed.statements]
    texts = {**seed_texts(SEEDS), **developed.texts, **{case.document: case.text for case in cases()}}
    found = [replace(one, document=name) for name, said in find_in_texts(texts) for one in to_annotated(said)]
    answered, written = _read_answers()
    found, gold = [*found, *written], [*gold, *answered]
    all_of = Counter(_construction(one.rule) for one in found)
    right_of = Counter(_construction(pair[1].rule) for pair in score(gold, found).pairs)
    lines = [
        f'"{name}" = {(right_of[name] + 1) / (total + 2):.2f}  # {right_of[name]} of {total}' for name, total in sorted(all_of.items())
    ]
    (package_folder() / FILE).write_text("\n".join([_HEAD + _NOTE.rstrip(), *lines, ""]), "utf-8")


def _read_answers() -> tuple[list[Annotated], list[Annotated]]:
    """Read the annotated answers and what is found in them by the constructions that answers alone have.

    The others are those of reports, where they are counted: how answers are written tells nothing of how reports are read.
    """
    answers = read_cases(FOLDER / "answers" / "development.toml")
    with open_reader(read_lexicon(ontology_folder() / "lexicon.ttl"), processes=1) as reader, TemporaryDirectory() as folder:
        found = [one for case in answers for one in read_case(case, reader, Path(folder))]
    return [one for case in answers for one in case.statements], [one for one in found if _construction(one.rule) in {NORM, VIEW}]


def _construction(rule: str | None) -> str:
    return (rule or "").partition(":")[0]


if __name__ == "__main__":
    main()
