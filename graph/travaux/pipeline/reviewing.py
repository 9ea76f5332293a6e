"""The parts of a graph that people decide: each report as reviewed, and the argument over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from travaux.model.argument import Position, Relation, Statement, TextChange
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.finding import Finding
from travaux.model.identity import Id, child, digest, identifier
from travaux.model.review import BY_HAND, Decision, Opinion, Reviewer
from travaux.model.schemes import ReviewStatus, Severity
from travaux.pipeline.bench import Bench, Part
from travaux.pipeline.sources import find_consultation
from travaux.rdf.encoding import (
    decode_actors,
    decode_statements,
    encode_actors,
    encode_argument,
    encode_findings,
    encode_positions,
    encode_reviewed,
    encode_statements,
)
from travaux.rdf.lines import to_lines
from travaux.reading.linking import find_positions
from travaux.reading.review.argument import place_relation
from travaux.reading.review.disputes import differences
from travaux.reading.review.folder import Review
from travaux.reading.review.notices import Event, Notice
from travaux.reading.review.paragraphs import page_of
from travaux.reading.review.proposals import changed_fields
from travaux.reading.review.replay import Judged, Replay, Replayed
from travaux.reading.review.schema import PositionTable, RelationTable
from travaux.reading.review.terms import Terms, Voices

_WARNINGS = frozenset({Event.UNPLACED, Event.UNKNOWN, Event.DISPUTED})


def make_reviewed(document: Document, proposed: Part, review: Review, bench: Bench) -> tuple[bytes, ...]:
    """Lay the decisions on a report over what rules proposed for it."""
    base, lines = bench.corpus.base, bench.lines(proposed)
    proposals, links = decode_statements(lines, base)
    replayed = replaying(document, lines, review, bench).over(proposals, review.opinions.get(document.name, ()))
    undecided = {one.id for one in replayed.undecided}
    own = (link for link in links if link.statement in undecided)
    return to_lines(
        chain(
            encode_statements(replayed.undecided, own, base),
            encode_reviewed(chain(replayed.statements, _changes(replayed), _decisions(replayed, document)), base, document.name),
            encode_actors(decode_actors(lines, base), base),
            encode_findings((_finding(notice, document.id) for notice in replayed.notices), base),
        )
    )


def replaying(document: Document, lines: bytes, review: Review, bench: Bench) -> Replay:
    """Prepare to lay decisions over a report; the kept lines of its proposals name the actors too."""
    read = bench.sources.read(document)
    actors = (*read.contents.actors, *decode_actors(lines, bench.corpus.base))
    return Replay(read.contents, read.source.text, terms_of(document, review, bench), Voices(read.contents, actors))


def terms_of(document: Document, review: Review, bench: Bench) -> Terms:
    """Gather what the names in decisions on a document stand for."""
    return Terms(
        questions=_questions(document, bench),
        themes=frozenset(theme.name for theme in bench.themes),
        provisions=bench.sources.context(document).provisions,
        positions=frozenset(review.named),
    )


def _questions(document: Document, bench: Bench) -> Mapping[str, Id]:
    """Name the questions by number; of several with one number, those of the document itself or of its own consultation count."""
    own = find_consultation(bench.corpus, document)
    notes = sorted(bench.concept_notes, key=lambda note: own is not None and note.document.consultation == own.id)
    asked = bench.sources.read(document).contents.questions
    return {question.number: question.id for questions in (*(note.questions for note in notes), asked) for question in questions}


def make_argument(reviewed: Iterable[Part], review: Review, bench: Bench) -> tuple[bytes, ...]:
    """Write the positions and relations that people named, and the positions that rules find in what is undecided."""
    base = bench.corpus.base
    named = _Named(review, bench)
    records = tuple(named.records())
    statements = tuple(_standing(reviewed, bench))
    found = find_positions(statements)
    return to_lines(
        chain(
            encode_argument(records, base),
            encode_positions(found.positions, found.links, found.of, base),
            encode_findings(named.findings, base),
        )
    )


def make_proposed_positions(proposed: Iterable[Part], bench: Bench) -> tuple[bytes, ...]:
    """Find the positions that all proposals of rules express, as if nobody had reviewed them."""
    statements = tuple(chain.from_iterable(decode_statements(bench.lines(part), bench.corpus.base)[0] for part in proposed))
    found = find_positions(statements)
    return to_lines(encode_positions(found.positions, found.links, found.of, bench.corpus.base))


def _standing(parts: Iterable[Part], bench: Bench) -> Iterator[Statement]:
    for part in parts:
        statements, _ = decode_statements(bench.lines(part), bench.corpus.base)
        yield from (one for one in statements if one.review is not ReviewStatus.REJECTED)


def _changes(replayed: Replayed) -> Iterator[TextChange]:
    return (change for one in replayed.judged if one.opinion.decision is not ReviewStatus.REJECTED for change in one.changes)


def _decisions(replayed: Replayed, document: Document) -> Iterator[Decision]:
    for judged in replayed.judged:
        if judged.statement is not None:
            for opinion in (judged.opinion, *judged.others):
                yield _decision(opinion, judged, document)


def _decision(opinion: Opinion, judged: Judged, document: Document) -> Decision:
    only = judged.proposals[0] if len(judged.proposals) == 1 else None
    return Decision(
        id=child(document.id, "decision", opinion.key, opinion.reviewer),
        subject=child(document.id, "statement", opinion.key),
        reviewer=identifier("reviewer", opinion.reviewer),
        kind=opinion.decision,
        at=opinion.at,
        in_force=opinion is judged.opinion,
        document=document.id,
        reason=opinion.why,
        note=opinion.note,
        rule=judged.statement.rule if judged.statement and judged.statement.rule != BY_HAND else None,
        changed=changed_fields(opinion, only) if only else (),
        differing=() if opinion is judged.opinion else tuple(sorted(differences(judged.opinion, opinion))),
    )


def _finding(notice: Notice, document: Id | None) -> Finding:
    check = f"review-{notice.event.value}"
    severity = Severity.WARNING if notice.event in _WARNINGS else Severity.NOTE
    where = f"{document.removeprefix('document/')}, " if document else ""
    identity = identifier("finding", check, digest(document or "", notice.key, notice.message))
    return Finding(id=identity, check=check, severity=severity, message=f"{where}{notice.key}: {notice.message}", document=document)


def stray_decisions(review: Review, corpus: Corpus) -> dict[str, int]:
    """Count the decisions on what is no document with statements, by the name that they are filed under, sorted."""
    reports = {document.name for document in corpus.documents if document.kind.holds_statements}
    return {name: len(held) for name, held in sorted(review.opinions.items()) if held and name not in reports}


@dataclass
class _Named:
    """The positions and relations of a review as records, and what cannot be placed or is unknown."""

    review: Review
    bench: Bench
    findings: list[Finding] = field(default_factory=list)

    def records(self) -> Iterator[Position | Relation | Decision | Reviewer]:
        """Write the positions and relations, who decided them, and all reviewers."""
        outcomes = {outcome.id for outcome in self.bench.sources.treaty.outcomes}
        for key, table in sorted(self.review.positions.items()):
            yield from self._position(key, table, outcomes)
        for key, relation in sorted(self.review.relations.items()):
            yield from self._relation(key, relation)
        for name, count in stray_decisions(self.review, self.bench.corpus).items():
            waiting = f"there is no report {name!r} in the corpus, about which the review has {count} decisions"
            self._tell(Notice(Event.UNPLACED, f"statements/{name}.toml", waiting), None)
        yield from self._reviewers()

    def _reviewers(self) -> Iterator[Reviewer]:
        names = {opinion.reviewer for held in self.review.opinions.values() for opinion in held}
        names |= {table.by for table in self.review.positions.values()} | {table.by for table in self.review.relations.values()}
        for name in sorted(names):
            yield Reviewer(id=identifier("reviewer", name), name=self.review.name_of(name))

    def _position(self, key: str, table: PositionTable, outcomes: set[Id]) -> Iterator[Position | Decision]:
        known = tuple(sorted(one for name in table.outcomes if (one := identifier("outcome", name)) in outcomes))
        for name in table.outcomes:
            if identifier("outcome", name) not in outcomes:
                self._tell(Notice(Event.UNKNOWN, key, f"there is no outcome {name!r}"), None)
        position = Position(id=identifier("position", key), claim=table.claim, outcomes=known, review=table.decision)
        yield position
        yield self._decision(position.id, table)

    def _relation(self, key: str, table: RelationTable) -> Iterator[Relation | Decision]:
        """Write a relation; one that was rejected is none, and only its lines tell of it."""
        document = self._find_document(key, table)
        if document is None or table.decision is ReviewStatus.REJECTED:
            return
        read = self.bench.sources.read(document)
        relation, notices = place_relation(key, table, page_of(read.contents, read.source.text), document.id)
        for notice in notices:
            self._tell(notice, document.id)
        if relation is not None:
            yield relation
            yield self._decision(relation.id, table)

    def _find_document(self, key: str, table: RelationTable) -> Document | None:
        """Find the document of a relation between two positions that are known; tell what there is not."""
        unknown = [name for name in (table.premise, table.conclusion) if name not in self.review.named]
        for name in unknown:
            self._tell(Notice(Event.UNKNOWN, key, f"there is no position {name!r}"), None)
        if table.premise == table.conclusion:
            self._tell(Notice(Event.UNKNOWN, key, f"the position {table.premise!r} cannot bear on itself"), None)
            return None
        document = next((one for one in self.bench.corpus.documents if one.name == table.document), None)
        if document is None:
            self._tell(Notice(Event.UNPLACED, key, f"there is no document {table.document!r}"), None)
        return None if unknown else document

    def _decision(self, subject: Id, table: PositionTable | RelationTable) -> Decision:
        return Decision(
            id=child(subject, "decision", table.by),
            subject=subject,
            reviewer=identifier("reviewer", table.by),
            kind=table.decision,
            at=table.at,
            reason=table.why,
            note=table.note,
        )

    def _tell(self, notice: Notice, document: Id | None) -> None:
        self.findings.append(_finding(notice, document))
