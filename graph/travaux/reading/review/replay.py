"""Replay: the decisions on the statements of one document, laid over what rules have read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from travaux.model.argument import Speaker, Statement, TextChange
from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import child, digest
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.model.sentences import sentence_at
from travaux.model.text import Span
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
        chosen = {key: choose(held) for key, held in by_key.items()}
        places = {key: self.find(opinion) for key, opinion in chosen.items()}
        about = assign(proposals, (self._claimed(chosen[key], found) for key, found in sorted(places.items()) if found))
        judged = [self._judge(chosen[key], places[key], held, tuple(about.get(key, ()))) for key, held in sorted(by_key.items())]
        taken = {proposal.id for one in judged if one.statement for proposal in one.proposals}
        return Replayed(tuple(sorted(judged, key=_place)), tuple(one for one in proposals if one.id not in taken))

    def find(self, opinion: Opinion) -> Found | None:
        """Find the place of an opinion in the text."""
        return self._page.find(opinion.quote, opinion.paragraph, opinion.context)

    def _claimed(self, opinion: Opinion, found: Found) -> Claimed:
        region = found.region
        replaced = (self._page.find_near(quote, region.start, region.end, found.start) for quote in opinion.replaces)
        places = ((found.start, found.end), *(place for place in replaced if place))
        included = opinion.decision is not ReviewStatus.REJECTED
        return Claimed(opinion.key, self._paragraphs[region.name].id, places, included)

    def _judge(self, opinion: Opinion, found: Found | None, held: Sequence[Opinion], about: tuple[Statement, ...]) -> Judged:
        others = tuple(sorted((one for one in held if one is not opinion), key=lambda one: one.reviewer))
        notices = [Notice(Event.DISPUTED, opinion.key, _dispute(opinion, others))] if _is_disputed(opinion, others) else []
        if found is None:
            lost = f"the words {opinion.quote!r} of paragraph {opinion.paragraph} cannot be found in the document"
            return Judged(opinion=opinion, statement=None, others=others, notices=(*notices, Notice(Event.UNPLACED, opinion.key, lost)))
        notices += moves(opinion.key, opinion.quote, opinion.paragraph, found, self.text)
        if opinion.proposal and about and fingerprint(about) != opinion.proposal:
            notices.append(Notice(Event.CHANGED, opinion.key, "the rules propose something else than when this was decided"))
        writer = _Writer(self, opinion, found, self._paragraphs[found.region.name], notices)
        statement = writer.statement(about[0].rule if about else BY_HAND)
        changes = tuple(writer.changes(statement)) if statement else ()
        return Judged(opinion=opinion, statement=statement, proposals=about, changes=changes, others=others, notices=tuple(notices))


@dataclass(slots=True)
class _Writer:
    """Writes the statement of one opinion at its place; what cannot be written goes to the notices."""

    replay: Replay
    opinion: Opinion
    found: Found
    paragraph: Paragraph
    notices: list[Notice]

    def statement(self, rule: str) -> Statement | None:
        opinion, terms = self.opinion, self.replay.terms
        document = self.replay.contents.document.id
        identity = child(document, "statement", opinion.key)
        cue, speaker = self._words("cue", opinion.cue), self._words("speaker", opinion.speaker)
        rationale, condition = self._span("rationale", opinion.rationale), self._span("condition", opinion.condition)
        contrast = self._span("contrast", opinion.contrast)
        if any(notice.event is Event.UNPLACED for notice in self.notices) or cue is None:
            return None
        seats, actors = self.replay.voices.find(opinion.actors, self._unknown)
        return Statement(
            id=identity,
            document=document,
            paragraph=self.paragraph.id,
            span=Span.of(document, self.replay.text, self.found.start, self.found.end),
            cue=cue,
            speaker=Speaker(
                id=child(identity, "speaker"),
                document=document,
                kind=opinion.speaker_kind,
                prevalence=opinion.prevalence,
                phrase=speaker,
                participations=seats,
                actors=actors,
            ),
            act=opinion.act,
            stance=opinion.stance,
            claim=opinion.claim,
            rule=rule,
            review=opinion.decision,
            rationale=rationale,
            condition=condition,
            contrast=contrast,
            provisions=terms.find_provisions(opinion.provisions),
            citations=tuple(sorted(opinion.provisions)),
            anaphoric_citations=tuple(sorted(opinion.anaphoric)),
            questions=terms.find_questions(opinion.questions, self._unknown),
            partial_questions=terms.find_questions(opinion.partial_questions, self._unknown),
            themes=terms.find_themes(opinion.themes, self._unknown),
            position=terms.find_position(opinion.position, self._unknown) if opinion.decision is not ReviewStatus.REJECTED else None,
        )

    def changes(self, statement: Statement) -> Iterator[TextChange]:
        for number, written in enumerate(self.opinion.changes, 1):
            if change := self.replay.terms.find_change(written, self._unknown):
                kind, provision = change
                identity = child(statement.id, "change", str(number))
                yield TextChange(id=identity, statement=statement.id, kind=kind, provision=provision, span=statement.span)

    def _words(self, what: str, words: str | None) -> str | None:
        span = self._span(what, words)
        return span.quote if span else None

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
    """Give the name by which a review tells a paragraph: its printed number, or its place among all."""
    return paragraph.number or f"block-{paragraph.order}"


_JUDGED = ("decision", "quote", "act", "stance", "speaker_kind", "prevalence", "provisions", "questions", "themes", "position")


def _is_disputed(opinion: Opinion, others: Iterable[Opinion]) -> bool:
    return not opinion.settles and any(any(differences(opinion, other)) for other in others)


def differences(one: Opinion, other: Opinion) -> Iterator[str]:
    """Name the fields in which two opinions differ; how an included statement came about is no difference."""
    if (one.decision is ReviewStatus.REJECTED) != (other.decision is ReviewStatus.REJECTED):
        yield "decision"
        return
    for name in _JUDGED[1:] if one.decision is not ReviewStatus.REJECTED else ():
        if _unordered(getattr(one, name)) != _unordered(getattr(other, name)):
            yield name.replace("_", " ")


def _unordered(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


def _dispute(opinion: Opinion, others: Iterable[Opinion]) -> str:
    said = (f"{other.reviewer} ({', '.join(differences(opinion, other))})" for other in others if any(differences(opinion, other)))
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
