"""Themes by consultations: which stances were taken on each theme at each consultation, and what silence there may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from travaux.analysis.columns import columns_of
from travaux.analysis.columns.columns import NOTHING
from travaux.analysis.dossiers.own_words import words_for_theme
from travaux.analysis.overview.taken import STANCE_COLUMNS, Taken, stance_row, to_taken
from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.changes import Occasion
from travaux.analysis.recurrence.chapters import ChapterFile
from travaux.analysis.recurrence.counting import Counting, Group, Groups
from travaux.analysis.recurrence.found import Meeting
from travaux.analysis.recurrence.judging import occasion_of
from travaux.analysis.recurrence.thesaurus import ThemeTree, theme_name
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.tables import Tabular
from travaux.model.store import Store, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What the reports of one consultation record on a theme, narrower themes included, each statement once.

    Words of prevalence in ``taken`` are those of statements on the theme itself; of a narrower one, which is named, only where these say
    nothing.

    ``occasion`` tells of a consultation without a statement whether its agenda let one expect any (``recurrence.Occasion``).
    """

    consultation: str
    statements: int
    taken: tuple[Taken, ...] = ()
    occasion: Occasion | None = None

    @property
    def off_agenda(self) -> bool:
        """Whether nothing that the theme was recorded under was before the consultation, so that its silence means nothing."""
        return self.occasion is Occasion.NOT_GIVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """A theme: ``depth`` below a top one, how many narrower themes it has directly or not, and a cell for each consultation."""

    name: str
    label: str
    depth: int
    narrower: int
    cells: tuple[Cell, ...]

    @property
    def statements(self) -> int:
        """The number of statements in the reports of the consultations shown."""
        return sum(cell.statements for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Tabular):
    """All themes in the order of the thesaurus, and the consultations in the order of their days.

    ``elsewhere`` counts the statements of the selection in documents of no consultation, which stand in no column.
    """

    consultations: tuple[Meeting, ...]
    themes: tuple[ThemeRow, ...]
    elsewhere: int = 0

    def to_table(self) -> Table:
        """Give a row for each theme and consultation."""
        return Table(
            ("theme", "label", "depth", "consultation", "statements", *STANCE_COLUMNS, "on_agenda"),
            tuple(
                (row.name, row.label, row.depth, cell.consultation, cell.statements, *stance_row(cell.taken), _expected(cell))
                for row in self.themes
                for cell in row.cells
            ),
        )


def _expected(cell: Cell) -> str | None:
    return cell.occasion.value if cell.occasion else None


def find_matrix(store: Store, selection: Selection = ALL, *, top_only: bool = False) -> Matrix:
    """Find what was said on every theme at every consultation; ``top_only`` leaves out themes that have a broader one."""
    selection = selection.resolve(store)
    counting = Counting(store, selection)
    tree = counting.tree()
    groups = counting.theme_groups(tree)
    silence, own = _Silence(store, counting, tree), counting.voices(counting.themes)
    rows = [
        ThemeRow(
            name=theme_name(place.iri),
            label=tree.labels[place.iri],
            depth=place.depth,
            narrower=len(tree.within(place.iri)) - 1,
            cells=tuple(
                _to_cell(meeting.name, there, _of_meeting(tree, own, place.iri, iri), tree.labels[place.iri])
                if (there := groups.get(place.iri, {}).get(iri))
                else silence.cell(place.iri, iri, meeting)
                for iri, meeting in counting.meetings.items()
            ),
        )
        for place in tree.in_order()
        if not (top_only and place.depth)
    ]
    columns = columns_of(store)
    elsewhere = int(np.count_nonzero(columns.select(selection) & (columns.consultation == NOTHING)))
    return Matrix(consultations=tuple(counting.meetings.values()), themes=tuple(rows), elsewhere=elsewhere)


def _of_meeting(tree: ThemeTree, own: Groups, theme: str, meeting: str) -> dict[str, Sequence[Group]]:
    """Give by label what one consultation has on a theme itself and on each narrower one itself."""
    return {tree.labels[one]: own[one].get(meeting, ()) for one in sorted(tree.within(theme)) if one in own}


def _to_cell(name: str, groups: Sequence[Group], apart: Mapping[str, Sequence[Group]], label: str) -> Cell:
    taken = to_taken((group.stance, group.prevalence, group.count) for group in groups)
    kept = []
    for one in taken:
        by_label = {of: [group.prevalence for group in some if group.stance is one.stance] for of, some in apart.items()}
        own = by_label.pop(label, [])
        words, narrower = words_for_theme(own, [group.prevalence for group in groups if group.stance is one.stance], by_label)
        kept.append(replace(one, strongest=words, narrower=narrower))
    return Cell(consultation=name, statements=sum(group.count for group in groups), taken=tuple(kept))


class _Silence:
    """What it may mean that the reports of a consultation record nothing on a theme; looked up when it is first asked."""

    def __init__(self, store: Store, counting: Counting, tree: ThemeTree) -> None:
        self._store, self._counting, self._tree = store, counting, tree
        self._homes: Mapping[str, Mapping[str, Mapping[str, int]]] | None = None

    def cell(self, theme: str, iri: str, meeting: Meeting) -> Cell:
        """Make the cell of a consultation without a statement on a theme."""
        self._read()
        within = [self._homes[part] for part in sorted(self._tree.within(theme)) if part in (self._homes or {})] if self._homes else []
        under = self._chapters.by_weight(counts for by_meeting in within for counts in by_meeting.values())
        also = {self._chapters.same(chapter) for chapter in self._articles.get(theme, ())}
        occasion = occasion_of(self._chapters.agenda_of(iri), under, also)
        return Cell(consultation=meeting.name, statements=0, occasion=occasion)

    def _read(self) -> None:
        if self._homes is not None:
            return
        self._homes = self._counting.homes(self._counting.themes)
        self._chapters = ChapterFile(self._store)
        self._articles: dict[str, set[str]] = defaultdict(set)
        for theme, chapter in self._store.select(queries.THEME_CHAPTERS).rows:
            self._articles[str(theme)].add(str(chapter))
