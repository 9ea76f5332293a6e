"""One report on the desk: its proposals and decisions as items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from travaux.errors import ReviewError
from travaux.model.argument import Link, Statement
from travaux.model.contents import Contents
from travaux.model.document import Document, Paragraph
from travaux.model.identity import Id
from travaux.model.review import Opinion
from travaux.pipeline.bench import Bench, Part
from travaux.pipeline.desk.files import File
from travaux.pipeline.desk.items import Fields, Item, State, place_in, state_of, suggest_fields
from travaux.pipeline.desk.overlay import Overlay
from travaux.pipeline.reviewing import replaying
from travaux.rdf.encoding import decode_statements
from travaux.reading.linking import find_positions
from travaux.reading.review.folder import Review
from travaux.reading.review.paragraphs import key_for, name_of
from travaux.reading.review.replay import Judged, Replay


@dataclass(frozen=True)
class Read:
    """What the rules read in a report, which stays the same while it is reviewed; ``names`` are those of questions and actors."""

    document: Document
    contents: Contents
    text: str
    proposals: tuple[Statement, ...]
    links: Mapping[Id, tuple[Link, ...]]
    names: Mapping[Id, str]
    overlay: Overlay

    @cached_property
    def paragraphs(self) -> Mapping[Id, Paragraph]:
        """The paragraphs by their identifiers."""
        return {one.id: one for one in self.contents.paragraphs}

    @cached_property
    def sentences(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The sentences around quotes, as far as they have been looked for."""
        return {}

    def sentence(self, statement: Statement) -> tuple[int, int]:
        """Give the sentence around a statement, in characters of the document."""
        place = (statement.span.start, statement.span.end)
        if place not in self.sentences:
            self.sentences[place] = place_in(self.paragraphs[statement.paragraph], statement)
        return self.sentences[place]


@dataclass(frozen=True)
class Report:
    """A document with its items in the order of the text, those whose place is lost last."""

    read: Read
    items: tuple[Item, ...]
    suggestions: Suggestions

    @property
    def document(self) -> Document:
        """The document reported on."""
        return self.read.document

    @property
    def contents(self) -> Contents:
        """The structure of the document."""
        return self.read.contents

    @property
    def text(self) -> str:
        """The text of the document as stored."""
        return self.read.text

    @property
    def proposals(self) -> tuple[Statement, ...]:
        """The statements as rules propose them."""
        return self.read.proposals

    @property
    def replay(self) -> Replay:
        """What lays opinions over the text."""
        return self.read.overlay.replay

    @cached_property
    def by_key(self) -> Mapping[str, Item]:
        """The items by their keys."""
        return {item.key: item for item in self.items}

    def find(self, key: str) -> Item | None:
        """Find an item."""
        return self.by_key.get(key)

    def get(self, key: str) -> Item:
        """Get an item; ``ReviewError`` if there is none."""
        found = self.find(key)
        if found is None:
            raise ReviewError(f"there is no statement {key!r}", where=self.document.name, hint="It may have been taken back meanwhile.")
        return found

    def links(self, item: Item) -> tuple[Link, ...]:
        """Give the links of what rules propose for an item, with their reasons; that of the position suggested too."""
        of = (link for one in item.proposals for link in self.read.links.get(one.id, ()))
        return (*of, *(link for one in item.proposals if (link := self.suggestions.link(one))))

    def following(self, opinion: Opinion | None) -> str | None:
        """Give the key of the first decided statement after the place of an opinion, ``None`` if there is none."""
        found = self.replay.find(opinion) if opinion else None
        if opinion is None or found is None:
            return None
        after = (one for one in self.items if one.judged and one.quote and one.key != opinion.key and one.quote[0] > found.start)
        return next((one.key for one in after), None)


class Suggestions:
    """The named positions that undecided statements seem to express, worked out when somebody asks."""

    def __init__(self, statements: tuple[Statement, ...], positions: frozenset[str]) -> None:
        self._positioned = tuple(one for one in statements if one.position)
        self._named = positions
        self._found: dict[Id, tuple[str, Link] | None] = {}

    def position(self, proposal: Statement) -> str | None:
        """Suggest a named position for a proposal."""
        found = self._find(proposal)
        return found[0] if found else None

    def link(self, proposal: Statement) -> Link | None:
        """Give the reason for a suggestion."""
        found = self._find(proposal)
        return found[1] if found else None

    def _find(self, proposal: Statement) -> tuple[str, Link] | None:
        if not self._positioned:
            return None
        if proposal.id not in self._found:
            found = find_positions((*self._positioned, proposal))
            name = found.of.get(proposal.id, Id("")).removeprefix("position/")
            link = next((one for one in found.links if one.statement == proposal.id), None)
            self._found[proposal.id] = (name, link) if name in self._named and link else None
        return self._found[proposal.id]


def read_proposals(part: Part, document: Document, review: Review, bench: Bench) -> Read:
    """Read what the rules propose for a report."""
    lines = bench.lines(part)
    proposals, links = decode_statements(lines, bench.corpus.base)
    read = bench.sources.read(document)
    replay = replaying(document, lines, review, bench)
    questions = {question.id: question.number for one in (*bench.concept_notes, read.contents) for question in one.questions}
    actors = {one.id: one.name for one in replay.voices.actors}
    seats = {one.id: one.name for one in read.contents.participations}
    of: dict[Id, tuple[Link, ...]] = {}
    for link in links:
        of[link.statement] = (*of.get(link.statement, ()), link)
    return Read(document, read.contents, read.source.text, proposals, of, actors | questions | seats, Overlay(proposals, replay))


def lay_out(read: Read, file: File, positions: frozenset[str]) -> Report:
    """Lay the decisions on a report over what the rules propose."""
    read.overlay.name_positions(positions)
    replayed = read.overlay.over(file.opinions)
    making = _Making(read, file, Suggestions(replayed.statements, positions))
    items = [*making.decided(replayed.judged), *making.undecided(replayed.undecided)]
    ordered = tuple(sorted(items, key=lambda item: (item.quote is None, item.quote or (0, 0), item.key)))
    return Report(read, ordered, making.suggestions)


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes the items of one report."""

    read: Read
    file: File
    suggestions: Suggestions

    def decided(self, judged: Iterable[Judged]) -> Iterator[Item]:
        for one in judged:
            yield self._item(one.opinion.key, state_of(one), one.statement, one.proposals, one)

    def undecided(self, proposals: Iterable[Statement]) -> Iterator[Item]:
        taken = set(self.file.versions)
        for proposal in proposals:
            key = key_for(self.read.paragraphs[proposal.paragraph], proposal.span.quote, taken)
            taken.add(key)
            yield self._item(key, State.UNDECIDED, proposal, (proposal,), None)

    def _item(self, key: str, state: State, statement: Statement | None, proposals: tuple[Statement, ...], judged: Judged | None) -> Item:
        suggest = {"suggest": partial(self._suggest, proposals[0])} if proposals else {}
        return Item(
            key=key,
            document=self.read.document,
            state=state,
            version=self.file.version(key),
            paragraph=self.read.paragraphs[statement.paragraph] if statement else None,
            sentence=self.read.sentence(statement) if statement else None,
            quote=(statement.span.start, statement.span.end) if statement else None,
            proposals=proposals,
            judged=judged,
            **suggest,
        )

    def _suggest(self, proposal: Statement) -> Fields:
        paragraph = name_of(self.read.paragraphs[proposal.paragraph])
        links = self.read.links.get(proposal.id, ())
        return suggest_fields(proposal, paragraph, links, self.read.names, self.suggestions.position(proposal))
