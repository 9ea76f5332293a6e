"""All that is made up before the first report is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from large_corpus.chance import Skewed
from large_corpus.claims import Bearing, Claim, invent_bearings, invent_claims
from large_corpus.meetings import MEETINGS, Actors, Meeting, Sitting, divide, invent_actors, invent_meetings
from large_corpus.notes import Note, write_note
from large_corpus.themes import Matter, invent_matters
from large_corpus.treaty import invent_treaty
from travaux.model.identity import Id
from travaux.model.treaty import Treaty


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The treaty, themes, positions and their relations, meetings with their guiding questions, actors, and who reports on what."""

    seed: int
    treaty: Treaty
    matters: list[Matter]
    claims: list[Claim]
    bearings: list[Bearing]
    actors: Actors
    sittings: list[Sitting]
    notes: dict[Id, Note]
    _heard: dict[tuple[int, int], Skewed[Claim]] = field(default_factory=dict)

    @property
    def meetings(self) -> list[Meeting]:
        """The consultations in the order of time."""
        return list({sitting.meeting.place: sitting.meeting for sitting in self.sittings}.values())

    def heard_on(self, meeting: Meeting, chapter: int) -> Skewed[Claim]:
        """Give the positions that are heard on a chapter at a consultation, the most frequent first."""
        key = meeting.place, chapter
        if key not in self._heard:
            held = ((claim, (rank + 4) ** -0.85) for rank, claim in enumerate(self.claims) if meeting.place in claim.heard)
            self._heard[key] = Skewed((claim, weight * _nearness(claim, chapter)) for claim, weight in held)
        return self._heard[key]


def _nearness(claim: Claim, chapter: int) -> float:
    """Weigh what belongs to another chapter: now and then it comes up too."""
    return 1.0 if claim.matter.chapter == chapter else 0.01


def invent(statements: int, seed: int) -> World:
    """Make up everything that the reports of so many statements need, the same for the same seed."""
    rng = Random(f"world {seed}")  # noqa: S311, no secret
    meetings = invent_meetings(rng)
    sittings = divide(rng, meetings, statements)
    treaty = invent_treaty(rng, [sitting.document for sitting in sittings])
    matters = invent_matters(rng)
    outcomes = {int(outcome.provision.rpartition("/")[2]): outcome.id for outcome in treaty.outcomes if outcome.provision}
    claims = invent_claims(rng, matters, round(2.2 * statements**0.7), MEETINGS, outcomes)
    return World(
        seed=seed,
        treaty=treaty,
        matters=matters,
        claims=claims,
        bearings=list(invent_bearings(rng, claims)),
        actors=invent_actors(rng),
        sittings=sittings,
        notes={meeting.note: write_note(rng, meeting, matters) for meeting in meetings},
    )
