"""The server: where it listens, and how it ends."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from travaux.errors import TravauxError
from travaux.web.patience import PatientProtocol
from travaux.web.security import LOOPBACK, Hosts

_TRIES = 20
"""So many ports are tried, the one asked for and those after it."""
_CONNECTIONS = 500
"""So many connections are served at once; more are told to come back (503)."""
_LAST_PORT = 65_535
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104, named to be told apart


def serve(make_app: Callable[[Hosts], ASGIApp], *, host: str, port: int, opened: Callable[[str], None]) -> None:
    """Serve an application until somebody interrupts it.

    ``make_app`` is told by which names the server may be called. A port that is busy is passed over for the next (0 lets the system
    choose); ``opened`` is told the address. ``TravauxError`` if there is nowhere to listen.
    """
    with contextlib.closing(_listen(host, port)) as listening:
        opened(f"http://{_shown(host)}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            make_app(hosts_of(host)),
            log_level="error",
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            http=PatientProtocol,
            limit_concurrency=_CONNECTIONS,
            timeout_graceful_shutdown=5,
        )
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts_of(host: str) -> Hosts:
    """Tell by which names a server may be called that listens at a host."""
    names = LOOPBACK.names | {host.casefold()}
    if is_loopback(host):
        return Hosts(names)
    return Hosts(names | {socket.gethostname().casefold()}, any_address=host in _EVERYWHERE)


def _listen(host: str, port: int) -> socket.socket:
    """Listen at a port, or at the next that is free."""
    for tried in range(port, min(port + _TRIES, _LAST_PORT + 1)):
        try:
            family, kind, protocol, _, address = socket.getaddrinfo(host, tried, type=socket.SOCK_STREAM)[0]
            listening = socket.socket(family, kind, protocol)
        except OSError as error:
            raise TravauxError(f"there is no host {host!r} here", hint="Leave it out to serve this machine alone.") from error
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen(64)
        except OSError as error:
            listening.close()
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise TravauxError(f"the server cannot listen at {host}: {error.strerror}") from error
        else:
            return listening
    raise TravauxError(f"every port from {port} on is busy", hint="Choose another with --port, or 0 for any.")


def _shown(host: str) -> str:
    if host in _EVERYWHERE:
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
