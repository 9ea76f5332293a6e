"""Whether the silence of a consultation on a matter means anything: what was before it, and where the matter was recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from travaux.analysis.recurrence.changes import ChangeKind, Occasion
from travaux.analysis.recurrence.chapters import ChapterFile


@dataclass(frozen=True, slots=True)
class Judged:
    """The change of one matter, with the IRIs of the chapters under which it was recorded, those of most statements first."""

    kind: ChangeKind
    occasion: Occasion | None
    chapters: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def home(self) -> str:
        """The chapter under which most of it was recorded; empty if it stands under none."""
        return self.chapters[0] if self.chapters else ""


class Judge:
    """What was before two consultations, and what follows for matters that one of them alone records."""

    def __init__(self, chapters: ChapterFile, pair: tuple[str, str]) -> None:
        self._chapters = chapters
        self._pair = pair
        self._agendas = tuple(chapters.agenda_of(iri) for iri in pair)

    def judge(self, recorded: Iterable[str], homes: Iterable[Mapping[str, Mapping[str, int]]], articles_in: Iterable[str] = ()) -> Judged:
        """Judge a matter that the consultations ``recorded`` record, under the chapters of ``homes``; ``articles_in`` are its own."""
        under = self._chapters.by_weight(counts for by_meeting in homes for counts in by_meeting.values())
        shared = tuple(chapter for chapter in under if all(chapter in agenda for agenda in self._agendas))
        there = set(recorded)
        if there.issuperset(self._pair):
            return Judged(ChangeKind.STEADY, None, under, shared)
        silent = 0 if self._pair[1] in there else 1
        occasion = self._occasion(silent, under, articles_in)
        alone = ChangeKind.GONE if silent else ChangeKind.NEW
        return Judged(alone if occasion is Occasion.GIVEN else ChangeKind.NOT_COMPARABLE, occasion, under, shared)

    def _occasion(self, silent: int, under: tuple[str, ...], articles_in: Iterable[str]) -> Occasion:
        return occasion_of(self._agendas[silent], under, {self._chapters.same(chapter) for chapter in articles_in})


def occasion_of(agenda: AbstractSet[str], under: Collection[str], also: AbstractSet[str]) -> Occasion:
    """Tell whether an agenda gave occasion for a matter recorded ``under`` some chapters, which has articles in others ``also``."""
    if not agenda:
        return Occasion.UNKNOWN
    if agenda & set(under):
        return Occasion.GIVEN
    if under:
        return Occasion.ELSEWHERE if agenda & also else Occasion.NOT_GIVEN
    return Occasion.UNKNOWN if agenda & also or not also else Occasion.NOT_GIVEN
