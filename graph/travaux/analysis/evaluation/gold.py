"""What found statements are compared with: files and folders of annotations, gathered with the texts that stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from travaux.analysis.evaluation.annotated import Annotated, Case
from travaux.analysis.evaluation.files import name_documents, read_annotations, read_cases, read_text
from travaux.errors import AnnotationError

FindTexts = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives the texts of those of the documents named that it knows."""

ListNames = Callable[[], Iterable[str]]
"""Names all documents that it knows."""

_FORMS = "A line of a .jsonl file is a statement; report.txt beside an empty report.jsonl says that the text holds none."


@dataclass(slots=True)
class Gold:
    """Annotated statements in the order of their files.

    ``texts`` are the texts that came with the annotations, by document: those that the reader must read to be compared.
    ``elsewhere`` names the other documents that are annotated, each with a file that does. ``cases`` are by document too.
    """

    statements: list[Annotated] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, Path] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[str, ...]:
        """All documents that were annotated, with and without statements."""
        return (*self.texts, *self.elsewhere)

    def add_text(self, document: str, text: str, where: Path) -> None:
        """Take in the text of a document; ``AnnotationError`` if it is empty or there is one of that name."""
        if not text.strip():
            raise AnnotationError("the text is empty: nothing is annotated", where=str(where), hint=_FORMS)
        if document in self.texts:
            raise AnnotationError(f"a document {document!r} was given before", where=str(where), hint="Rename one, or score them apart.")
        self.texts[document] = text


def read_gold(paths: Iterable[Path], find_texts: FindTexts, known: ListNames = tuple) -> Gold:
    """Read annotations from files and folders.

    A ``.toml`` file holds cases with their texts, a ``.jsonl`` file statements; a text beside it, under the same name with ``.txt``, is
    that of the document of this name, and the texts of other documents are asked of ``find_texts``. Of a folder all such files are read,
    in the order of their names. ``AnnotationError`` if something cannot be read, a folder holds nothing of the kind or a text alone, or
    nothing is annotated; ``known`` names the documents that it lists where one is not known.
    """
    gold, paths = Gold(), list(paths)
    for file in list_files(paths, (".toml", ".jsonl")):
        if file.suffix == ".toml":
            _add_cases(gold, file)
        else:
            _add_lines(gold, file, find_texts, known)
    if not gold.documents:
        raise AnnotationError("nothing is annotated", where=", ".join(map(str, paths)), hint=_FORMS)
    return gold


def read_found(paths: Iterable[Path], texts: Mapping[str, str], find_texts: FindTexts, known: ListNames = tuple) -> list[Annotated]:
    """Read statements to be compared from ``.jsonl`` files and folders of them; ``texts`` go before those of ``find_texts``."""
    found: list[Annotated] = []
    for file in list_files(paths, (".jsonl",)):
        unknown = [name for name in name_documents(file) if name not in texts]
        found.extend(_read_lines(file, {**find_texts(unknown), **texts}, unknown, known))
    return found


def list_files(paths: Iterable[Path], endings: tuple[str, ...]) -> list[Path]:
    """List the files meant by files and folders; ``AnnotationError`` for a folder without any and for a text without annotations."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(file for file in path.iterdir() if file.suffix in endings)
        if not inside:
            raise AnnotationError(f"the folder holds no file that ends in {' or '.join(endings)}", where=str(path))
        lonely = sorted(text for text in path.glob("*.txt") if not text.with_suffix(".jsonl").exists())
        if lonely:
            hint = "Put an empty file there if the text holds no statement."
            raise AnnotationError(f"there is no {lonely[0].with_suffix('.jsonl').name} beside the text", where=str(lonely[0]), hint=hint)
        files.extend(inside)
    return files


def _add_cases(gold: Gold, file: Path) -> None:
    for case in read_cases(file):
        gold.add_text(case.document, case.text, file)
        gold.cases[case.document] = case
        gold.statements.extend(case.statements)


def _add_lines(gold: Gold, file: Path, find_texts: FindTexts, known: ListNames) -> None:
    if file.suffix == ".txt":
        hint = f"Put the annotations into {file.with_suffix('.jsonl').name} beside the text, and give that file."
        raise AnnotationError("this is a text: nothing is annotated", where=str(file), hint=hint)
    beside = file.with_suffix(".txt")
    texts: dict[str, str] = {}
    if beside.is_file():
        texts[file.stem] = read_text(beside)
        gold.add_text(file.stem, texts[file.stem], beside)
    others = [name for name in name_documents(file) if name not in texts]
    gold.statements.extend(_read_lines(file, {**find_texts(others), **texts}, others, known))
    gold.elsewhere.update(dict.fromkeys(others, file))


def _read_lines(file: Path, texts: Mapping[str, str], documents: Iterable[str], known: ListNames) -> tuple[Annotated, ...]:
    """Read statements; all known documents are named only where the text of one is missing."""
    return read_annotations(file, texts, () if all(name in texts for name in documents) else known())
