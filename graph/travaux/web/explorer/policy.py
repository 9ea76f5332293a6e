"""What every answer of the explorer carries, and which requests it does not want."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import Response

from travaux.web import security
from travaux.web.answers import refusal
from travaux.web.explorer.bounds import LARGEST_BODY

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "cache-control": "no-cache",
    **security.HEADERS,
}
_WANTED = ("GET", "HEAD", "POST", "OPTIONS")


def refuse(method: str, headers: Headers) -> Response | None:
    """Give the refusal of a request that no page and no program needs."""
    if method not in _WANTED:
        answer = refusal(405, "this address is not asked like that", hint=f"The explorer understands {', '.join(_WANTED)}.")
        answer.headers["allow"] = ", ".join(_WANTED)
        return answer
    length = headers.get("content-length", "0")
    if not length.isdecimal() or len(length) > len(str(LARGEST_BODY)) or int(length) > LARGEST_BODY:
        return refusal(413, f"more than {LARGEST_BODY:,} bytes at once")
    return None
