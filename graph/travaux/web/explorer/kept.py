"""Answers kept in memory: the graph does not change while it is served, so the same address gives the same bytes."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

MOST = 64 * 2**20
"""Bytes that are kept; the answers that nobody asked for longest go first."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer with status 200: its body, media type and other headers, and a tag that tells it from any other."""

    body: bytes
    media: str
    headers: tuple[tuple[str, str], ...]
    tag: str

    def to_response(self, request: Request) -> Response:
        """Make the answer, or tell who has it already that it is the same (RFC 9110, 13.1.2)."""
        headers = {**dict(self.headers), "etag": self.tag, "vary": "accept"}
        if _has(request.headers.get("if-none-match", ""), self.tag):
            return Response(status_code=304, headers=headers)
        return Response(self.body, media_type=self.media, headers=headers)


def to_kept(body: bytes, media: str, headers: tuple[tuple[str, str], ...] = ()) -> Kept:
    """Make an answer with a tag by its content."""
    told = hashlib.sha256(repr((media, headers)).encode() + body).hexdigest()[:32]
    return Kept(body, media, headers, f'"{told}"')


class KeptAnswers:
    """The answers asked for last, by whatever tells requests apart, up to so many bytes in all; shared between threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """Give the answer kept under a key, or make it and keep it. Two who ask at once may both make it."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            if key not in self._held and len(made.body) <= self._most // 4:
                self._held[key] = made
                self._bytes += len(made.body)
                while self._bytes > self._most:
                    self._bytes -= len(self._held.popitem(last=False)[1].body)
        return made


def _has(tags: str, own: str) -> bool:
    given = [tag.strip().removeprefix("W/") for tag in tags.split(",")]
    return own in given or "*" in given
