"""Which themes and positions come up, at which consultations, and which of them recur."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from travaux.analysis.recurrence.chapters import ChapterFile
from travaux.analysis.recurrence.counting import Counting, Counts, Groups, counts_of
from travaux.analysis.recurrence.found import ChapterSaid, Matter, Recurrence, SaidThere
from travaux.analysis.recurrence.queries import MatterKind
from travaux.analysis.recurrence.thesaurus import ThemeTree, theme_name
from travaux.analysis.selection import ALL, Selection
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
    chosen = chapters.get_chapter(store, chapter) if chapter else None
    finding = _Finding(store, Counting(store, selection, chosen))
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
    )


class _Finding:
    """What the statements counted record of themes and positions."""

    def __init__(self, store: Store, counting: Counting) -> None:
        self.counting = counting
        self.tree = ThemeTree(store)
        self.recurring = counting.recurring_positions()

    def themes(self, limit: int | None) -> tuple[Matter, ...]:
        """Give the themes that come up in the order of the thesaurus; the first few recurring ones with sentences."""
        groups, own = self.counting.theme_groups(self.tree)
        shown = set(islice(_most_recurring(groups), limit))
        told, heard = self.counting.themes_heard(self.tree, shown)
        return tuple(
            Matter(
                name=theme_name(place.iri),
                label=self.tree.labels[place.iri],
                depth=place.depth,
                broader=self.tree.broader(place.iri),
                said=self.counting.said(told.get(place.iri) or groups[place.iri], own.get(place.iri, {}), heard),
            )
            for place in self.tree.in_order()
            if groups.get(place.iri)
        )

    def positions(self, limit: int | None) -> tuple[Matter, ...]:
        """Give the positions that recur, most recurring first, with sentences."""
        return position_matters(self.counting, self.recurring[:limit])

    def by_chapter(
        self, chapters: ChapterFile, chosen: Sequence[str] | None, positions: Iterable[Matter], *, only_recurring: bool
    ) -> tuple[ChapterSaid, ...]:
        """Give the themes and the recurring positions of each chapter in the order of the treaty."""
        recurring = {matter.name: matter.label for matter in positions}
        shown = [iri for iri in self.recurring if theme_name(iri) in recurring]
        themes = _spread(self.counting.homes(MatterKind.THEME), chapters)
        stated = _spread(self.counting.homes(MatterKind.POSITION, shown), chapters)
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


def position_matters(counting: Counting, iris: Sequence[str]) -> tuple[Matter, ...]:
    """Give positions with what was said on them, and sentences, in the order of the IRIs."""
    groups = counting.voices(MatterKind.POSITION, [(iri, iri) for iri in iris])
    claims = counting.claims(iris)
    heard = counting.examples(groups[iri] for iri in iris)
    return tuple(
        Matter(name=theme_name(iri), label=claims[iri], said=counting.said(groups[iri], counts_of(groups[iri]), heard)) for iri in iris
    )


def _most_recurring(groups: Groups) -> list[str]:
    """List the themes that recur: those of most consultations first, then of most statements."""
    sizes = {iri: (len(there), sum(group.count for some in there.values() for group in some)) for iri, there in groups.items()}
    return sorted((iri for iri, (meetings, _) in sizes.items() if meetings > 1), key=lambda iri: (*(-one for one in sizes[iri]), iri))


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
