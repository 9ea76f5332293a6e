"""The desk itself: it reads the review files again whenever they change, and writes nothing that would not find its place again."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import ReviewError, TravauxError
from travaux.model.argument import Link
from travaux.model.corpus import Corpus
from travaux.model.identity import digest
from travaux.model.review import Opinion
from travaux.pipeline.bench import Bench, PartKind, open_bench
from travaux.pipeline.build import build
from travaux.pipeline.desk.drafts import Draft, Earlier, to_opinions
from travaux.pipeline.desk.files import File, ReviewFiles
from travaux.pipeline.desk.ground import Ground
from travaux.pipeline.desk.items import Item, State
from travaux.pipeline.desk.names import keep_name, reviewer_change, short_name
from travaux.pipeline.desk.reports import Read, Report, lay_out, read_proposals
from travaux.pipeline.desk.vocabulary import Vocabulary, read_vocabulary
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.parts import plan_parts
from travaux.pipeline.progress import Progress, silent
from travaux.pipeline.sources import Sources
from travaux.pipeline.workspace import Workspace
from travaux.reading.corpus import read_corpus
from travaux.reading.review.folder import Entry, Review, add_position, change_files, check_fields, entries_change, statements_file
from travaux.reading.review.naming import Naming, naming_change
from travaux.reading.review.schema import KEY
from travaux.reading.review.tables import FOLDER, POSITIONS, REVIEWERS
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
            and (self.words is None or self.words.casefold() in item.words.casefold())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: the items as they are now, and for each statement what would restore what its reviewer held before."""

    items: tuple[Item, ...]
    before: tuple[tuple[str, str, Opinion | None], ...]
    """The key of a statement, its version now, and the opinion held before, ``None`` if there was none."""
    trouble: str | None = None
    """Why the review cannot be read since: it is written, but there are no items to give."""


