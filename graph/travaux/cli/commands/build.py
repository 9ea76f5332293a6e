"""``travaux build``: from a corpus folder to a published graph."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_argument
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.pipeline.build import Build

_NAMED = 8
"""So many parts are named one by one."""

_SHOWN = {
    "Document": "document",
    "Paragraph": "paragraph",
    "AgendaItem": "agenda item",
    "Question": "guiding question",
    "Instrument": "instrument version",
    "Article": "article",
    "Reference": "reference",
    "Participation": "participation",
    "Theme": "theme",
    "Statement": "statement",
    "Position": "position",
    "Finding": "finding",
}


@click.command(short_help=COMMANDS["build"], epilog="Example: travaux build seeds")
@corpus_argument
@click.option("--fresh", is_flag=True, help="Read everything again, even what has not changed.")
def build(corpus: Path | None, *, fresh: bool) -> None:
    """Build the graph of the CORPUS folder, check it and publish it.

    Only what changed since the last build is read again. Until the new graph is complete and has passed its checks, the previous one
    stays in place. Without CORPUS: this folder, ./seeds, or the corpus that comes with Travaux.
    """
    from travaux.cli.progress import shown_progress
    from travaux.pipeline.build import build as build_graph

    with shown_progress() as progress:
        built = build_graph(corpus, fresh=fresh, progress=progress)
    for line in describe_build(built):
        click.echo(line)


def describe_build(built: Build) -> list[str]:
    """Say what a build holds and what changed against the build before."""
    lines = [f"{built.corpus.title}"]
    lines += [_describe_count(noun, built.counts.get(name, 0), built.before.get(name)) for name, noun in _SHOWN.items()]
    lines += describe_review(built.review, built.counts.get("Statement", 0))
    if not built.changed:
        return [*lines, "Nothing changed since the last build."]
    if built.before:
        lines.append(f"Read again: {_name_some(built.made)}.")
    if built.unresolved:
        lines.append(
            f"{count_of(built.unresolved, 'citation')} of provisions that treaty/ does not describe: docs/corpus-format.md says how."
        )
    if built.removed:
        lines.append(f"No longer there: {_name_some(built.removed)}.")
    if built.counts.get("Finding"):
        lines.append("Some things in the sources do not add up: travaux check")
    return [*lines, f"Published in {built.generation.folder}"]


_REMARKS = {
    "unplaced": ("lost its place", "lost their place"),
    "unknown": ("unknown name", "unknown names"),
    "disputed": ("disputed", "disputed"),
    "moved": ("moved", "moved"),
    "reworded": ("re-typed", "re-typed"),
    "changed": ("read otherwise by now", "read otherwise by now"),
}


def describe_review(review: Mapping[str, int], statements: int) -> list[str]:
    """Say in a line how far the review has come and what needs a look; nothing if there is no review."""
    if not any(review.values()):
        return []
    remarks = [f"{review[kind]} {words[review[kind] != 1]}" for kind, words in _REMARKS.items() if review.get(kind)]
    look = f"; {', '.join(remarks)}: travaux review --status" if remarks else ""
    rejected = f", {count_of(review['rejected'], 'proposal')} rejected" if review.get("rejected") else ""
    return [f"Review: {review.get('decided', 0)} of {count_of(statements, 'statement')} decided{rejected}{look}"]


def _name_some(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_NAMED]) or "nothing"
    return f"{shown} and {len(names) - _NAMED} more" if len(names) > _NAMED else shown


def _describe_count(noun: str, now: int, before: int | None) -> str:
    change = f" ({now - before:+d})" if before is not None and now != before else ""
    including = ", guiding questions included" if noun == "paragraph" else ""
    return f"  {count_of(now, noun)}{including}{change}"
