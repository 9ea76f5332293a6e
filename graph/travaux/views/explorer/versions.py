"""The provisions of each version of a text, under the headings that the text has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.analysis.overview import ProvisionRow
from travaux.model.corpus import Corpus
from travaux.model.treaty import Instrument
from travaux.model.versions import short_names


@dataclass(frozen=True, slots=True)
class Group:
    """What stands under one heading: a chapter by its identifier, the preamble (``preamble``), or no heading (empty)."""

    heading: str
    rows: tuple[ProvisionRow, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a text with its provisions."""

    instrument: Instrument
    groups: tuple[Group, ...]


def to_versions(rows: Sequence[ProvisionRow], corpus: Corpus) -> tuple[Version, ...]:
    """Put provisions under versions and chapters, in the order of the texts; chapters without a provision to show are kept."""
    return tuple(
        Version(one, tuple(_groups([row for row in rows if row.place.instrument == one.name])))
        for one in sorted(corpus.instruments, key=lambda one: (one.order, one.name))
    )


def version_names(corpus: Corpus) -> dict[str, str]:
    """Give the short name of each version by the name of its text: its status, or what else tells it from the others."""
    return short_names((one.name, one.status.value, one.symbol or one.title) for one in corpus.instruments)


def _groups(rows: Sequence[ProvisionRow]) -> Iterable[Group]:
    preamble = tuple(row for row in rows if row.kind == "preambular paragraph")
    if preamble:
        yield Group("preamble", preamble)
    articles = [row for row in rows if row.kind == "article"]
    chapters = [str(row.place.id) for row in rows if row.kind == "chapter"]
    homes = dict.fromkeys([*chapters, *(str(row.chapter) for row in articles if row.chapter)])
    for chapter in sorted(homes, key=lambda one: min((row.place.order for row in articles if row.chapter == one), default=(10**9, 0))):
        yield Group(chapter, tuple(row for row in articles if row.chapter == chapter))
    if loose := tuple(row for row in articles if not row.chapter):
        yield Group("", loose)
