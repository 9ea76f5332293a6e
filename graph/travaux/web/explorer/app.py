"""The application: which address is answered by what."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from travaux.views.explorer import Explorer
from travaux.web.explorer.failing import FAILURES
from travaux.web.explorer.files import give_file
from travaux.web.explorer.pages import Pages
from travaux.web.explorer.policy import HEADERS, refuse
from travaux.web.security import LOOPBACK, Guard, Hosts


def explorer_app(explorer: Explorer, location: Path, *, hosts: Hosts = LOOPBACK) -> Starlette:
    """Make the application that shows a corpus, read-only.

    It answers to the names in ``hosts`` alone. ``location`` is the folder of the store that the explorer reads, on which users' queries
    run in processes of their own.
    """
    pages = Pages(explorer)
    return Starlette(
        routes=[Route("/static/{name}", give_file), Route("/{path:path}", pages.answer)],
        middleware=[Middleware(Guard, hosts=hosts, headers=HEADERS, refuse=refuse)],
        exception_handlers=FAILURES,
    )
