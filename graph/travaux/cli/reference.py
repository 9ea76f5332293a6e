"""The reference of the commands, written from their own help."""

from __future__ import annotations

import click

from travaux.cli import travaux
from travaux.cli.lazy import COMMANDS
from travaux.errors import (
    AnnotationError,
    ConflictError,
    CorpusError,
    DocumentError,
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
    ReviewError,
)


def render_reference() -> str:
    """Render the page ``docs/commands.md``: what every command says of itself, and the exit codes."""
    codes = ", ".join(f"{error.exit_code} {(error.__doc__ or '').splitlines()[0].rstrip('.').lower()}" for error in _ERRORS)
    return "\n".join([_HEAD.format(codes=codes), *(_describe(name) for name in COMMANDS)])


def _describe(name: str) -> str:
    settings = {**travaux.context_settings, "max_content_width": 110, "terminal_width": 110}
    with click.Context(travaux, info_name="travaux", **settings) as group:
        command = travaux.get_command(group, name)
        if command is None:
            raise LookupError(name)
        with click.Context(command, info_name=name, parent=group, max_content_width=110, terminal_width=110) as context:
            return f"## travaux {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    click.echo(render_reference(), nl=False)
