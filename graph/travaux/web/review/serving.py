"""The server of the review."""

from __future__ import annotations

from collections.abc import Callable

from travaux.pipeline.desk import Desk
from travaux.web.review.app import review_app
from travaux.web.serving import is_loopback, serve


def serve_review(desk: Desk, *, host: str, port: int, token: str | None, reviewer: str | None, opened: Callable[[str, bool], None]) -> None:
    """Serve the review of a desk until somebody interrupts it.

    ``opened`` is told the address to open, with the token behind a ``#`` if there is one, and whether one may decide there. Other
    machines may only read unless there is a token. ``TravauxError`` if there is nowhere to listen.
    """
    writing = token is not None or is_loopback(host)
    serve(
        lambda hosts: review_app(desk, hosts=hosts, token=token, reviewer=reviewer, writing=writing),
        host=host,
        port=port,
        opened=lambda address: opened(f"{address}#token={token}" if token else address, writing),
    )
