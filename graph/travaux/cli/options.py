"""Options that several commands share."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

_FOLDER = click.Path(path_type=Path)
_HELP = "Folder of the corpus [default: this folder, ./seeds, or the corpus that comes with Travaux]."
_NAMED = "travaux.corpus"
_Command = TypeVar("_Command", bound=Callable[..., Any])

corpus_option = click.option("--corpus", "-c", type=_FOLDER, metavar="FOLDER", help=_HELP)


def corpus_argument(command: _Command) -> _Command:
    """Let a command take its corpus as the argument CORPUS or by ``--corpus``, as all others do; it gets either as ``corpus``."""
    argument = click.argument("corpus", required=False, type=_FOLDER, callback=_join)
    option = click.option(
        "--corpus", "-c", "named", type=_FOLDER, metavar="FOLDER", help=_HELP, callback=_note, expose_value=False, is_eager=True
    )
    return argument(option(command))


def _note(context: click.Context, _parameter: click.Parameter, folder: Path | None) -> None:
    context.meta[_NAMED] = folder


def _join(context: click.Context, _parameter: click.Parameter, folder: Path | None) -> Path | None:
    named: Path | None = context.meta.get(_NAMED)
    if folder is not None and named is not None:
        raise click.UsageError(f"The corpus is named twice: {folder}, and {named} with --corpus. Name it once.")
    return folder or named


output_option = click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="File to write [default: standard output]."
)

REVIEWER = "TRAVAUX_REVIEWER"
reviewer_option = click.option("--reviewer", metavar="NAME", help=f"Who decides [default: the environment's {REVIEWER}].")
dry_run_option = click.option("--dry-run", is_flag=True, help="Tell what would change and write nothing.")


def name_reviewer(reviewer: str | None) -> str:
    """Give the name of who decides: the one that was given, or the environment's."""
    name = reviewer or os.environ.get(REVIEWER)
    if not name:
        raise click.UsageError(f"Say who decides: --reviewer NAME, or set {REVIEWER}.")
    return name


def check_folder(output: Path | None) -> None:
    """Refuse a file to write whose folder is not there, or that a corpus is made of or would take for its own, before any work is done."""
    if output is None:
        return
    if not output.parent.is_dir():
        raise click.UsageError(f"There is no folder {output.parent} to write to.")
    target = output.resolve()
    if corpus := _corpus_of(target):
        raise click.UsageError(f"{output} is a part of the corpus {corpus} and is kept. Name another file.")


_PARTS = {"corpus.toml", "documents", "treaty", "review", "themes.ttl", "lexicon.ttl", ".travaux"}
"""What stands in the folder of a corpus and belongs to it, beside the documents that its description names."""


def _corpus_of(target: Path) -> Path | None:
    """Find the corpus that a file or folder is, or is a part of."""
    if (target / "corpus.toml").is_file():
        return target
    holders = [folder for folder in target.parents if (folder / "corpus.toml").is_file()]
    return next((folder for folder in holders if _is_part(target.relative_to(folder), folder)), None)


def _is_part(target: Path, corpus: Path) -> bool:
    if target.parts[0] in _PARTS:
        return True
    try:
        described = tomllib.loads((corpus / "corpus.toml").read_text("utf-8")).get("documents", [])
    except (OSError, ValueError):
        return False
    return any(isinstance(one, dict) and one.get("file") == target.as_posix() for one in described if isinstance(described, list))


def format_of(output: Path, formats: Sequence[str], what: str) -> str:
    """Tell the format from the ending of the file to write; ``what`` is what the formats are of."""
    form = output.suffix.removeprefix(".")
    if form not in formats:
        raise click.UsageError(
            f"The ending of {output} names no format of the {what}. Give --format, or one of the endings {', '.join(formats)}."
        )
    return form


layers_option = click.option(
    "--layer",
    "layers",
    multiple=True,
    type=click.Choice(["extracted", "reviewed", "inferred"]),
    help="Show this layer of the argument map; may be repeated [default: all, what people reviewed over what rules extracted].",
)
"""The layers of the argument map that a command shows; none given means all."""


def locate_store(corpus: Path | None, layers: Sequence[str]) -> Path:
    """Find the built store that shows the layers chosen."""
    from travaux.pipeline.workspace import get_built

    if not layers:
        return get_built(corpus).store
    from travaux.model.schemes import LayerKind
    from travaux.pipeline.layers import locate_layers

    return locate_layers(corpus, {LayerKind(name) for name in layers})
