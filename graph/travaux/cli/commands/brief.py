"""``travaux brief``: two pages about something, to hand over."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.materials import opened_material
from travaux.cli.options import check_folder, corpus_option, format_of, layers_option
from travaux.cli.selecting import selection_options, to_selection
from travaux.views.briefs.formats import FORMS, BriefForm
from travaux.views.briefs.making import BriefKind, make_brief, name_file

_EXAMPLES = """\b
Examples:
  travaux brief article 24
  travaux brief theme trust-building --format pdf
  travaux brief question 13 --output question-13.html
  travaux brief compare second fifth
  travaux brief gaps --format md
"""
_NAMES = {BriefKind.COMPARE: 2, BriefKind.GAPS: 0}
"""Names that a kind takes, where it is not the words of one."""
_OF_CONSULTATIONS = {BriefKind.CONSULTATION, BriefKind.COMPARE}
_WANTED = {
    BriefKind.ARTICLE: "travaux brief article 24",
    BriefKind.THEME: "travaux brief theme trust-building",
    BriefKind.QUESTION: "travaux brief question 13",
    BriefKind.CONSULTATION: "travaux brief consultation fifth",
    BriefKind.COMPARE: "travaux brief compare second fifth",
    BriefKind.GAPS: "travaux brief gaps",
}


@click.command(short_help=COMMANDS["brief"], epilog=_EXAMPLES)
@click.argument("what", type=click.Choice([kind.value for kind in BriefKind]))
@click.argument("name", nargs=-1)
@corpus_option
@layers_option
@selection_options
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), help="Format [default: by the ending of --output, else docx]; md is Markdown."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="File to write [default: one named after the brief in this folder; Markdown goes to standard output].",
)
def brief(
    what: str,
    name: tuple[str, ...],
    corpus: Path | None,
    layers: tuple[str, ...],
    form: str | None,
    output: Path | None,
    **chosen: Any,  # noqa: ANN401, the options of a selection
) -> None:
    """Write a brief of about two pages: on an article, a theme, a guiding question, a consultation, two of these compared, or the gaps.

    NAME is what the command of that kind takes: "24" or "adopted 21", a theme, a number, one consultation or two, nothing for the gaps.

    A brief sums up by stance, tells the positions most widely held with their exact words as footnotes, what bears on them, what is missing
    and what became of it; at its end stand the version of the data and who has reviewed them. What is left out is told.

    Without --output the file is called as the brief is (brief-article-24.docx) and stands in this folder; one that is there already is
    kept, and replaced only if --output names it.
    """
    kind = BriefKind(what)
    _check_names(kind, name)
    if kind in _OF_CONSULTATIONS and chosen["consultations"]:
        raise click.UsageError(f"A brief of the kind “{kind.value}” is of the consultations that NAME gives; leave --consultation out.")
    chosen_form = _choose_form(form, output)
    target = output or (None if chosen_form.is_text else _new_file(kind, name, chosen_form))
    rendered = _make(kind, name, corpus, layers, chosen_form, chosen)
    if target is None:
        sys.stdout.buffer.write(rendered)
        return
    from travaux.files import write_whole

    write_whole(target, rendered)
    click.echo(f"Wrote {target}", err=True)


def _check_names(kind: BriefKind, names: Sequence[str]) -> None:
    wanted = _NAMES.get(kind)
    if (wanted is None and not names) or (wanted is not None and len(names) != wanted):
        raise click.UsageError(f"{_COUNTS[wanted].format(kind.value)} For example: {_WANTED[kind]}")


_COUNTS = {
    None: "A brief on something of the kind “{}” needs its name.",
    2: "A brief of the kind “{}” needs the names of two consultations.",
    0: "A brief of the kind “{}” takes no name.",
}


def _choose_form(name: str | None, output: Path | None) -> BriefForm:
    check_folder(output)
    if name is None and output is not None:
        name = format_of(output, tuple(FORMS), "brief")
    return FORMS[name] if name else next(iter(FORMS.values()))


def _new_file(kind: BriefKind, names: Sequence[str], form: BriefForm) -> Path:
    """Name the file after the brief; what stands there, a person may have worked on."""
    target = Path(name_file(kind, names, form.ending))
    if target.exists():
        raise click.UsageError(f"{target} is here already and is kept. To replace it: --output {target}")
    return target


def _make(
    kind: BriefKind, names: Sequence[str], corpus: Path | None, layers: tuple[str, ...], form: BriefForm, chosen: dict[str, Any]
) -> bytes:
    with opened_material(corpus, layers) as material:
        selection = to_selection(material.store, **chosen)
        made = make_brief(kind, names, material.store, material.corpus, material.version, selection=selection, layers=layers)
    return form.render(made)
