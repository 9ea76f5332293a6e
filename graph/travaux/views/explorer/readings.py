"""Which statements of a document a reader asks for, and on which of its pages they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from travaux.analysis.passages import Outline, Voiced
from travaux.model.schemes import Stance
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.filters import Choice
from travaux.views.explorer.page import Link
from travaux.views.wording import STANCE_WORDS

NAMES = ("stance", "theme", "speaker")
"""The options of an address that tell which statements are asked for; several values of one are alternatives."""

Choices = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """The statements asked for: their identifiers, and links to the pages on which they stand with how many."""

    ids: frozenset[str]
    pages: tuple[tuple[Link, int], ...]


def list_choices(outline: Outline) -> Choices:
    """List what the statements of a document can be chosen by: only what it holds."""
    stances = {one.stance for one in outline.standing}
    speakers = Counter(one.speaker for one in outline.standing)
    return (
        Choice("stance", "Stance", tuple((one.value, STANCE_WORDS[one.value]) for one in Stance if one in stances)),
        Choice("theme", "Theme", outline.themes),
        Choice("speaker", "Speaker", tuple((one, one) for one in sorted(speakers, key=lambda name: (name.casefold(), name)))),
    )


def find_matched(outline: Outline, options: Options, choices: Choices, path: str, number_of: Callable[[int], int]) -> Matched | None:
    """Find the statements asked for; ``None`` if all are. ``AskedError`` for what no statement of the document has.

    ``number_of`` tells the page of a paragraph by its place among the blocks.
    """
    asked = {choice.name: _check(options, choice) for choice in choices}
    if not any(asked.values()):
        return None
    found = [one for one in outline.standing if _fits(one, asked)]
    pages = Counter(number_of(place) for one in found if (place := outline.block_at(one.start, one.end)) is not None)
    kept = options.without("at", "page")
    links = (
        (Link(with_options(path, [*kept, ("page", str(page) if page > 1 else "")]), f"page {page}"), count)
        for page, count in sorted(pages.items())
    )
    return Matched(frozenset(one.id for one in found), tuple(links))


def _check(options: Options, choice: Choice) -> tuple[str, ...]:
    asked = options.all(choice.name)
    known = dict(choice.values)
    for value in asked:
        if value not in known:
            shown = ", ".join(list(known)[:12]) or "nothing, as it has no statements"
            raise AskedError(f"no statement of this document has {choice.name} {value[:40]!r}", hint=f"It has: {shown}.")
    return asked


def _fits(one: Voiced, asked: Mapping[str, tuple[str, ...]]) -> bool:
    own = {"stance": (one.stance.value,), "theme": one.themes, "speaker": (one.speaker,)}
    return all(not values or set(values) & set(own[name]) for name, values in asked.items())
