"""The map for a screen: chapters from top to bottom, stages of the negotiation from left to right, themes below."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from travaux.views.chips import GAP, HEIGHT, LINE, wrap
from travaux.views.layout import MARGIN, PAD, Area, Layout, Writer, pack
from travaux.views.plan import Plan

_HEADING = 150
_NARROWEST = 92
_STEP = 8
_WIDTHS = range(960, 2200, 40)


def lay_out_wide(network: nx.MultiDiGraph[str], plan: Plan, shape: float) -> Layout:
    """Lay the map out so that it is drawn largest where the room for it is ``shape`` times as wide as high."""
    layouts = (Wide(network, plan, width).lay_out() for width in _WIDTHS)
    return max(layouts, key=lambda layout: (round(min(shape / layout.width, 1 / layout.height), 9), -layout.width))


class Wide(Writer):
    """Chapters by stages."""

    def __init__(self, network: nx.MultiDiGraph[str], plan: Plan, width: float) -> None:
        super().__init__(network, plan, width)
        self._chapters = [chapter for chapter in plan.chapters if chapter]
        self._widths = self._balance()
        self._lefts = [MARGIN + _HEADING + PAD + sum(self._widths[:place]) + GAP * place for place in range(len(self._widths))]

    def lay_out(self) -> Layout:
        """Place everything from the heads of the stages down to the themes."""
        top = self._heads()
        first = top
        for chapter in self._chapters:
            top = self._row(chapter, top) + GAP
        for left, width in zip(self._lefts, self._widths, strict=True):
            self.layout.areas.insert(0, Area("lane", left, first, width, round(top - GAP - first, 1)))
        self.layout.height = self._themes(top)
        return self.layout

    def _balance(self) -> list[float]:
        """Share the width among the stages: again and again the one whose cells make most rows high is widened a little."""
        widths = [float(_NARROWEST)] * len(self.plan.stages)
        spare = self.layout.width - 2 * MARGIN - _HEADING - PAD - sum(widths) - GAP * len(widths)
        heights = [self._heights(place, widths[place]) for place in range(len(widths))]
        while spare >= _STEP and widths:
            rows = [max(cells) for cells in zip(*heights, strict=True)]
            pressure = [sum(cell for cell, row in zip(cells, rows, strict=True) if cell == row > HEIGHT) for cells in heights]
            place = max(range(len(widths)), key=lambda place: (pressure[place], -widths[place], -place))
            widths[place] += _STEP
            spare -= _STEP
            heights[place] = self._heights(place, widths[place])
        return widths

    def _heights(self, place: int, width: float) -> list[float]:
        cells = self.plan.stages[place].cells
        return [pack(self.chips(cells.get(chapter, ())), width - 2 * PAD)[1] for chapter in (None, *self._chapters)]

    def _heads(self) -> float:
        """Place what heads the stages; a consultation stands above all its documents."""
        titles = 0.0
        for place, stage in enumerate(self.plan.stages):
            span = self._widths[place]
            following = place + 1
            while following < len(self._widths) and self.plan.stages[following].continues:
                span += GAP + self._widths[following]
                following += 1
            titles = max(titles, self._title(stage.heads, stage.caption, self._lefts[place] + PAD, span - 2 * PAD))
        below = 0.0
        for stage, left, width in zip(self.plan.stages, self._lefts, self._widths, strict=True):
            documents = tuple(name for name in stage.heads if self.network.nodes[name]["kind"] == "document")
            names = (*documents, *stage.cells.get(None, ()))
            below = max(below, self.put_chips(names, left + PAD, MARGIN + titles + GAP, width - 2 * PAD))
        return MARGIN + titles + (GAP + below if below else 0) + PAD

    def _title(self, heads: Sequence[str], caption: str, left: float, width: float) -> float:
        for name in heads:
            if self.network.nodes[name]["kind"] != "document":
                return self.put_title(name, left, MARGIN, width)
        if not heads:
            self.layout.shade("caption", left, MARGIN, width, LINE, (caption,))
        return LINE

    def _row(self, chapter: str, top: float) -> float:
        inner = top + PAD
        height = self.put_chapter(chapter, MARGIN + PAD, inner, _HEADING - PAD)
        for stage, left, width in zip(self.plan.stages, self._lefts, self._widths, strict=True):
            names = stage.cells.get(chapter, ())
            height = max(height, self.put_chips(names, left + PAD, inner, width - 2 * PAD))
            if not names and stage.absent:
                lines = wrap(stage.absent, width - 2 * PAD, most=2)
                self.layout.shade("absent", left + PAD, inner, width - 2 * PAD, len(lines) * LINE, lines)
                height = max(height, len(lines) * LINE)
        bottom = inner + height + PAD
        self.layout.shade("district", MARGIN, top, self.layout.width - 2 * MARGIN, bottom - top)
        return bottom

    def _themes(self, top: float) -> float:
        if not self.plan.themes:
            return top + MARGIN
        left = MARGIN + _HEADING + PAD
        self.layout.shade("caption", MARGIN + PAD, top + PAD, _HEADING, LINE, ("Themes",))
        height = self.put_chips(self.plan.themes, left + PAD, top + PAD, self.layout.width - left - PAD - MARGIN)
        return top + PAD + height + MARGIN
