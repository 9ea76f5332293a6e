"""What other sites may read: everything that is data, by anybody's scripts, as CORS puts it.

Answers hold what the graph holds and nothing about who asks: there are no accounts, no cookies, nothing that a request could change. A
server that listens to this machine alone is still reachable for the pages that a browser shows: whoever's corpus is not to be read by
them switches sharing off. Requests of a public site for a private network, which browsers announce, are never allowed.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALLOWED = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "accept, accept-language, content-type, if-none-match",
    "access-control-max-age": "86400",
}
_EXPOSED = "content-length, etag, link, location, retry-after, x-sparql-maxrows"


@dataclass(frozen=True, slots=True)
class Sharing:
    """Lets other sites read what is not HTML, unless it is not ``allowed``; answers OPTIONS for every address."""

    app: ASGIApp
    allowed: bool = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            await _options(scope, allowed=self.allowed)(scope, receive, send)
            return

        async def send_shared(message: Message) -> None:
            if message["type"] == "http.response.start" and self.allowed:
                headers = MutableHeaders(scope=message)
                if not headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("access-control-allow-origin", "*")
                    headers.setdefault("access-control-expose-headers", _EXPOSED)
            await send(message)

        await self.app(scope, receive, send_shared)


def _options(scope: Scope, *, allowed: bool) -> Response:
    """Tell the methods of an address, and a script of another site what it may ask."""
    methods = "GET, HEAD, POST, OPTIONS" if scope["path"] == "/sparql" else "GET, HEAD, OPTIONS"
    preflight = "access-control-request-method" in Headers(scope=scope)
    return Response(status_code=204, headers={"allow": methods, **(_ALLOWED if allowed and preflight else {})})
