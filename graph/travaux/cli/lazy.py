"""Commands that are imported when they are called, so that help answers at once."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

COMMANDS: dict[str, str] = {
    "build": "Build the graph of a corpus, check it and publish it.",
    "explore": "Build the graph if needed and open it in the browser.",
    "extract": "Read the statements of a document.",
    "review": "Decide about the statements that rules have read.",
    "ask": "Ask one of the questions that come with Travaux.",
    "themes": "Show which themes and positions come up again.",
    "compare": "Compare what two consultations record.",
    "article": "Show what is on file about an article, a chapter or a preambular paragraph.",
    "question": "Show what answers a guiding question, directly and in part.",
    "theme": "Show what was said on a theme across consultations.",
    "actor": "Show what a person, an organization or a State said, and in which role.",
    "trace": "Follow positions from what was said to the adopted text.",
    "network": "Show a network of what was said, or write it for other programs.",
    "conflicts": "Show which positions conflict, and what is common ground.",
    "gaps": "Show what the record does not hold.",
    "arguments": "Tell which positions survive the objections recorded.",
    "centrality": "Measure who is central in a network, and whether by chance.",
    "communities": "Find what hangs together in a network, and whether by chance.",
    "candidates": "Find phrases that could be themes and that the thesaurus lacks.",
    "query": "Run a SPARQL query over the built graph.",
    "check": "Check the built graph against its shapes and its sources.",
    "brief": "Write a brief of two pages: Word, PDF, Markdown or HTML.",
    "export": "Write the built graph, or something made of it, for other programs.",
    "import": "Take in answers to a consultation, or what was edited elsewhere.",
    "evaluate": "Score statements against annotated ones.",
    "new": "Make the folder of a new corpus.",
    "add": "Add a document to a corpus.",
}
"""Every command with its short help, in the order in which help lists them."""


IMPORTS: dict[str, str] = {
    "responses": "Add answers to the questions of a consultation to a corpus.",
    "spreadsheet": "Take what was edited in a spreadsheet as decisions of a reviewer.",
    "arguments": "Take positions and relations from an argument map.",
}
"""Every command of ``travaux import`` with its short help."""


def to_module_name(command: str) -> str:
    """Name the module of a command: a name that Python keeps for itself has ``_`` after it.

    >>> to_module_name("import"), to_module_name("export")
    ('import_', 'export')
    """
    return f"{command}_" if iskeyword(command) else command


class LazyGroup(click.Group):
    """A group whose commands live in modules of their name in one package, by ``to_module_name``.

    ``subcommands`` gives every command with its short help.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401, as click's
        subcommands: Mapping[str, str] = COMMANDS,
        package: str = "travaux.cli.commands",
        **settings: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **settings)
        self.subcommands = subcommands
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002, the signature is click's
        """List the commands in their order."""
        return list(self.subcommands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002, the signature is click's
        """Import a command, or return ``None`` if there is none of that name."""
        if cmd_name not in self.subcommands:
            return None
        name = to_module_name(cmd_name)
        command = getattr(import_module(f"{self.package}.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002, the signature is click's
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.subcommands.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command to run, or say which one may have been meant."""
        if args and args[0] not in self.subcommands and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.subcommands, n=1)
            advice = f"Did you mean {near[0]!r}?" if near else f"{ctx.command_path} --help lists the commands."
            raise click.UsageError(f"There is no command {args[0]!r}. {advice}", ctx)
        return super().resolve_command(ctx, args)
