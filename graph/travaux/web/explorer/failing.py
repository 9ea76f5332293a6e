"""What goes wrong, as a page for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from travaux.errors import QueryError, TravauxError
from travaux.views.explorer import AskedError
from travaux.web.answers import refusal
from travaux.web.explorer.policy import HEADERS

_WORDS = {404: "there is nothing at this address", 405: "this address is not asked like that", 406: "there is no such form of this page"}


async def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    what = _WORDS.get(error.status_code, error.detail)
    answer = refusal(error.status_code, what)
    answer.headers.update(error.headers or {})
    return answer


async def _failed(_: Request, error: Exception) -> Response:
    if not isinstance(error, TravauxError):
        raise error
    return refusal(status_of(error), error.what, where=error.where, hint=error.hint)


async def _broken(_: Request, __: Exception) -> Response:
    answer = refusal(500, "the server has made a mistake", hint="What it printed tells more.")
    answer.headers.update(HEADERS)
    return answer


def status_of(error: TravauxError) -> int:
    """Give the status that says whose fault an error is: a wrong option, a thing that is not there, or a store that fails."""
    if isinstance(error, AskedError):
        return 400
    return 404 if isinstance(error, QueryError) else 503


FAILURES: Mapping[Any, Callable[[Request, Exception], Awaitable[Response]]] = {
    HTTPException: _refused,
    TravauxError: _failed,
    500: _broken,
}
"""Kind of error → who answers it."""
