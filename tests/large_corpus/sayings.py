"""One invented statement: the sentence that reports it, and the record of what it says."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TypedDict

from large_corpus.chance import Skewed
from large_corpus.claims import Claim
from large_corpus.notes import Note
from large_corpus.page import Page
from large_corpus.treaty import article
from large_corpus.wording import Floor, cite, open_sentence, tail, write_grounds
from large_corpus.words import ACTS, CUES, STANCES
from travaux.model.argument import Statement, TextChange
from travaux.model.document import Reference
from travaux.model.identity import Id, child, digest
from travaux.model.review import BY_HAND
from travaux.model.schemes import Act, ChangeKind, ReviewStatus, Stance
from travaux.model.text import Span

_ACTS = {stance: Skewed(acts) for stance, acts in ACTS.items()}
_STANCES = Skewed(STANCES)
_DECIDED = Skewed(
    [
        (ReviewStatus.ACCEPTED, 54),
        (ReviewStatus.EDITED, 22),
        (ReviewStatus.UNREVIEWED, 10),
        (ReviewStatus.ADDED, 5),
        (ReviewStatus.REJECTED, 5),
        (ReviewStatus.MERGED, 2),
        (ReviewStatus.SPLIT, 2),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement with its sentence, the provision that it cites in so many words, and the change to the text that it proposes."""

    statement: Statement
    sentence: Span
    references: tuple[Reference, ...]
    changes: tuple[TextChange, ...]


class _Cited(TypedDict):
    provisions: tuple[Id, ...]
    citations: tuple[str, ...]
    anaphoric_citations: tuple[str, ...]


class _Answered(TypedDict):
    questions: tuple[Id, ...]
    partial_questions: tuple[Id, ...]


def say(rng: Random, page: Page, floor: Floor, claim: Claim) -> Saying:
    """Write the sentence of a statement that expresses a position, and record it."""
    stance = claim.stance_at(floor.meeting.place) if rng.random() < 0.85 else _STANCES.draw(rng)
    act = _ACTS[stance].draw(rng)
    verb, as_clause = rng.choice(CUES[act])
    start = page.length
    identity = child(page.document, "statement", digest(str(start), claim.clause))
    speaker, cue = open_sentence(rng, page, floor, identity, verb)
    page.write(" ")
    begun = page.length
    page.write((claim.clause if as_clause else claim.noun) + tail(rng))
    reference = cite(rng, page, floor, claim)
    quote = page.since(begun)
    grounds = write_grounds(rng, page)
    sentence = page.since(start)
    page.write(".")
    review = _DECIDED.draw(rng) if claim.named else ReviewStatus.UNREVIEWED
    by_hand, themes = review is ReviewStatus.ADDED, _themes(rng, claim)
    statement = Statement(
        id=identity,
        document=page.document,
        paragraph=floor.paragraph,
        span=quote,
        cue=cue,
        speaker=speaker,
        act=act,
        stance=stance,
        claim=claim.position.claim if rng.random() < 0.7 else f"{claim.position.claim[:-1]}, as far as possible.",
        rule=BY_HAND if by_hand else f"active: {verb.split()[0]}/{'clause' if as_clause else 'object'}",
        review=review,
        confidence=None if by_hand else rng.choice((0.55, 0.7, 0.75, 0.85, 0.9)),
        themes=themes,
        position=_position(rng, claim, review),
        **grounds,
        **_cited(rng, reference, claim),
        **_answered(rng, floor.note, themes),
    )
    changes = _changes(rng, statement, claim, quote)
    return Saying(statement=statement, sentence=sentence, references=(reference,) if reference else (), changes=changes)


def _cited(rng: Random, reference: Reference | None, claim: Claim) -> _Cited:
    """Tell which provision is cited, now and then by words that only point back."""
    back = reference is None and claim.article is not None and rng.random() < 0.06
    if claim.article is None or not (reference or back):
        return {"provisions": (), "citations": (), "anaphoric_citations": ()}
    targets = (f"article {claim.article}",)
    return {"provisions": (article(claim.article),), "citations": targets, "anaphoric_citations": targets if back else ()}


def _themes(rng: Random, claim: Claim) -> tuple[Id, ...]:
    found = [claim.matter.theme.id, *(other.theme.id for other in claim.others if rng.random() < 0.75)]
    if claim.matter.theme.broader and rng.random() < 0.35:
        found += claim.matter.theme.broader
    return tuple(sorted(set(found)))


def _position(rng: Random, claim: Claim, review: ReviewStatus) -> Id | None:
    kept = {ReviewStatus.REJECTED: 0.3, ReviewStatus.UNREVIEWED: 0.9}.get(review, 0.98)
    return claim.position.id if rng.random() < kept else None


def _answered(rng: Random, note: Note, themes: tuple[Id, ...]) -> _Answered:
    answered = {note.answered[one] for one in themes if one in note.answered and rng.random() < 0.8}
    touched = {note.touched[one] for one in themes if one in note.touched and rng.random() < 0.6} - answered
    return {"questions": tuple(sorted(answered)), "partial_questions": tuple(sorted(touched))}


def _changes(rng: Random, said: Statement, claim: Claim, quote: Span) -> tuple[TextChange, ...]:
    proposed = said.act is Act.PROPOSE and said.stance is Stance.PROPOSES
    if not proposed or claim.article is None or rng.random() >= 0.3:
        return ()
    identity = child(said.id, "change", "1")
    return (TextChange(id=identity, statement=said.id, kind=rng.choice(list(ChangeKind)), provision=article(claim.article), span=quote),)
