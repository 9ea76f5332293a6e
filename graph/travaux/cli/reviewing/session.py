"""A session at the desk: its queue of statements, what was decided in it, and how to take that back exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from travaux.cli.reviewing.deciding import FRESH, own_opinion
from travaux.cli.reviewing.register import Register
from travaux.cli.reviewing.screen import uninterrupted
from travaux.errors import ConflictError, ReviewError
from travaux.model.review import Opinion
from travaux.pipeline.desk.desk import Desk, Filter
from travaux.pipeline.desk.drafts import Draft
from travaux.pipeline.desk.items import Item
from travaux.reading.review.folder import Entry, write_entries

Place = tuple[str, str]
"""The document and the key of a statement."""


@dataclass(slots=True)
class Step:
    """One answer that decided something: what the reviewer held before of each statement, and the versions since."""

    document: str
    told: str
    before: dict[str, Opinion | None]
    following: dict[str, str | None]
    versions: dict[str, str]


@dataclass
class Session:
    """What one reviewer does at a desk, over the statements that were wanted when the session began."""

    desk: Desk
    register: Register
    reviewer: str
    queue: list[Place]
    at: int = 0
    steps: list[Step] = field(default_factory=list)

    def find_item(self) -> Item | None:
        """Find the statement whose turn it is, ``None`` behind the last; those that are gone meanwhile are passed over."""
        while self.at < len(self.queue):
            try:
                return self.desk.item(*self.queue[self.at])
            except ReviewError:
                del self.queue[self.at]
        return None

    def items_of(self, document: str) -> tuple[Item, ...]:
        """Give all statements of a document."""
        return self.desk.items(Filter(document=document))

    def move(self, steps: int) -> bool:
        """Go forth or back in the queue, one step behind its end at most; tell whether that was possible."""
        wanted = self.at + steps
        self.at = min(max(wanted, 0), len(self.queue))
        return wanted == self.at

    def go_to(self, key: str, here: str | None) -> None:
        """Go to the statement with a key, in the document at hand before all others; ``ReviewError`` if there is none."""
        found = sorted((item.document.name != here, item.document.name) for item in self.desk.items() if item.key == key)
        if not found:
            near = [item.key for item in self.desk.items() if item.key.startswith(key)][:5]
            hint = f"Keys that begin so: {', '.join(near)}." if near else "travaux review --status lists what needs a look."
            raise ReviewError(f"there is no statement {key!r}", hint=hint)
        self._turn_to((found[0][1], key))

    def _turn_to(self, place: Place) -> None:
        if place not in self.queue:
            self.queue.insert(self.at, place)
        self.at = self.queue.index(place)

    def decide(self, document: str, drafts: Sequence[Draft], told: str) -> tuple[Item, ...]:
        """Write decisions, all or nothing, so that one step takes them back; raises what ``Desk.decide`` raises."""
        every = {item.key: item for item in self.items_of(document)}
        keys = [str(draft.key) for draft in drafts]
        before = {key: own_opinion(every[key], self.reviewer) if key in every else None for key in keys}
        following = {key: _following(key, list(every.values())) for key in keys}
        with uninterrupted():
            written = self.desk.decide(self.reviewer, document, drafts)
            versions = dict.fromkeys(keys, FRESH) | {item.key: item.version for item in written}
            self.steps.append(Step(document, told, before, following, versions))
        return written

    def undo(self) -> Step | None:
        """Take back the last step: what the reviewer held before stands again to the letter. ``None`` if there is nothing to undo.

        ``ConflictError`` if somebody else has decided about a statement of it since; undoing once more takes it back nevertheless.
        """
        if not self.steps:
            return None
        step = self.steps[-1]
        entries = [
            Entry(key, self.reviewer, opinion, step.versions[key], None if opinion is None else step.following[key])
            for key, opinion in step.before.items()
        ]
        try:
            with uninterrupted():
                write_entries(self.desk.corpus.folder, step.document, entries)
                self.steps.pop()
        except ConflictError:
            now = {item.key: item.version for item in self.items_of(step.document)}
            step.versions = {key: now.get(key, FRESH) for key in step.versions}
            raise
        self._turn_to((step.document, next(iter(step.before))))
        return step


def _following(key: str, items: Sequence[Item]) -> str | None:
    """Find the first decided statement after one, before which it is written."""
    places = [item.key for item in items]
    after = items[places.index(key) + 1 :] if key in places else ()
    return next((item.key for item in after if item.judged), None)
