"""From what a sentence reports to a statement of its document: exact spans, who speaks, and what is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.model.argument import Speaker, Statement
from travaux.model.contents import Contents
from travaux.model.identity import Id, child, digest
from travaux.model.schemes import SpeakerKind
from travaux.model.text import Span
from travaux.reading.extraction.candidates import Candidate
from travaux.reading.extraction.cast import Cast
from travaux.reading.extraction.provisions import Citations
from travaux.reading.extraction.reliability import reliability_of
from travaux.reading.extraction.resolution import Resolver
from travaux.reading.extraction.sentences import Place, Reported


class StatementWriter:
    """Makes the statements of one document, whose sentences it must be given in the order of the text."""

    def __init__(self, contents: Contents, text: str, cast: Cast) -> None:
        self._document: Id = contents.document.id
        self._text = text
        self._resolver = Resolver(contents, cast)
        self._citations = Citations(contents)

    def write(self, candidate: Candidate, found: Iterable[Reported]) -> Iterator[Statement]:
        """Yield the statements of a sentence; one whose *it* can be nobody who spoke before is left out."""
        for reported in found:
            statement = self._to_statement(candidate, reported)
            if not _is_unresolved(statement.speaker):
                yield statement

    def _to_statement(self, candidate: Candidate, reported: Reported) -> Statement:
        span = Span.of(self._document, self._text, *candidate.plain.to_source(*reported.quote))
        cue = self._quote(candidate, reported.cue)
        phrase = self._quote(candidate, reported.speaker) if reported.speaker and not reported.writer else None
        identity = child(self._document, "statement", digest(str(span.start), str(span.end), cue, phrase or ""))
        places = _own_places(candidate, reported)
        cited = self._citations.of(candidate.paragraph.id, self._text, places, candidate.plain.offsets[0])
        return Statement(
            id=identity,
            document=self._document,
            paragraph=candidate.paragraph.id,
            span=span,
            cue=cue,
            speaker=self._resolver.resolve(reported, phrase, candidate.paragraph, child(identity, "speaker")),
            act=reported.act,
            stance=reported.stance,
            claim=reported.claim,
            rule=reported.rule,
            confidence=reliability_of(reported.rule),
            rationale=self._span(candidate, reported.rationale),
            condition=self._span(candidate, reported.condition),
            contrast=self._span(candidate, reported.contrast),
            citations=tuple(one.target for one in cited),
            anaphoric_citations=tuple(one.target for one in cited if not _stands_in(one.span, places)),
            provisions=tuple(dict.fromkeys(one.provision for one in cited if one.provision is not None)),
        )

    def _quote(self, candidate: Candidate, place: Place) -> str:
        return self._text[slice(*candidate.plain.to_source(*place))]

    def _span(self, candidate: Candidate, place: Place | None) -> Span | None:
        return None if place is None else Span.of(self._document, self._text, *candidate.plain.to_source(*place))


def _own_places(candidate: Candidate, reported: Reported) -> list[Place]:
    """List the characters of the document that are a statement's own: its content, what was taken off it, and the topic before it."""
    parts = (reported.quote, reported.rationale, reported.condition, reported.contrast, (0, reported.topic) if reported.topic > 0 else None)
    return [candidate.plain.to_source(*place) for place in parts if place is not None]


def _stands_in(span: Span, places: Iterable[Place]) -> bool:
    return any(start <= span.start < end for start, end in places)


def _is_unresolved(speaker: Speaker) -> bool:
    """Whether *it* is said to have spoken and nothing before it can have."""
    return speaker.phrase is not None and speaker.phrase.lower() == "it" and speaker.kind is not SpeakerKind.NAMED
