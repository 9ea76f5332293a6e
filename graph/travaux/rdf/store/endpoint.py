"""A SPARQL 1.1 server by its address: requests out, answers in, and every failure as an error that a user can act on."""

from __future__ import annotations

import ipaddress
from collections.abc import Generator
from typing import NoReturn

import httpx

from travaux.errors import QueryError, StoreError

_TIMEOUT = httpx.Timeout(300, connect=10)
_BAD_REQUEST, _REFUSED, _FAILURE = 400, (401, 403), 300


class Endpoint:
    """The query and the update address of one server, and a connection to it.

    Queries and updates are form POSTs: every server takes them, and Virtuoso hangs on the other kind.
    """

    def __init__(self, location: str, credentials: tuple[str, str] | None = None) -> None:
        try:
            address = httpx.URL(location)
        except httpx.InvalidURL as error:
            what = f"no address of a server: {error}"
            raise StoreError(what, where=location) from error
        if address.userinfo and credentials is None:
            credentials = (address.username, address.password)
        bare = address.copy_with(userinfo=b"")
        self.query_address = bare.copy_with(fragment=None)
        self.update_address = self.query_address.join(bare.fragment) if bare.fragment else self.query_address
        self.where = str(self.query_address)
        auth = _Credentials(*credentials) if credentials else None
        self._client = httpx.Client(auth=auth, timeout=_TIMEOUT, trust_env=not _is_loopback(bare.host))

    def query(self, query: str, accept: str) -> httpx.Response:
        """Send a query; ``QueryError`` if the server finds it wrong, ``StoreError`` if it does not answer in full."""
        response = self._post(self.query_address, {"query": query}, accept)
        if response.status_code == _BAD_REQUEST or _is_virtuoso_complaint(response):
            what = f"the server refused the query: {_first_line(response)}"
            raise QueryError(what, where=self.where)
        self._check(response)
        if "X-SPARQL-MaxRows" in response.headers:
            what = f"the server cut the answer after {response.headers['X-SPARQL-MaxRows']} rows"
            raise StoreError(what, where=self.where, hint="Raise the server's limit (Virtuoso: ResultSetMaxRows), or ask for less.")
        return response

    def update(self, update: str) -> None:
        """Send an update, which may hold several operations; ``StoreError`` unless the server has done it."""
        self._check(self._post(self.update_address, {"update": update}, "*/*"))

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _post(self, address: httpx.URL, form: dict[str, str], accept: str) -> httpx.Response:
        try:
            return self._client.post(address, data=form, headers={"Accept": accept})
        except httpx.TimeoutException as error:
            what = "the server did not answer in time"
            raise StoreError(what, where=str(address), hint="Ask for less, or try again.") from error
        except httpx.HTTPError as error:
            what = f"the server cannot be reached: {error}"
            raise StoreError(what, where=str(address), hint="Check that the server runs and that the address is right.") from error
        except RuntimeError as error:  # httpx says so of a client that was closed
            what = "the store is closed"
            raise StoreError(what, where=str(address)) from error

    def _check(self, response: httpx.Response) -> None:
        if response.status_code in _REFUSED:
            hint = "Give a user's name and password. The fragment of the address names the update endpoint: http://…/sparql#sparql-auth"
            self._fail(response, "the server refused the credentials", hint)
        if response.status_code >= _FAILURE:
            self._fail(response, f"the server failed: {response.status_code} {response.reason_phrase}, {_first_line(response)}")

    def _fail(self, response: httpx.Response, what: str, hint: str | None = None) -> NoReturn:
        raise StoreError(what, where=str(response.request.url), hint=hint)


class _Credentials(httpx.Auth):
    """A name and a password, shown only when the server asks, in the way in which it asks."""

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._asked: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._asked is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            scheme = response.headers.get("WWW-Authenticate", "").partition(" ")[0].lower()
            self._asked = self._digest if scheme == "digest" else self._basic
        yield from self._asked.auth_flow(request)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_virtuoso_complaint(response: httpx.Response) -> bool:
    """Tell whether Virtuoso says 500 of a query that it could not carry out; its own failures read otherwise."""
    return response.status_code == httpx.codes.INTERNAL_SERVER_ERROR and "SPARQL query:" in response.text


def _first_line(response: httpx.Response) -> str:
    return next((line.strip()[:300] for line in response.text.splitlines() if line.strip()), "without a word")
