"""The SPARQL endpoint: the SPARQL 1.1 protocol for queries, read-only, each answered in a process that ends with its time."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from travaux.rdf.sparql.guard import check_query
from travaux.rdf.sparql.keywords import QueryKind, find_kind
from travaux.rdf.sparql.pool import WorkerPool
from travaux.rdf.sparql.stopping import Stop
from travaux.rdf.sparql.tokens import tokenize
from travaux.web.explorer.negotiation import accepts_pages
from travaux.web.explorer.sparql_forms import choose_form
from travaux.web.explorer.sparql_request import QueryRequest, read_request

PATH = "/sparql"
ROWS = 100_000
"""Rows or triples that one answer holds at most; the header ``X-SPARQL-MaxRows`` tells when there were more."""
SECONDS = 30.0
"""How long one query may take; the option ``timeout`` asks for less."""
_IN_MEMORY = 2**20
_PIECE = 2**16


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost: rows or triples of its answer, and seconds."""

    rows: int = ROWS
    seconds: float = SECONDS


class SparqlEndpoint:
    """Answers queries of anybody who may ask this server; ``describe`` gives the service description in a format."""

    def __init__(self, pool: WorkerPool, limits: Limits, describe: Callable[[str, str], bytes]) -> None:
        self._pool = pool
        self._limits = limits
        self._describe = describe
        self._threads = CapacityLimiter(pool.places + 8)  # those who are refused need a thread too, for a moment

    async def answer(self, request: Request) -> Response:
        """Answer a request of the protocol; without a query, say what this endpoint is, or show a browser where to type one."""
        asked = await read_request(request, self._limits.seconds)
        accept = ",".join(request.headers.getlist("accept"))
        if asked.text is None:
            if accepts_pages(accept) and not asked.form:
                return RedirectResponse("/query", 303, headers={"vary": "accept"})
            media, form = choose_form(QueryKind.CONSTRUCT, accept, asked.form)
            told = await run_sync(self._describe, str(request.base_url).rstrip("/"), form)
            return Response(told, media_type=media, headers={"vary": "accept"})
        check_query(asked.text)
        kind = find_kind(tokenize(asked.text)) or QueryKind.SELECT
        media, form = choose_form(kind, accept, asked.form)
        return await self._watched(request, asked, media, form)

    async def _watched(self, request: Request, asked: QueryRequest, media: str, form: str) -> Response:
        """Answer a query as long as somebody waits for the answer."""
        stop = Stop()
        watching = asyncio.create_task(_stop_when_gone(request, stop))
        try:
            file, cut = await run_sync(self._ask, asked, form, stop, limiter=self._threads)
        finally:
            watching.cancel()
            stop.now()  # whatever ended the waiting, nobody waits any more
        headers = {"vary": "accept", "content-length": str(file.seek(0, 2))}
        if cut:
            headers["x-sparql-maxrows"] = str(self._limits.rows)
        file.seek(0)
        return StreamingResponse(_pieces(file), media_type=media, headers=headers, background=BackgroundTask(file.close))

    def _ask(self, asked: QueryRequest, form: str, stop: Stop) -> tuple[IO[bytes], bool]:
        """Give the answer as a file in its format, and whether there was more."""
        rows, text = self._limits.rows, asked.text or ""
        with self._pool.answer(text, seconds=asked.seconds, rows=rows, dataset=asked.dataset, stop=stop) as answer:
            file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115, it is read after this
            answer.write(file, form)
            return file, answer.cut


async def _stop_when_gone(request: Request, stop: Stop) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    stop.now()


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
