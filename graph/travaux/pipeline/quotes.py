"""Whether everything that is kept as quoted stands in its document, character for character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.errors import TravauxError
from travaux.model.argument import Statement
from travaux.model.corpus import Corpus
from travaux.model.document import Document, Paragraph
from travaux.model.finding import Finding
from travaux.model.identity import digest, identifier
from travaux.model.responses import Respondent
from travaux.model.schemes import Severity
from travaux.model.store import Store
from travaux.model.text import Span
from travaux.pipeline.sources import ReadDocument, read_text
from travaux.rdf.lines import from_lines
from travaux.rdf.records import gather
from travaux.rdf.stored import find_records, records_in


def check_document(store: Store, corpus: Corpus, document: Document) -> tuple[tuple[Finding, ...], int]:
    """Check the quotes of a document in a store, and the words of its statements, against the document as it is on disk now.

    Also gives the number of places compared.
    """
    spans = find_records(store, Span, corpus.base, document=document.id)
    statements = find_records(store, Statement, corpus.base, document=document.id)
    paragraphs = find_records(store, Paragraph, corpus.base, document=document.id) if statements else ()
    try:
        text = read_text(corpus, document)
    except TravauxError as error:
        unread = f"the document cannot be read, and {len(spans)} quotes are unchecked: {error.what}"
        return (_mismatch(document, None, unread),), len(spans)
    respondents = find_records(store, Respondent, corpus.base, document=document.id) if statements else ()
    return (*_check_quotes(document, text, spans), *_check_words(document, statements, paragraphs, respondents)), len(spans)


def check_part(lines: Iterable[bytes], read: ReadDocument, base: str) -> tuple[Finding, ...]:
    """Check the quotes of a part made of a document, and the words of the statements in it, against the document as it was read."""
    told, document = gather(from_lines(lines)), read.contents.document
    quotes = _check_quotes(document, read.source.text, records_in(told, Span, base))
    return (*quotes, *_check_words(document, records_in(told, Statement, base), read.contents.paragraphs, read.contents.respondents))


def _check_quotes(document: Document, text: str, spans: Iterable[Span]) -> Iterator[Finding]:
    for span in spans:
        stands = text[span.start : span.end]
        if stands != span.quote:
            yield _mismatch(
                document, span, f"characters {span.start}-{span.end} are kept as {span.quote!r} but the document has {stands!r}"
            )


def _check_words(
    document: Document, statements: Iterable[Statement], paragraphs: Iterable[Paragraph], respondents: Iterable[Respondent]
) -> Iterator[Finding]:
    """Look for the cue and the speaker of each statement, which have no place of their own, in the paragraph where its quote stands.

    A respondent who speaks stands in the heading over the answers.
    """
    places = {paragraph.id: paragraph.span for paragraph in paragraphs}
    headings = {respondent.span.quote for respondent in respondents}
    for statement in statements:
        place = places.get(statement.paragraph)
        if place is None:
            continue  # A link to nothing, which is a fault of its own.
        if not place.start <= statement.span.start < statement.span.end <= place.end:
            yield _mismatch(document, statement.span, f"the quote of {statement.id} does not stand in {statement.paragraph}")
        for what, words in (("cue", statement.cue), ("speaker", statement.speaker.phrase)):
            respondent = what == "speaker" and statement.speaker.respondent is not None
            if words is not None and words not in place.quote and not (respondent and words in headings):
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
