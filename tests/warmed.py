"""What commands load, loaded before they start: imported by the process that starts them, and by nothing else."""

from __future__ import annotations

import importlib

from travaux.cli.lazy import COMMANDS, IMPORTS, to_module_name
from travaux.reading.language.parser import parse

for _name in (
    *(f"travaux.cli.commands.{to_module_name(name)}" for name in COMMANDS),
    *(f"travaux.cli.importing.{name}" for name in IMPORTS),
    *("travaux.exchange.arguments.importing", "travaux.exchange.spreadsheets.importing", "travaux.exchange.spreadsheets.writing"),
    *("travaux.views.briefs.word", "travaux.views.briefs.pdf", "travaux.pipeline.responses", "travaux.exchange.package.writing"),
    *("travaux.pipeline.build", "travaux.pipeline.extract", "travaux.pipeline.export", "travaux.pipeline.check", "travaux.pipeline.desk"),
    *("travaux.analysis.evaluation", "travaux.rdf.store", "travaux.views.explorer", "travaux.views.tracing", "travaux.rdf.sparql.answer"),
):
    importlib.import_module(_name)
list(parse(["Several speakers stressed the need for clean water."]))