class Desk:
    """The review of one corpus. Safe to use from several threads; other processes may change the files meanwhile."""

    def __init__(self, bench: Bench, ground: Ground) -> None:
        self._bench = bench
        self._ground = ground
        self._lock = threading.RLock()
        self._files = ReviewFiles(bench.corpus.folder)
        self._reads: dict[str, Read] = {}
        self._laid: dict[str, tuple[File, frozenset[str]]] = {}
        self._reports: dict[str, Report] = {}
        parts = plan_parts(bench.corpus, bench.sources.treaty, Review())
        self._parts = tuple(part for part in parts if part.kind is PartKind.PROPOSALS and part.document is not None)

    @property
    def corpus(self) -> Corpus:
        """The corpus under review."""
        return self._bench.corpus

    @property
    def review(self) -> Review:
        """What has been decided, as the files say now; ``CorpusError`` if they hold mistakes."""
        with self._lock:
            self._refresh()
            return self._files.review

    @property
    def stamp(self) -> str:
        """Tell one state of the files from another, without reading them."""
        return digest(*(str(part) for file in (*self._ground.stamp(), *self._files.stamp()) for part in file))

    def items(self, wanted: Filter | None = None) -> tuple[Item, ...]:
        """Give the items wanted, document by document in the order of the text, those whose place is lost last."""
        with self._lock:
            self._refresh()
            every = (item for report in self._reports.values() for item in report.items)
            return tuple(item for item in every if wanted is None or wanted.admits(item))

    def item(self, document: str, key: str) -> Item:
        """Get one item; ``ReviewError`` if there is none."""
        return self.report(document).get(key)

    def report(self, document: str) -> Report:
        """Get a report with all its items, as it is now; ``ReviewError`` if there is none."""
        with self._lock:
            self._refresh()
            return self._report(document)

    def links(self, item: Item) -> tuple[Link, ...]:
        """Give the links that rules propose for an item, each with its reason."""
        return self.report(item.document.name).links(item)

    def progress(self) -> dict[str, Counter[State]]:
        """Count the items of each document by state."""
        with self._lock:
            self._refresh()
            return {name: Counter(item.state for item in report.items) for name, report in self._reports.items()}

    def positions(self) -> dict[str, str]:
        """Give the claims of the positions that have been named, by key."""
        return {key: table.claim for key, table in self.review.named.items()}

    def vocabulary(self, document: str) -> Vocabulary:
        """Tell what the fields of a statement of a document may say."""
        report = self.report(document)
        return read_vocabulary(report.contents, report.replay, self._bench)

    def held(self, reviewer: str, document: str, keys: Sequence[str]) -> tuple[Opinion | None, ...]:
        """Tell what a reviewer holds of statements now, ``None`` for nothing."""
        with self._lock:
            self._refresh()
            own = {one.key: one for one in self._files.file(document).opinions if one.reviewer == reviewer}
            return tuple(own.get(key) for key in keys)

    def decide(self, reviewer: str, document: str, drafts: Sequence[Draft]) -> tuple[Item, ...]:
        """Write decisions about statements of one document, all or nothing, and give the items as they are then.

        ``ReviewError`` tells everything that is wrong with a draft: a quote that does not stand in the paragraph, a name that stands
        for nothing. ``ConflictError``: somebody has decided meanwhile; nothing is written.
        """
        return self.replace(reviewer, document, drafts).items

    def replace(self, reviewer: str, document: str, drafts: Sequence[Draft]) -> Written:
        """Decide as ``decide`` does, and tell too what the reviewer held of each statement before."""
        with self._lock:
            self._refresh()
            report = self._report(document)
            for draft in drafts:
                if draft.key is not None:
                    report.get(draft.key)
            opinions = to_opinions(drafts, reviewer, report)
            keys = [opinion.key if opinion else str(draft.key) for opinion, draft in zip(opinions, drafts, strict=True)]
            before = self.held(reviewer, document, keys)
            entries = [
                Entry(key, reviewer, opinion, draft.expected, report.following(opinion))
                for key, opinion, draft in zip(keys, opinions, drafts, strict=True)
            ]
            return self._write(document, entries, before)

    def check(self, reviewer: str, document: str, draft: Draft, named: frozenset[str]) -> None:
        """Raise what ``decide_together`` would raise for one draft, if the positions ``named`` were named with it."""
        with self._lock, self._naming(named):
            to_opinions([draft], reviewer, self._report(document))

    def decide_together(self, name: str, drafts: Mapping[str, Sequence[Draft]], namings: Sequence[Naming] = ()) -> None:
        """Write decisions about statements of several documents, by their names, and name positions with them: all or nothing.

        ``name`` is that of the reviewer, who is signed in with them. Errors are those of ``decide``; what changed since the drafts were
        made is a ``ConflictError``.
        """
        with self._lock, self._naming(frozenset(naming.key for naming in namings)):
            reviewer = self.short_name(name)
            changes = {self.corpus.folder / FOLDER / REVIEWERS: reviewer_change(reviewer, name)}
            for document, own in drafts.items():
                report = self._report(document)
                opinions = to_opinions(own, reviewer, report)
                pairs = zip(opinions, own, strict=True)
                entries = [
                    Entry(one.key if one else str(draft.key), reviewer, one, draft.expected, report.following(one)) for one, draft in pairs
                ]
                changes[statements_file(self.corpus.folder, document)] = entries_change(document, entries, {})
            if namings:
                changes[self.corpus.folder / FOLDER / POSITIONS] = naming_change(namings, reviewer)
            change_files(self.corpus.folder, changes)

    @contextmanager
    def _naming(self, keys: frozenset[str]) -> Iterator[None]:
        """Let positions be known as named that are about to be."""
        self._refresh()
        before = frozenset(self._files.review.named)
        try:
            for read in self._read().values():
                read.overlay.name_positions(before | keys)
            yield
        finally:
            for read in self._read().values():
                read.overlay.name_positions(before)

    def restore(self, reviewer: str, document: str, earlier: Sequence[Earlier]) -> tuple[Item, ...]:
        """Let a reviewer hold again exactly what was held before, all or nothing; errors as those of ``decide``."""
        with self._lock:
            self._refresh()
            report = self._report(document)
            for one in earlier:
                if not KEY.fullmatch(one.key):
                    raise ReviewError(f"there is no statement {one.key!r}", where=document)
            opinions = [check_fields(one.fields, one.key, document, reviewer) if one.fields is not None else None for one in earlier]
            entries = [
                Entry(one.key, reviewer, opinion, one.expected, report.following(opinion))
                for one, opinion in zip(earlier, opinions, strict=True)
            ]
            return self._write(document, entries, opinions).items

    def add_position(self, reviewer: str, claim: str) -> str:
        """Name a position and give its key; one with the same claim is not named twice."""
        with self._lock:
            self._refresh()
            return add_position(self.corpus.folder, claim, reviewer)

    def sign_in(self, name: str) -> str:
        """Give the short name of a reviewer, whose full name is kept if it is new; ``ReviewError`` for what is no name, or several's."""
        short = self.short_name(name)
        if short == name or short in self.review.reviewers:
            return short
        with self._lock:
            return keep_name(self.corpus.folder, name)

    def short_name(self, name: str) -> str:
        """Give the short name of a reviewer as ``sign_in`` does, and keep nothing."""
        return short_name(name, {short: table.name for short, table in self.review.reviewers.items()})

    def _write(self, document: str, entries: Sequence[Entry], before: Sequence[Opinion | None]) -> Written:
        versions = self._files.write(document, entries)
        held = tuple((entry.key, versions[entry.key], one) for entry, one in zip(entries, before, strict=True))
        try:
            self._refresh()
            written = self._report(document)
        except TravauxError as error:  # what is written stays written, whatever stands beside it by now
            return Written(items=(), before=held, trouble=str(error))
        return Written(items=tuple(item for entry in entries if (item := written.find(entry.key))), before=held)

    def _report(self, document: str) -> Report:
        if document not in self._reports:
            known = ", ".join(self._reports) or "none"
            raise ReviewError(f"there is no report {document!r} to review", hint=f"Reports of this corpus: {known}.")
        return self._reports[document]

    def _refresh(self) -> None:
        """Read the review again if a file of it has changed, and lay it over the proposals of the documents concerned.

        ``CorpusError`` if what the review is about has changed, or the files hold mistakes.
        """
        self._ground.check()
        changed = self._files.refresh()
        if not changed and self._reports:
            return
        positions = frozenset(self._files.review.named)
        for name, read in self._read().items():
            now = (self._files.file(name), positions)
            if self._laid.get(name) != now:
                self._reports[name] = lay_out(read, *now)
                self._laid[name] = now

    def _read(self) -> Mapping[str, Read]:
        """Read the proposals of every report, once."""
        if not self._reads:
            documents = ((part, part.document) for part in self._parts if part.document)
            self._reads = {one.name: read_proposals(part, one, self._files.review, self._bench) for part, one in documents}
        return self._reads


@contextmanager
def open_desk(folder: Path, progress: Progress = silent) -> Iterator[Desk]:
    """Build a corpus if it has changed, and lay its statements out for review.

    Raises what ``build`` raises.
    """
    ground = Ground(read_corpus(folder))
    build(folder, progress=progress)
    corpus = read_corpus(folder)
    sources = Sources(corpus, read_treaty(corpus))
    with open_bench(sources, KeptParts(Workspace.to_read(corpus.folder).parts), lambda _done, _all: None) as bench:
        yield Desk(bench, ground)
