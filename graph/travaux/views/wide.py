"""The map for a screen: chapters from top to bottom, stages of the negotiation from left to right, themes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from travaux.views.chips import GAP, LINE, wrap
from travaux.views.columns import Columns
from travaux.views.layout import MARGIN, PAD, RECURRING, Area, Layout, Writer
from travaux.views.links import Links
from travaux.views.plan import Plan

_HEADING = 140
_NARROWEST = 92
_LEAST = 640
_GROWTH = 1.01
_TRIALS = 96


def lay_out_wide(links: Links, plan: Plan, shape: float) -> Layout:
    """Lay the map out so that it is drawn largest where the room for it is ``shape`` times as wide as high."""
    return max(_trials(links, plan), key=lambda layout: (round(min(shape / layout.width, 1 / layout.height), 9), -layout.width))


def _trials(links: Links, plan: Plan) -> Iterator[Layout]:
    """Lay the map out narrow first, then wider and wider, and so lower and lower."""
    columns = _columns(links, plan)
    width: float = max(_LEAST, 2 * MARGIN + _HEADING + PAD + (_NARROWEST + GAP) * len(plan.stages))
    shares: list[float] = []
    for _ in range(_TRIALS):
        wide = Wide(links, plan, round(width), columns, shares)
        shares = wide.widths
        yield wide.lay_out()
        width *= _GROWTH


def _columns(links: Links, plan: Plan) -> Columns:
    """Measure the cells of the map once for all widths."""
    writer = Writer(links, plan, 0)
    cells = [[writer.chips(stage.cells.get(chapter, ()), lines=chapter is not None) for chapter in plan.rows] for stage in plan.stages]
    floors = [len(writer.chapter_lines(chapter, _HEADING - PAD)) * LINE if chapter else 0 for chapter in plan.rows]
    return Columns(cells, floors, 2 * PAD)


class Wide(Writer):
    """Chapters by stages."""

    def __init__(self, links: Links, plan: Plan, width: float, columns: Columns, shares: Sequence[float]) -> None:
        super().__init__(links, plan, width)
        spare = width - 2 * MARGIN - _HEADING - PAD - GAP * max(0, len(plan.stages) - 1)
        self.widths = columns.share(spare, _NARROWEST, shares) if plan.stages else []
        self._lefts = [MARGIN + _HEADING + PAD + sum(self.widths[:place]) + GAP * place for place in range(len(self.widths))]

    def lay_out(self) -> Layout:
        """Place everything from the heads of the stages down to the themes."""
        top = self._heads()
        first = top
        for chapter in self.plan.chapters:
            top = self._row(chapter, top) + GAP
        for left, width in zip(self._lefts, self.widths, strict=True):
            self.layout.areas.insert(0, Area("lane", left, first, width, round(top - GAP - first, 1)))
        self.layout.height = self._index(top)
        return self.layout

    def _heads(self) -> float:
        """Place what heads the stages; a consultation stands above all its documents."""
        titles = 0.0
        for place, stage in enumerate(self.plan.stages):
            span = self.widths[place]
            following = place + 1
            while following < len(self.widths) and self.plan.stages[following].continues:
                span += GAP + self.widths[following]
                following += 1
            titles = max(
                titles, self._title(stage.head, "" if stage.continues else stage.caption, self._lefts[place] + PAD, span - 2 * PAD)
            )
        below = 0.0
        for stage, left, width in zip(self.plan.stages, self._lefts, self.widths, strict=True):
            names = stage.cells.get(None, ())
            below = max(below, self.put_chips(names, left + PAD, MARGIN + titles + GAP, width - 2 * PAD, lines=False))
        return MARGIN + titles + (GAP + below if below else 0) + PAD

    def _title(self, head: str | None, caption: str, left: float, width: float) -> float:
        if head:
            return self.put_title(head, left, MARGIN, width)
        return self.put_caption(caption, left, MARGIN, width) if caption else 0

    def _row(self, chapter: str, top: float) -> float:
        inner = top + PAD
        height = self.put_chapter(chapter, MARGIN + PAD, inner, _HEADING - PAD)
        for stage, left, width in zip(self.plan.stages, self._lefts, self.widths, strict=True):
            names = stage.cells.get(chapter, ())
            height = max(height, self.put_chips(names, left + PAD, inner, width - 2 * PAD))
            if not names and stage.absent:
                lines = wrap(stage.absent, width - 2 * PAD, most=2)
                self.layout.shade("absent", left + PAD, inner, width - 2 * PAD, len(lines) * LINE, lines)
                height = max(height, len(lines) * LINE)
        bottom = inner + height + PAD
        self.layout.shade("district", MARGIN, top, self.layout.width - 2 * MARGIN, bottom - top)
        return bottom

    def _index(self, top: float) -> float:
        """Place what belongs to no chapter alone: the positions that recur, and the themes."""
        left = MARGIN + _HEADING + PAD
        room = self.layout.width - left - PAD - MARGIN
        if self.plan.positions:
            self.put_caption(RECURRING, MARGIN + PAD, top + GAP, _HEADING)
            top += GAP + self.put_chips(self.plan.positions, left + PAD, top + GAP, room)
        if self.plan.themes:
            self.put_caption("Themes", MARGIN + PAD, top + PAD, _HEADING)
            top += PAD + self.put_themes(left + PAD, top + PAD, room)
        return top + MARGIN
