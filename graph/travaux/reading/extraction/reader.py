"""Reading the statements of a document: sentences that can hold one are parsed and read, then speakers and citations are resolved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context

from travaux.model.argument import Statement
from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import child, digest
from travaux.model.lexicon import Lexicon
from travaux.model.schemes import SpeakerKind
from travaux.model.sentences import find_sentences
from travaux.model.text import SourceText, Span
from travaux.reading.extraction.cue_index import CueIndex, to_index
from travaux.reading.extraction.provisions import Citations
from travaux.reading.extraction.resolution import Resolver
from travaux.reading.extraction.sentences import Place, Reported, read_sentence
from travaux.reading.language.parser import LONGEST, parse
from travaux.reading.language.plain import PlainText, to_plain

Progress = Callable[[int, int], None]
"""Told how many sentences are read and how many there are."""

_CHUNK = 256
_WORTH_A_PROCESS = 1_000
_SHORTEST = 15


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that can hold a statement."""

    paragraph: Paragraph
    plain: PlainText


@dataclass
class Reader:
    """Reads statements. Get one from ``open_reader`` and use it for many documents: the language model is loaded once."""

    lexicon: Lexicon
    processes: int
    _index: CueIndex = field(init=False)
    _pool: ProcessPoolExecutor | None = None

    def __post_init__(self) -> None:
        self._index = to_index(self.lexicon)

    def find_statements(self, contents: Contents, source: SourceText, progress: Progress | None = None) -> tuple[Statement, ...]:
        """Find the statements of a document in the order of its text, with the provisions that they cite.

        The same input gives the same statements, in one process or several. A text without reporting sentences has none.
        """
        candidates = list(_candidates(contents, source.text, self._index))
        texts = [candidate.plain.text for candidate in candidates]
        resolver, citations = Resolver(contents), Citations(contents)
        statements: dict[str, Statement] = {}
        for done, (candidate, found) in enumerate(zip(candidates, self._read(texts), strict=True)):
            for reported in found:
                statement = _to_statement(reported, candidate, contents, source.text, resolver, citations)
                if not _is_unresolved(statement):
                    statements.setdefault(statement.id, statement)
            if progress is not None:
                progress(done + 1, len(candidates))
        return tuple(sorted(statements.values(), key=lambda one: (one.span.start, one.span.end, one.id)))

    def _read(self, texts: Sequence[str]) -> Iterator[tuple[Reported, ...]]:
        chunks = [texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK)]
        if self.processes > 1 and len(texts) >= _WORTH_A_PROCESS:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(self.processes, get_context("spawn"), _start_worker, (self.lexicon,))
            for found in self._pool.map(_read_in_worker, chunks):
                yield from found
        else:
            for chunk in chunks:
                yield from _read_chunk(self._index, chunk)

    def close(self) -> None:
        """Stop the worker processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


@contextmanager
def open_reader(lexicon: Lexicon, *, processes: int | None = None) -> Iterator[Reader]:
    """Give a reader with a lexicon; ``processes`` defaults to the number of usable processors. Long texts are shared among them."""
    reader = Reader(lexicon, processes or len(os.sched_getaffinity(0)))
    try:
        yield reader
    finally:
        reader.close()


def _is_unresolved(statement: Statement) -> bool:
    """Whether *it* is said to have spoken and nothing before it can have."""
    phrase = statement.speaker.phrase
    return phrase is not None and phrase.lower() == "it" and statement.speaker.kind is not SpeakerKind.NAMED


def _candidates(contents: Contents, text: str, index: CueIndex) -> Iterator[_Candidate]:
    """Yield the sentences of the paragraphs that have a cue in them and can be parsed."""
    for paragraph in contents.paragraphs:
        for start, end in find_sentences(text, paragraph.span.start, paragraph.span.end):
            if _SHORTEST <= end - start <= LONGEST and index.hint.search(text, start, end):
                plain = to_plain(text, start, end)
                if len(plain.text) >= _SHORTEST:
                    yield _Candidate(paragraph, plain)


def _read_chunk(index: CueIndex, texts: Iterable[str]) -> list[tuple[Reported, ...]]:
    return [read_sentence(sentence, index) for sentence in parse(texts)]


_worker: Callable[[Iterable[str]], list[tuple[Reported, ...]]]


def _start_worker(lexicon: Lexicon) -> None:
    global _worker  # noqa: PLW0603, a worker process keeps its index from one chunk to the next
    _worker = partial(_read_chunk, to_index(lexicon))


def _read_in_worker(texts: Sequence[str]) -> list[tuple[Reported, ...]]:
    return _worker(texts)


def _to_statement(
    reported: Reported, candidate: _Candidate, contents: Contents, text: str, resolver: Resolver, citations: Citations
) -> Statement:
    document, plain = contents.document.id, candidate.plain
    span = _to_span(document, text, plain, reported.quote)
    cue = text[slice(*plain.to_source(*reported.cue))]
    phrase = text[slice(*plain.to_source(*reported.speaker))] if reported.speaker else None
    identity = child(document, "statement", digest(str(span.start), str(span.end), cue, phrase or ""))
    optional = {name: _to_span(document, text, plain, place) for name, place in _adjuncts(reported) if place is not None}
    own = [reported.quote, *optional_places(reported)]
    places = [plain.to_source(*place) for place in own]
    if reported.topic > 0:
        places.append(plain.to_source(0, reported.topic))
    references = citations.of(candidate.paragraph.id, text, places, plain.offsets[0])
    return Statement(
        id=identity,
        document=document,
        paragraph=candidate.paragraph.id,
        span=span,
        cue=cue,
        speaker=resolver.resolve(reported, phrase, candidate.paragraph, child(identity, "speaker")),
        act=reported.act,
        stance=reported.stance,
        claim=reported.claim,
        rule=reported.rule,
        citations=tuple(one.target for one in references),
        provisions=tuple(dict.fromkeys(one.provision for one in references if one.provision is not None)),
        **optional,
    )


def _adjuncts(reported: Reported) -> Iterator[tuple[str, Place | None]]:
    yield "rationale", reported.rationale
    yield "condition", reported.condition
    yield "contrast", reported.contrast


def optional_places(reported: Reported) -> list[Place]:
    """List the places of what was taken off the content."""
    return [place for _, place in _adjuncts(reported) if place is not None]


def _to_span(document: str, text: str, plain: PlainText, place: Place) -> Span:
    return Span.of(document, text, *plain.to_source(*place))
