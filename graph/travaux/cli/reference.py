"""The reference of the commands, written from their own help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from travaux.cli import travaux
from travaux.cli.lazy import COMMANDS
from travaux.errors import (
    AnnotationError,
    ConflictError,
    CorpusError,
    DocumentError,
    ExchangeError,
    FileError,
    IntegrityError,
    QueryError,
    ReviewError,
    StoreError,
)

_HEAD = """# Commands

This page is written from the help of the commands: `python -m travaux.cli.reference > docs/commands.md`.

Exit codes: 0 all is well, 2 wrong use of a command (and findings, for `check --strict`), {codes}, 130 stopped by the user.

To `extract` a document without text is no error: its answer is empty and the code 0. A reader that stops listening, as in
`travaux ask | head -1`, changes no code.
"""
_ERRORS = (
    *(CorpusError, DocumentError, StoreError, QueryError, IntegrityError, FileError, AnnotationError, ConflictError),
    *(ReviewError, ExchangeError),
)


def render_reference() -> str:
    """Render the page ``docs/commands.md``: what every command says of itself, and the exit codes."""
    codes = ", ".join(f"{error.exit_code} {(error.__doc__ or '').splitlines()[0].rstrip('.').lower()}" for error in _ERRORS)
    with click.Context(travaux, info_name="travaux", **_settings(travaux)) as context:
        told = [text for name in COMMANDS for text in _describe(travaux, name, context)]
    return "\n".join([_HEAD.format(codes=codes), *told])


def _describe(group: click.Group, name: str, parent: click.Context) -> Iterator[str]:
    command = group.get_command(parent, name)
    if command is None:
        raise LookupError(name)
    with click.Context(command, info_name=name, parent=parent, **_settings(command)) as context:
        yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                yield from _describe(command, inner, context)


def _settings(command: click.Command) -> dict[str, Any]:
    return {**command.context_settings, "max_content_width": 110, "terminal_width": 110}


if __name__ == "__main__":
    click.echo(render_reference(), nl=False)
