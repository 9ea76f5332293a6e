"""What goes wrong, as a page for people, as JSON for programs, and as plain text for those who ask queries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from travaux.errors import QueryError, TravauxError
from travaux.rdf.sparql.stopping import BrokenError, CrowdedError, StoppedError, TimeLimitError
from travaux.views.explorer import AskedError, Explorer, Page
from travaux.web.answers import Refused, refusal
from travaux.web.explorer.negotiation import accepts_pages, choose
from travaux.web.explorer.policy import HEADERS

_WORDS = {404: "there is nothing at this address", 405: "this address is not asked like that", 406: "there is no such form of this page"}
_TITLES = {404: "Not found", 405: "Not asked like that", 503: "Not possible now", 500: "A mistake of this program"}
_RESULTS = ("text/plain", "application/json", "application/sparql-results+json")
_WAIT = "10"
"""Seconds after which asking again may help."""
Failing = Callable[[Request, Exception], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Failures:
    """Answers for everything that can go wrong while an explorer is asked."""

    explorer: Explorer

    def handlers(self) -> Mapping[Any, Failing]:
        """Give kind of error → who answers it."""
        return {HTTPException: self._refused, Refused: self._refused, TravauxError: self._failed, 500: self._broken}

    async def _refused(self, request: Request, error: Exception) -> Response:
        if isinstance(error, Refused):
            return self._tell(request, error.status, error.what, hint=error.hint)
        if not isinstance(error, HTTPException):
            raise error
        answer = self._tell(request, error.status_code, _WORDS.get(error.status_code, error.detail))
        answer.headers.update(error.headers or {})
        return answer

    async def _failed(self, request: Request, error: Exception) -> Response:
        if not isinstance(error, TravauxError):
            raise error
        asked = request.url.path == "/sparql"
        status = status_of_query(error) if asked else status_of(error)
        where = None if status == 503 and not asked else error.where  # noqa: PLR2004, where a store lies is nobody else's affair
        answer = self._tell(request, status, error.what, where=where if isinstance(error, QueryError) else None, hint=error.hint)
        if isinstance(error, CrowdedError):
            answer.headers["retry-after"] = _WAIT
        return answer

    async def _broken(self, request: Request, _: Exception) -> Response:
        answer = self._tell(request, 500, "the server has made a mistake", hint="What it printed tells more.")
        answer.headers.update(HEADERS)
        return answer

    def _tell(self, request: Request, status: int, what: str, *, where: str | None = None, hint: str | None = None) -> Response:
        """Tell what went wrong in the form that suits who asked."""
        accept = ",".join(request.headers.getlist("accept"))
        if accepts_pages(accept):
            return self._page(request, status, what, where, hint)
        if request.url.path == "/sparql" and choose(accept, _RESULTS) in ("text/plain", None):
            text = "\n".join(part for part in (f"{where}: {what}" if where else what, hint) if part)
            return PlainTextResponse(f"{text}\n", status, headers={"vary": "accept"})
        answer = refusal(status, what, where=where, hint=hint)
        answer.headers["vary"] = "accept"
        return answer

    def _page(self, request: Request, status: int, what: str, where: str | None, hint: str | None) -> Response:
        title = _TITLES.get(status, "Not understood" if status < 500 else "Failed")  # noqa: PLR2004
        page = Page(title=title, template="error.html.j2", shown={"what": what, "where": where, "hint": hint, "status": status})
        html = self.explorer.renderer.document(page, request.url.path)
        return Response(html, status, media_type="text/html", headers={"vary": "accept"})


def status_of(error: TravauxError) -> int:
    """Give the status that says whose fault an error is: a wrong option, a thing that is not there, or a store that fails."""
    if isinstance(error, AskedError):
        return 400
    return 404 if isinstance(error, QueryError) else 503


def status_of_query(error: TravauxError) -> int:
    """Give the status of a query that was not answered: one that is wrong, one that costs too much, or a server that has no time."""
    if isinstance(error, CrowdedError | TimeLimitError | StoppedError):
        return 503
    if isinstance(error, BrokenError):
        return 500
    return 400 if isinstance(error, QueryError) else 503
