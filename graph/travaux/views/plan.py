"""Which thing belongs where on the map: chapter by chapter, from left to right, what was asked, what was said, what the text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from travaux.views.chips import chip_text

Network = nx.MultiDiGraph
Cells = dict[str | None, list[str]]

_HOLDING = ("part", "reported-in", "section-paragraph", "panel", "panellist", "statement", "article", "names")
STANCES = ("supports", "concerned", "proposes", "opposes", "neutral", "mixed")


@dataclass(frozen=True, slots=True)
class Stage:
    """One column of the map: what heads it, and what it says on each chapter, a document first among what is under none (``None``).

    ``absent`` says what an empty cell means; ``continues`` that the head of the stage before is this one's too.
    """

    head: str | None
    caption: str
    cells: Cells
    absent: str | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The map as a table of chapters in treaty order by stages, and the themes below it.

    ``narrower`` are the themes that stand under a wider one: the map shows them as dots beside it.
    """

    chapters: tuple[str, ...]
    stages: tuple[Stage, ...]
    themes: tuple[str, ...]
    narrower: frozenset[str]

    @property
    def rows(self) -> tuple[str | None, ...]:
        """The rows of the map: first what is under no chapter."""
        return (None, *self.chapters)


def plan_map(network: Network[str]) -> Plan:
    """Give every thing of the network its place, each exactly one."""
    things = _Things(network)
    stages = [*things.document_stages(), *things.position_stages(), *things.instrument_stages()]
    placed = {*things.chapters, *things.themes(), *(stage.head for stage in stages)}
    placed.update(name for stage in stages for names in stage.cells.values() for name in names)
    if other := sorted(set(network) - placed):
        stages.append(Stage(None, "Other", {None: other}))
    narrower = frozenset(source for source, _, kind in network.edges(data="kind") if kind == "broader")
    return Plan(things.chapters, tuple(stages), things.themes(), narrower)


