"""The explorer in one file."""

from __future__ import annotations

from typing import BinaryIO

from travaux.exchange.material import Loss, Material
from travaux.views.explorer import Explorer
from travaux.views.offline import render_file


def write_page(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the explorer as one page; it holds no SPARQL, which needs the server, and says so itself."""
    out.write(render_file(Explorer(material.store, material.corpus), material.progress).encode())
    return ()
