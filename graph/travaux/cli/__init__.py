"""The command line."""

from __future__ import annotations

import sys

import click

from travaux import __version__
from travaux.cli.lazy import LazyGroup
from travaux.cli.streams import let_reader_leave
from travaux.errors import TravauxError

_EPILOG = """\b
Examples:
  travaux build seeds                 read the documents, check them, publish the graph
  travaux ask cited-provisions        ask one of the questions that come with Travaux
  travaux query 'SELECT * {?s ?p ?o} LIMIT 3'
"""


@click.group(cls=LazyGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, message="%(prog)s %(version)s")
def travaux() -> None:
    """Read the record of a negotiation: from reports of consultations to a graph that can be read, queried and checked."""


def main() -> None:
    """Run the command line; a user's mistake is one clear message on standard error and an exit code, never a stack trace."""
    let_reader_leave()
    try:
        code = travaux.main(prog_name="travaux", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except TravauxError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as mistake:
        mistake.show()
        sys.exit(mistake.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except (OSError, UnicodeError) as refused:
        click.echo(f"Error: the system refuses: {refused}", err=True)
        sys.exit(1)
