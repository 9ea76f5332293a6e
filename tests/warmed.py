"""What commands load, loaded before they start: imported by the process that starts them, and by nothing else."""

from __future__ import annotations

import importlib

from travaux.cli.lazy import COMMANDS
from travaux.reading.language.parser import parse

for _name in (
    *(f"travaux.cli.commands.{name}" for name in COMMANDS),
    *("travaux.pipeline.build", "travaux.pipeline.extract", "travaux.pipeline.export", "travaux.pipeline.check", "travaux.pipeline.desk"),
    *("travaux.analysis.evaluation", "travaux.rdf.store", "travaux.views.explorer", "travaux.views.tracing", "travaux.rdf.sparql.answer"),
):
    importlib.import_module(_name)
list(parse(["Several speakers stressed the need for clean water."]))
