"""The application: which address is answered by what."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from travaux.rdf.sparql.pool import WorkerPool
from travaux.views.explorer import Explorer
from travaux.web.explorer.bounds import Bounds
from travaux.web.explorer.failing import Failures
from travaux.web.explorer.files import give_file
from travaux.web.explorer.pages import Pages
from travaux.web.explorer.policy import HEADERS, refuse
from travaux.web.explorer.sharing import Sharing
from travaux.web.explorer.sparql import PATH, Limits, SparqlEndpoint
from travaux.web.explorer.sparql_description import VOID, WELL_KNOWN, Descriptions
from travaux.web.security import LOOPBACK, Guard, Hosts

_QUERIES = Limits()


def explorer_app(
    explorer: Explorer,
    location: Path,
    *,
    hosts: Hosts = LOOPBACK,
    shared: bool = True,
    queries: Limits = _QUERIES,
    pool: WorkerPool | None = None,
) -> Starlette:
    """Make the application that shows a corpus, read-only.

    It answers to the names in ``hosts`` alone. ``location`` is the folder of the store that the explorer reads, on which users' queries
    run in processes of their own, those of ``pool`` if one is given, within the limits of ``queries``. ``shared`` lets scripts of other
    sites read what is data (``sharing``).
    """
    pages = Pages(explorer)
    workers = pool or WorkerPool(location)
    descriptions = Descriptions(explorer, queries)
    endpoint = SparqlEndpoint(workers, queries, descriptions.of_service)

    return Starlette(
        routes=[
            Route("/static/{name}", give_file),
            Route(PATH, endpoint.answer, methods=["GET", "POST"]),
            Route(VOID, descriptions.answer),
            Route(WELL_KNOWN, descriptions.answer),
            Route("/{path:path}", pages.answer),
        ],
        middleware=[
            Middleware(Guard, hosts=hosts, headers=HEADERS, refuse=refuse),
            Middleware(Bounds),
            Middleware(Sharing, allowed=shared),
        ],
        exception_handlers=Failures(explorer).handlers(),
    )
