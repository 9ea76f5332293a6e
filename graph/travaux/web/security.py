"""Who may ask what of the server: hosts, origins, tokens and sizes are checked before anything else looks at a request."""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from travaux.web.answers import refusal

LARGEST = 256_000
"""So many bytes a request may bring; the longest decision has a few thousand."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
"""What every answer carries."""

_DIGITS = 12
_READING = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names that a server answers to, without ports; ``any_address`` admits every IP address, which no other site can pose as."""

    names: frozenset[str]
    any_address: bool = False

    def admit(self, host: str) -> bool:
        """Tell whether a ``Host`` header names this server."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self.names or (self.any_address and _is_address(name))


LOOPBACK = Hosts(frozenset({"127.0.0.1", "localhost", "::1"}))
"""The names of this machine to itself."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets through only requests that the server wants to answer, and puts the headers on every answer.

    Without ``writing`` nothing is written; with a ``token`` every request that writes has to carry it.
    """

    app: ASGIApp
    hosts: Hosts
    token: str | None
    writing: bool

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refuse(scope["method"], Headers(scope=scope))
        await (refused or self.app)(scope, receive, send_guarded)

    def _refuse(self, method: str, headers: Headers) -> Response | None:
        if len(headers.getlist("host")) != 1 or not self.hosts.admit(headers["host"]):
            return refusal(421, "this server does not answer to that name", hint="Use the address that was printed when it started.")
        return None if method in _READING else self._refuse_to_write(headers)

    def _refuse_to_write(self, headers: Headers) -> Response | None:
        if not _is_own(headers):
            return refusal(403, "another site must not decide anything here", hint="Open the address that was printed when it started.")
        if not self.writing:
            return refusal(403, "this server shows the review and changes nothing", hint="Start it on this machine alone, or with a token.")
        if self.token is not None and not _carries(headers, self.token):
            hint = "Open the whole address that was printed when it started, with what stands behind the #."
            answer = refusal(401, "this address lacks the token by which one may decide", hint=hint)
            answer.headers["www-authenticate"] = "Bearer"
            return answer
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return refusal(415, "only JSON is understood", hint="Send it as application/json.")
        if _is_large(headers.get("content-length", "0")):
            return refusal(413, f"more than {LARGEST} bytes at once")
        return None


def _is_own(headers: Headers) -> bool:
    """Tell whether a request comes from a page of this server, or from no page at all."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin in {f"http://{headers['host']}", f"https://{headers['host']}"}


def _carries(headers: Headers, token: str) -> bool:
    kind, _, given = headers.get("authorization", "").partition(" ")
    return kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())


def _is_large(length: str) -> bool:
    return not length.isdecimal() or len(length) > _DIGITS or int(length) > LARGEST


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
