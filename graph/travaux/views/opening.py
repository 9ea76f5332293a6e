"""What the page says before anything is chosen: one sentence, the counts, what does not add up, and what is cited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import networkx as nx

from travaux.views.entries import Entries, Link, Passage, to_address
from travaux.views.segments import Segment

_COUNTED = {
    "consultation": ("consultation", "consultations"),
    "document": ("document", "documents"),
    "paragraph": ("paragraph", "paragraphs"),
    "agenda-item": ("agenda item", "agenda items"),
    "question": ("guiding question", "guiding questions"),
    "statement": ("statement", "statements"),
    "position": ("position", "positions"),
    "article": ("article in all versions", "articles in all versions"),
    "theme": ("theme", "themes"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that does not add up: a sentence, and the words that show it."""

    message: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """The first look in words."""

    sentence: str
    counts: tuple[tuple[int, str], ...]
    findings: tuple[Remark, ...]
    cited: tuple[Link, ...]


def open_page(network: nx.MultiDiGraph[str], entries: Entries) -> Opening:
    """Say what the network is about."""
    kinds = Counter(node["kind"] for _, node in network.nodes(data=True))
    counts = tuple((kinds[kind], names[kinds[kind] != 1]) for kind, names in _COUNTED.items() if kinds[kind])
    findings = tuple(_remark(finding, entries) for finding in network.graph.get("findings", ()))
    return Opening(_sentence(network, kinds), counts, findings, tuple(_cited(network, entries)))


def _sentence(network: nx.MultiDiGraph[str], kinds: Counter[str]) -> str:
    discussed = [name for name, node in network.nodes(data=True) if node["kind"] == "instrument" and _is_discussed(network, name)]
    matter = network.nodes[discussed[0]]["label"] if len(discussed) == 1 else network.graph.get("title") or "the text"
    count, noun = kinds["consultation"], "consultation" if kinds["consultation"] == 1 else "consultations"
    return f"What {count} {noun} asked and heard about {_lower_first(str(matter))}, chapter by chapter, with the exact sentence behind every link."


def _lower_first(title: str) -> str:
    """Let a title that begins like a common noun run on in a sentence."""
    return title[:1].lower() + title[1:] if title[1:2].islower() and not title.split()[-1][:1].isupper() else title


def _is_discussed(network: nx.MultiDiGraph[str], instrument: str) -> bool:
    return any(kind == "instrument" for _, _, kind in network.in_edges(instrument, data="kind"))


def _remark(finding: dict[str, Any], entries: Entries) -> Remark:
    passages = (Passage((Segment(str(place["quote"])),), entries.source(place)) for place in finding["places"])
    return Remark(str(finding["message"]), tuple(passages))


def _cited(network: nx.MultiDiGraph[str], entries: Entries) -> list[Link]:
    """Return the provisions that documents cite by number, the most often cited first, with the paragraphs that do."""
    citing: dict[str, dict[str, None]] = {}
    for source, target, kind in network.edges(data="kind"):
        if kind == "cites":
            citing.setdefault(target, {})[source] = None
    order = sorted(citing, key=lambda name: (-len(citing[name]), network.nodes[name]["kind"], network.nodes[name].get("order") or 0, name))
    return [Link(to_address(name), entries.title(name), ", ".join(_short(network.nodes[p]) for p in citing[name])) for name in order]


def _short(paragraph: dict[str, Any]) -> str:
    return f"¶ {paragraph['number']}" if paragraph.get("number") else "¶"
