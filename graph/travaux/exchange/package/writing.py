"""The package written: documents, data, and what describes them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from travaux.exchange import graph, statements
from travaux.exchange.akoma_ntoso.naming import NAMESPACE
from travaux.exchange.akoma_ntoso.writing import write_documents
from travaux.exchange.citation.cff import write_cff
from travaux.exchange.material import Loss, Material
from travaux.exchange.package.crate import DESCRIPTOR, Packed, Part, render_crate
from travaux.exchange.package.files import check_built, check_documents, corpus_files
from travaux.exchange.package.pages import render_licences, render_readme
from travaux.exchange.package.tables import render_data_package
from travaux.resources import ontology_folder

MANIFEST = "manifest-sha256.txt"
_TABLE = "data/statements.csv"
_TEXTS = {".toml": "application/toml", ".ttl": "text/turtle", ".txt": "text/plain", ".md": "text/markdown", ".csv": "text/csv"}
_MARKED_UP = {".html": "text/html", ".htm": "text/html", ".xml": "application/xml", ".akn": "application/akn+xml"}
_DATA = {".nq": "application/n-quads", ".jsonld": "application/ld+json", ".json": "application/json", ".cff": "application/yaml"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MEDIA = _TEXTS | _MARKED_UP | _DATA | {".pdf": "application/pdf", ".docx": _WORD}
_ABOUT = {"corpus.toml": "What the corpus is made of.", "themes.ttl": "The thesaurus.", "lexicon.ttl": "Reporting language of this corpus."}
_ABOUT_FOLDERS = {"treaty": "Facts about the treaty, each with its grade and sources.", "review": "What people decided about the map."}


def write_package(material: Material, folder: Path) -> tuple[Loss, ...]:
    """Write the corpus, what was made of it, and what describes both, into an empty folder.

    Raises ``ExchangeError`` if the graph was not built from the corpus as it is, and ``DocumentError`` if a document is gone or changed.
    """
    check_documents(material)
    check_built(material)
    written = _Folder(folder)
    documents = {document.file: document for document in material.corpus.documents}
    for name, path in corpus_files(material):
        document = documents.get(name)
        about = (
            f"Document of the corpus: {document.kind.value}." if document else _ABOUT.get(name, _ABOUT_FOLDERS.get(name.split("/")[0], ""))
        )
        written.add(f"corpus/{name}", path.read_bytes(), about, document=document, part=Part.READ)
    losses = _write_data(material, written)
    written.add("LICENCES.md", render_licences(material), "Under which terms what stands.", part=Part.MADE)
    written.add("README.md", render_readme(material), "What is in this package.", part=Part.MADE)
    files = sorted(written.files, key=lambda one: one.path)
    written.add(DESCRIPTOR, render_crate(material, files), "")
    manifest = "".join(f"{one.checksum}  {one.path}\n" for one in sorted(written.files, key=lambda one: one.path))
    (folder / MANIFEST).write_bytes(manifest.encode())
    return losses


def _write_data(material: Material, written: _Folder) -> tuple[Loss, ...]:
    """Write what is made from the graph."""
    written.make("data/graph.nq", material, graph.write_nquads, "The graph as sorted N-Quads.", "https://w3id.org/travaux/ontology")
    written.make(_TABLE, material, statements.write_table, "The statements as a table; its columns are explained in README.md.")
    written.make("data/context.jsonld", material, graph.write_context, "The terms of JSON-LD exports.")
    written.add("data/travaux.ttl", (ontology_folder() / "travaux.ttl").read_bytes(), "The ontology.")
    table = next(one for one in written.files if one.path == _TABLE)
    written.add("datapackage.json", render_data_package(material, table), "The table of statements for Frictionless Data.", part=Part.MADE)
    losses = written.make("CITATION.cff", material, write_cff, "How to cite the corpus.")
    marked = written.folder / "akoma-ntoso"
    marked.mkdir()
    write_documents(material, marked)  # what these files lack stands in corpus/, byte for byte
    for file in sorted(marked.iterdir()):
        about = "Document of the corpus as Akoma Ntoso."
        written.note(f"akoma-ntoso/{file.name}", file.read_bytes(), about, conforms_to=NAMESPACE, part=Part.MADE)
    return losses


class _Folder:
    """A folder that keeps account of what is written to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Packed] = []

    def add(self, path: str, content: bytes, about: str, **known: object) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(content)
        self.note(path, content, about, **known)

    def make(
        self,
        path: str,
        material: Material,
        write: Callable[[Material, BinaryIO], tuple[Loss, ...]],
        about: str,
        conforms_to: str | None = None,
    ) -> tuple[Loss, ...]:
        out = io.BytesIO()
        losses = write(material, out)
        self.add(path, out.getvalue(), about, conforms_to=conforms_to, part=Part.MADE)
        return losses

    def note(self, path: str, content: bytes, about: str, **known: object) -> None:
        media = _MEDIA.get(Path(path).suffix.lower(), "application/octet-stream")
        checksum = hashlib.sha256(content).hexdigest()
        self.files.append(Packed(path=path, size=len(content), checksum=checksum, media=media, about=about, **known))  # type: ignore[arg-type]
