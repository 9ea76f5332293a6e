"""A request of the SPARQL 1.1 protocol: the three ways to send a query, and what may stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from urllib.parse import parse_qsl

from starlette.requests import Request

from travaux.rdf.sparql.dataset import Dataset
from travaux.web.answers import Refused

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_READS_ONLY = "this endpoint answers queries; nothing can be changed through it"
_HINT_TYPE = f"Send a query as {DIRECT}, or as the field “query” of {FORM}."


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """What a request asks: the query, the graphs that it reads, how many seconds it may take, and the format by its name.

    ``text`` is ``None`` if the request holds no query: it then asks what this endpoint is.
    """

    text: str | None
    dataset: Dataset
    seconds: float
    form: str


async def read_request(request: Request, limit: float) -> QueryRequest:
    """Read a request; ``Refused`` or ``QueryError`` for what is no request of the protocol. ``limit`` is the longest time in seconds."""
    pairs = _pairs(request.url.query)
    if request.method == "POST":
        media = _media_of(request)
        body = _text(await request.body())
        pairs += [("query", body)] if media == DIRECT else _pairs(body)
    return _to_request(pairs, limit, needed=request.method == "POST")


def _to_request(pairs: list[tuple[str, str]], limit: float, *, needed: bool) -> QueryRequest:
    queries = _all(pairs, "query")
    if any(name == "update" for name, _ in pairs):
        raise Refused(400, _READS_ONLY, hint="Send what you ask as “query”.")
    if len(queries) > 1:
        raise Refused(400, f"the request holds {len(queries)} queries", hint="Ask one at a time.")
    dataset = Dataset(tuple(_all(pairs, "default-graph-uri")), tuple(_all(pairs, "named-graph-uri")))
    if not queries and (needed or dataset):
        raise Refused(400, "the request holds no query", hint=_HINT_TYPE)
    seconds = _seconds(next(iter(_all(pairs, "timeout")), ""), limit)
    return QueryRequest(queries[0] if queries else None, dataset, seconds, next(iter(_all(pairs, "format")), ""))


def _media_of(request: Request) -> str:
    """Give the media type of a body; ``Refused`` for one that is no query in UTF-8."""
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    if media == UPDATE:
        raise Refused(400, _READS_ONLY, hint=_HINT_TYPE)
    if media not in (FORM, DIRECT):
        what = f"the body is of the type {media[:60]!r}" if media else "the request does not say of which type its body is"
        raise Refused(415, what, hint=_HINT_TYPE)
    charset = parameters.lower().replace(" ", "").replace('"', "").partition("charset=")[2].partition(";")[0]
    if charset not in ("", "utf-8", "us-ascii"):
        raise Refused(415, f"the body is written in {charset[:60]}", hint="Queries are in UTF-8.")
    return media


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refused(400, f"the body is not UTF-8: byte {error.start + 1:,} begins no character", hint="Queries are in UTF-8.") from error


def _pairs(written: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(written, keep_blank_values=True, errors="strict", max_num_fields=1_000)
    except UnicodeDecodeError as error:
        raise Refused(400, "what is percent-encoded is not UTF-8", hint="Queries are in UTF-8.") from error
    except ValueError as error:
        raise Refused(400, "the request has more than 1,000 fields") from error


def _all(pairs: Iterable[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in pairs if key == name]


def _seconds(written: str, limit: float) -> float:
    """Give how long a query may take: what is asked for, but never longer than the limit."""
    if not written:
        return limit
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0
    if not isfinite(seconds) or seconds <= 0:
        raise Refused(400, f"timeout is no number of seconds: {written[:40]!r}", hint="For example: timeout=5")
    return min(seconds, limit)
