"""Where everything stands on the map: computed once, by rule, so that the picture is the same every time and nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from travaux.views.chips import GAP, LINE, Chip, pack, to_chip, wrap
from travaux.views.dates import to_dates
from travaux.views.links import Links
from travaux.views.plan import Plan

PAD = 4
MARGIN = 8
RECURRING = "Recurring positions"


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


class Writer:
    """What all layouts share: the chips of a cell, and the text at the head of chapters and stages."""

    def __init__(self, links: Links, plan: Plan, width: float) -> None:
        self.nodes = links.nodes
        self.plan = plan
        self.layout = Layout(width)

    def chips(self, names: Sequence[str], *, lines: bool = True) -> list[Chip]:
        """Return the chips of a cell in order; an agenda item begins a line, if ``lines`` tells so."""
        heads = {"agenda-item"} if lines else set()
        return [to_chip(name, self.nodes[name], begins_line=self.nodes[name]["kind"] in heads) for name in names]

    def put_chips(self, names: Sequence[str], left: float, top: float, width: float, *, lines: bool = True) -> float:
        """Place the things of a cell; return their height."""
        return self._put(self.chips(names, lines=lines), left, top, width)

    def put_themes(self, left: float, top: float, width: float) -> float:
        """Place the themes, each wide one on a line with its narrower ones as far as there is room; return their height."""
        chips = []
        for group in self.plan.themes:
            own = [to_chip(name, self.nodes[name], narrow=place > 0) for place, name in enumerate(group)]
            chips += [replace(own[0], run=sum(chip.width + GAP for chip in own)), *own[1:]]
        return self._put(chips, left, top, width)

    def _put(self, chips: Sequence[Chip], left: float, top: float, width: float) -> float:
        placed, height = pack(chips, width)
        for chip, x, y, own in placed:
            self.layout.put(chip.name, left + x, top + y, own, chip.height, (chip.text,) if chip.text else ())
        return height

    def chapter_lines(self, chapter: str, width: float) -> tuple[str, ...]:
        """Return the heading of a chapter's row: its title, and its number where that is verified."""
        node = self.nodes[chapter]
        number = str(node.get("number") or "") if node.get("number_verified", True) else ""
        title = str(node.get("title") or node["label"])
        return wrap(f"{number} {title}" if number and title != node["label"] else title, width, most=3)

    def put_chapter(self, chapter: str, left: float, top: float, width: float) -> float:
        """Place the heading of a chapter's row; return its height."""
        lines = self.chapter_lines(chapter, width)
        self.layout.put(chapter, left, top, width, len(lines) * LINE, lines)
        return len(lines) * LINE

    def put_caption(self, text: str, left: float, top: float, width: float) -> float:
        """Write a heading that stands for no thing; return its height."""
        self.layout.shade("caption", left, top, width, LINE, wrap(text, width, most=1, bold=True))
        return LINE

    def put_title(self, name: str, left: float, top: float, width: float) -> float:
        """Place a consultation or an instrument as a heading; return its height."""
        node = self.nodes[name]
        below = to_dates(node.get("first_day"), node.get("last_day")) if node["kind"] == "consultation" else node.get("symbol")
        title = wrap(str(node.get("title") or node["label"]), width, most=4, bold=True)
        lines = (*title, *(wrap(str(below), width, most=1) if below else ()))
        self.layout.put(name, left, top, width, len(lines) * LINE, lines)
        return len(lines) * LINE


class Tall(Writer):
    """Districts one below the other, for a narrow screen."""

    CAPTION = 84

    def lay_out(self) -> Layout:
        """Place the record, each chapter and the themes, from top to bottom."""
        top = self._district(MARGIN, self._record(MARGIN + PAD))
        for chapter in self.plan.rows:
            top = self._district(top, self._chapter(chapter, top + PAD))
        if self.plan.positions:
            top = self._district(top, self._positions(top + PAD))
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
            if stage.head:
                top += self.put_title(stage.head, self._left, top, self._inner) + PAD
        return top - PAD

    def _chapter(self, chapter: str | None, top: float) -> float:
        if chapter is None:
            top += self.put_caption("Preamble and general", self._left, top, self._inner) + PAD
        else:
            top += self.put_chapter(chapter, self._left, top, self._inner) + PAD
        for stage in self.plan.stages:
            if names := stage.cells.get(chapter):
                caption = wrap(stage.caption, self.CAPTION - GAP, most=3)
                self.layout.shade("absent", self._left, top + 2, self.CAPTION, len(caption) * LINE, caption)
                height = self.put_chips(names, self._left + self.CAPTION, top, self._inner - self.CAPTION)
                top += max(height, len(caption) * LINE) + PAD
        return top - PAD

    def _positions(self, top: float) -> float:
        top += self.put_caption(RECURRING, self._left, top, self._inner) + GAP
        return top + self.put_chips(self.plan.positions, self._left, top, self._inner)

    def _themes(self, top: float) -> float:
        top += self.put_caption("Themes", self._left, top, self._inner) + GAP
        return top + self.put_themes(self._left, top, self._inner)
