"""Which thing belongs where on the map: chapter by chapter, from left to right, what was asked, what was said, what the text says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.views.chapters import Chapters
from travaux.views.chips import chip_text
from travaux.views.links import Links

Cells = dict[str | None, list[str]]

OFF_THE_MAP = frozenset({"outcome"})
"""Kinds of things that are in the list and in the panels of others alone."""
_RECURS = 2
"""So many statements express a position that has a place on the map; of any other, its one statement is the mark."""

_STANCES = ("supports", "concerned", "proposes", "opposes", "neutral", "mixed")
_DOCUMENTS = ("concept-note", "report")


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
    """The map as a table of chapters in treaty order by stages, and below it the positions that recur and the themes.

    ``narrower`` are the themes that stand under a wider one: the map shows them as dots beside it. ``off`` are the things without a
    place on the map: they are in the list and in the panels of others alone.
    """

    chapters: tuple[str, ...]
    stages: tuple[Stage, ...]
    positions: tuple[str, ...]
    themes: tuple[tuple[str, ...], ...]
    narrower: frozenset[str]
    off: frozenset[str]

    @property
    def rows(self) -> tuple[str | None, ...]:
        """The rows of the map: first what is under no chapter."""
        return (None, *self.chapters)


def plan_map(links: Links) -> Plan:
    """Give every thing of the network its place, each exactly one, but those that are off the map."""
    planner = _Planner(links, Chapters(links))
    stages = [*planner.documents(), *planner.instruments()]
    themes, positions = planner.themes(), planner.positions()
    placed = {*planner.chapters.all, *positions, *(stage.head for stage in stages), *(theme for group in themes for theme in group)}
    placed.update(name for stage in stages for names in stage.cells.values() for name in names)
    off = frozenset(name for name, node in links.nodes.items() if node["kind"] in OFF_THE_MAP) | planner.heard_once()
    if other := sorted(links.nodes.keys() - placed - off):
        stages.append(Stage(None, "Other", {None: other}))
    return Plan(planner.chapters.all, tuple(stages), positions, themes, frozenset(theme for group in themes for theme in group[1:]), off)


class _Planner:
    def __init__(self, links: Links, chapters: Chapters) -> None:
        self._links = links
        self.chapters = chapters

    def _cells(self, names: Iterable[str]) -> Cells:
        cells: Cells = {}
        for name in dict.fromkeys(names):
            cells.setdefault(self.chapters.of(name), []).append(name)
        return cells

    def documents(self) -> Iterator[Stage]:
        """Give a stage for each document: those of each consultation in order of time, what asks before what reports, then the rest."""
        links = self._links
        for consultation in links.of_kind("consultation"):
            documents = sorted(links.out(consultation, "document"), key=self._document_order)
            for place, document in enumerate(documents):
                yield self._document(document, consultation if place == 0 else None, continues=place > 0)
            if not documents:
                yield Stage(consultation, "", self._cells(self._in_reading_order(links.out(consultation, "agenda"))))
        for document in links.of_kind("document"):
            if not links.into(document, "document"):
                yield self._document(document, None, continues=False)

    def _document_order(self, document: str) -> tuple[int, str, str]:
        node = self._links.nodes[document]
        kind = node.get("type")
        return _DOCUMENTS.index(kind) if kind in _DOCUMENTS else len(_DOCUMENTS), str(node.get("date") or ""), document

    def _document(self, document: str, head: str | None, *, continues: bool) -> Stage:
        nodes = self._links.nodes
        own = [name for name, node in nodes.items() if node.get("document") == document]
        kinds = {nodes[name]["kind"] for name in own}
        absent = (
            f"no item in the {chip_text(nodes[document]).lower()}"
            if "agenda-item" in kinds
            else "no question"
            if "question" in kinds
            else None
        )
        caption = f"{chip_text(nodes[document])} {str(nodes[document].get('date') or '')[:4]}".strip()
        return Stage(head, caption, self._cells([document, *self._in_reading_order(own)]), absent, continues)

    def _in_reading_order(self, names: list[str]) -> list[str]:
        """Order the things of one document as a reader meets them: each agenda item, then what was reported under it."""
        links, own = self._links, set(names)
        loose = [name for name in names if links.nodes[name]["kind"] in {"section", "paragraph"} and not links.into(name, "reported-in")]
        ordered: dict[str, None] = dict.fromkeys(self._with_parts(loose, own))
        for item in links.ordered([name for name in names if links.nodes[name]["kind"] == "agenda-item"]):
            ordered[item] = None
            ordered.update(dict.fromkeys(self._with_parts(links.out(item, "reported-in", "panel"), own)))
        return [*ordered, *links.ordered([name for name in names if name not in ordered])]

    def _with_parts(self, names: list[str], own: set[str]) -> Iterator[str]:
        """Give things in the order of the text, each followed by its questions, its statements or those who speak in it."""
        links = self._links
        for name in sorted(
            own.intersection(names), key=lambda name: (links.nodes[name].get("start") or 0, links.nodes[name]["kind"], name)
        ):
            yield name
            speakers = [speaker for speaker in links.out(name, "names") if not links.into(speaker, "panellist")]
            parts = [*links.out(name, "panellist", "question", "statement"), *speakers]
            yield from links.ordered([part for part in parts if part in own])

    def positions(self) -> tuple[str, ...]:
        """Give the positions that recur: by chapter in treaty order, and within a chapter by stance."""
        links, chapters = self._links, self.chapters

        def key(name: str) -> tuple[int, int, str]:
            chapter = chapters.of(name)
            return chapters.all.index(chapter) if chapter else -1, _STANCES.index(links.stance(name) or "neutral"), name

        return tuple(sorted(set(links.of_kind("position")) - self.heard_once(), key=key))

    def heard_once(self) -> frozenset[str]:
        """Return the positions that recur nowhere: the mark of the one statement, where it stands, is theirs too."""
        links = self._links
        return frozenset(name for name in links.of_kind("position") if len(links.into(name, "expresses")) < _RECURS)

    def instruments(self) -> Iterator[Stage]:
        """Give a stage for each version of the text, in their order: its other chapters' names, its preamble, its articles."""
        links = self._links
        for instrument in links.of_kind("instrument"):
            names = links.ordered(links.out(instrument, "preambular-paragraph"))
            for chapter in links.ordered(links.out(instrument, "chapter")):
                names += [*(() if chapter in self.chapters.all else (chapter,)), *links.ordered(links.out(chapter, "article"))]
            names += links.ordered(links.out(instrument, "provision"))
            caption = str(links.nodes[instrument].get("status") or "text").replace("-", " ").capitalize()
            yield Stage(instrument, caption, self._cells(names))

    def themes(self) -> tuple[tuple[str, ...], ...]:
        """Give the themes as an index: each wide theme followed by all its narrower ones, in the order of names."""
        links = self._links
        names = links.of_kind("theme")
        seen: set[str] = set()

        def gather(theme: str) -> list[str]:
            seen.add(theme)
            below = [name for name in links.ordered(links.into(theme, "broader")) if name not in seen]
            return [theme, *(name for narrower in below if narrower not in seen for name in gather(narrower))]

        groups = [tuple(gather(theme)) for theme in names if not links.out(theme, "broader")]
        return (*groups, *(tuple(gather(theme)) for theme in names if theme not in seen))
