"""What a brief says of itself at its end: of which data it is made, who has reviewed them, and how it is to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from travaux.analysis.dossiers.said import Said
from travaux.analysis.searched import Searched
from travaux.analysis.selection import ALL, tell_selection
from travaux.views.answers import said as words
from travaux.views.briefs.blocks import Section
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.notes import documents_of
from travaux.views.counting import count_of
from travaux.views.traces import NOT_CAUSE

_MOST = 6
"""Documents that are named; of more, those that are quoted."""
Lines = tuple[tuple[str, str], ...]


def closing(
    ground: Ground, documents: Iterable[str], review: str, notes: Iterable[str], rest: Sequence[str] = (), shown: Iterable[Section] = ()
) -> Lines:
    """Make the lines: data, documents by name or title, review status, what was looked at, ``notes`` on how to read it.

    ``documents`` are those that were searched; every document that the footnotes of ``shown`` quote is named beside them. ``rest`` are the
    commands that show what a brief has no room for.
    """
    lines = tuple(_lines(ground, (tuple(documents), documents_of(shown)), review, notes))
    if not rest:
        return lines
    return (*lines, ("To see the rest", f"Commands of Travaux, with which this brief was made: {'; '.join(rest)}."))


def _lines(
    ground: Ground, documents: tuple[tuple[str, ...], tuple[str, ...]], review: str, notes: Iterable[str]
) -> Iterator[tuple[str, str]]:
    version = f"{ground.corpus.title}, version {ground.version}. The same version means the same content."
    yield "Data", version
    searched, quoted = (tuple(dict.fromkeys(map(ground.name_document, some))) for some in documents)
    if named := _name(searched, quoted):
        yield "Documents", f"{named}."
    if review:
        yield "Review", review
    if ground.selection != ALL:
        yield "Looked at", f"{tell_selection(ground.selection)}."
    if ground.layers:
        yield "Layers", f"{', '.join(ground.layers)} only."
    if told := " ".join(note for note in dict.fromkeys(notes) if note not in _TOLD):
        yield "How to read it", told


def _name(searched: tuple[str, ...], quoted: tuple[str, ...]) -> str:
    every = tuple(dict.fromkeys((*searched, *quoted)))
    if len(every) <= _MOST:
        return "; ".join(every)
    told = f"{count_of(len(searched), 'document')} searched"
    return f"{told}; quoted: {'; '.join(quoted)}" if quoted else told


_TOLD = {words.INFERRED, NOT_CAUSE}
"""Notes on marks that briefs write out, and on what stands beside the outcomes."""


def tell_searched(searched: Searched) -> str:
    """Say how many of the statements looked through people have decided about."""
    return f"{count_of(searched.decided, 'statement')} reviewed, {searched.undecided:,} proposed by rules only."


def tell_reviews(**said: Said) -> str:
    """Say of how many statements a brief tells, part by part as they are called, and how many of them a person has reviewed."""
    told = {name.replace("_", " "): one for name, one in said.items() if one.statements}
    called = {name: f"{name[:1].upper()}{name[1:]}: " if len(said) > 1 else "" for name in told}
    return " ".join(f"{called[name]}{count_of(one.statements, 'statement')}. {words.review_status(one)}" for name, one in told.items())
