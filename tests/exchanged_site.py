"""The site of the invented corpus."""

from __future__ import annotations

import warnings
from pathlib import Path

from argument_map.corpus import CORPUS
from travaux.exchange.material import Material
from travaux.exchange.site.site import write_site
from travaux.model.store import Store


def write_lakes(store: Store, folder: Path) -> Path:
    """Write the site of the invented corpus for an address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib warns of itself
        write_site(Material(store, CORPUS, "v1", address="https://example.org/in/lakes/"), folder)
    return folder
