"""Where the files that travel with the package are: the ontology and the first corpus, in a checkout or in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def package_folder() -> Path:
    """Return the folder of the package itself, in which nothing is ever written."""
    return _PACKAGE


def ontology_folder() -> Path:
    """Return the folder with the ontology, the shapes and the named queries."""
    return _find("ontology")


def seeds_folder() -> Path:
    """Return the folder of the first corpus."""
    return _find("seeds")


def _find(name: str) -> Path:
    for place in (_PACKAGE / "resources" / name, _CHECKOUT / name):
        if place.is_dir():
            return place
    msg = f"the folder {name!r} is neither in the package nor in a checkout of the project; install travaux again"
    raise FileNotFoundError(msg)
