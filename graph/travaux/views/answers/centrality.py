"""Centrality as a report: what is more central than its links give, what holds the network together, its cores."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.structure.findings import Central, Centralities, Claim
from travaux.views.answers.structure import tell_asides, tell_network, tell_obstacle, tell_rewiring, weighed
from travaux.views.counting import count_of
from travaux.views.report import Grid, Report, Section, Text

_SHOWN_CORES = 10
_NAMED = 3
_PATHS = (
    "“Paths” is the share of all pairs of other nodes between which the shortest path leads through the node; “by links” is the mean "
    "share in the rewired networks. How many statements a link stands for makes a path no shorter."
)
_LINKED = "“Links” counts different neighbours, “{}” the sum over them, where one may count for several neighbours."
_CORE = "A core is what is left when nodes with fewer links than its number to the rest are taken away again and again."


def show_centrality(found: Centralities, top: int) -> Report:
    """Show the ``top`` nodes, bridges and cores; all that is more central than its links give is shown in any case."""
    obstacle = found.obstacle
    lead = tell_obstacle(obstacle, found.rewiring.moved) if obstacle else _tell_claims(found)
    title = f"Centrality: {found.network.name}" if found.network.name else "Centrality"
    if not found.nodes:
        return Report(title, f"{found.network.meaning} {lead}".strip())
    sections = (_nodes(found, top), *_ranks(found, top), _joints(found, top), _cores(found))
    return Report(title, f"{tell_network(found.network)} {lead}", sections, tuple(_notes(found)))


def _tell_claims(found: Centralities) -> str:
    more = [node for node in found.nodes if node.claim is Claim.MORE]
    if not more:
        return "No node is more central than its number of links gives."
    verb = "is" if len(more) == 1 else "are"
    told = f"{count_of(len(more), 'node')} of {found.network.nodes:,} {verb} more central than the number of links gives"
    return f"{told}; of the rest this cannot be said."


def _nodes(found: Centralities, top: int) -> Section:
    shown = [node for place, node in enumerate(found.nodes) if place < top or node.claim is Claim.MORE]
    kinds = ("kind",) if len({node.kind for node in found.nodes}) > 1 else ()
    compared = () if found.obstacle else ("by links", "p")
    last = () if found.obstacle else ("more than links give",)
    head = ("node", *kinds, "links", weighed(found.network), "paths", *compared, "core", "cut node", *last)
    rows = tuple(_row(node, found, with_kind=bool(kinds)) for node in shown)
    caption = f"{len(shown)} of {found.network.nodes:,} nodes, those on most shortest paths first."
    return Section("Nodes", (Grid(head, rows, caption),))


def _row(node: Central, found: Centralities, *, with_kind: bool) -> tuple[str, ...]:
    kind = (node.kind,) if with_kind else ()
    paths = f"{node.betweenness:.1%} ± {node.error:.1%}" if found.pivots else f"{node.betweenness:.1%}"
    counted = (node.label, *kind, f"{node.links:,}", f"{node.weight:,g}", paths)
    place = (str(node.core), _say(yes=node.cut_node))
    return (*counted, *place) if found.obstacle else (*counted, *_against(node), *place, _say(yes=node.claim is Claim.MORE))


def _against(node: Central) -> tuple[str, str]:
    return f"{node.expected or 0:.1%}", f"{node.chance or 0:.3f}"


def _say(*, yes: bool) -> str:
    return "yes" if yes else "no"


def _ranks(found: Centralities, top: int) -> Iterator[Section]:
    """Show PageRank, which only networks with directions have."""
    ranked = [node for node in found.nodes if node.page_rank is not None]
    if not ranked:
        return
    ranked.sort(key=lambda node: -round(node.page_rank or 0, 12))
    head = ("node", "PageRank") if found.obstacle else ("node", "PageRank", "by links", "p")
    rows = tuple(
        (node.label, f"{node.page_rank:.1%}", f"{node.page_rank_expected or 0:.1%}", f"{node.page_rank_chance or 1:.3f}")[: len(head)]
        for node in ranked[:top]
    )
    yield Section("Where links lead", (Grid(head, rows, "Where a walk along the links would be found most often, with leaps at random."),))


def _joints(found: Centralities, top: int) -> Section:
    blocks: list[Text | Grid] = []
    if found.traits:
        rows = tuple(
            (
                trait.name,
                f"{trait.observed:,}",
                f"{trait.expected:,.1f}",
                f"{trait.least:,}–{trait.greatest:,}",
                "–" if trait.chance is None else f"{trait.chance:.3f}",
            )
            for trait in found.traits
        )
        blocks.append(Grid(("in the whole network", "here", "rewired, mean", "rewired, range", "p"), rows))
        if any(trait.chance is None for trait in found.traits):
            blocks.append(Text(f"{found.rewiring.samples} samples are too few to test these."))
    if found.bridges:
        shown = found.bridges[:top]
        caption = f"{len(shown)} of {count_of(len(found.bridges), 'bridge')} that cut off more than one node."
        blocks.append(Grid(("from", "to", "nodes cut off"), tuple((one.source, one.target, str(one.cuts_off)) for one in shown), caption))
    else:
        blocks.append(Text("No single link holds more than one node to the rest."))
    return Section("What holds it together", tuple(blocks))


def _cores(found: Centralities) -> Section:
    rows = tuple(
        (str(core.number), f"{core.nodes:,}", " · ".join(core.members[:_NAMED]) + (" · …" if core.nodes > _NAMED else ""))
        for core in found.cores[:_SHOWN_CORES]
    )
    return Section("Cores", (Grid(("core", "nodes", "those with most links"), rows),))


def _notes(found: Centralities) -> Iterator[str]:
    if not found.obstacle:
        yield tell_rewiring(found.rewiring)
    yield _PATHS
    if found.pivots:
        yield f"Paths are estimated from {found.pivots} nodes drawn at random; ± is the standard error."
    yield _LINKED.format(weighed(found.network))
    yield "A part of the network falls apart without a cut node, or without a bridge."
    yield _CORE
    yield from tell_asides(found.network)
    yield f"Methods. {'. '.join(found.methods)}."
