"""Options by which commands of the analysis choose the statements they look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from travaux.model.schemes import Prevalence, ReviewStatus, Stance

if TYPE_CHECKING:
    from travaux.analysis.selection import Selection
    from travaux.model.store import Store

_Command = TypeVar("_Command", bound=Callable[..., Any])
_STANDING = [one.value for one in ReviewStatus if one is not ReviewStatus.REJECTED]
_consultation_option = click.option(
    "--consultation", "consultations", multiple=True, metavar="NAME", help="Only what was said there; may be repeated."
)
_OPTIONS = (
    click.option("--document", "documents", multiple=True, metavar="NAME", help="Only what this document reports; may be repeated."),
    click.option("--review", "reviews", multiple=True, type=click.Choice(_STANDING), help="Only statements of this review status."),
    click.option(
        "--prevalence",
        type=click.Choice([one.value for one in Prevalence]),
        help="Only statements held at least this widely.",
    ),
    click.option("--stance", "stances", multiple=True, type=click.Choice([one.value for one in Stance]), help="Only this stance."),
)


def selection_options(command: _Command) -> _Command:
    """Give a command the options of a selection; they come as the arguments that ``to_selection`` takes."""
    return _consultation_option(statement_options(command))


def statement_options(command: _Command) -> _Command:
    """Give a command whose consultations are given otherwise the other options of a selection."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def to_selection(
    store: Store,
    *,
    consultations: tuple[str, ...] = (),
    documents: tuple[str, ...] = (),
    reviews: tuple[str, ...] = (),
    prevalence: str | None = None,
    stances: tuple[str, ...] = (),
) -> Selection:
    """Make the options a selection; ``QueryError`` with the nearest names for a consultation or document that the store does not know."""
    from travaux.analysis.selection import Selection

    return Selection(
        consultations=consultations,
        documents=documents,
        reviews=frozenset(map(ReviewStatus, reviews)),
        prevalence_at_least=Prevalence(prevalence) if prevalence else None,
        stances=frozenset(map(Stance, stances)),
    ).resolve(store)
