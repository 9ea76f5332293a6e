"""Everything that can be exported, and the formats of each: one table for the command line, the published site and the documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from travaux.exchange.material import Loss, Material

FileWriter = Callable[["Material", BinaryIO], tuple["Loss", ...]]
"""Writes an export to a file that is open for writing, and tells what the format could not hold."""
FolderWriter = Callable[["Material", Path], tuple["Loss", ...]]
"""Writes an export into an empty folder, and tells what the format could not hold."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format: its name on the command line, what it is, the endings of its files, the usual one first.

    ``writer`` is its ``FileWriter``, as ``module:function``.
    """

    name: str
    about: str
    endings: tuple[str, ...]
    writer: str

    def load(self) -> FileWriter:
        """Import the function that writes it."""
        return cast("FileWriter", _load(self.writer))


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be exported as a file; the first of its formats is the one that is taken if none is named."""

    name: str
    about: str
    forms: tuple[Form, ...]

    def get_form(self, name: str) -> Form | None:
        """Return the format of that name, or ``None`` if there is none."""
        return next((form for form in self.forms if form.name == name), None)

    def find_form(self, file: Path) -> Form | None:
        """Find the format by the ending of a file, the longest that fits, or return ``None``."""
        fitting = [(len(ending), form) for form in self.forms for ending in form.endings if file.name.lower().endswith(ending)]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


@dataclass(frozen=True, slots=True)
class FolderExport:
    """Something that is exported as a folder of files; ``addressed`` ones use the address at which they will be found on the web."""

    name: str
    about: str
    writer: str
    addressed: bool = False

    def load(self) -> FolderWriter:
        """Import the function that writes it."""
        return cast("FolderWriter", _load(self.writer))


_HERE = "travaux.exchange"

_GRAPH = Export(
    "graph",
    "the whole graph",
    (
        Form("nq", "N-Quads, sorted", (".nq",), f"{_HERE}.graph:write_nquads"),
        Form("trig", "TriG, with its named graphs", (".trig",), f"{_HERE}.graph:write_trig"),
        Form("ttl", "Turtle, without named graphs", (".ttl",), f"{_HERE}.graph:write_turtle"),
        Form("jsonld", "JSON-LD", (".jsonld",), f"{_HERE}.graph:write_jsonld"),
    ),
)
_STATEMENTS = Export(
    "statements",
    "the statements",
    (
        Form("jsonl", "an object a line, as travaux extract prints it", (".jsonl",), f"{_HERE}.statements:write_lines"),
        Form("json", "a list of objects", (".json",), f"{_HERE}.statements:write_list"),
        Form("csv", "a table", (".csv",), f"{_HERE}.statements:write_table"),
    ),
)
_PAGE = Export(
    "page",
    "the explorer in one file that needs neither server nor network",
    (Form("html", "one page", (".html", ".htm"), f"{_HERE}.page:write_page"),),
)
_SITE = FolderExport(
    "site", "the explorer as a site of files for any web server, with its data", f"{_HERE}.site.site:write_site", addressed=True
)

EXPORTS: dict[str, Export | FolderExport] = {one.name: one for one in (_GRAPH, _STATEMENTS, _PAGE, _SITE)}
"""Everything that can be exported, by its name."""


def all_forms() -> Iterable[str]:
    """Give the names of all formats, each once, in the order of the table."""
    return dict.fromkeys(form.name for export in EXPORTS.values() if isinstance(export, Export) for form in export.forms)


def _load(writer: str) -> object:
    module, _, function = writer.partition(":")
    return getattr(import_module(module), function)
