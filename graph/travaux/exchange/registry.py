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
_ARGUMENTS = Export(
    "arguments",
    "the argument map for programs that analyse arguments",
    (
        Form("aif", "Argument Interchange Format, the JSON of AIFdb", (".aif.json", ".json"), f"{_HERE}.arguments.aif_json:write_aif"),
        Form("aif-rdf", "the same as RDF, in Turtle", (".aif.ttl", ".ttl"), f"{_HERE}.arguments.aif_rdf:write_aif_rdf"),
        Form("xaif", "xAIF, which OVA opens", (".xaif.json", ".xaif"), f"{_HERE}.arguments.xaif:write_xaif"),
        Form(
            "argdown", "Argdown, text that people write and edit", (".argdown", ".ad"), f"{_HERE}.arguments.argdown.writing:write_argdown"
        ),
        Form("arguebuf", "the JSON of the library arguebuf", (".arguebuf.json",), f"{_HERE}.arguments.arguebuf:write_arguebuf"),
    ),
)
_SHEETS = f"{_HERE}.spreadsheets.writing"
_SPREADSHEET = Export(
    "spreadsheet",
    "statements, positions, themes and relations to read and to edit",
    (
        Form("xlsx", "a workbook with a sheet for each", (".xlsx",), f"{_SHEETS}:write_spreadsheet"),
        Form("csv", "the sheet of statements", (".csv",), f"{_SHEETS}:write_statements"),
    ),
)
_POSITIONS = Export(
    "positions",
    "the positions",
    (
        Form("csv", "a table", (".csv",), f"{_SHEETS}:write_positions"),
        Form("xlsx", "a workbook", (".xlsx",), f"{_SHEETS}:write_positions_book"),
    ),
)
_THEMES = Export(
    "themes",
    "the themes",
    (Form("csv", "a table", (".csv",), f"{_SHEETS}:write_themes"), Form("xlsx", "a workbook", (".xlsx",), f"{_SHEETS}:write_themes_book")),
)
_DISCOURSE = Export(
    "discourse",
    "who is reported to hold what, as Discourse Network Analyzer lists it",
    (
        Form("positions", "CSV, concepts are positions", (".positions.csv", ".csv"), f"{_HERE}.discourse:write_positions"),
        Form("themes", "CSV, concepts are themes", (".themes.csv",), f"{_HERE}.discourse:write_themes"),
    ),
)

_AKOMA_NTOSO = FolderExport(
    "akoma-ntoso", "the documents as Akoma Ntoso XML, one file each", f"{_HERE}.akoma_ntoso.writing:write_documents"
)
_CITATION = Export(
    "citation",
    "how to cite the corpus and its documents",
    (
        Form("cff", "CITATION.cff", (".cff",), f"{_HERE}.citation.cff:write_cff"),
        Form("csl", "CSL-JSON, for reference managers", (".csl.json", ".json"), f"{_HERE}.citation.csl:write_csl"),
        Form("bibtex", "BibTeX", (".bib",), f"{_HERE}.citation.bibtex:write_bibtex"),
    ),
)
_CONTEXT = Export(
    "context",
    "the terms of JSON-LD exports, to be published",
    (Form("jsonld", "JSON-LD context", (".jsonld",), f"{_HERE}.graph:write_context"),),
)
_PACKAGE = FolderExport(
    "package", "everything, to be archived: RO-Crate with documents, data and how to cite them", f"{_HERE}.package.writing:write_package"
)
_SITE = FolderExport(
    "site", "the explorer as a site of files for any web server, with its data", f"{_HERE}.site.site:write_site", addressed=True
)

EXPORTS: dict[str, Export | FolderExport] = {
    one.name: one
    for one in (
        _GRAPH,
        _STATEMENTS,
        _PAGE,
        _SPREADSHEET,
        _POSITIONS,
        _THEMES,
        _ARGUMENTS,
        _DISCOURSE,
        _AKOMA_NTOSO,
        _CITATION,
        _CONTEXT,
        _PACKAGE,
        _SITE,
    )
}
"""Everything that can be exported, by its name."""


def all_forms() -> Iterable[str]:
    """Give the names of all formats, each once, in the order of the table."""
    return dict.fromkeys(form.name for export in EXPORTS.values() if isinstance(export, Export) for form in export.forms)


def _load(writer: str) -> object:
    module, _, function = writer.partition(":")
    return getattr(import_module(module), function)
