"""What is missing, as a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.views.briefs.blocks import Items, Section


def missing_section(lines: Iterable[str]) -> Iterator[Section]:
    """Make the section of the lines given, or none; what was searched stands at the end of every brief."""
    listed = tuple((line,) for line in lines)
    if listed:
        yield Section("What is missing", (Items(listed),))
