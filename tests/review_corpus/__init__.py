"""A small corpus to review."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from travaux.cli import travaux
from travaux.pipeline.build import build

REPORT = """Lake Forum

Report of the first workshop on the protection of mountain lakes

1. The workshop was opened by the Chair.
2. Under agenda item 1, several speakers stressed the need for regular measurements and welcomed the registry of lakes.
3. Several speakers stressed the importance of clean water, given that lakes are small. Some delegations proposed the deletion of article 5.
4. A few participants cautioned against new levies, while others supported them. Many speakers supported article 7.
5. The representative of Norway expressed concern about motor boats. Some delegations questioned article 9.
"""


def make_corpus(folder: Path, report: str) -> Path:
    """Make and build a corpus of one report."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    text = folder.parent / "first.txt"
    text.write_text(report, "utf-8")
    runner = CliRunner()
    runner.invoke(travaux, ["new", str(folder), "--title", "Mountain lakes"], catch_exceptions=False)
    runner.invoke(travaux, ["add", str(text), "--corpus", str(folder)], catch_exceptions=False)
    build(folder)
    return folder
