"""The application: which address is answered by what."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from travaux.errors import TravauxError
from travaux.pipeline.desk import Desk
from travaux.web.answers import Refused, failure, refusal
from travaux.web.review.api import Api
from travaux.web.review.page import Page
from travaux.web.review.writing import HEADERS, Writing
from travaux.web.security import LOOPBACK, Guard, Hosts


def review_app(
    desk: Desk, *, hosts: Hosts = LOOPBACK, token: str | None = None, reviewer: str | None = None, writing: bool = True
) -> Starlette:
    """Make the application that shows a desk and writes decisions through to its review files.

    It answers to the names in ``hosts`` alone. Without ``writing`` it changes nothing; with a ``token`` every request that writes has to
    carry it (``Authorization: Bearer``). ``reviewer`` is the name that the page suggests.
    """
    api, page = Api(desk), Page(desk.corpus, token=token is not None, reviewer=reviewer, writing=writing)
    return Starlette(
        routes=[
            Route("/", page.show),
            Route("/static/{name}", page.file),
            Route("/api/stamp", api.stamp),
            Route("/api/items", api.items),
            Route("/api/items/{document}/{key}", api.item),
            Route("/api/filters", api.filters),
            Route("/api/progress", api.progress),
            Route("/api/vocabulary/{document}", api.vocabulary),
            Route("/api/decisions", api.decide, methods=["POST"]),
            Route("/api/undo", api.undo, methods=["POST"]),
            Route("/api/positions", api.positions),
            Route("/api/positions", api.name_position, methods=["POST"]),
        ],
        middleware=[Middleware(Guard, hosts=hosts, headers=HEADERS, refuse=Writing(writing, token).refuse)],
        exception_handlers={HTTPException: _not_answered, Refused: _refused, TravauxError: _failed, 500: _broken},
    )


async def _not_answered(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    what = {404: "there is nothing at this address", 405: "this address is not asked like that"}.get(status, "this cannot be answered")
    answer = refusal(status, what)
    answer.headers.update((error.headers if isinstance(error, HTTPException) else None) or {})
    return answer


async def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, Refused):
        raise error
    return refusal(error.status, error.what, hint=error.hint)


async def _failed(_: Request, error: Exception) -> Response:
    if not isinstance(error, TravauxError):
        raise error
    return failure(error)


async def _broken(_: Request, __: Exception) -> Response:
    answer = refusal(500, "the server has made a mistake", hint="What it printed tells more. Look whether your decision was written.")
    answer.headers.update(HEADERS)
    return answer
