"""``travaux review``: people decide about what rules propose."""

from __future__ import annotations

import os
import shlex
import shutil
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import REVIEWER, corpus_argument

if TYPE_CHECKING:
    from travaux.cli.reviewing.screen import Screen
    from travaux.cli.reviewing.scripted import Orders
    from travaux.pipeline.desk import Desk, Filter

_STATES = ("undecided", "changed", "disputed", "lost", "decided")
_TRIES, _PAUSE = 240, 0.5
_EPILOG = """\b
Examples:
  travaux review seeds                         in the browser
  travaux review seeds --terminal --below 0.8  in the terminal, what is least sure
  travaux review seeds --status                how far it has come
  travaux review seeds --accept 3-0945 --reviewer 'Anna Muster'
"""


@click.command(short_help=COMMANDS["review"], epilog=_EPILOG)
@corpus_argument
@click.option("--terminal", is_flag=True, help="Review here, without a browser; answers may also come from a file.")
@click.option("--status", is_flag=True, help="Say how far the review has come, and what needs a look.")
@click.option("--reviewer", metavar="NAME", help=f"Who decides [default: the environment's {REVIEWER}, else asked].")
@click.option("--document", metavar="NAME", help="Only the statements of this report.")
@click.option("--state", "states", type=click.Choice(_STATES), multiple=True, help="Only these [default: all but decided]; repeatable.")
@click.option("--rule", metavar="NAME", help="Only what this rule proposes.")
@click.option("--below", type=click.FloatRange(0, 1), metavar="0.8", help="Only what rules are less sure of than this.")
@click.option("--words", metavar="TEXT", help="Only statements with these words in quote or claim.")
@click.option("--accept", metavar="KEY", multiple=True, help="Accept this statement and ask nothing; repeatable.")
@click.option("--reject", metavar="KEY", multiple=True, help="Reject this statement and ask nothing; repeatable.")
@click.option("--edit", metavar="KEY", multiple=True, help="Keep this statement with the fields of --set; repeatable.")
@click.option("--set", "settings", metavar="FIELD=VALUE", multiple=True, help="A field for --edit; repeatable.")
@click.option("--why", metavar="TEXT", help="The reason of --accept, --reject or --edit.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address of the page.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port of the page; 0 takes a free one.")
@click.option("--token", metavar="TOKEN", help="Secret without which nobody may write from another machine.")
@click.option("--open/--no-open", "opened", default=True, help="Open the page in the browser.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Form of --status.")
def review(
    corpus: Path | None,
    document: str | None,
    states: tuple[str, ...],
    rule: str | None,
    below: float | None,
    words: str | None,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    edit: tuple[str, ...],
    settings: tuple[str, ...],
    why: str | None,
    reviewer: str | None,
    host: str,
    port: int,
    token: str | None,
    form: str,
    *,
    terminal: bool,
    status: bool,
    opened: bool,
) -> None:
    """Decide about the statements that rules have read in the reports of the CORPUS folder.

    Every decision is written at once to the folder review/ of the corpus, with who made it, when and why; the next build lays the
    decisions over what the rules propose. docs/review.md explains the files.

    Without --terminal, --status or a decision: in the browser. The options --document, --state, --rule, --below and --words choose the
    statements of --terminal and --status.
    """
    from travaux.cli.reviewing.scripted import Orders

    orders = Orders(accept=accept, reject=reject, edit=edit, settings=settings, why=why)
    filtered = any(value is not None for value in (rule, below, words)) or bool(states)
    _check_options(orders, filtered=filtered, document=document is not None, terminal=terminal, status=status)
    name = reviewer or os.environ.get(REVIEWER) or None
    if orders.keys and name is None:
        raise click.UsageError(f"Say who decides: --reviewer NAME, or set {REVIEWER}.")
    with _opened_desk(corpus) as desk:
        if status:
            _show_status(desk, _wanted(document, states or _STATES, rule, below, words), form)
        elif orders.keys:
            _carry_out(desk, orders, str(name), document)
        elif terminal:
            _talk(desk, _wanted(document, states or _STATES[:-1], rule, below, words), name)
        else:
            from travaux.web.review import serve_review

            serve_review(desk, host=host, port=port, token=token, reviewer=name, opened=partial(_tell_address, opened=opened))


def _tell_address(address: str, writing: bool, *, opened: bool) -> None:  # noqa: FBT001, called by position
    click.echo(f"The review is at {address}\nEnd it with Ctrl-C; every decision is kept as it is made.")
    if not writing:
        click.echo("Other machines may look and not decide: give --token to let those decide who have it.")
    if opened and not webbrowser.open(address):
        click.echo("No browser could be opened here; open the address yourself.", err=True)


