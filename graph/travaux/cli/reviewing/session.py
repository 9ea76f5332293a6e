"""A session at the desk: its queue of statements, what was decided in it, and how to take that back exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from travaux.cli.reviewing.screen import uninterrupted
from travaux.errors import ConflictError, ReviewError
from travaux.pipeline.desk.desk import Desk, Filter
from travaux.pipeline.desk.drafts import Draft, Earlier
from travaux.pipeline.desk.files import UNWRITTEN
from travaux.pipeline.desk.items import Item
from travaux.reading.review.folder import to_fields

Place = tuple[str, str]
"""The document and the key of a statement."""


@dataclass(slots=True)
class Step:
    """One answer that decided something, and what lets the reviewer hold again what was held before."""

    document: str
    told: str
    earlier: list[Earlier]


@dataclass
class Session:
    """What one reviewer does at a desk, over the statements that were wanted when the session began."""

    desk: Desk
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

    def decide(self, document: str, drafts: Sequence[Draft], told: str = "") -> tuple[Item, ...]:
        """Write decisions, all or nothing, so that one step takes them back; raises what ``Desk.decide`` raises."""
        with uninterrupted():
            written = self.desk.replace(self.reviewer, document, drafts)
            kinds = (draft.decision.value if draft.decision else "taken back" for draft in drafts)
            said = ", ".join(f"{key} {kind}" for (key, *_), kind in zip(written.before, kinds, strict=True))
            earlier = [
                Earlier(key=key, expected=version, fields=to_fields(held) if held else None) for key, version, held in written.before
            ]
            self.steps.append(Step(document, told or said, earlier))
        return written.items

    def undo(self) -> Step | None:
        """Take back the last step: what the reviewer held before stands again to the letter. ``None`` if there is nothing to undo.

        ``ConflictError`` if somebody else has decided about a statement of it since; undoing once more takes it back nevertheless.
        """
        if not self.steps:
            return None
        step = self.steps[-1]
        try:
            with uninterrupted():
                self.desk.restore(self.reviewer, step.document, step.earlier)
                self.steps.pop()
        except ConflictError:
            now = {item.key: item.version for item in self.desk.items(Filter(document=step.document))}
            step.earlier = [replace(one, expected=now.get(one.key, UNWRITTEN)) for one in step.earlier]
            raise
        self._turn_to((step.document, step.earlier[0].key))
        return step
