"""One invented statement: the sentence that reports it, and the record of what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from large_corpus.chance import Skewed
from large_corpus.claims import Claim
from large_corpus.meetings import Actors, Meeting
from large_corpus.notes import Note
from large_corpus.page import Page
from large_corpus.treaty import article
from large_corpus.words import ACTS, CONDITIONS, CONTRASTS, CUES, FRESH, GROUPS, RATIONALES, STANCES
from travaux.model.argument import Speaker, Statement, TextChange
from travaux.model.consultation import Participation
from travaux.model.document import Reference
from travaux.model.identity import Id, child, digest
from travaux.model.review import BY_HAND
from travaux.model.schemes import Act, ChangeKind, Prevalence, ReferenceKind, ReviewStatus, SpeakerKind, Stance
from travaux.model.text import Span

_ACTS = {stance: Skewed(acts) for stance, acts in ACTS.items()}
_STANCES = Skewed(STANCES)
_GROUPS = Skewed(((words, prevalence), weight) for words, prevalence, weight in GROUPS)
_FRESH = Skewed.by_rank(FRESH[0])
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
_PLACES = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement with its sentence, the provision that it cites in so many words, and the change to the text that it proposes."""

    statement: Statement
    claim: Claim
    sentence: Span
    references: tuple[Reference, ...]
    changes: tuple[TextChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Where something is said: at which consultation, in which paragraph, before which panel."""

    meeting: Meeting
    note: Note
    actors: Actors
    paragraph: Id
    panel: list[Participation] = field(default_factory=list)


def say(rng: Random, page: Page, floor: Floor, claim: Claim) -> Saying:
    """Write the sentence of a statement that expresses a position, and record it."""
    key = digest(str(page.length), claim.clause)
    identity = child(page.document, "statement", key)
    stance = claim.stance_at(floor.meeting.place) if rng.random() < 0.85 else _STANCES.draw(rng)
    act = _ACTS[stance].draw(rng)
    verb, as_clause = rng.choice(CUES[act])
    start = page.length
    speaker, cue = _open(rng, page, floor, identity, verb)
    page.write(" ")
    quote_start = page.length
    page.write((claim.clause if as_clause else claim.noun) + _tail(rng))
    reference = _cite(rng, page, floor, claim)
    quote = page.since(quote_start)
    more = {
        "rationale": _more(rng, page, RATIONALES, 0.22),
        "condition": _more(rng, page, CONDITIONS, 0.05),
        "contrast": _more(rng, page, CONTRASTS, 0.05),
    }
    sentence = page.since(start)
    page.write(".")
    review = _DECIDED.draw(rng) if claim.named else ReviewStatus.UNREVIEWED
    themes = _themes(rng, claim)
    by_hand = review is ReviewStatus.ADDED
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
        **more,
        **_cited(rng, reference, claim),
        **_questions(rng, floor.note, themes),
    )
    changes = _changes(rng, statement, act, claim, quote)
    return Saying(statement=statement, claim=claim, sentence=sentence, references=(reference,) if reference else (), changes=changes)


def _open(rng: Random, page: Page, floor: Floor, statement: Id, verb: str) -> tuple[Speaker, str]:
    """Write who speaks and the cue."""
    kind, chance = SpeakerKind.COLLECTIVE, rng.random()
    participations: tuple[Id, ...] = ()
    actors: tuple[Id, ...] = ()
    if chance < 0.1:
        cue = f"It was {verb}" if verb.endswith("that") else f"One view {verb}"
        page.write(cue)
        nobody = Speaker(id=child(statement, "speaker"), document=page.document, kind=SpeakerKind.UNATTRIBUTED, prevalence=Prevalence.UNSPECIFIED)
        return nobody, cue
    words, prevalence = _GROUPS.draw(rng)
    if chance < 0.18 and floor.panel:
        kind, prevalence, place = SpeakerKind.NAMED, Prevalence.ONE, rng.randrange(len(floor.panel))
        words = f"the {_PLACES[place]} panellist"
        participations, actors = (floor.panel[place].id,), (floor.panel[place].person,)
    elif chance < 0.3:
        kind, prevalence = SpeakerKind.NAMED, Prevalence.ONE
        named = floor.actors.states.draw(rng) if rng.random() < 0.6 else floor.actors.organizations.draw(rng)
        words, actors = f"the representative of {named.name}", (named.id,)
    phrase = page.write(f"{words[0].upper()}{words[1:]}").quote
    page.write(" ")
    cue = page.write(verb).quote
    speaker = Speaker(
        id=child(statement, "speaker"),
        document=page.document,
        kind=kind,
        prevalence=prevalence,
        phrase=phrase,
        participations=participations,
        actors=actors,
    )
    return speaker, cue


def _tail(rng: Random) -> str:
    return f", {rng.choice(FRESH[1])} {_FRESH.draw(rng)}" if rng.random() < 0.25 else ""


def _cite(rng: Random, page: Page, floor: Floor, claim: Claim) -> Reference | None:
    if claim.article is None or rng.random() >= 0.45:
        return None
    page.write(" under ")
    words = page.write(f"article {claim.article}")
    return Reference(
        id=child(page.document, "reference", f"{words.start}-{words.end}"),
        document=page.document,
        paragraph=floor.paragraph,
        kind=ReferenceKind.ARTICLE,
        target=words.quote,
        span=words,
        provision=article(claim.article),
    )


def _cited(rng: Random, reference: Reference | None, claim: Claim) -> dict[str, tuple[Id, ...] | tuple[str, ...]]:
    if reference and reference.provision:
        return {"provisions": (reference.provision,), "citations": (reference.target,)}
    if claim.article is not None and rng.random() < 0.06:
        target = f"article {claim.article}"
        return {"provisions": (article(claim.article),), "citations": (target,), "anaphoric_citations": (target,)}
    return {}


def _more(rng: Random, page: Page, choice: tuple[str, ...], chance: float) -> Span | None:
    if rng.random() >= chance:
        return None
    page.write(", ")
    return page.write(rng.choice(choice))


def _themes(rng: Random, claim: Claim) -> tuple[Id, ...]:
    found = [claim.matter.theme.id, *(other.theme.id for other in claim.others if rng.random() < 0.75)]
    if claim.matter.theme.broader and rng.random() < 0.35:
        found += claim.matter.theme.broader
    return tuple(sorted(set(found)))


def _position(rng: Random, claim: Claim, review: ReviewStatus) -> Id | None:
    kept = {ReviewStatus.REJECTED: 0.3, ReviewStatus.UNREVIEWED: 0.9}.get(review, 0.98)
    return claim.position.id if rng.random() < kept else None


def _questions(rng: Random, note: Note, themes: tuple[Id, ...]) -> dict[str, tuple[Id, ...]]:
    answered = {note.answered[one] for one in themes if one in note.answered and rng.random() < 0.8}
    touched = {note.touched[one] for one in themes if one in note.touched and rng.random() < 0.6} - answered
    return {"questions": tuple(sorted(answered)), "partial_questions": tuple(sorted(touched))}


def _changes(rng: Random, statement: Statement, act: Act, claim: Claim, quote: Span) -> tuple[TextChange, ...]:
    if act is not Act.PROPOSE or statement.stance is not Stance.PROPOSES or claim.article is None or rng.random() >= 0.3:
        return ()
    identity = child(statement.id, "change", "1")
    return (TextChange(id=identity, statement=statement.id, kind=rng.choice(list(ChangeKind)), provision=article(claim.article), span=quote),)
