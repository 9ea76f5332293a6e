"""``travaux trace``: from what was said to what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import check_folder, corpus_option, format_of, layers_option, locate_store, output_option
from travaux.cli.traces import TRACE_FORMATS, render_traces
from travaux.model.schemes import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from travaux.analysis.tracing import Trace
    from travaux.model.store import Store

_EXAMPLES = """\b
Examples:
  travaux trace article 24
  travaux trace adopted article 4 --format json
  travaux trace --outcome partly --output trace.html
"""


@click.command(short_help=COMMANDS["trace"], epilog=_EXAMPLES)
@click.argument("what", nargs=-1)
@corpus_option
@layers_option
@click.option("--outcome", type=click.Choice([kind.value for kind in OutcomeKind]), help="Only positions with such an outcome.")
@click.option("--consultation", metavar="NAME", help="Only positions expressed at this consultation; a part of its name is enough.")
@click.option(
    "--format", "form", type=click.Choice(["table", *TRACE_FORMATS]), help="Format [default: table, or by the ending of --output]."
)
@output_option
def trace(
    what: tuple[str, ...],
    corpus: Path | None,
    layers: tuple[str, ...],
    outcome: str | None,
    consultation: str | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Follow positions from what was said, over the provision, to the adopted text.

    WHAT is the key of a position, words of its claim, or a provision: "article 24" is one of the first version, "adopted article 21" is
    one of a later version and leads back. Without it, all positions are followed:
    thousands of them take minutes, and progress is shown.

    Numbers differ between versions; only recorded correspondences lead from one to the other. An outcome says what the adopted text is
    consistent with, never that a position was the cause. What rests on recollection is marked [unverified], and --outcome takes it for
    unknown.
    """
    from travaux.analysis.tracing import find_lacks, find_traces
    from travaux.cli.progress import shown_progress
    from travaux.files import write_whole
    from travaux.rdf.store import open_store

    form = form or (format_of(output, TRACE_FORMATS, "traces") if output else "table")
    check_folder(output)
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        lacks = find_lacks(store)
        kind = OutcomeKind(outcome) if outcome else None
        with shown_progress() as progress:
            words = " ".join(what)
            traces = () if "positions" in lacks else find_traces(store, words, outcome=kind, consultation=consultation, progress=progress)
        rendered = _render(store, traces, form)
    for remark in _remarks(lacks, traces):
        click.echo(remark, err=True)
    if what and "positions" in lacks:
        click.echo(f"“{words}” was not looked up.", err=True)
    if output is None:
        click.echo(rendered, nl=False)
        return
    write_whole(output, rendered.encode())
    click.echo(f"Wrote {output}", err=True)


def _render(store: Store, traces: Sequence[Trace], form: str) -> str:
    if form != "html":
        return render_traces(traces, form)
    from travaux.analysis.sparql import find_title
    from travaux.views.tracing import render_trace_page

    title = find_title(store)
    return render_trace_page(traces, f"{title}: what became of it" if title else "What became of it")


def _remarks(lacks: Sequence[str], traces: Sequence[Trace]) -> list[str]:
    """Say what the graph lacks; what follows from a lack that is told already is not told too."""
    from travaux.views.traces import LACKING

    if lacks and lacks[0] != "outcomes":
        return [LACKING[lacks[0]]]
    remarks = [LACKING[name] for name in lacks]
    return remarks if traces else [*remarks, "No position on file fits. That is not the same as: not said."]
