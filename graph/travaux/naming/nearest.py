"""What may have been meant by a word that nothing is called."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 12
"""Known names that a hint lists where none is near and another place lists all."""

_LONGEST = 100
"""Characters of a word that are compared: more would take long."""


def suggest(word: str, known: tuple[str, ...], listed: str = "", *, abridged: bool = False) -> str:
    """Return a hint: the nearest known words, or if none is near the known ones.

    Where the command ``listed`` lists them, or if the list is to be ``abridged``, only the first of many are named.
    """
    by_folded = {name.casefold(): name for name in reversed(known)}
    near = [by_folded[name] for name in get_close_matches(word.casefold(), by_folded, n=3)]
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if not known:
        return "None is known."
    if not (listed or abridged) or len(known) <= _SHOWN:
        return f"Known: {', '.join(known)}."
    more = f"; `{listed}` lists them" if listed else ""
    return f"Known: {', '.join(known[:_SHOWN])} and {len(known) - _SHOWN} more{more}."


def ask_nearest(word: str, known: Iterable[str]) -> str:
    """Return the most similar known word as a question, as a clause; empty if none is similar."""
    near = get_close_matches(word[:_LONGEST], list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else ""
