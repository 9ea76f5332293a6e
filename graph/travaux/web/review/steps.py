"""Steps that can be undone: what reviewers held before stays on the server, and a page has nothing but the name of its step."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from travaux.pipeline.desk import Earlier
from travaux.web.answers import Refused

MOST = 1000
"""So many steps are kept, the latest of all reviewers."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one reviewer held of statements of one document before they were decided about together."""

    document: str
    reviewer: str
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps that can be undone. Safe to use from several threads."""

    _kept: OrderedDict[str, Step] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, step: Step) -> str:
        """Keep a step and name it, with a name that nobody can guess."""
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._kept[name] = step
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return name

    def get(self, name: str, reviewer: str) -> Step:
        """Get a step of a reviewer; ``Refused`` if there is none, or none any more."""
        with self._lock:
            step = self._kept.get(name)
        if step is None or step.reviewer != reviewer:
            raise Refused(404, "this can no longer be undone", hint="Decide about the statement again.")
        return step

    def forget(self, name: str) -> None:
        """Forget a step that has been undone."""
        with self._lock:
            self._kept.pop(name, None)
