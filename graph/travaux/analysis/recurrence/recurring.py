"""Which themes and positions come up, at which consultations, and which of them recur."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from travaux.analysis.recurrence.chapters import ChapterFile
from travaux.analysis.recurrence.counting import EXAMPLES, Counting, Counts, counts_of
from travaux.analysis.recurrence.found import ChapterSaid, Matter, Recurrence, SaidThere
from travaux.analysis.recurrence.thesaurus import theme_name
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sources import find_sources
from travaux.model.store import Store


def find_recurrence(
    store: Store,
    selection: Selection = ALL,
    *,
    chapter: str | None = None,
    only_recurring: bool = False,
    by_chapter: bool = False,
    limit: int | None = None,
) -> Recurrence:
    """Find the themes that come up and the positions that recur among the statements selected.

    ``chapter`` is the number of a chapter of the first version: only statements that cite a provision of it count, or that cite none of
    any chapter and stand under it on the agenda. ``only_recurring`` leaves out themes of one consultation. ``by_chapter`` adds the matters
    of each chapter. ``limit`` keeps that many positions, and the sentences of that many recurring themes; ``None`` keeps all.
    Raises ``QueryError`` with what is known for a chapter, consultation or document that is not.
    """
    selection = selection.resolve(store)
    chapters = ChapterFile(store)
    chosen = chapters.get_chapter(store, chapter) if chapter is not None else None
    finding = _Finding(Counting(store, selection, chosen))
    themes = finding.themes(limit)
    positions = finding.positions(limit)
    return Recurrence(
        consultations=tuple(finding.counting.meetings.values()),
        themes=tuple(theme for theme in themes if theme.recurs or not only_recurring),
        positions=positions,
        themes_known=finding.tree.known,
        themes_found=len(themes),
        positions_found=len(finding.recurring),
        chapter=chapters.labels[chapters.same(chosen[0])] if chosen else None,
        chapters=finding.by_chapter(chapters, chosen, positions, only_recurring=only_recurring) if by_chapter else (),
        sources=find_sources(store),
    )


class _Finding:
    """What the statements counted record of themes and positions."""

    def __init__(self, counting: Counting) -> None:
        self.counting = counting
        self.tree = counting.tree()
        self.recurring = _most_recurring(counting.counts(counting.positions))

    def themes(self, limit: int | None) -> tuple[Matter, ...]:
        """Give the themes that come up in the order of the thesaurus; the first few recurring ones with sentences."""
        groups, own = self.counting.theme_groups(self.tree), self.counting.counts(self.counting.themes)
        shown = set(_most_recurring({iri: counts_of(there) for iri, there in groups.items()})[:limit])
        heard = self.counting.examples(groups[iri] for iri in shown)
        return tuple(
            Matter(
                name=theme_name(place.iri),
                label=self.tree.labels[place.iri],
                depth=place.depth,
                broader=self.tree.broader(place.iri),
                said=self.counting.said(groups[place.iri], own.get(place.iri, {}), heard if place.iri in shown else {}),
            )
            for place in self.tree.in_order()
            if groups.get(place.iri)
        )

    def positions(self, limit: int | None) -> tuple[Matter, ...]:
        """Give the positions that recur, most recurring first, with sentences."""
        return position_matters(self.counting, self.counting.claims(self.recurring[:limit]))

    def by_chapter(
        self, chapters: ChapterFile, chosen: Sequence[str] | None, positions: Iterable[Matter], *, only_recurring: bool
    ) -> tuple[ChapterSaid, ...]:
        """Give the themes and the recurring positions of each chapter in the order of the treaty."""
        recurring = {matter.name: matter.label for matter in positions}
        shown = [iri for iri in self.recurring if theme_name(iri) in recurring]
        themes = _spread(self.counting.homes(self.counting.themes), chapters)
        homes = self.counting.homes(self.counting.positions)
        stated = _spread({iri: homes[iri] for iri in shown if iri in homes}, chapters)
        wanted = None if chosen is None else {chapters.same(one) for one in chosen}
        found = []
        for chapter in chapters.in_order({*themes, *stated}):
            if wanted is None or chapter in wanted:
                of_themes = self._counted(themes.get(chapter, {}), self.tree.labels)
                of_positions = self._counted(stated.get(chapter, {}), {iri: recurring[theme_name(iri)] for iri in shown})
                kept = tuple(one for one in of_themes if one.recurs or not only_recurring)
                found.append(ChapterSaid(chapter=chapters.labels.get(chapter, chapter), themes=kept, positions=of_positions))
        return tuple(found)

    def _counted(self, counts: Counts, labels: Mapping[str, str]) -> tuple[Matter, ...]:
        """Make counts matters, those of most consultations first, then of most statements."""
        order = sorted(counts, key=lambda iri: (-len(counts[iri]), -sum(counts[iri].values()), labels[iri], iri))
        return tuple(counted_only(self.counting, iri, labels[iri], counts[iri]) for iri in order)


def position_matters(
    counting: Counting, claims: Mapping[str, str], quoted: Collection[str] | None = None, most: int = EXAMPLES
) -> tuple[Matter, ...]:
    """Give positions with what was said on them, in the order of their claims; those ``quoted``, or all, with sentences."""
    groups = counting.position_groups(claims)
    heard = counting.examples((groups[iri] for iri in (claims if quoted is None else quoted)), most)
    return tuple(
        Matter(name=theme_name(iri), label=claim, said=counting.said(groups[iri], counts_of(groups[iri]), heard))
        for iri, claim in claims.items()
    )


def _most_recurring(counts: Counts) -> list[str]:
    """List the matters that recur: those of most consultations first, then of most statements."""
    recurring = [iri for iri, there in counts.items() if len(there) > 1]
    return sorted(recurring, key=lambda iri: (-len(counts[iri]), -sum(counts[iri].values()), iri))


def _spread(homes: Mapping[str, Mapping[str, Mapping[str, int]]], chapters: ChapterFile) -> dict[str, Counts]:
    """Turn matter → consultation → chapter into chapter → matter → consultation; chapters that are the same are put together."""
    found: dict[str, Counts] = defaultdict(lambda: defaultdict(dict))
    for matter, meetings in homes.items():
        for meeting, counts in meetings.items():
            for chapter, count in counts.items():
                there = found[chapters.same(chapter)][matter]
                there[meeting] = there.get(meeting, 0) + count
    return found


def counted_only(counting: Counting, iri: str, label: str, counts: Mapping[str, int]) -> Matter:
    """Give a matter with its counts alone."""
    there = ((meeting.name, counts[one]) for one, meeting in counting.meetings.items() if one in counts)
    return Matter(
        name=theme_name(iri),
        label=label,
        said=tuple(SaidThere(consultation=name, own=count, whole=count, voices=()) for name, count in there),
    )
