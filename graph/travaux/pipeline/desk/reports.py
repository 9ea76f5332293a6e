"""One report on the desk: its proposals and decisions as items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from travaux.errors import ReviewError
from travaux.model.argument import Link, Statement
from travaux.model.contents import Contents
from travaux.model.document import Document, Paragraph
from travaux.model.identity import Id
from travaux.model.review import Opinion
from travaux.pipeline.bench import Bench, Part
from travaux.pipeline.desk.items import Fields, Item, State, place_in, state_of, suggest_fields
from travaux.pipeline.reviewing import replaying
from travaux.rdf.encoding import decode_statements
from travaux.reading.linking import find_positions
from travaux.reading.review.folder import Review, statements_file, version_of
from travaux.reading.review.lines import Lines
from travaux.reading.review.replay import Judged, Replay, key_for, name_of


@dataclass(frozen=True, slots=True)
class Report:
    """A document with its items in the order of the text, those whose place is lost last."""

    document: Document
    contents: Contents
    text: str
    items: tuple[Item, ...]
    proposals: tuple[Statement, ...]
    replay: Replay

    def find(self, key: str) -> Item | None:
        """Find an item."""
        return next((item for item in self.items if item.key == key), None)

    def get(self, key: str) -> Item:
        """Get an item; ``ReviewError`` if there is none."""
        found = self.find(key)
        if found is None:
            raise ReviewError(f"there is no statement {key!r}", where=self.document.name, hint="It may have been taken back meanwhile.")
        return found

    def following(self, opinion: Opinion | None) -> str | None:
        """Give the key of the first decided statement after the place of an opinion, ``None`` if there is none."""
        found = self.replay.find(opinion) if opinion else None
        if opinion is None or found is None:
            return None
        after = (one for one in self.items if one.judged and one.quote and one.key != opinion.key and one.quote[0] > found.start)
        return next((one.key for one in after), None)


def read_report(part: Part, document: Document, review: Review, bench: Bench) -> Report:
    """Lay the decisions on a report over the proposals for it."""
    lines = bench.lines(part)
    proposals, links = decode_statements(lines, bench.corpus.base)
    read = bench.sources.read(document)
    replay = replaying(document, lines, review, bench)
    replayed = replay.over(proposals, review.opinions.get(document.name, ()))
    making = _Making(document, read.contents, bench, review, links)
    suggested = find_positions((*(one for one in replayed.statements if one.position), *replayed.undecided)).of
    items = [*making.decided(replayed.judged), *making.undecided(replayed.undecided, suggested)]
    ordered = tuple(sorted(items, key=lambda item: (item.quote is None, item.quote or (0, 0), item.key)))
    return Report(document, read.contents, read.source.text, ordered, proposals, replay)


class _Making:
    """Makes the items of one report."""

    def __init__(self, document: Document, contents: Contents, bench: Bench, review: Review, links: tuple[Link, ...]) -> None:
        self._document = document
        self._review = review
        self._lines = Lines.read(statements_file(bench.corpus.folder, document.name))
        self._paragraphs = {one.id: one for one in contents.paragraphs}
        questions = {question.id: question.number for note in bench.concept_notes for question in note.questions}
        self._names: dict[Id, str] = questions | {one.id: one.name for one in contents.participations}
        self._links: dict[Id, list[Link]] = {}
        for link in links:
            self._links.setdefault(link.statement, []).append(link)

    def decided(self, judged: tuple[Judged, ...]) -> Iterator[Item]:
        for one in judged:
            yield self._item(one.opinion.key, state_of(one), one.statement, one.proposals, one)

    def undecided(self, proposals: tuple[Statement, ...], suggested: Mapping[Id, Id]) -> Iterator[Item]:
        taken = {line.key[0] for line in self._lines.lines if line.key}
        for proposal in proposals:
            key = key_for(self._paragraphs[proposal.paragraph], proposal.span.quote, taken)
            taken.add(key)
            named = suggested.get(proposal.id, Id("")).removeprefix("position/")
            position = named if named in self._review.positions else None
            yield self._item(key, State.UNDECIDED, proposal, (proposal,), None, self._fields(proposal, position))

    def _item(
        self,
        key: str,
        state: State,
        statement: Statement | None,
        proposals: tuple[Statement, ...],
        judged: Judged | None,
        fields: Fields | None = None,
    ) -> Item:
        paragraph = self._paragraphs[statement.paragraph] if statement else None
        return Item(
            key=key,
            document=self._document,
            state=state,
            version=version_of(self._lines, key),
            paragraph=paragraph,
            sentence=place_in(paragraph, statement) if paragraph and statement else None,
            quote=(statement.span.start, statement.span.end) if statement else None,
            proposals=proposals,
            judged=judged,
            suggested=fields or (self._fields(proposals[0], None) if proposals else {}),
        )

    def _fields(self, proposal: Statement, position: str | None) -> Fields:
        paragraph: Paragraph = self._paragraphs[proposal.paragraph]
        return suggest_fields(proposal, name_of(paragraph), self._links.get(proposal.id, ()), self._names, position)
