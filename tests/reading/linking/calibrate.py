"""Make the table of confidences from annotated statements: ``python tests/reading/linking/calibrate.py FILES``.

Run from the root of a checkout, with ``graph`` on the path; the table in use was made from ``tests/annotations/seeds/pass-?/*.jsonl``.
Each line of a file is a statement of a document of ``seeds/``; the keys are those of ``docs/evaluation.md``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from travaux.model.argument import Speaker, Statement
from travaux.model.consultation import Consultation
from travaux.model.contents import Contents
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.identity import Id, child, name_key
from travaux.model.schemes import Act, Prevalence, SpeakerKind, Stance
from travaux.model.text import Span
from travaux.model.treaty import UNVERIFIED, Treaty
from travaux.rdf.themes import FILE as THEMES
from travaux.rdf.themes import read_themes
from travaux.reading.corpus import read_corpus
from travaux.reading.formats import read_source
from travaux.reading.linking import Knowledge, Linker
from travaux.reading.linking.calibration import FILE, Calibration, Step, fit_steps
from travaux.reading.structure import Context, read_structure
from travaux.reading.treaty import read_treaty
from travaux.resources import package_folder, seeds_folder

_IDENTITY = tuple((step / 1000, step / 1000) for step in range(1001))


def main(files: list[str]) -> None:
    """Score the annotated statements, fit the steps, and write the table into the package."""
    corpus = read_corpus(seeds_folder())
    treaty = read_treaty(corpus)
    contents = {document.name: _contents(corpus, treaty, document) for document in corpus.documents}
    knowledge = Knowledge.of(read_themes(corpus.folder / THEMES, corpus.base), contents.values())
    linker = Linker(knowledge, Calibration(_IDENTITY, _IDENTITY))
    scored: dict[str, list[tuple[float, bool]]] = {"theme": [], "question": []}
    for file in files:
        lines = [json.loads(line) for line in Path(file).read_text("utf-8").splitlines() if line]
        for name in dict.fromkeys(line["document"] for line in lines):
            of_document = [line for line in lines if line["document"] == name]
            held = _find_consultation(corpus, contents[name].document)
            for kind, score, right in _scored(linker, contents[name], held.instrument if held else None, of_document):
                scored[kind].append((score, right))
    (package_folder() / FILE).write_text(_table(fit_steps(scored["theme"]), fit_steps(scored["question"])), "utf-8")


def _scored(linker: Linker, contents: Contents, instrument: Id | None, lines: list[dict[str, Any]]) -> Iterator[tuple[str, float, bool]]:
    statements = [_statement(contents, instrument, line, number) for number, line in enumerate(lines)]
    gold = {
        statement.id: {*(f"theme/{theme}" for theme in line["themes"]), *(f"question/{question}" for question in line["questions"])}
        for statement, line in zip(statements, lines, strict=True)
    }
    for link in linker.link(statements, contents).links:
        kind, name = link.linked_to.split("/")[-2:]
        yield kind, link.confidence, f"{kind}/{name}" in gold[link.statement]


def _statement(contents: Contents, instrument: Id | None, line: dict[str, Any], number: int) -> Statement:
    paragraph = next(found for found in contents.paragraphs if found.number == line["paragraph"] and line["quote"] in found.span.quote)
    text, begin, document = paragraph.span.quote, paragraph.span.start, contents.document

    def find(quote: str | None) -> Span | None:
        start = text.find(quote) if quote else -1
        return Span.of(document.id, " " * begin + text, begin + start, begin + start + len(quote)) if quote and start >= 0 else None

    identity, span = child(document.id, "statement", str(number)), find(line["quote"])
    if span is None:
        raise ValueError(line)
    cited = [provision.split(",")[0].rpartition(" ") for provision in line["provisions"]] if instrument else []
    return Statement(
        id=identity,
        document=document.id,
        paragraph=paragraph.id,
        span=span,
        cue=line["cue"],
        speaker=Speaker(
            id=child(identity, "speaker"), document=document.id, kind=SpeakerKind.COLLECTIVE, prevalence=Prevalence.UNSPECIFIED
        ),
        act=Act.OBSERVE,
        stance=Stance.NEUTRAL,
        claim=line["claim"],
        rule="annotated",
        rationale=find(line["rationale"]),
        condition=find(line["condition"]),
        contrast=find(line["contrast"]),
        provisions=tuple(child(instrument, name_key(kind), number) for kind, _space, number in cited if instrument),
    )


def _contents(corpus: Corpus, treaty: Treaty, document: Document) -> Contents:
    chapters = [chapter for chapter in treaty.chapters if chapter.instrument == corpus.instruments[0].id and chapter.title]
    context = Context(
        consultation=_find_consultation(corpus, document),
        chapters={name_key((chapter.title or "").removesuffix(UNVERIFIED).strip()): chapter.id for chapter in chapters},
    )
    return read_structure(document, read_source(corpus.folder / document.file, document.checksum), context)


def _find_consultation(corpus: Corpus, document: Document) -> Consultation | None:
    return next((held for held in corpus.consultations if held.id == document.consultation), None)


def _table(themes: Iterable[Step], questions: Iterable[Step]) -> str:
    lines = ["# Made by tests/reading/linking/calibrate.py: from which score on, and how often links from there on were right."]
    for name, steps in (("themes", themes), ("questions", questions)):
        lines += [f"{name} = [", *(f"  {{ from = {start}, right = {right} }}," for start, right in steps), "]"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main(sys.argv[1:])
