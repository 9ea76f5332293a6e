"""The map: the overview of themes, or one thing and what stands around it; drawn by a script, and always as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from travaux.analysis.neighbourhood import MEANINGS, Edge, Neighbourhood, Thing, find_neighbours, find_overview
from travaux.analysis.selection import Selection
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import InstrumentStatus, Prevalence, Stance
from travaux.views.explorer.addresses import address_of, with_options
from travaux.views.explorer.asked import AskedError, Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page

DEEPER = (0, 12, 36)
"""So many things a map of depth 1, 2 or 3 opens by itself."""
_OPENED_AT_ONCE = 12
_MOST_THINGS = 1_500
GROUPS: Mapping[str, tuple[str, ...]] = {
    "theme": ("theme",),
    "provision": ("article", "chapter", "preambular-paragraph"),
    "position": ("position",),
    "question": ("question",),
    "people": ("person", "organization", "state"),
    "report": ("document", "consultation"),
    "statement": ("statement",),
}
"""Kinds that the legend names → kinds of things."""
_VERSIONS = {InstrumentStatus.DRAFT: "draft", InstrumentStatus.ADOPTED: "adopted text", InstrumentStatus.IN_FORCE: "text in force"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: a link, or a thing without any."""

    thing: Thing
    relation: str
    other: Thing | None
    edge: Edge | None

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances of the statements that make the link; of a thing without any link, those taken on it."""
        return self.edge.stances if self.edge else tuple(stance for stance, _ in self.thing.stances)

    @property
    def prevalence(self) -> tuple[Prevalence, ...]:
        """The strongest words, without those that say nothing."""
        words = self.edge.prevalence if self.edge else self.thing.prevalence
        return tuple(word for word in words if word is not Prevalence.UNSPECIFIED)

    @property
    def where(self) -> tuple[str, ...]:
        """The consultations whose reports hold the statements."""
        return self.edge.where if self.edge else ()


def show_map(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show the map that the options ask for; ``QueryError`` if the thing in its middle is not there."""
    at = options.one("at") or None
    options.number("depth", 1, least=1, most=len(DEEPER))
    _check(options)
    opened = _open(explorer, at, options)
    start = opened[0]
    things, rows = _show(opened, options)
    centre = start.things[0] if start.centre else None
    name = _title_of(centre) if centre else ""
    title = f"Around: {name}" if centre else "Map of themes"
    return Page(
        title=title,
        template="network.html.j2",
        shown={
            "centre": centre,
            "rows": rows,
            "things": len(things),
            "asked": Asked("/map", options),
            "choices": [choice for choice in choices_of(explorer.corpus) if choice.name != "stance"],
            "keep": [
                pair
                for pair in options
                if pair[0] in {"at", "open", "depth", "hide", "fold", "stance", "kind", "link", "mark", "pin", "find"}
            ],
            "heads": list(_heads(rows)),
            "kind_of": kind_of,
            "marked": set(options.all("mark")),
            "depth": options.number("depth", 1),
            "deeper": [(steps, DEEPER[steps - 1]) for steps in range(2, len(DEEPER) + 1)],
            "further": start.further,
            "map_address": map_address,
            "expand": lambda name: with_options("/map", [*options, ("open", name)]),
            "opened": {at, *options.all("open")},
        },
        data=start,
        about=f"{explorer.corpus.base}{centre.id}" if centre else None,
        section="/map",
        trail=(Link("/map", "Map"), Link(address_of(centre.id), name)) if centre else (),
        scripts=("network.js",),
        wide=True,
    )


def kind_of(thing: Thing) -> str:
    """Say what kind of thing it is, and of a provision, of which version of the text."""
    kind = "State" if thing.kind == "state" else thing.kind.replace("preambular-", "preambular ")
    return f"{kind}, {_VERSIONS[thing.version]}" if thing.version else kind


def _title_of(thing: Thing) -> str:
    name = thing.short if thing.kind == "question" else thing.label
    return f"{name} ({_VERSIONS[thing.version]})" if thing.version else name


