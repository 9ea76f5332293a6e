"""How much a request may be, and how slowly it may come, before anything else looks at it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from travaux.web.answers import refusal

LONGEST_ADDRESS = 32_000
"""Characters of an address with its options; a longer query is sent by POST."""
MOST_HEADERS = 32_000
"""Bytes of all headers of a request together."""
LARGEST_BODY = 1_000_000
"""Bytes that a request may bring; the longest query that is understood has a tenth of that."""


class TooLargeError(Exception):
    """More came than was announced or is read."""


class TooSlowError(Exception):
    """The rest of a request did not come in time."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Refuses requests whose address, headers or body are too large, and those whose body takes longer than ``patience`` seconds."""

    app: ASGIApp
    patience: float = 15

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def send_noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        refused = _refuse(scope)
        try:
            await (refused or self.app)(scope, _bounded(receive, self.patience), send_noted)
        except (TooLargeError, TooSlowError) as error:
            if begun:
                raise
            large = isinstance(error, TooLargeError)
            what = f"more than {LARGEST_BODY:,} bytes at once" if large else "the rest of the request did not come in time"
            answer = refusal(413 if large else 408, what)
            answer.headers["connection"] = "close"
            await answer(scope, receive, send)


def _refuse(scope: Scope) -> ASGIApp | None:
    address = len(scope.get("raw_path", b"")) + len(scope.get("query_string", b""))
    if address > LONGEST_ADDRESS:
        return refusal(414, f"the address has {address:,} characters; {LONGEST_ADDRESS:,} is the limit", hint="Send a long query by POST.")
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADERS:
        return refusal(431, f"the headers have more than {MOST_HEADERS:,} bytes")
    return None


def _bounded(receive: Receive, patience: float) -> Receive:
    """Receive the body within its bounds; waiting for the end of the connection, when the body is there, may take as long as it takes."""
    came = 0
    complete = False
    until: float | None = None

    async def receive_bounded() -> Message:
        nonlocal came, complete, until
        if complete:
            return await receive()
        now = asyncio.get_running_loop().time()
        until = until or now + patience
        try:
            message = await asyncio.wait_for(receive(), until - now)
        except TimeoutError as error:
            raise TooSlowError from error
        came += len(message.get("body", b""))
        complete = message["type"] != "http.request" or not message.get("more_body", False)
        if came > LARGEST_BODY:
            raise TooLargeError
        return message

    return receive_bounded
