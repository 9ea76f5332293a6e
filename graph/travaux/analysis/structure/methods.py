"""The methods by their authors, as results cite them."""

from __future__ import annotations

from travaux.analysis.structure.links import Links

_REWIRING = "Rewiring that keeps every node's number of links: Maslov & Sneppen 2002"
_COMPARISONS = "p corrected for many comparisons by the greatest score of each rewired network: Westfall & Young 1993"
_TRAITS = "p of whole networks: Phipson & Smyth 2010, corrected after Holm 1979"


def cite_centrality(links: Links, pivots: int) -> tuple[str, ...]:
    """Cite what the centralities of a network rest on."""
    paths = "Betweenness: Freeman 1977, computed after Brandes 2001, weights left aside"
    if pivots:
        paths += f", estimated from {pivots} pivots drawn at random: Brandes & Pich 2007"
    ranks = ("PageRank, damping 0.85, along the links by weight: Brin & Page 1998",) if links.directed else ()
    return (
        paths,
        *ranks,
        "Cut nodes and bridges: Hopcroft & Tarjan 1973, Tarjan 1974",
        "Core numbers: Seidman 1983",
        _REWIRING,
        _COMPARISONS,
        _TRAITS,
    )


def cite_communities(links: Links) -> tuple[str, ...]:
    """Cite what the communities of a network rest on."""
    quality = "Barber 2007 (two-mode)" if links.second is not None else "Newman & Girvan 2004"
    return (
        "Groups: Leiden algorithm, Traag, Waltman & van Eck 2019, links weighted",
        f"Modularity: {quality}, with the resolution of Reichardt & Bornholdt 2006",
        "Agreement of divisions: adjusted Rand index, Hubert & Arabie 1985; variation of information, Meilă 2007",
        _REWIRING,
        _COMPARISONS,
    )
