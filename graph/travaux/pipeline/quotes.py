"""Whether everything that is kept as quoted stands in its document, character for character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.errors import TravauxError
from travaux.model.argument import Statement
from travaux.model.corpus import Corpus
from travaux.model.document import Document, Paragraph
from travaux.model.finding import Finding
from travaux.model.identity import digest, identifier
from travaux.model.schemes import Severity
from travaux.model.store import Store
from travaux.model.text import Span
from travaux.rdf.stored import find_records
from travaux.reading.formats import read_source


def check_document(store: Store, corpus: Corpus, document: Document) -> tuple[tuple[Finding, ...], int]:
    """Check the quotes of a document, and the words of its statements; also give the number of places compared."""
    spans = find_records(store, Span, corpus.base, document=document.id)
    statements = find_records(store, Statement, corpus.base, document=document.id)
    paragraphs = find_records(store, Paragraph, corpus.base, document=document.id) if statements else ()
    return (*_check_quotes(corpus, document, spans), *_check_words(document, statements, paragraphs)), len(spans)


def _check_quotes(corpus: Corpus, document: Document, spans: Iterable[Span]) -> Iterator[Finding]:
    """Compare quotes with the characters that stand at their places in the document as it is on disk now."""
    try:
        text = read_source(corpus.folder / document.file, document.checksum).text
    except TravauxError as error:
        yield _mismatch(document, None, f"the document cannot be read, and {len(tuple(spans))} quotes are unchecked: {error.what}")
        return
    for span in spans:
        stands = text[span.start : span.end]
        if stands != span.quote:
            yield _mismatch(
                document, span, f"characters {span.start}-{span.end} are kept as {span.quote!r} but the document has {stands!r}"
            )


def _check_words(document: Document, statements: Iterable[Statement], paragraphs: Iterable[Paragraph]) -> Iterator[Finding]:
    """Look for the cue and the speaker of each statement, which have no place of their own, in the paragraph where its quote stands."""
    places = {paragraph.id: paragraph.span for paragraph in paragraphs}
    for statement in statements:
        place = places.get(statement.paragraph)
        if place is None:
            continue  # A link to nothing, which is a fault of its own.
        if not place.start <= statement.span.start < statement.span.end <= place.end:
            yield _mismatch(document, statement.span, f"the quote of {statement.id} does not stand in {statement.paragraph}")
        for what, words in (("cue", statement.cue), ("speaker", statement.speaker.phrase)):
            if words is not None and words not in place.quote:
                yield _mismatch(document, statement.span, f"the {what} {words!r} does not stand in {statement.paragraph}", what)


def _mismatch(document: Document, span: Span | None, message: str, *what: str) -> Finding:
    return Finding(
        id=identifier("finding", "quote", digest(document.name, span.id if span else "", *what)),
        check="quote",
        severity=Severity.ERROR,
        message=f"{document.name}: {message}",
        document=document.id,
        subject=span.id if span else document.id,
        spans=(span,) if span else (),
    )
