"""Replay: the decisions on the statements of one document, laid over what rules have read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from travaux.model.argument import Statement, TextChange
from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import Id
from travaux.model.responses import Respondent
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.reading.review.disputes import choose, describe_dispute, is_disputed
from travaux.reading.review.folding import fold
from travaux.reading.review.notices import Event, Notice, changes_of, moves
from travaux.reading.review.paragraphs import name_of, page_of, voices_of
from travaux.reading.review.places import find_place, find_places
from travaux.reading.review.placing import Found, Page
from travaux.reading.review.proposals import Claimed, assign, rule_of
from travaux.reading.review.terms import Terms, Voices
from travaux.reading.review.writing import StatementWriter


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
        """Whether it should be looked at again: the rules propose something else by now, or it stands elsewhere and in other words."""
        events = {notice.event for notice in self.notices}
        return Event.CHANGED in events or (Event.MOVED in events and self._reworded)

    @property
    def _reworded(self) -> bool:
        return self.statement is not None and fold(self.statement.span.quote) != fold(self.opinion.quote)


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
    _respondents: dict[Id, Respondent] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_page", page_of(self.contents, self.text))
        object.__setattr__(self, "_paragraphs", {name_of(one): one for one in self.contents.paragraphs})
        object.__setattr__(self, "_respondents", voices_of(self.contents))

    def over(self, proposals: Sequence[Statement], opinions: Iterable[Opinion]) -> Replayed:
        """Lay the opinions over the proposals; the order in which either are given does not matter."""
        by_key: dict[str, list[Opinion]] = {}
        for opinion in opinions:
            by_key.setdefault(opinion.key, []).append(opinion)
        chosen = {key: choose(held) for key, held in sorted(by_key.items())}
        places = find_places(self._page, chosen)
        about = assign(proposals, (self._claimed(chosen[key], found) for key, found in places.items() if found))
        judged = [self._judge(chosen[key], places[key], by_key[key], tuple(about.get(key, ())), proposals) for key in chosen]
        taken = {proposal.id for one in judged if one.statement for proposal in one.proposals}
        undecided = sorted((one for one in proposals if one.id not in taken), key=lambda one: (one.span.start, one.span.end, one.id))
        return Replayed(tuple(sorted(judged, key=_place)), tuple(undecided))

    def find(self, opinion: Opinion) -> Found | None:
        """Find the place of an opinion in the text."""
        return find_place(self._page, opinion)

    def _claimed(self, opinion: Opinion, found: Found) -> Claimed:
        own = (found.start, found.end)
        replaced, asides = self._near(opinion.replaces, found), self._near(_asides(opinion), found)
        with_asides = (min(start for start, _ in (own, *asides)), max(end for _, end in (own, *asides)))
        places = (own, *replaced, *([with_asides] if asides else []))
        included = opinion.decision is not ReviewStatus.REJECTED
        return Claimed(opinion.key, self._paragraphs[found.region.name].id, places, included, opinion.cue)

    def _near(self, quotes: Iterable[str], found: Found) -> list[tuple[int, int]]:
        region = found.region
        places = (self._page.find_near(quote, region.start, region.end, found.start) for quote in quotes)
        return [place for place in places if place]

    def _judge(
        self, opinion: Opinion, found: Found | None, held: Sequence[Opinion], about: tuple[Statement, ...], proposals: Sequence[Statement]
    ) -> Judged:
        others = tuple(sorted((one for one in held if one is not opinion), key=lambda one: one.reviewer))
        notices = [Notice(Event.DISPUTED, opinion.key, describe_dispute(opinion, others))] if is_disputed(opinion, others) else []
        if found is None:
            lost = f"it is not certain where in the document the words {opinion.quote!r} of paragraph {opinion.paragraph} stand now"
            return Judged(opinion=opinion, statement=None, others=others, notices=(*notices, Notice(Event.UNPLACED, opinion.key, lost)))
        notices += moves(opinion.key, opinion.quote, opinion.paragraph, found, self.text)
        notices += changes_of(opinion, about)
        around = (one for one in proposals if one.span.start < found.end and found.start < one.span.end)
        rule = rule_of(opinion, about, around)
        paragraph = self._paragraphs[found.region.name]
        respondent = self._respondents.get(paragraph.response) if paragraph.response else None
        writer = StatementWriter(
            self.contents, self._page, self.terms, self.voices, opinion, found, paragraph, respondent, about, rule, notices
        )
        statement = writer.statement()
        changes = tuple(writer.changes(statement)) if statement else ()
        return Judged(opinion=opinion, statement=statement, proposals=about, changes=changes, others=others, notices=tuple(notices))


def _asides(opinion: Opinion) -> Iterator[str]:
    """Give what was taken off the quote, which rules may have left in it."""
    return (words for words in (opinion.rationale, opinion.condition, opinion.contrast) if words)


def _place(judged: Judged) -> tuple[bool, int, int, str]:
    span = judged.statement.span if judged.statement else None
    return span is None, span.start if span else 0, span.end if span else 0, judged.opinion.key
