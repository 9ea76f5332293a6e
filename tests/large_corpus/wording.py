"""The parts of a sentence that reports a statement: who speaks, what is cited, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TypedDict

from large_corpus.chance import Skewed
from large_corpus.claims import Claim
from large_corpus.meetings import Actors, Meeting
from large_corpus.notes import Note
from large_corpus.page import Page
from large_corpus.treaty import article
from large_corpus.words import CONDITIONS, CONTRASTS, FRESH, GROUPS, RATIONALES
from travaux.model.argument import Speaker
from travaux.model.consultation import Participation
from travaux.model.document import Reference
from travaux.model.identity import Id, child
from travaux.model.schemes import Prevalence, ReferenceKind, SpeakerKind
from travaux.model.text import Span

_GROUPS = Skewed(((words, prevalence), weight) for words, prevalence, weight in GROUPS)
_FRESH = Skewed.by_rank(FRESH[0])
_PLACES = ("first", "second", "third")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Where something is said: at which consultation, in which paragraph, before which panel."""

    meeting: Meeting
    note: Note
    actors: Actors
    paragraph: Id
    panel: list[Participation] = field(default_factory=list)


class Grounds(TypedDict):
    """The places of what is said besides the content."""

    rationale: Span | None
    condition: Span | None
    contrast: Span | None


def open_sentence(rng: Random, page: Page, floor: Floor, statement: Id, verb: str) -> tuple[Speaker, str]:
    """Write who speaks, and the cue."""
    if rng.random() < 0.1:
        cue = page.write(f"It was {verb}" if verb.endswith("that") else f"One view {verb}").quote
        return _speaker(page, statement, SpeakerKind.UNATTRIBUTED), cue
    speaker = _named(rng, page, floor, statement) if rng.random() < 0.22 else None
    if speaker is None:
        words, prevalence = _GROUPS.draw(rng)
        phrase = page.write(_capital(words)).quote
        speaker = _speaker(page, statement, SpeakerKind.COLLECTIVE, prevalence, phrase=phrase)
    page.write(" ")
    return speaker, page.write(verb).quote


def cite(rng: Random, page: Page, floor: Floor, claim: Claim) -> Reference | None:
    """Write which article is meant, in almost half of all cases."""
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


def tail(rng: Random) -> str:
    """Give now and then a phrase that the thesaurus does not know."""
    return f", {rng.choice(FRESH[1])} {_FRESH.draw(rng)}" if rng.random() < 0.25 else ""


def write_grounds(rng: Random, page: Page) -> Grounds:
    """Write now and then a reason, a condition, or what is not wanted."""
    return {
        "rationale": _more(rng, page, RATIONALES, 0.22),
        "condition": _more(rng, page, CONDITIONS, 0.05),
        "contrast": _more(rng, page, CONTRASTS, 0.05),
    }


def _named(rng: Random, page: Page, floor: Floor, statement: Id) -> Speaker:
    """Let a panellist, a State or an organization speak."""
    if floor.panel and rng.random() < 0.4:
        place = rng.randrange(len(floor.panel))
        phrase = page.write(f"The {_PLACES[place]} panellist").quote
        seat = floor.panel[place]
        return _speaker(page, statement, SpeakerKind.NAMED, Prevalence.ONE, phrase=phrase, seats=(seat.id,), actors=(seat.person,))
    named = floor.actors.states.draw(rng) if rng.random() < 0.6 else floor.actors.organizations.draw(rng)
    phrase = page.write(f"The representative of {named.name}").quote
    return _speaker(page, statement, SpeakerKind.NAMED, Prevalence.ONE, phrase=phrase, actors=(named.id,))


def _speaker(
    page: Page,
    statement: Id,
    kind: SpeakerKind,
    prevalence: Prevalence = Prevalence.UNSPECIFIED,
    *,
    phrase: str | None = None,
    seats: tuple[Id, ...] = (),
    actors: tuple[Id, ...] = (),
) -> Speaker:
    return Speaker(
        id=child(statement, "speaker"),
        document=page.document,
        kind=kind,
        prevalence=prevalence,
        phrase=phrase,
        participations=seats,
        actors=actors,
    )


def _more(rng: Random, page: Page, choice: tuple[str, ...], chance: float) -> Span | None:
    if rng.random() >= chance:
        return None
    page.write(", ")
    return page.write(rng.choice(choice))


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
