"""Words that the answers about centrality and about communities share."""

from __future__ import annotations

from travaux.analysis.structure.findings import Described, Rewiring
from travaux.analysis.structure.significance import LEAST_LINKS, LEAST_MOVED, LEAST_NODES, Obstacle
from travaux.views.counting import count_of

_PROJECTED = (
    "A statement that carries three themes links all three at once. Rewired networks know nothing of that, and so groups of themes are "
    "rarer in them than chance would have it. The network positions-by-theme has no such flaw."
)
_ASIDE = {
    "theme-cooccurrence": _PROJECTED,
    "arguments": (
        "A link is any relation: support, attack and qualification count alike. To lie between positions is not to be agreed with."
    ),
}


def tell_network(network: Described) -> str:
    """Say what the network shows and how large it is."""
    size = f"{count_of(network.nodes, 'linked node')}, {count_of(network.links, 'link')}"
    parts = f", in {network.components} parts that share no link; the largest has {network.largest} nodes" if network.components > 1 else ""
    selection = f" Looked at: {network.selection}." if network.selection else ""
    return f"{network.meaning} Here: {size}{parts}.{selection}".lstrip()


def tell_obstacle(obstacle: Obstacle, moved: float) -> str:
    """Say why nothing can be concluded."""
    if obstacle is Obstacle.EMPTY:
        return "Nothing on file is linked in this way by the statements selected. That is not the same as: not said."
    if obstacle is Obstacle.SMALL:
        least = f"at least {LEAST_NODES} linked nodes and {LEAST_LINKS} links"
        return f"Nothing can be concluded: the network is too small ({least} are asked for). What follows is counted, not compared."
    return (
        "Nothing can be concluded: the nodes' numbers of links all but fix who is linked to whom. Rewiring leads "
        f"{moved:.0%} of the links elsewhere, and {LEAST_MOVED:.0%} are asked for. What follows is counted, not compared."
    )


def tell_rewiring(rewiring: Rewiring) -> str:
    """Say what the network was held against."""
    return (
        f"Compared with {rewiring.samples} networks rewired at random (seed {rewiring.seed}): every node keeps its number of links, every "
        f"link its number of statements, and no link crosses between parts. On the mean {rewiring.moved:.0%} of the links led elsewhere. "
        "The p is corrected for the many comparisons; 0.05 or less is called more than chance."
    )


def tell_asides(network: Described) -> tuple[str, ...]:
    """Say what was made of the network before it was measured, and what its kind makes of the numbers."""
    notes = [
        f"{count_of(network.unlinked, 'node')} without a link left out." if network.unlinked else "",
        f"{count_of(network.merged, 'parallel link')} merged, their numbers added." if network.merged else "",
        f"{count_of(network.loops, 'link')} of a node to itself left out." if network.loops else "",
        _ASIDE.get(network.name, ""),
        "The numbers describe links on file between what reports say; they do not tell who had influence.",
    ]
    return tuple(note for note in notes if note)


def weighed(network: Described) -> str:
    """Head the column of the sum of weights: what is counted."""
    if not network.name:
        return "weight"
    return "relations" if network.directed else "statements"
