"""Sites of small corpora."""

from __future__ import annotations

import hashlib
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


def write_bare(folder: Path, text: str) -> None:
    """Write a corpus of one report, or of none if there is no text: without treaty, themes and consultations."""
    corpus = 'name = "bare"\ntitle = "Bare"\nbase = "https://example.org/bare/"\n'
    if text:
        (folder / "report.txt").write_text(text, encoding="utf-8")
        checksum = hashlib.sha256(text.encode()).hexdigest()
        corpus += f'\n[[documents]]\nname = "report"\ntitle = "Report"\nkind = "report"\nfile = "report.txt"\nchecksum = "{checksum}"\n'
    (folder / "corpus.toml").write_text(corpus, encoding="utf-8")
