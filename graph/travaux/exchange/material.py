"""What every export is made from."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.corpus import Corpus
from travaux.model.store import Store
from travaux.views.offline.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Material:
    """A built graph, read only, with its corpus.

    ``version`` is the name of the build, the fingerprint of everything that it was made from: the same version means the same content.
    ``layers`` are the layers that the graph shows, empty if it shows all. ``address`` is where what is exported will be found on the web,
    with a slash at its end, for the exports that use it.
    """

    store: Store
    corpus: Corpus
    version: str
    layers: tuple[str, ...] = ()
    progress: Progress = silent
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a format cannot hold: ``what`` of the map is left out or changed, and ``how``.

    ``count`` is how many things of the exported map it concerns; a format that has no place for something loses nothing where there is none
    of it.
    """

    what: str
    how: str
    count: int
