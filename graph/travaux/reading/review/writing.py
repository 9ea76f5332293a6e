"""From an opinion and its place to a statement of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from travaux.model.argument import Speaker, Statement, TextChange
from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import Id, child
from travaux.model.responses import Respondent
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.model.sentences import sentence_at
from travaux.model.text import Span
from travaux.reading.review.notices import Event, Notice
from travaux.reading.review.placing import Found, Page
from travaux.reading.review.terms import Terms, Voices


@dataclass(slots=True)
class StatementWriter:
    """Writes the statement of one opinion at its place; what cannot be written goes to the notices."""

    contents: Contents
    page: Page
    terms: Terms
    voices: Voices
    opinion: Opinion
    found: Found
    paragraph: Paragraph
    respondent: Respondent | None
    about: tuple[Statement, ...]
    rule: str
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
            span=Span.of(self._document, self.page.text, self.found.start, self.found.end),
            cue=cue.quote,
            speaker=self._speaker(phrase.quote if phrase else None),
            act=opinion.act,
            stance=opinion.stance,
            claim=opinion.claim,
            rule=self.rule,
            review=opinion.decision,
            **asides,
            **self._links(),
        )

    @property
    def _document(self) -> Id:
        return self.contents.document.id

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
        respondent = self.respondent
        likely = {seat for proposal in self.about for seat in proposal.speaker.participations}
        seats, actors = self.voices.find(self.opinion.actors, self._unknown, likely)
        return Speaker(
            id=child(self._id, "speaker"),
            document=self._document,
            kind=self.opinion.speaker_kind,
            prevalence=self.opinion.prevalence,
            phrase=phrase,
            respondent=respondent.id if respondent is not None and phrase == respondent.span.quote else None,
            participations=seats,
            actors=actors,
        )

    def _links(self) -> dict[str, Any]:
        """Find what the names in the opinion stand for; nothing that is rejected expresses a position."""
        opinion, terms = self.opinion, self.terms
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
        """Write the changes that the statement would make to the text of provisions."""
        for number, written in enumerate(self.opinion.changes, 1):
            if change := self.terms.find_change(written, self._unknown):
                kind, provision = change
                identity = child(statement.id, "change", str(number))
                yield TextChange(id=identity, statement=statement.id, kind=kind, provision=provision, span=statement.span)

    def _span(self, what: str, words: str | None) -> Span | None:
        if words is None:
            return None
        respondent = self.respondent
        if what == "speaker" and respondent is not None and words == respondent.span.quote:
            return respondent.span
        region = self.paragraph.span
        first, last = sentence_at(region.quote, self.found.start - region.start, self.found.end - region.start)
        sentence = self.page.find_near(words, region.start + first, region.start + last, self.found.start)
        place = sentence or self.page.find_near(words, region.start, region.end, self.found.start)
        if place is None:
            lost = f"the {what} {words!r} cannot be found in paragraph {self.found.region.name}"
            self.notices.append(Notice(Event.UNPLACED, self.opinion.key, lost))
            return None
        return Span.of(self._document, self.page.text, *place)

    def _unknown(self, kind: str, name: str) -> None:
        self.notices.append(Notice(Event.UNKNOWN, self.opinion.key, f"there is no {kind} {name!r}"))
