"""The built graph of a corpus, opened for what is made of all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from travaux.cli.options import locate_store

if TYPE_CHECKING:
    from travaux.exchange.material import Material


@contextmanager
def opened_material(corpus: Path | None, layers: Sequence[str] = ()) -> Iterator[Material]:
    """Open the published build of a corpus, read only, with the layers chosen; none given means all."""
    from travaux.exchange.material import Material
    from travaux.pipeline.workspace import find_corpus, get_built
    from travaux.rdf.store import open_store
    from travaux.reading.corpus import read_corpus

    version = get_built(corpus).folder.name
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        yield Material(store, read_corpus(find_corpus(corpus)), version, tuple(layers))
