"""The desk itself: it reads the review files again whenever they change, and writes nothing that would not find its place again."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import ReviewError
from travaux.model.corpus import Corpus
from travaux.model.identity import name_key
from travaux.pipeline.bench import Bench, PartKind, open_bench
from travaux.pipeline.build import build
from travaux.pipeline.desk.drafts import Draft, check_draft, to_opinion
from travaux.pipeline.desk.items import Item, State
from travaux.pipeline.desk.reports import Report, read_report
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.parts import plan_parts
from travaux.pipeline.progress import Progress, silent
from travaux.pipeline.sources import Sources
from travaux.pipeline.workspace import Workspace
from travaux.reading.corpus import read_corpus
from travaux.reading.review.folder import (
    Entry,
    Review,
    add_position,
    name_reviewer,
    read_review,
    review_files,
    write_entries,
)
from travaux.reading.treaty import read_treaty


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which items are wanted: those for which all that is given holds. ``below`` is an upper bound of the confidence (0 to 1)."""

    document: str | None = None
    states: frozenset[State] = frozenset(State)
    rule: str | None = None
    below: float | None = None
    words: str | None = None

    def admits(self, item: Item) -> bool:
        """Tell whether an item is wanted."""
        return (
            self.document in {None, item.document.name}
            and item.state in self.states
            and self.rule in {None, item.rule}
            and (self.below is None or item.confidence < self.below)
            and (self.words is None or self.words.casefold() in f"{item.fields.get('quote')} {item.fields.get('claim')}".casefold())
        )


class Desk:
    """The review of one corpus. Safe to use from several threads; other processes may change the files meanwhile."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._lock = threading.RLock()
        self._stamp: object = None
        self._review = Review()
        self._reports: dict[str, Report] = {}
        self._parts = plan_parts(bench.corpus, bench.sources.treaty, Review())

    @property
    def corpus(self) -> Corpus:
        """The corpus under review."""
        return self._bench.corpus

    @property
    def review(self) -> Review:
        """What has been decided, as the files say now; ``CorpusError`` if they hold mistakes."""
        with self._lock:
            self._refresh()
            return self._review

    def items(self, wanted: Filter | None = None) -> tuple[Item, ...]:
        """Give the items wanted, document by document in the order of the text, those whose place is lost last."""
        with self._lock:
            self._refresh()
            every = (item for report in self._reports.values() for item in report.items)
            return tuple(item for item in every if wanted is None or wanted.admits(item))

    def item(self, document: str, key: str) -> Item:
        """Get one item; ``ReviewError`` if there is none."""
        with self._lock:
            self._refresh()
            return self._report(document).get(key)

    def progress(self) -> dict[str, Counter[State]]:
        """Count the items of each document by state."""
        with self._lock:
            self._refresh()
            return {name: Counter(item.state for item in report.items) for name, report in self._reports.items()}

    def positions(self) -> dict[str, str]:
        """Give the claims of the positions that have been named, by key."""
        return {key: table.claim for key, table in sorted(self.review.positions.items())}

    def decide(self, reviewer: str, document: str, drafts: Sequence[Draft]) -> tuple[Item, ...]:
        """Write decisions about statements of one document, all or nothing, and give the items as they are then.

        ``ReviewError`` tells everything that is wrong with a draft: a quote that does not stand in the paragraph, a name that stands
        for nothing. ``ConflictError``: somebody has decided meanwhile; nothing is written.
        """
        with self._lock:
            self._refresh()
            report = self._report(document)
            entries = []
            for draft in drafts:
                opinion = to_opinion(draft, reviewer, report)
                if opinion is not None:
                    check_draft(opinion, report)
                key = opinion.key if opinion else str(draft.key)
                entries.append(Entry(key, reviewer, opinion, draft.expected, report.following(opinion)))
            write_entries(self.corpus.folder, document, entries)
            self._refresh()
            written = self._report(document)
            return tuple(item for entry in entries if (item := written.find(entry.key)))

    def add_position(self, reviewer: str, claim: str) -> str:
        """Name a position and give its key; one with the same claim is not named twice."""
        with self._lock:
            return add_position(self.corpus.folder, claim, reviewer)

    def sign_in(self, name: str) -> str:
        """Give the short name of a reviewer, whose full name is kept if it is new; ``ReviewError`` if it has no letter."""
        short = name_key(name)
        if not short.isascii() or not short:
            short = name_key(short.encode("ascii", "ignore").decode())
        if not short:
            raise ReviewError("a reviewer needs a name with letters of the Latin alphabet", hint="Write it in Latin letters too.")
        if short != name and short not in self.review.reviewers:
            name_reviewer(self.corpus.folder, short, name)
        return short

    def _report(self, document: str) -> Report:
        if document not in self._reports:
            known = ", ".join(self._reports) or "none"
            raise ReviewError(f"there is no report {document!r} to review", hint=f"Reports of this corpus: {known}.")
        return self._reports[document]

    def _refresh(self) -> None:
        """Read the review again if a file of it has changed, and lay it over the proposals of the documents concerned."""
        stats = ((path, path.stat()) for path in review_files(self.corpus.folder))
        stamp = tuple((path, stat.st_mtime_ns, stat.st_size, stat.st_ino) for path, stat in stats)
        if stamp == self._stamp:
            return
        before, self._review = self._review, read_review(self.corpus.folder)
        same_names = before.positions.keys() == self._review.positions.keys()
        for part in self._parts:
            if part.kind is PartKind.PROPOSALS and part.document is not None:
                name = part.document.name
                if name in self._reports and same_names and before.opinions.get(name) == self._review.opinions.get(name):
                    continue
                self._reports[name] = read_report(part, part.document, self._review, self._bench)
        self._stamp = stamp


@contextmanager
def open_desk(folder: Path, progress: Progress = silent) -> Iterator[Desk]:
    """Build a corpus if it has changed, and lay its statements out for review.

    Raises what ``build`` raises.
    """
    build(folder, progress=progress)
    corpus = read_corpus(folder)
    sources = Sources(corpus, read_treaty(corpus))
    with open_bench(sources, KeptParts(Workspace.to_read(corpus.folder).parts), lambda _done, _all: None) as bench:
        yield Desk(bench)