def _heads(rows: Iterable[Row]) -> Iterator[str]:
    """Give the heads of the columns, without those that no row fills."""
    found = list(rows)
    yield from ("From", "Relation", "To")
    for head, filled in (("Stance", "stances"), ("How widely held", "prevalence"), ("Where", "where")):
        if any(getattr(row, filled) for row in found):
            yield head


def map_address(name: str) -> str:
    """Give the address of the map around a thing."""
    return with_options("/map", [("at", name)])


def _check(options: Options) -> None:
    options.words("stance", Stance)
    for name, known in (("kind", GROUPS), ("link", MEANINGS)):
        for value in options.all(name):
            if value not in known:
                raise AskedError(f"{name} cannot be {value[:40]!r}", hint=f"It can be: {', '.join(known)}.")


def _open(explorer: Explorer, at: str | None, options: Options) -> list[Neighbourhood]:
    """Find all that the address opens, in the order in which the script opens it."""
    selection = select(options.without("stance"), explorer.store)
    start = _find(explorer, at, selection)
    found: dict[str | None, Neighbourhood] = {at: start}
    depth = options.number("depth", 1)
    level, left = _to_open(start), DEEPER[depth - 1]
    for _ in range(depth - 1):
        wanted = list(dict.fromkeys(name for name in level if name not in found))[:left]
        fresh: dict[str | None, Neighbourhood] = {name: _find(explorer, name, selection) for name in wanted}
        level = [name for one in fresh.values() for name in _to_open(one)]
        found |= fresh
        left -= len(wanted)
    for name in options.all("open"):
        if name not in found:
            try:
                found[name] = _find(explorer, name, selection)
            except QueryError:
                continue  # an old link may name what is no longer there
    return list(found.values())


def _find(explorer: Explorer, name: str | None, selection: Selection) -> Neighbourhood:
    base = explorer.corpus.base
    return find_neighbours(explorer.store, base, Id(name), selection) if name else find_overview(explorer.store, base, selection)


def _to_open(found: Neighbourhood) -> list[str]:
    return list(dict.fromkeys(str(thing.id) for thing in found.things if thing.within and thing.id != found.centre))[:_OPENED_AT_ONCE]


def _show(opened: Iterable[Neighbourhood], options: Options) -> tuple[dict[str, Thing], list[Row]]:
    """Give what the map shows at its start, and the same as rows."""
    all_things: dict[str, Thing] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    within, by = set[str](), dict[str, set[str]]()
    for one in opened:
        if len(all_things) + len({thing.id for thing in one.things} - all_things.keys()) > _MOST_THINGS:
            break
        for thing in one.things:
            all_things.setdefault(thing.id, thing)
            within |= {thing.id} if thing.within else set()
            if thing.id != one.centre:
                by.setdefault(thing.id, set()).add(one.centre or "")
        edges |= {(edge.source, edge.kind, edge.target): edge for edge in one.edges if edge.within}
    shown = {name: thing for name, thing in all_things.items() if name in within and _is_shown(thing, by.get(name, set()), options)}
    links = set(options.all("link"))
    kept = [edge for edge in edges.values() if {edge.source, edge.target} <= shown.keys() and (not links or edge.kind in links)]
    return shown, list(_rows(shown, kept))


def _is_shown(thing: Thing, by: set[str], options: Options) -> bool:
    """Tell whether neither a choice nor a fold keeps a thing off the map; the script does the same."""
    at, folded = options.one("at"), set(options.all("fold"))
    if thing.id in options.all("hide"):
        return False
    if thing.id == at:
        return True
    if (not at and thing.home in folded) or (by and by <= folded):
        return False
    kinds = {kind for group in options.all("kind") for kind in GROUPS[group]}
    if kinds and thing.kind not in kinds:
        return False
    stances = set(options.all("stance"))
    return not (stances and thing.kind in {"position", "statement"}) or bool(stances & {stance.value for stance, _ in thing.stances})


def _rows(things: Mapping[str, Thing], edges: Iterable[Edge]) -> Iterator[Row]:
    linked = set[str]()
    for edge in edges:
        linked |= {edge.source, edge.target}
        yield Row(things[edge.source], MEANINGS[edge.kind], things[edge.target], edge)
    yield from (Row(thing, "", None, None) for name, thing in things.items() if name not in linked)
