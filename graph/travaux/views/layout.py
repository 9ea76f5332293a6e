"""Where everything stands on the map: computed once, by rule, so that the picture is the same every time and nothing moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import networkx as nx

from travaux.views.chips import GAP, HEIGHT, LINE, Chip, chip_text, to_chip, wrap
from travaux.views.dates import to_dates
from travaux.views.plan import Plan, Stage

PAD = 5
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: its centre, its size, and the lines of its text, in units of the map."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the map that is no thing: ``district`` and ``lane`` are tinted, ``caption`` and ``absent`` are text alone."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...] = ()


@dataclass(slots=True)
class Layout:
    """The places of all things, the areas behind them, and how large the whole is."""

    width: float
    height: float = 0
    places: dict[str, Place] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)

    def to_data(self) -> dict[str, Any]:
        """Convert to what the page's script reads."""
        return {
            "width": self.width,
            "height": round(self.height, 1),
            "areas": [asdict(area) for area in self.areas],
            "places": {name: [p.x, p.y, p.width, p.height, list(p.lines)] for name, p in self.places.items()},
        }

    def put(self, name: str, left: float, top: float, width: float, height: float, lines: tuple[str, ...]) -> None:
        """Place a thing by its upper left corner."""
        self.places[name] = Place(round(left + width / 2, 1), round(top + height / 2, 1), round(width, 1), round(height, 1), lines)

    def shade(self, kind: str, left: float, top: float, width: float, height: float, lines: tuple[str, ...] = ()) -> None:
        """Add an area by its upper left corner."""
        self.areas.append(Area(kind, round(left, 1), round(top, 1), round(width, 1), round(height, 1), lines))


def pack(chips: Iterable[Chip], width: float) -> tuple[list[tuple[Chip, float, float, float]], float]:
    """Set chips in lines from the upper left; return each with its left, top and width, and the height of all lines."""
    placed = []
    left = top = line = 0.0
    for chip in chips:
        own = min(chip.width, width)
        if left and (chip.begins_line or left + own > width):
            left, top, line = 0.0, top + line + GAP, 0.0
        placed.append((chip, left, top, own))
        left += own + GAP
        line = max(line, chip.height)
    return placed, top + line


class Writer:
    """What all layouts share: the chips of a cell, and the text at the head of chapters and stages."""

    def __init__(self, network: nx.MultiDiGraph[str], plan: Plan, width: float) -> None:
        self.network = network
        self.plan = plan
        self.layout = Layout(width)

    def chips(self, names: Sequence[str]) -> list[Chip]:
        """Return the chips of a cell in order; an agenda item begins a line."""
        nodes = self.network.nodes
        return [
            to_chip(name, nodes[name], begins_line=nodes[name]["kind"] == "agenda-item", narrow=name in self.plan.narrower) for name in names
        ]

    def put_chips(self, names: Sequence[str], left: float, top: float, width: float) -> float:
        """Place the chips of a cell; return their height."""
        placed, height = pack(self.chips(names), width)
        for chip, x, y, own in placed:
            self.layout.put(chip.name, left + x, top + y, own, chip.height, (chip.text,) if chip.text else ())
        return height

    def chapter_lines(self, chapter: str | None, width: float) -> tuple[str, ...]:
        """Return the heading of a chapter's row."""
        if chapter is None:
            return wrap("Preamble and general", width, most=2, bold=True)
        node = self.network.nodes[chapter]
        number = str(node.get("number") or "")
        return wrap(f"{number}  {node.get('title') or ''}" if number else str(node["label"]), width, most=3)

    def put_chapter(self, chapter: str | None, left: float, top: float, width: float) -> float:
        """Place the heading of a chapter's row; return its height."""
        lines = self.chapter_lines(chapter, width)
        if chapter is None:
            self.layout.shade("caption", left, top, width, len(lines) * LINE, lines)
        else:
            self.layout.put(chapter, left, top, width, len(lines) * LINE, lines)
        return len(lines) * LINE

    def put_title(self, name: str, left: float, top: float, width: float) -> float:
        """Place a consultation or an instrument as a heading; return its height."""
        node = self.network.nodes[name]
        below = to_dates(node.get("first_day"), node.get("last_day")) if node["kind"] == "consultation" else node.get("symbol")
        title = wrap(str(node.get("title") or node["label"]), width, most=3, bold=True)
        lines = (*title, *(wrap(str(below), width, most=1) if below else ()))
        self.layout.put(name, left, top, width, len(lines) * LINE, lines)
        return len(lines) * LINE

    def put_documents(self, stage: Stage, left: float, top: float, width: float) -> float:
        """Place the document that a stage comes from, if it has one; return its height."""
        for name in stage.heads:
            node = self.network.nodes[name]
            if node["kind"] == "document":
                chip = to_chip(name, node)
                self.layout.put(name, left, top, min(chip.width, width), HEIGHT, (chip_text(node),))
                return HEIGHT
        return 0


class Tall(Writer):
    """Districts one below the other, for a narrow screen."""

    CAPTION = 84

    def lay_out(self) -> Layout:
        """Place the record, each chapter and the themes, from top to bottom."""
        top = self._district(MARGIN, self._record(MARGIN + PAD))
        for chapter in self.plan.chapters:
            top = self._district(top, self._chapter(chapter, top + PAD))
        if self.plan.themes:
            top = self._district(top, self._themes(top + PAD))
        self.layout.height = top
        return self.layout

    @property
    def _left(self) -> float:
        return MARGIN + PAD

    @property
    def _inner(self) -> float:
        return self.layout.width - 2 * (MARGIN + PAD)

    def _district(self, top: float, bottom: float) -> float:
        self.layout.shade("district", MARGIN, top, self.layout.width - 2 * MARGIN, bottom + PAD - top)
        return bottom + PAD + GAP

    def _record(self, top: float) -> float:
        for stage in self.plan.stages:
            for name in stage.heads:
                if self.network.nodes[name]["kind"] != "document":
                    top += self.put_title(name, self._left, top, self._inner) + GAP
            top += self.put_documents(stage, self._left, top, self._inner) + GAP
        return top - GAP

    def _chapter(self, chapter: str | None, top: float) -> float:
        top += self.put_chapter(chapter, self._left, top, self._inner) + PAD
        for stage in self.plan.stages:
            if names := stage.cells.get(chapter):
                caption = wrap(stage.caption, self.CAPTION - GAP, most=3)
                self.layout.shade("absent", self._left, top + 2, self.CAPTION, len(caption) * LINE, caption)
                height = self.put_chips(names, self._left + self.CAPTION, top, self._inner - self.CAPTION)
                top += max(height, len(caption) * LINE) + PAD
        return top - PAD

    def _themes(self, top: float) -> float:
        self.layout.shade("caption", self._left, top, self._inner, LINE, ("Themes",))
        return top + LINE + GAP + self.put_chips(self.plan.themes, self._left, top + LINE + GAP, self._inner)
