"""Decisions for tests: opinions with as little as it takes, and documents to have opinions on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from travaux.model.argument import Speaker, Statement
from travaux.model.document import Document
from travaux.model.identity import Id, child, digest, identifier
from travaux.model.review import Opinion
from travaux.model.schemes import Act, DocumentKind, Prevalence, ReviewStatus, SpeakerKind, Stance
from travaux.model.text import Span
from travaux.reading.formats import plain_text
from travaux.reading.review.replay import Replay, Replayed
from travaux.reading.review.terms import Terms, Voices
from travaux.reading.structure import Context, read_structure

AT = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
DOCUMENT = Document(
    id=identifier("document", "report"),
    name="report",
    title="Report",
    kind=DocumentKind.REPORT,
    file="documents/report.txt",
    checksum="0" * 64,
)


def opinion(quote: str, key: str = "1-a", reviewer: str = "anna", **fields: Any) -> Opinion:
    """Give an opinion; what is not given is as little as an opinion may hold."""
    told: dict[str, Any] = {
        "document": "report",
        "decision": ReviewStatus.ACCEPTED,
        "at": AT,
        "paragraph": "1",
        "cue": "stressed",
        "act": Act.STRESS,
        "stance": Stance.SUPPORTS,
        "claim": "It should be so.",
        "speaker_kind": SpeakerKind.COLLECTIVE,
    }
    return Opinion(key=key, reviewer=reviewer, quote=quote, **(told | fields))


@dataclass(frozen=True)
class Report:
    """A document that can be reviewed."""

    replay: Replay
    text: str

    @classmethod
    def of(cls, text: str, terms: Terms | None = None) -> Report:
        source = plain_text.read(text.encode(), "report.txt")
        contents = read_structure(DOCUMENT, source, Context())
        return cls(Replay(contents, source.text, terms or Terms(), Voices(contents, contents.actors)), source.text)

    def over(self, proposals: Iterable[Statement], *opinions: Opinion) -> Replayed:
        return self.replay.over(tuple(proposals), opinions)

    def quotes(self, *opinions: Opinion) -> Mapping[str, str | None]:
        """Tell in which words each opinion stands now, by its key."""
        judged = self.replay.over((), opinions).judged
        return {one.opinion.key: one.statement.span.quote if one.statement else None for one in judged}

    def paragraph(self, *opinions: Opinion) -> str | None:
        """Tell in which paragraph the first of some opinions stands now."""
        judged = self.replay.over((), opinions).judged
        statement = next(one.statement for one in judged if one.opinion is opinions[0])
        return statement.paragraph.rsplit("/", 1)[1] if statement else None

    def proposal(self, quote: str, cue: str = "stressed", nth: int = 0, **fields: Any) -> Statement:
        """Give what a rule would read at the n-th place of a quote."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(quote, start + 1)
        paragraph = next(one for one in self.replay.contents.paragraphs if one.span.start <= start < one.span.end)
        identity = child(DOCUMENT.id, "statement", digest(cue, str(start), str(len(quote))))
        speaker = Speaker(
            id=child(identity, "speaker"), document=DOCUMENT.id, kind=SpeakerKind.COLLECTIVE, prevalence=Prevalence.UNSPECIFIED
        )
        told: dict[str, Any] = {
            "rule": "rule",
            "claim": "It should be so.",
            "act": Act.STRESS,
            "stance": Stance.SUPPORTS,
            "speaker": speaker,
        }
        span = Span.of(DOCUMENT.id, self.text, start, start + len(quote))
        return Statement(id=Id(identity), document=DOCUMENT.id, paragraph=paragraph.id, span=span, cue=cue, **(told | fields))
