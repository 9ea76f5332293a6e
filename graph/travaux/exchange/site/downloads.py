"""Every export as a file to be fetched, with its size, its checksum and what it could not hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import TravauxError
from travaux.exchange.material import Loss, Material
from travaux.exchange.registry import EXPORTS, Export, FileWriter, Form
from travaux.resources import ontology_folder

FOLDER = "data"
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the folder; ``refused`` tells why it is not there."""

    name: str
    about: str
    size: str = ""
    checksum: str = ""
    losses: tuple[Loss, ...] = ()
    refused: str = ""


def write_downloads(material: Material, folder: Path, known: Mapping[str, FileWriter]) -> list[tuple[Export, list[Download]]]:
    """Write everything that can be exported as a file, in every format, and the checksums of all.

    ``known`` are quicker writers of the same bytes, by the ``writer`` that they stand for.
    """
    data = folder / FOLDER
    data.mkdir()
    exports = [one for one in EXPORTS.values() if isinstance(one, Export)]
    written = [(one, [_write(material, one, form, data, known.get(form.writer)) for form in one.forms]) for one in exports]
    (data / "context.jsonld").write_bytes((ontology_folder() / "context.jsonld").read_bytes())
    lines = sorted(f"{one.checksum}  {one.name}\n" for _, files in written for one in files if one.checksum)
    (data / "checksums.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    return written


def dumps_of(written: list[tuple[Export, list[Download]]]) -> Iterator[str]:
    """Give the paths of the files that hold the whole graph."""
    return (f"{FOLDER}/{one.name}" for export, files in written if export.name == "graph" for one in files if not one.refused)


def to_size(number: int) -> str:
    """Write a number of bytes for people.

    >>> to_size(812), to_size(1_356_896)
    ('812 bytes', '1.4 MB')
    """
    if number < _KILO:
        return f"{number} bytes"
    return f"{number / _KILO:.0f} kB" if number < _KILO**2 else f"{number / _KILO**2:.1f} MB"


def _write(material: Material, export: Export, form: Form, folder: Path, writer: FileWriter | None) -> Download:
    name = f"{export.name}{form.endings[0]}"
    file = folder / name
    try:
        with file.open("xb") as out:
            losses = (writer or form.load())(material, out)
    except TravauxError as error:
        file.unlink()
        return Download(name, form.about, refused=str(error))
    with file.open("rb") as read:
        checksum = hashlib.file_digest(read, "sha256").hexdigest()
    return Download(name, form.about, to_size(file.stat().st_size), checksum, tuple(one for one in losses if one.count))
