"""Statements of the reports of a corpus: read from each, linked to what the corpus knows, and gathered to positions over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from travaux.model.argument import Link, Statement
from travaux.model.document import Document
from travaux.pipeline.bench import Bench, Part
from travaux.pipeline.sources import ReadDocument
from travaux.rdf.encoding import decode_statements, encode_positions, encode_statements, text_order
from travaux.rdf.lines import to_lines
from travaux.reading.english import is_english
from travaux.reading.extraction import Reader
from travaux.reading.linking import find_positions, link_statements


def make_reading(document: Document, bench: Bench) -> tuple[bytes, ...]:
    """Read the statements of a report; the slow part of a build."""
    statements = read_statements(bench.sources.read(document), bench.reader, bench.progress)
    return to_lines(encode_statements(statements, (), bench.corpus.base))


def make_linked(document: Document, reading: Part, bench: Bench) -> tuple[bytes, ...]:
    """Link the statements that were read from a report to themes and questions."""
    statements, _ = decode_statements(bench.lines(reading), bench.corpus.base)
    knowledge = bench.knowledge
    linked = link_statements(statements, bench.sources.read(document).contents, knowledge)
    return to_lines(encode_statements(linked.statements, linked.links, bench.corpus.base))


def make_positions(linked: Iterable[Part], bench: Bench) -> tuple[bytes, ...]:
    """Find the positions that the statements of all reports express."""
    statements = tuple(chain.from_iterable(read_linked(part, bench)[0] for part in linked))
    found = find_positions(statements)
    return to_lines(encode_positions(found.positions, found.links, statements, found.of, bench.corpus.base))


def read_linked(part: Part, bench: Bench) -> tuple[tuple[Statement, ...], tuple[Link, ...]]:
    """Give the linked statements of a report in the order of its text, and their links."""
    return decode_statements(bench.lines(part), bench.corpus.base)


def read_statements(read: ReadDocument, reader: Reader, progress: Callable[[int, int], None]) -> tuple[Statement, ...]:
    """Read the statements of a document, in the form in which kept ones come back: in the order of the text, many values sorted.

    A document in another language than English has none.
    """
    if not is_english(read.source.text):
        return ()
    found = reader.find_statements(read.contents, read.source, progress)
    sorted_values = (replace(one, provisions=tuple(sorted(one.provisions)), citations=tuple(sorted(one.citations))) for one in found)
    return tuple(sorted(sorted_values, key=text_order))
