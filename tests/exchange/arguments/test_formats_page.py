"""The page on formats of arguments tells what is lost as the export does."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.exchange.arguments import arguebuf_reading
from travaux.exchange.arguments.aif_to_graph import UNREAD
from travaux.exchange.arguments.argdown import reading as argdown
from travaux.exchange.arguments.argdown.writing import ARGDOWN_LOSSES
from travaux.exchange.arguments.arguebuf import ARGUEBUF_LOSSES
from travaux.exchange.arguments.losses import AIF_LOSSES, AIF_RDF_LOSSES

PAGE = (Path(__file__).parents[3] / "docs" / "argument-formats.md").read_text("utf-8")
TABLES = {
    "### `aif` and `xaif`": [(one.what, one.how) for one in AIF_LOSSES],
    "### `aif-rdf`": [(one.what, one.how) for one in AIF_RDF_LOSSES],
    "## Files of AIF from other programs": list(UNREAD.values()),
    "### `argdown`": [(one.what, one.how) for one in ARGDOWN_LOSSES],
    "### Documents of Argdown": list(argdown.UNREAD.items()),
    "### `arguebuf`": [(one.what, one.how) for one in ARGUEBUF_LOSSES],
    "### Files of arguebuf": list(arguebuf_reading.UNREAD.values()),
}


@pytest.mark.parametrize("heading", TABLES)
def test_the_tables_of_losses_are_those_of_the_code(heading: str) -> None:
    section = PAGE.partition(f"\n{heading}\n")[2].partition("\n#")[0]
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in section.splitlines() if line.startswith("|")]
    assert rows[2:] == TABLES[heading]
