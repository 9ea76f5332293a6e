"""What the commands of the four dossiers share: their options, and the way from a store to what is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from travaux.cli.answering import answer_format_option, choose_format, render_answer, write_answer
from travaux.cli.options import corpus_option, layers_option, locate_store, output_option
from travaux.cli.selecting import selection_options, to_selection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from travaux.analysis.dossiers import Limits
    from travaux.analysis.dossiers.said import Said
    from travaux.analysis.selection import Selection
    from travaux.analysis.tables import Tabular
    from travaux.model.store import Store
    from travaux.views.report import Report

_Command = TypeVar("_Command", bound=Callable[..., Any])
_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    corpus_option,
    layers_option,
    selection_options,
    click.option("--all", "everything", is_flag=True, help="Show every position and every sentence, not about one page."),
    answer_format_option,
    output_option,
)


def dossier_options(command: _Command) -> _Command:
    """Give a command the options of a dossier; ``answer`` takes what they come as."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def answer(
    gather: Callable[[Store, Selection, Limits], Tabular],
    show: Callable[[Any], Report],
    said: Callable[[Any], Iterable[Said]],
    *,
    corpus: Path | None,
    layers: tuple[str, ...],
    everything: bool,
    form: str | None,
    output: Path | None,
    **selecting: Any,  # noqa: ANN401, the options of ``selection_options``
) -> None:
    """Gather a dossier, and print or write it in the format asked for; remarks go to standard error.

    ``show`` makes the report, ``said`` gives what was said, of which the remarks tell.
    """
    from travaux.analysis.dossiers import EVERYTHING, PAGE
    from travaux.rdf.store import open_store

    form = choose_format(form, output, "dossiers")
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        selection = to_selection(store, **selecting)
        dossier = gather(store, selection, EVERYTHING if everything else PAGE)
        remarks = _remarks(store, list(said(dossier)), form)
    rendered = render_answer(dossier, lambda: show(dossier), form, selection)
    for remark in remarks:
        click.echo(remark, err=True)
    write_answer(rendered, output)


def _remarks(store: Store, said: list[Said], form: str) -> list[str]:
    if not sum(one.statements for one in said):
        if store.ask("ASK { ?statement a <https://w3id.org/travaux/ontology#Statement> }"):
            return ["No statement on file fits. That is not the same as: not said."]
        return ["This graph holds no statements yet; travaux build reads them from the reports of the corpus."]
    hidden = sum(one.hidden for one in said)
    if form in {"json", "csv"} and hidden:
        return [f"{hidden:,} more {'statement is' if hidden == 1 else 'statements are'} counted and not shown: --all"]
    return []
