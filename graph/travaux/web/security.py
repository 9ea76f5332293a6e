"""Who may ask the servers what: hosts are checked before anything else looks at a request, and every answer carries the headers."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from travaux.web.answers import refusal

HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
"""What every answer of every server carries."""


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

    ``refuse`` is asked about the method and the headers of each request that names this server, and gives the refusal of those that are
    not wanted. A header that the answer has already is left as it is.
    """

    app: ASGIApp
    hosts: Hosts
    headers: Mapping[str, str]
    refuse: Callable[[str, Headers], Response | None]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    sent.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        refused = self._refuse_name(headers) or self.refuse(scope["method"], headers)
        await (refused or self.app)(scope, receive, send_guarded)

    def _refuse_name(self, headers: Headers) -> Response | None:
        if len(headers.getlist("host")) == 1 and self.hosts.admit(headers["host"]):
            return None
        return refusal(421, "this server does not answer to that name", hint="Use the address that was printed when it started.")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
