"""Statements of the reports of a corpus, as rules propose them: read from each, and linked to what the corpus knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from travaux.model.argument import Link, Said, Statement
from travaux.model.document import Document
from travaux.pipeline.bench import Bench, Part
from travaux.pipeline.sources import ReadDocument
from travaux.rdf.encoding import decode_actors, decode_statements, encode_actors, encode_statements, text_order
from travaux.rdf.lines import to_lines
from travaux.reading.english import is_english
from travaux.reading.extraction import Reader


def make_reading(document: Document, bench: Bench) -> tuple[bytes, ...]:
    """Read the statements of a report; the slow part of a build."""
    said = read_statements(bench.sources.read(document), bench.reader, bench.progress)
    base = bench.corpus.base
    return to_lines(chain(encode_statements(said.statements, (), base), encode_actors(said.actors, base)))


def make_linked(document: Document, reading: Part, bench: Bench) -> tuple[bytes, ...]:
    """Link the statements that were read from a report to themes and questions; who speaks in them stays as read."""
    lines, base = bench.lines(reading), bench.corpus.base
    statements, _ = decode_statements(lines, base)
    linker = bench.linker
    linked = linker.link(statements, bench.sources.read(document).contents)
    actors = encode_actors(decode_actors(lines, base), base)
    return to_lines(chain(encode_statements(linked.statements, linked.links, base), actors))


def read_linked(part: Part, bench: Bench) -> tuple[tuple[Statement, ...], tuple[Link, ...]]:
    """Give the linked statements of a report in the order of its text, and their links."""
    return decode_statements(bench.lines(part), bench.corpus.base)


def read_statements(read: ReadDocument, reader: Reader, progress: Callable[[int, int], None]) -> Said:
    """Read the statements of a document and who speaks in them.

    They have the form in which kept ones come back: in the order of the text, many values sorted. A document in
    another language than English has none.
    """
    if not is_english(read.source.text):
        return Said()
    said = reader.read(read.contents, read.source, progress)
    return replace(said, statements=tuple(sorted(map(_with_sorted_values, said.statements), key=text_order)))


def _with_sorted_values(said: Statement) -> Statement:
    named = said.speaker
    speaker = replace(named, participations=tuple(sorted(named.participations)), actors=tuple(sorted(named.actors)))
    return replace(
        said,
        speaker=speaker,
        provisions=tuple(sorted(said.provisions)),
        citations=tuple(sorted(said.citations)),
        anaphoric_citations=tuple(sorted(said.anaphoric_citations)),
    )
