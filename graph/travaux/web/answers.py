"""Answers in JSON, and the one shape that every error has."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.responses import Response

from travaux.errors import ConflictError, ReviewError, TravauxError


class Answer(Response):
    """Something as JSON, in UTF-8."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """Write the content."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


class Refused(Exception):  # noqa: N818, it is no failure of ours
    """A request that cannot be answered as it is: the status of the answer, and what is wrong in plain words."""

    def __init__(self, status: int, what: str, *, hint: str | None = None) -> None:
        super().__init__(what)
        self.status = status
        self.what = what
        self.hint = hint


def refusal(status: int, what: str, *, where: str | None = None, hint: str | None = None, **more: object) -> Answer:
    """Tell what went wrong, where, and what to do."""
    return Answer({"error": {"what": what, "where": where, "hint": hint}, **more}, status)


def failure(error: TravauxError, more: Mapping[str, object] | None = None) -> Answer:
    """Tell an error that a user can act on."""
    return refusal(_status(error), error.what, where=error.where, hint=error.hint, **(more or {}))


def _status(error: TravauxError) -> int:
    if isinstance(error, ConflictError):
        return 409
    return 422 if isinstance(error, ReviewError) else 503
