"""The server of the explorer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from starlette.types import ASGIApp

from travaux.rdf.sparql.pool import WorkerPool
from travaux.views.explorer import Explorer
from travaux.web.explorer.app import explorer_app
from travaux.web.explorer.newest import Newest
from travaux.web.security import LOOPBACK, Hosts
from travaux.web.serving import hosts_of, serve

Opening = Callable[[], AbstractContextManager[tuple[Explorer, Path]]]
"""Opens the newest build: its explorer, and the folder of its store."""


def serve_explorer(
    find: Callable[[], Hashable | None], opening: Opening, *, host: str, port: int, shared: bool, opened: Callable[[str], None]
) -> None:
    """Serve the explorer until somebody interrupts it, always of the newest build that ``find`` tells of; ``opened`` is told the address.

    ``shared`` lets scripts of other sites read the data. Raises ``TravauxError`` if there is nowhere to listen, and what ``opening``
    raises at the start.
    """
    with newest_explorer(find, opening, hosts=hosts_of(host), shared=shared) as app:
        serve(lambda _: app, host=host, port=port, opened=opened)


def newest_explorer(find: Callable[[], Hashable | None], opening: Opening, *, hosts: Hosts = LOOPBACK, shared: bool = True) -> Newest:
    """Make the application that shows the newest build of a corpus; see ``Newest`` and ``explorer_app``."""

    @contextmanager
    def opened() -> Iterator[ASGIApp]:
        with opening() as (explorer, location), closing(WorkerPool(location)) as pool:
            yield explorer_app(explorer, location, hosts=hosts, shared=shared, pool=pool)

    return Newest(find, opened)
