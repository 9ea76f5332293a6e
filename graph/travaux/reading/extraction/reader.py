"""Reading the statements of a document: sentences that can hold one are parsed and read, then speakers and citations are resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from travaux.model.argument import Said, Statement
from travaux.model.contents import Contents
from travaux.model.lexicon import Lexicon
from travaux.model.text import SourceText
from travaux.reading.extraction.candidates import find_candidates
from travaux.reading.extraction.cast import Cast
from travaux.reading.extraction.cue_index import CueIndex, to_index
from travaux.reading.extraction.sentences import Reported
from travaux.reading.extraction.statements import StatementWriter
from travaux.reading.extraction.workers import Workers, count_processors, read_texts

Progress = Callable[[int, int], None]
"""Told how many sentences are read and how many there are."""

_CHUNK = 256
"""Sentences read at a time. Sorting them by length first makes the parser no faster."""
_WORTH_A_PROCESS = 1_000
"""Fewer sentences than this are read sooner than other processes have loaded the language model."""


@dataclass
class Reader:
    """Reads statements. Get one from ``open_reader`` and use it for many documents: the language model is loaded once."""

    lexicon: Lexicon
    workers: Workers
    _index: CueIndex = field(init=False)

    def __post_init__(self) -> None:
        self._index = to_index(self.lexicon)

    def find_statements(self, contents: Contents, source: SourceText, progress: Progress | None = None) -> tuple[Statement, ...]:
        """Find the statements alone, as ``read`` does, for a text whose actors nobody keeps."""
        return self.read(contents, source, progress).statements

    def read(self, contents: Contents, source: SourceText, progress: Progress | None = None) -> Said:
        """Read the statements of a document in the order of its text, with the provisions that they cite, and who speaks in them.

        The same input gives the same, in one process or several. A text without reporting sentences has no statements. Raises
        ``TravauxError`` if the language model is not installed or a process that reads has died.
        """
        index = self._index.in_own_words() if contents.responses else self._index
        candidates = list(find_candidates(contents, source.text, index))
        cast = Cast(contents, self._index)
        writer = StatementWriter(contents, source.text, cast)
        statements: dict[str, Statement] = {}
        for done, (candidate, found) in enumerate(zip(candidates, self._read(index, [one.plain.text for one in candidates]), strict=True)):
            for statement in writer.write(candidate, found):
                statements.setdefault(statement.id, statement)
            if progress is not None:
                progress(done + 1, len(candidates))
        ordered = sorted(statements.values(), key=lambda one: (one.span.start, one.span.end, one.id))
        return Said(statements=tuple(ordered), actors=cast.added())

    def _read(self, index: CueIndex, texts: Sequence[str]) -> Iterator[tuple[Reported, ...]]:
        chunks = [texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK)]
        if self.workers.processes > 1 and len(texts) >= _WORTH_A_PROCESS:
            for found in self.workers.read(chunks, own_words=index.own_words):
                yield from found
        else:
            for chunk in chunks:
                yield from read_texts(index, chunk)


@contextmanager
def open_reader(lexicon: Lexicon, *, processes: int | None = None) -> Iterator[Reader]:
    """Give a reader with a lexicon; ``processes`` defaults to the number of usable processors. Long texts are shared among them.

    The processes end when the reader is closed, and when the process that opened it dies.
    """
    workers = Workers(lexicon, processes or count_processors())
    try:
        yield Reader(lexicon, workers)
    finally:
        workers.close()