def _check_options(orders: Orders, *, filtered: bool, document: bool, terminal: bool, status: bool) -> None:
    """Refuse options that do not go together, before any work is done."""
    if sum((terminal, status, bool(orders.keys))) > 1:
        raise click.UsageError("Give one of --terminal, --status, and decisions by --accept, --reject or --edit.")
    if bool(orders.edit) != bool(orders.settings):
        raise click.UsageError("--edit KEY and --set FIELD=VALUE go together.")
    if len(set(orders.keys)) != len(orders.keys):
        raise click.UsageError("A statement is decided about once: a key is given twice.")
    if orders.why is not None and not orders.keys:
        raise click.UsageError("--why is the reason of --accept, --reject or --edit.")
    if filtered and not (terminal or status):
        raise click.UsageError("--state, --rule, --below and --words choose the statements of --terminal and --status.")
    if document and not (terminal or status or orders.keys):
        raise click.UsageError("--document chooses the statements of --terminal, --status and decisions; the page has its own choice.")


@contextmanager
def _opened_desk(corpus: Path | None) -> Iterator[Desk]:
    """Open the desk of a corpus that has something to review; waits while another build of it is at work."""
    from travaux.cli.progress import shown_progress
    from travaux.errors import ReviewError
    from travaux.pipeline.desk import open_desk
    from travaux.pipeline.workspace import find_corpus

    folder = find_corpus(corpus)
    with ExitStack() as held:
        with shown_progress() as progress:
            desk = _when_free(lambda: held.enter_context(open_desk(folder, progress)))
        if not desk.progress():
            hint = f"Add one: travaux add REPORT --corpus {shlex.quote(str(folder))}"
            raise ReviewError("this corpus has no reports, so there is nothing to review", where=str(folder), hint=hint)
        yield desk


def _when_free(opening: Callable[[], Desk]) -> Desk:
    """Open a desk, waiting while another build of the corpus is at work; ``BusyError`` if that takes too long."""
    from travaux.errors import BusyError

    for _ in range(_TRIES):
        with suppress(BusyError):
            return opening()
        time.sleep(_PAUSE)
    return opening()


def _wanted(document: str | None, states: tuple[str, ...], rule: str | None, below: float | None, words: str | None) -> Filter:
    from travaux.pipeline.desk import Filter, State

    return Filter(document=document, states=frozenset(map(State, states)), rule=rule, below=below, words=words)


def _check_wanted(desk: Desk, wanted: Filter) -> None:
    """Refuse a report or a rule that is not there; ``ReviewError`` with those that are."""
    from travaux.cli.reviewing.typed import check_known

    check_known("report", [wanted.document] if wanted.document else [], desk.progress())
    check_known("rule", [wanted.rule] if wanted.rule else [], {item.rule for item in desk.items()})


def _show_status(desk: Desk, wanted: Filter, form: str) -> None:
    from travaux.cli.reviewing.status import render_status, status_of
    from travaux.model.finding import Finding
    from travaux.pipeline.workspace import get_built
    from travaux.rdf.store import open_store
    from travaux.rdf.stored import find_records

    _check_wanted(desk, wanted)
    with open_store(get_built(desk.corpus.folder).store, read_only=True) as store:
        findings = find_records(store, Finding, desk.corpus.base)
    width = max(60, shutil.get_terminal_size((120, 24)).columns)
    click.echo(render_status(status_of(desk, desk.items(wanted), findings), form, width))


def _carry_out(desk: Desk, orders: Orders, name: str, document: str | None) -> None:
    from travaux.cli.reviewing.scripted import carry_out
    from travaux.cli.reviewing.session import Session

    session = Session(desk, desk.sign_in(name), [])
    for line in carry_out(orders, session, document):
        click.echo(line)
    click.echo(f"Into the graph: travaux build {shlex.quote(str(desk.corpus.folder))}")


def _talk(desk: Desk, wanted: Filter, name: str | None) -> None:
    from travaux.cli.reviewing.dialogue import Dialogue
    from travaux.cli.reviewing.screen import Screen
    from travaux.cli.reviewing.session import Session

    _check_wanted(desk, wanted)
    queue = [(item.document.name, item.key) for item in desk.items(wanted)]
    if not queue:
        every = len(desk.items())
        click.echo(f"Nothing to review here: none of {every} statements is as wanted. How far it has come: travaux review --status")
        return
    screen = Screen()
    reviewer = _sign_in(desk, screen, name)
    if reviewer is not None:
        screen.show(f"{desk.corpus.title}: {len(queue)} to review, as {desk.review.name_of(reviewer)}")
        Dialogue(screen, Session(desk, reviewer, queue)).run()


def _sign_in(desk: Desk, screen: Screen, name: str | None) -> str | None:
    """Give the short name of the reviewer, asking for a name until one is right; ``None`` if there is no answer."""
    from travaux.cli.reviewing.screen import Left
    from travaux.errors import ReviewError

    if name is not None:
        return desk.sign_in(name)
    usual = os.environ.get("USER") or os.environ.get("USERNAME") or ""
    while True:
        try:
            answer = screen.ask(f"Your name{f' [{usual}]' if usual else ''}: ") or usual
            return desk.sign_in(answer)
        except ReviewError as mistake:
            screen.show(str(mistake))
        except Left:
            screen.show("Nothing was decided.")
            return None
