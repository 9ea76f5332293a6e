"""The statements that are compared with annotated ones: found in texts by the reader, or in a corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from travaux.analysis.evaluation import Annotated, Gold


class Texts:
    """The texts of the documents of a corpus, each read when it is asked for."""

    def __init__(self, corpus: Path | None) -> None:
        self.given = corpus

    def names(self) -> tuple[str, ...]:
        """Name all documents of the corpus."""
        from travaux.pipeline.workspace import find_corpus
        from travaux.reading.corpus import read_corpus

        return tuple(document.name for document in read_corpus(find_corpus(self.given)).documents)

    def __call__(self, names: Sequence[str]) -> Mapping[str, str]:
        """Give the texts of those of the documents named that the corpus holds."""
        from travaux.pipeline.sources import read_text
        from travaux.pipeline.workspace import find_corpus
        from travaux.reading.corpus import read_corpus

        if not names:
            return {}
        corpus = read_corpus(find_corpus(self.given))
        wanted = [document for document in corpus.documents if document.name in names]
        return {document.name: read_text(corpus, document) for document in wanted}


def find(gold: Gold, texts: Texts, *, proposed: bool) -> list[Annotated]:
    """Find statements where annotated ones are: in the texts that came with them, and in the corpus for its own documents.

    Of the corpus, those that stand in its built graph are taken, or those that rules alone have ``proposed``. ``AnnotationError`` if a
    document can be read nowhere.
    """
    if gold.elsewhere:
        _check_known(gold, texts.names())
    of_corpus = _proposed if proposed else _standing
    return [*(_read(gold.texts) if gold.texts else ()), *(of_corpus(texts.given) if gold.elsewhere else ())]


def _check_known(gold: Gold, names: Sequence[str]) -> None:
    """Refuse annotated documents that can be read nowhere: everything in them would count as missed."""
    from travaux.analysis.evaluation import known_documents
    from travaux.errors import AnnotationError

    for document, file in gold.elsewhere.items():
        if document not in names:
            ways = f"Put the text beside the annotations, {document}.txt beside {document}.jsonl, or compare --statements FILE."
            hint = f"{known_documents([*gold.texts, *names])} {ways}"
            raise AnnotationError(f"the document {document!r} is not in the corpus", where=str(file), hint=hint)


def _read(texts: Mapping[str, str]) -> Iterator[Annotated]:
    """Read the statements of texts that are no documents of a corpus."""
    from travaux.analysis.evaluation import to_annotated
    from travaux.pipeline.loose_texts import find_in_texts

    for name, statements in find_in_texts(texts):
        yield from (replace(statement, document=name) for statement in to_annotated(statements))


def _proposed(folder: Path | None) -> Iterator[Annotated]:
    """Take the statements of the corpus that rules propose, whatever people have decided about them."""
    from travaux.analysis.evaluation import to_annotated
    from travaux.cli.progress import shown_progress
    from travaux.pipeline.proposed import find_proposals
    from travaux.pipeline.workspace import find_corpus

    with shown_progress() as progress:
        return to_annotated(*find_proposals(find_corpus(folder), progress))


def _standing(folder: Path | None) -> Iterator[Annotated]:
    """Take the statements of the built graph: reviewed ones, and proposals that nobody has decided about."""
    from travaux.analysis.evaluation import to_annotated
    from travaux.model.argument import Link, Statement
    from travaux.pipeline.workspace import find_corpus, get_built
    from travaux.rdf.store import open_store
    from travaux.rdf.stored import find_records
    from travaux.reading.corpus import read_corpus

    base = read_corpus(find_corpus(folder)).base
    with open_store(get_built(folder).store, read_only=True) as store:
        return to_annotated(find_records(store, Statement, base), find_records(store, Link, base))
