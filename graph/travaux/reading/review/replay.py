"""Replay: the decisions on the statements of one document, laid over what rules have read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from travaux.model.argument import Speaker, Statement, TextChange
from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import Id, child, digest
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.model.sentences import sentence_at
from travaux.model.text import Span
from travaux.reading.review.folding import fold
from travaux.reading.review.places import find_place, find_places
from travaux.reading.review.placing import Found, Manner, Page, Region
from travaux.reading.review.proposals import Claimed, assign, fingerprint
from travaux.reading.review.terms import Terms, Voices

BY_HAND = "reviewer"
"""The rule of a statement that no rule had proposed."""


class Event(StrEnum):
    """What has happened to a decision since it was made."""

    MOVED = "moved"
    REWORDED = "reworded"
    UNPLACED = "unplaced"
    CHANGED = "changed"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reviewer should know of a decision, in one sentence."""

    event: Event
    key: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A decision where it stands now: the statement that it makes, ``None`` if its place is lost, and the proposals it is about.

    ``others`` are the opinions of other reviewers on the same statement, ``changes`` what it would do to the text of provisions.
    """

    opinion: Opinion
    statement: Statement | None
    proposals: tuple[Statement, ...] = ()
    changes: tuple[TextChange, ...] = ()
    others: tuple[Opinion, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether reviewers hold different things and nobody has settled it."""
        return any(notice.event is Event.DISPUTED for notice in self.notices)

    @property
    def changed(self) -> bool:
        """Whether the rules propose something else by now."""
        return any(notice.event is Event.CHANGED for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Replayed:
    """A document after its review: every decision in the order of the text, lost ones last, and the proposals still undecided."""

    judged: tuple[Judged, ...]
    undecided: tuple[Statement, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that were decided upon, those that were rejected too."""
        return tuple(one.statement for one in self.judged if one.statement is not None)

    @property
    def notices(self) -> Iterator[Notice]:
        """Everything that a reviewer should know."""
        return (notice for one in self.judged for notice in one.notices)


@dataclass(frozen=True)
class Replay:
    """Lays opinions over the proposals for one document; ``text`` is the document's, ``terms`` what names stand for."""

    contents: Contents
    text: str
    terms: Terms
    voices: Voices
    _page: Page = field(init=False)
    _paragraphs: dict[str, Paragraph] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_page", page_of(self.contents, self.text))
        object.__setattr__(self, "_paragraphs", {name_of(one): one for one in self.contents.paragraphs})

    def over(self, proposals: Sequence[Statement], opinions: Iterable[Opinion]) -> Replayed:
        """Lay the opinions over the proposals; the order in which either are given does not matter."""
        by_key: dict[str, list[Opinion]] = {}
        for opinion in opinions:
            by_key.setdefault(opinion.key, []).append(opinion)
        chosen = {key: choose(held) for key, held in sorted(by_key.items())}
        places = find_places(self._page, chosen)
        about = assign(proposals, (self._claimed(chosen[key], found) for key, found in places.items() if found))
        judged = [self._judge(chosen[key], places[key], by_key[key], tuple(about.get(key, ()))) for key in chosen]
        taken = {proposal.id for one in judged if one.statement for proposal in one.proposals}
        undecided = sorted((one for one in proposals if one.id not in taken), key=lambda one: (one.span.start, one.span.end, one.id))
        return Replayed(tuple(sorted(judged, key=_place)), tuple(undecided))

    def find(self, opinion: Opinion) -> Found | None:
        """Find the place of an opinion in the text."""
        return find_place(self._page, opinion)

    def _claimed(self, opinion: Opinion, found: Found) -> Claimed:
        region = found.region
        replaced = (self._page.find_near(quote, region.start, region.end, found.start) for quote in opinion.replaces)
        places = ((found.start, found.end), *(place for place in replaced if place))
        included = opinion.decision is not ReviewStatus.REJECTED
        return Claimed(opinion.key, self._paragraphs[region.name].id, places, included, opinion.cue)

    def _judge(self, opinion: Opinion, found: Found | None, held: Sequence[Opinion], about: tuple[Statement, ...]) -> Judged:
        others = tuple(sorted((one for one in held if one is not opinion), key=lambda one: one.reviewer))
        notices = [Notice(Event.DISPUTED, opinion.key, _dispute(opinion, others))] if _is_disputed(opinion, others) else []
        if found is None:
            lost = f"it is not certain where in the document the words {opinion.quote!r} of paragraph {opinion.paragraph} stand now"
            return Judged(opinion=opinion, statement=None, others=others, notices=(*notices, Notice(Event.UNPLACED, opinion.key, lost)))
        notices += moves(opinion.key, opinion.quote, opinion.paragraph, found, self.text)
        if opinion.proposal and about and fingerprint(about) != opinion.proposal:
            notices.append(Notice(Event.CHANGED, opinion.key, "the rules propose something else than when this was decided"))
        writer = _Writer(self, opinion, found, self._paragraphs[found.region.name], about, notices)
        statement = writer.statement()
        changes = tuple(writer.changes(statement)) if statement else ()
        return Judged(opinion=opinion, statement=statement, proposals=about, changes=changes, others=others, notices=tuple(notices))


@dataclass(slots=True)
class _Writer:
    """Writes the statement of one opinion at its place; what cannot be written goes to the notices."""

    replay: Replay
    opinion: Opinion
    found: Found
    paragraph: Paragraph
    about: tuple[Statement, ...]
    notices: list[Notice]

    def statement(self) -> Statement | None:
        """Write the statement, ``None`` if some of its words are lost; what is rejected is then the proposal as it is."""
        opinion = self.opinion
        asides: dict[str, Any] = {
            name: self._span(name, getattr(opinion, name)) for name in ("cue", "speaker", "rationale", "condition", "contrast")
        }
        cue, phrase = asides.pop("cue"), asides.pop("speaker")
        if cue is None or any(notice.event is Event.UNPLACED for notice in self.notices):
            return self._rejected()
        return Statement(
            id=self._id,
            document=self._document,
            paragraph=self.paragraph.id,
            span=Span.of(self._document, self.replay.text, self.found.start, self.found.end),
            cue=cue.quote,
            speaker=self._speaker(phrase.quote if phrase else None),
            act=opinion.act,
            stance=opinion.stance,
            claim=opinion.claim,
            rule=self.about[0].rule if self.about else BY_HAND,
            review=opinion.decision,
            **asides,
            **self._links(),
        )

    @property
    def _document(self) -> Id:
        return self.replay.contents.document.id

    @property
    def _id(self) -> Id:
        return child(self._document, "statement", self.opinion.key)

    def _rejected(self) -> Statement | None:
        if self.opinion.decision is not ReviewStatus.REJECTED or not self.about:
            return None
        proposal = self.about[0]
        speaker = replace(proposal.speaker, id=child(self._id, "speaker"))
        return replace(proposal, id=self._id, speaker=speaker, review=ReviewStatus.REJECTED, confidence=None)

    def _speaker(self, phrase: str | None) -> Speaker:
        likely = {seat for proposal in self.about for seat in proposal.speaker.participations}
        seats, actors = self.replay.voices.find(self.opinion.actors, self._unknown, likely)
        return Speaker(
            id=child(self._id, "speaker"),
            document=self._document,
            kind=self.opinion.speaker_kind,
            prevalence=self.opinion.prevalence,
            phrase=phrase,
            participations=seats,
            actors=actors,
        )

    def _links(self) -> dict[str, Any]:
        """Find what the names in the opinion stand for; nothing that is rejected expresses a position."""
        opinion, terms = self.opinion, self.replay.terms
        position = opinion.position if opinion.decision is not ReviewStatus.REJECTED else None
        read = {citation for proposal in self.about for citation in proposal.citations}
        return {
            "provisions": terms.find_provisions(opinion.provisions, read, self._unknown),
            "citations": tuple(sorted(set(opinion.provisions))),
            "anaphoric_citations": tuple(sorted(set(opinion.anaphoric))),
            "questions": terms.find_questions(opinion.questions, self._unknown),
            "partial_questions": terms.find_questions(opinion.partial_questions, self._unknown),
            "themes": terms.find_themes(opinion.themes, self._unknown),
            "position": terms.find_position(position, self._unknown),
        }

    def changes(self, statement: Statement) -> Iterator[TextChange]:
        for number, written in enumerate(self.opinion.changes, 1):
            if change := self.replay.terms.find_change(written, self._unknown):
                kind, provision = change
                identity = child(statement.id, "change", str(number))
                yield TextChange(id=identity, statement=statement.id, kind=kind, provision=provision, span=statement.span)

    def _span(self, what: str, words: str | None) -> Span | None:
        if words is None:
            return None
        region, text = self.paragraph.span, self.replay.text
        first, last = sentence_at(region.quote, self.found.start - region.start, self.found.end - region.start)
        page = self.replay._page  # noqa: SLF001, one module
        place = page.find_near(words, region.start + first, region.start + last, self.found.start) or page.find_near(
            words, region.start, region.end, self.found.start
        )
        if place is None:
            lost = f"the {what} {words!r} cannot be found in paragraph {self.found.region.name}"
            self.notices.append(Notice(Event.UNPLACED, self.opinion.key, lost))
            return None
        return Span.of(self.replay.contents.document.id, text, *place)

    def _unknown(self, kind: str, name: str) -> None:
        self.notices.append(Notice(Event.UNKNOWN, self.opinion.key, f"there is no {kind} {name!r}"))


def choose(opinions: Iterable[Opinion]) -> Opinion:
    """Choose the opinion in force: one that settles the matter before all others, then the latest, then by the reviewer's name."""
    return max(opinions, key=lambda one: (one.settles, one.at, one.reviewer))


def page_of(contents: Contents, text: str) -> Page:
    """Give the text of a document with its paragraphs, in which quotes can be looked for."""
    return Page(text, [Region(name_of(one), one.span.start, one.span.end) for one in contents.paragraphs])


def name_of(paragraph: Paragraph) -> str:
    """Give the name by which a review tells a paragraph: its printed number unless an earlier one has it, or its place among all."""
    place = f"block-{paragraph.order}"
    return place if paragraph.number is None or paragraph.id.endswith(f"/paragraph/{place}") else paragraph.number


_JUDGED = ("decision", "quote", "act", "stance", "speaker_kind", "prevalence", "provisions", "questions", "themes", "position")


def _is_disputed(opinion: Opinion, others: Iterable[Opinion]) -> bool:
    """Tell whether somebody holds otherwise; of an opinion that settles the matter, whether another would settle it otherwise."""
    return any(any(_differs(opinion, other)) for other in others if other.settles or not opinion.settles)


def _differs(one: Opinion, other: Opinion) -> Iterator[str]:
    """Name the fields in which two opinions differ; how an included statement came about is no difference."""
    if (one.decision is ReviewStatus.REJECTED) != (other.decision is ReviewStatus.REJECTED):
        yield "decision"
        return
    for name in _JUDGED[1:] if one.decision is not ReviewStatus.REJECTED else ():
        if _unordered(getattr(one, name)) != _unordered(getattr(other, name)):
            yield name.replace("_", " ")


def _unordered(value: object) -> object:
    """Give what a value says without its order, or how a typist has set it."""
    if isinstance(value, tuple):
        return frozenset(value)
    return fold(value) if isinstance(value, str) else value


def _dispute(opinion: Opinion, others: Iterable[Opinion]) -> str:
    said = (f"{other.reviewer} ({', '.join(_differs(opinion, other))})" for other in others if any(_differs(opinion, other)))
    return f"{opinion.reviewer} holds otherwise than {' and '.join(said)}, and nobody has settled it"


def moves(key: str, quote: str, paragraph: str, found: Found, text: str) -> Iterator[Notice]:
    """Tell where a quote stands now if not in the paragraph where it was, and how it is spelt now if otherwise."""
    if found.region.name != paragraph:
        yield Notice(Event.MOVED, key, f"moved from paragraph {paragraph} to {found.region.name}")
    if found.manner is not Manner.EXACT:
        yield Notice(Event.REWORDED, key, f"the document has {text[found.start : found.end]!r} for {quote!r}")


def _place(judged: Judged) -> tuple[bool, int, int, str]:
    span = judged.statement.span if judged.statement else None
    return span is None, span.start if span else 0, span.end if span else 0, judged.opinion.key


def key_for(paragraph: Paragraph, quote: str, taken: Iterable[str]) -> str:
    """Make the key of a new statement from the number of its paragraph and its quote, as no other statement of the document has it."""
    number = "".join(letter if letter.isalnum() else "-" for letter in name_of(paragraph))
    mark = digest(quote)
    known = set(taken)
    return next(key for length in range(4, 17) if (key := f"{number}-{mark[:length]}") not in known)
