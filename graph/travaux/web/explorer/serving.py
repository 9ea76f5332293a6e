"""The server of the explorer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from travaux.views.explorer import Explorer
from travaux.web.explorer.app import explorer_app
from travaux.web.serving import serve


def serve_explorer(explorer: Explorer, location: Path, *, host: str, port: int, opened: Callable[[str], None]) -> None:
    """Serve the explorer until somebody interrupts it; ``location`` is the folder of its store, ``opened`` is told the address.

    ``TravauxError`` if there is nowhere to listen.
    """
    serve(lambda hosts: explorer_app(explorer, location, hosts=hosts), host=host, port=port, opened=opened)
