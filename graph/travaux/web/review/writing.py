"""Which requests may change the review: those of its own page, of those who have the token, and of no more than so many bytes."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response

from travaux.web import security
from travaux.web.answers import refusal

LARGEST = 256_000
"""So many bytes a request may bring; the longest decision has a few thousand."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
    **security.HEADERS,
}
"""What every answer of the review carries."""

_DIGITS = 12
_READING = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Writing:
    """Who may change anything: nobody unless ``allowed``; with a ``token``, who carries it (``Authorization: Bearer``)."""

    allowed: bool
    token: str | None

    def refuse(self, method: str, headers: Headers) -> Response | None:
        """Give the refusal of a request that wants to change something and may not."""
        return None if method in _READING else self._refuse_to_write(headers)

    def _refuse_to_write(self, headers: Headers) -> Response | None:
        if not _is_own(headers):
            return refusal(403, "another site must not decide anything here", hint="Open the address that was printed when it started.")
        if not self.allowed:
            return refusal(403, "this server shows the review and changes nothing", hint="Start it on this machine alone, or with a token.")
        if self.token is not None and not _carries(headers, self.token):
            hint = "Open the whole address that was printed when it started, with what stands behind the #."
            answer = refusal(401, "this address lacks the token by which one may decide", hint=hint)
            answer.headers["www-authenticate"] = "Bearer"
            return answer
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return refusal(415, "only JSON is understood", hint="Send it as application/json.")
        if _is_large(headers.get("content-length", "0")):
            return refusal(413, f"more than {LARGEST} bytes at once")
        return None


def _is_own(headers: Headers) -> bool:
    """Tell whether a request comes from a page of this server, or from no page at all."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin in {f"http://{headers['host']}", f"https://{headers['host']}"}


def _carries(headers: Headers, token: str) -> bool:
    kind, _, given = headers.get("authorization", "").partition(" ")
    return kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())


def _is_large(length: str) -> bool:
    return not length.isdecimal() or len(length) > _DIGITS or int(length) > LARGEST
