"""``travaux import arguments``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.importing.report import Report
from travaux.cli.lazy import IMPORTS
from travaux.cli.options import corpus_option, dry_run_option, name_reviewer, reviewer_option
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.exchange.arguments.importing import Taken

FORMATS = ("aif", "aif-rdf", "xaif", "argdown", "arguebuf")
_EPILOG = """\b
Examples:
  travaux import arguments map.argdown --reviewer 'Anna Muster' --dry-run
  travaux import arguments map.argdown --reviewer 'Anna Muster'
"""


@click.command(short_help=IMPORTS["arguments"], epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@corpus_option
@reviewer_option
@click.option("--format", "form", type=click.Choice(FORMATS), metavar="NAME", help=f"Format: {', '.join(FORMATS)} [default: the file's].")
@click.option("--remove-missing", is_flag=True, help="Reject the relations that the file does not have any more.")
@click.option("--infer", is_flag=True, help="Take in new relations without a quote too, as inferred by you.")
@dry_run_option
def arguments(
    file: Path, corpus: Path | None, reviewer: str | None, form: str | None, *, remove_missing: bool, infer: bool, dry_run: bool
) -> None:
    """Take positions and relations from the argument map in FILE.

    The file is one that travaux export arguments has written and somebody has edited, or one of another program. New and re-worded
    positions and new and changed relations are written to the review of the corpus as decisions of the reviewer: all of them or, if
    anything in the file cannot be taken in, nothing. What a file does not say stays as it is.

    A new relation needs a quote in the file: words of a document that show it. With --infer one without a quote is taken in as inferred by
    the reviewer, and shown at a sentence of its premise.
    """
    name = name_reviewer(reviewer)
    from travaux.cli.materials import opened_material
    from travaux.exchange.arguments.formats import read_arguments
    from travaux.exchange.arguments.importing import take_in
    from travaux.pipeline.workspace import find_corpus

    read = read_arguments(file, form)
    with opened_material(corpus) as material:
        taken = take_in(file, read, material, name, remove_missing=remove_missing, infer=infer, dry_run=dry_run)
    _report(taken).print(find_corpus(corpus), dry_run=dry_run)


def _report(taken: Taken) -> Report:
    from travaux.exchange.problems import shorten_middle

    reworded = {key: f"{shorten_middle(before, 300)} → {shorten_middle(after, 300)}" for key, (before, after) in taken.reworded.items()}
    told = (
        ("new position", taken.new_positions),
        ("re-worded position", reworded),
        ("new relation", taken.new_relations),
        ("changed relation", taken.changed_relations),
        ("rejected relation", taken.removed_relations),
    )
    missing = [f"Not in the file, and left as they are: {_some(taken.missing)}."] if taken.missing else []
    lost = [f"Not taken in: {loss.what} ({loss.count:,}): {loss.how}." for loss in taken.not_taken if loss.count]
    return Report(
        lines=[f"{what} {key}: {shorten_middle(words)}" for what, held in told for key, words in held.items()],
        changed=[count_of(len(held), what) for what, held in told if held],
        unchanged=[count_of(taken.same_positions, "position"), count_of(taken.same_relations, "relation")],
        remarks=[*missing, *lost, *(f"Note: {note}" for note in taken.notes)],
    )


_MOST = 10


def _some(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - _MOST:,} more" if len(keys) > _MOST else ""
    return f"{', '.join(keys[:_MOST])}{more} ({count_of(len(keys), 'relation')})"
