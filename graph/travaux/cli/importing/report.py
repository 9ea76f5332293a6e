"""What an import tells of its work, in the same words whatever was imported."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What has changed, or would.

    ``lines`` tell of it one by one, ``changed`` and ``unchanged`` in counts; ``remarks`` are what else there is to know.
    """

    lines: Iterable[str]
    changed: Sequence[str]
    unchanged: Sequence[str]
    remarks: Iterable[str] = ()

    def print(self, folder: Path, *, dry_run: bool) -> None:
        """Print it; if anything was written, with the command that shows it in the corpus of that folder."""
        same = f"; unchanged: {', '.join(self.unchanged)}" if self.unchanged else ""
        done = f"{'Would change' if dry_run else 'Changed'}: {', '.join(self.changed)}" if self.changed else "Nothing to change"
        for line in (*self.lines, f"{done}{same}.", *self.remarks):
            click.echo(line)
        if dry_run:
            click.echo("This was a dry run; nothing was written.")
        elif self.changed:
            click.echo(f"Next: travaux build {shlex.quote(str(folder))}")
