"""The explorer in one file."""

from __future__ import annotations

from functools import partial
from typing import BinaryIO

from travaux.exchange.material import Loss, Material
from travaux.exchange.registry import FileWriter
from travaux.views.explorer import Explorer
from travaux.views.offline import Made, render_file


def write_page(material: Material, out: BinaryIO, made: Made | None = None) -> tuple[Loss, ...]:
    """Write the explorer as one page; it holds no SPARQL, which needs the server, and says so itself."""
    out.write(render_file(Explorer(material.store, material.corpus), material.progress, made).encode())
    return ()


def write_page_of(made: Made) -> FileWriter:
    """Give what writes the same page without making again what was made before."""
    return partial(write_page, made=made)