class _Things:
    """The things of a network by kind, and the chapter of each."""

    def __init__(self, network: Network[str]) -> None:
        self._network = network
        self._nodes: dict[str, dict[str, Any]] = dict(network.nodes(data=True))
        self._main = self._discussed_instrument()
        self.chapters = tuple(self._ordered(name for name in self._out(self._main, "chapter") if self._main))
        self._chapter: dict[str, str | None] = {}

    def of_kind(self, kind: str) -> list[str]:
        return self._ordered(name for name, node in self._nodes.items() if node["kind"] == kind)

    def _ordered(self, names: Iterable[str]) -> list[str]:
        return sorted(names, key=lambda name: (self._nodes[name].get("order") or 0, self._nodes[name].get("start") or 0, name))

    def _out(self, name: str | None, *kinds: str) -> list[str]:
        if name is None:
            return []
        return [target for _, target, kind in self._network.out_edges(name, data="kind") if kind in kinds]

    def _into(self, name: str, *kinds: str) -> list[str]:
        return [source for source, _, kind in self._network.in_edges(name, data="kind") if kind in kinds]

    def _discussed_instrument(self) -> str | None:
        """Return the instrument that most consultations discussed; among equals the earliest."""
        found = self.of_kind("instrument")
        return min(found, key=lambda name: (-len(self._into(name, "instrument")), found.index(name)), default=None)

    def chapter(self, name: str) -> str | None:
        """Return the chapter under which a thing stands, or ``None``."""
        if name not in self._chapter:
            self._chapter[name] = None  # a cycle in the data ends here
            self._chapter[name] = self._find_chapter(name)
        return self._chapter[name]

    def _find_chapter(self, name: str) -> str | None:
        kind = self._nodes[name]["kind"]
        if kind == "chapter":
            return name if name in self.chapters else self._corresponding_chapter(name)
        targets = self._out(name, "discusses", "asks-about", "section-chapter", "statement-provision")
        if kind == "position":
            targets = self._into(name, "expresses")
        holders = targets or self._into(name, *_HOLDING)
        found = Counter(chapter for holder in holders if (chapter := self.chapter(holder)))
        return max(found, key=lambda chapter: (found[chapter], -self.chapters.index(chapter)), default=None)

    def _corresponding_chapter(self, chapter: str) -> str | None:
        """Return the chapter where most articles of a chapter of another version come from, else that of the same title."""
        earlier = [source for article in self._out(chapter, "article") for source in self._into(article, "corresponds")]
        later = [target for article in self._out(chapter, "article") for target in self._out(article, "corresponds")]
        found = Counter(chapter for article in earlier + later for chapter in self._into(article, "article") if chapter in self.chapters)
        if found:
            return max(found, key=lambda chapter: (found[chapter], -self.chapters.index(chapter)))
        title = str(self._nodes[chapter].get("title")).casefold()
        return next((chapter for chapter in self.chapters if str(self._nodes[chapter].get("title")).casefold() == title), None)

    def _cells(self, names: Iterable[str]) -> Cells:
        cells: Cells = {}
        for name in names:
            cells.setdefault(self.chapter(name), []).append(name)
        return cells

    def document_stages(self) -> Iterator[Stage]:
        """Give a stage for each document: those of each consultation in order of time, then those of none."""
        consultations = sorted(self.of_kind("consultation"), key=lambda name: (self._nodes[name].get("first_day") or "9999", name))
        kinds = ("concept-note", "report")
        for consultation in consultations:
            documents = sorted(
                self._out(consultation, "document"),
                key=lambda name: (kinds.index(kind) if (kind := self._nodes[name].get("type")) in kinds else len(kinds), name),
            )
            for place, document in enumerate(documents):
                yield self._document_stage(document, consultation if place == 0 else None, continues=place > 0)
            if not documents:
                yield Stage(consultation, "", self._cells(self._in_reading_order(self._out(consultation, "agenda"))))
        for document in self.of_kind("document"):
            if not self._into(document, "document"):
                yield self._document_stage(document, None, continues=False)

    def _document_stage(self, document: str, head: str | None, *, continues: bool) -> Stage:
        own = [name for name, node in self._nodes.items() if node.get("document") == document]
        kinds = {self._nodes[name]["kind"] for name in own}
        absent = "not on the agenda" if "agenda-item" in kinds else "no question" if "question" in kinds else None
        node = self._nodes[document]
        caption = f"{chip_text(node)} {str(node.get('date') or '')[:4]}".strip()
        return Stage(head, caption, self._cells([document, *self._in_reading_order(own)]), absent, continues)

    def _in_reading_order(self, names: list[str]) -> list[str]:
        """Order the things of one document as a reader meets them: each agenda item, then what was reported under it."""
        own = set(names)
        items = [name for name in self.of_kind("agenda-item") if name in own]
        loose = [name for name in own if self._nodes[name]["kind"] in {"section", "paragraph"} and not self._into(name, "reported-in")]
        ordered: dict[str, None] = dict.fromkeys(self._with_parts(loose, own))
        for item in items:
            ordered[item] = None
            ordered.update(dict.fromkeys(self._with_parts(self._out(item, "reported-in", "panel"), own)))
        rest = sorted(own - ordered.keys(), key=lambda name: (self._nodes[name]["kind"], self._nodes[name].get("start") or 0, name))
        return [*ordered, *rest]

    def _with_parts(self, names: Iterable[str], own: set[str]) -> Iterator[str]:
        """Give things in the order of the text, each followed by its questions or by those who speak in it."""
        for name in sorted(
            own.intersection(names), key=lambda name: (self._nodes[name].get("start") or 0, self._nodes[name]["kind"], name)
        ):
            yield name
            speakers = [speaker for speaker in self._out(name, "names") if not self._into(speaker, "panellist")]
            yield from self._ordered(own.intersection([*self._out(name, "panellist", "question"), *speakers]))

    def position_stages(self) -> Iterator[Stage]:
        """Give the stage of positions, sorted by stance, if there are any."""
        positions = sorted(self.of_kind("position"), key=lambda name: (STANCES.index(stance_of(self._network, name)), name))
        if positions:
            yield Stage(None, "Positions", self._cells(positions))

    def instrument_stages(self) -> Iterator[Stage]:
        """Give a stage for each version of the text, in their order: its other chapters' names, its preamble, its articles."""
        for instrument in self.of_kind("instrument"):
            chapters = self._ordered(self._out(instrument, "chapter"))
            names = [*self._ordered(self._out(instrument, "preambular-paragraph"))]
            for chapter in chapters:
                names += [*([] if chapter in self.chapters else [chapter]), *self._ordered(self._out(chapter, "article"))]
            caption = str(self._nodes[instrument].get("status", "text")).replace("-", " ").capitalize()
            yield Stage(instrument, caption, self._cells(dict.fromkeys(names)))

    def themes(self) -> tuple[str, ...]:
        """Give the themes as an index: each wide theme followed by its narrower ones, in the order of names."""
        ordered: dict[str, None] = {}
        names = sorted(self.of_kind("theme"), key=lambda name: (str(self._nodes[name]["label"]).casefold(), name))

        def visit(theme: str) -> None:
            if theme not in ordered:
                ordered[theme] = None
                for narrower in names:
                    if theme in self._out(narrower, "broader"):
                        visit(narrower)

        for theme in names:
            if not self._out(theme, "broader"):
                visit(theme)
        return (*ordered, *(name for name in names if name not in ordered))


def stance_of(network: Network[str], position: str) -> str:
    """Return the stance that all statements of a position share; ``mixed`` if they differ, ``neutral`` if there is none."""
    sources = [source for source, _, kind in network.in_edges(position, data="kind") if kind == "expresses"]
    stances = {str(network.nodes[source].get("stance")) for source in sources}
    return stances.pop() if len(stances) == 1 else "mixed" if stances else "neutral"
