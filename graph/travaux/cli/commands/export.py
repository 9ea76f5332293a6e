"""``travaux export``: the built graph, or something made of it, as a file or a folder of files."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import check_folder, corpus_option, layers_option, output_option
from travaux.exchange.registry import EXPORTS, Export, FolderExport, Form, all_forms

if TYPE_CHECKING:
    from travaux.exchange.material import Loss, Material

_EXAMPLES = """\b
Examples:
  travaux export --format trig --output graph.trig
  travaux export statements --format csv --output statements.csv
  travaux export page negotiation.html
  travaux export site public --address https://example.org/negotiation/
"""


def _formats() -> str:
    """Tell what can be exported in which formats, for the help."""
    width = max(map(len, EXPORTS)) + 2
    lines = []
    for export in EXPORTS.values():
        lines.append(f"{export.name:<{width}}{export.about}{'' if isinstance(export, Export) else ' (a folder)'}")
        if isinstance(export, Export) and len(export.forms) > 1:
            lines += [f"{'':<{width}}  {form.name}: {form.about}" for form in export.forms]
    return "\n".join(lines)


_HELP = f"""Write the built graph, or something made of it, to FILE (or into the folder FILE) or to standard output.

WHAT is one of these; without it, it is the graph.

\b
{_formats()}

Without --format the ending of the file tells it, or else it is the first one. What a format cannot hold is told on standard error.
The same graph gives the same bytes. A file, or a folder that was exported before and not changed since, is replaced only when the new one
is complete; what a corpus is made of is never written over.
"""


@click.command(short_help=COMMANDS["export"], help=_HELP, epilog=_EXAMPLES)
@click.argument("what", type=click.Choice(list(EXPORTS)), default="graph", metavar="[WHAT]")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@corpus_option
@layers_option
@click.option("--format", "form", type=click.Choice(list(all_forms())), metavar="NAME", help="Format, as told above.")
@click.option("--address", metavar="URL", help="Where a site will be found on the web [default: it works anywhere].")
@output_option
def export(
    what: str, file: Path | None, corpus: Path | None, layers: tuple[str, ...], form: str | None, address: str | None, output: Path | None
) -> None:
    """Write what the registry of exports names; the help is made from it."""
    if file is not None and output is not None:
        raise click.UsageError("Name the file once: as FILE or with --output.")
    output = output or file
    chosen = EXPORTS[what]
    if address is not None and not (isinstance(chosen, FolderExport) and chosen.addressed):
        raise click.UsageError(f"{what} says nothing of where it will be found; leave --address out.")
    if isinstance(chosen, FolderExport):
        _export_folder(chosen, _need_folder(chosen, output, form), corpus, layers, _check_address(address))
        return
    _export_file(_choose_form(chosen, form, output), output, corpus, layers)


def _export_file(form: Form, output: Path | None, corpus: Path | None, layers: tuple[str, ...]) -> None:
    from travaux.files import writing

    check_folder(output)
    if output is not None and output.is_dir():
        raise click.UsageError(f"{output} is a folder; name a file in it.")
    with _opened(corpus, layers) as material:
        if output is None:
            _tell(form.load()(material, sys.stdout.buffer), form.name)
            return
        with writing(output) as out:
            losses = form.load()(material, out)
    _tell(losses, form.name)
    click.echo(f"Wrote {output}", err=True)


def _export_folder(chosen: FolderExport, folder: Path, corpus: Path | None, layers: tuple[str, ...], address: str | None) -> None:
    from travaux.files import writing_folder

    with _opened(corpus, layers) as material, writing_folder(folder) as new:
        losses = chosen.load()(replace(material, address=address), new)
    _tell(losses, chosen.name)
    click.echo(f"Wrote {folder}", err=True)


@contextmanager
def _opened(corpus: Path | None, layers: tuple[str, ...]) -> Iterator[Material]:
    from travaux.cli.materials import opened_material
    from travaux.cli.progress import shown_progress

    with opened_material(corpus, layers) as material, shown_progress() as progress:
        yield replace(material, progress=progress)


def _tell(losses: Iterable[Loss], name: str) -> None:
    lost = [loss for loss in losses if loss.count]
    if lost:
        click.echo(f"Not in {name}, or not as it is here:", err=True)
    for loss in lost:
        click.echo(f"  {loss.what} ({loss.count:,}): {loss.how}", err=True)


def _check_address(address: str | None) -> str | None:
    """Give an address of the web with a slash at its end; refuse anything else."""
    if address is None:
        return None
    if not re.fullmatch(r"https?://[A-Za-z0-9.\[\]:-]+(/[A-Za-z0-9._~!$&()*+,;=:@%/-]*)?", address):
        raise click.UsageError(f"{address!r} is no address of a site. For example: https://example.org/negotiation/")
    return f"{address.rstrip('/')}/"


def _need_folder(chosen: FolderExport, output: Path | None, form: str | None) -> Path:
    if form is not None:
        raise click.UsageError(f"{chosen.name} has no formats to choose from.")
    if output is None:
        raise click.UsageError(f"Name the folder to write to: travaux export {chosen.name} FOLDER")
    check_folder(output)
    return output


def _choose_form(chosen: Export, name: str | None, output: Path | None) -> Form:
    if name is None:
        form = chosen.find_form(output) if output else chosen.forms[0]
        if form is None:
            endings = ", ".join(f"{one.endings[0]} ({one.name})" for one in chosen.forms)
            raise click.UsageError(f"The ending of {output} names no format of the {chosen.name}. Give --format, or one of: {endings}.")
        return form
    if form := chosen.get_form(name):
        return form
    other = next(one for one in EXPORTS.values() if isinstance(one, Export) and one.get_form(name))
    raise click.UsageError(f"{name} is a format of the {other.name}: travaux export {other.name} --format {name}")
