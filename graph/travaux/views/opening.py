"""What the page says before anything is chosen: one sentence, the counts, what does not add up, and what is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
    "theme": ("theme", "themes"),
}
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that does not add up: a sentence, the document that it is about, and the words that show it."""

    message: str
    document: Link | None
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
    counts = [(kinds[kind], names[kinds[kind] != 1]) for kind, names in _COUNTED.items() if kinds[kind]]
    findings = tuple(_remark(finding, network, entries) for finding in network.graph.get("findings", ()))
    return Opening(_sentence(network, kinds), (*counts, *_articles(network)), findings, tuple(_cited(network, entries)))


def _sentence(network: nx.MultiDiGraph[str], kinds: Counter[str]) -> str:
    discussed = [name for name, node in network.nodes(data=True) if node["kind"] == "instrument" and _is_discussed(network, name)]
    matter = str(network.nodes[discussed[0]]["label"]) if len(discussed) == 1 else str(network.graph.get("title") or "The negotiation")
    count = kinds["consultation"]
    meetings = f"{_WORDS[count] if count < len(_WORDS) else count} {'consultation' if count == 1 else 'consultations'}"
    return f"{matter}: what {meetings} asked and heard, chapter by chapter, with the exact sentence behind every link."


def _articles(network: nx.MultiDiGraph[str]) -> Iterator[tuple[int, str]]:
    """Count the articles of each version, and those of them that a document cites by number."""
    for name, node in network.nodes(data=True):
        if node["kind"] == "instrument":
            chapters = [target for _, target, kind in network.out_edges(name, data="kind") if kind == "chapter"]
            articles = {target for _, target, kind in network.out_edges(chapters, data="kind") if kind == "article"}
            cited = sum(any(kind == "cites" for _, _, kind in network.in_edges(article, data="kind")) for article in articles)
            version = f"{node.get('status') or 'text'} {'article' if len(articles) == 1 else 'articles'}"
            yield len(articles), f"{version}, {cited} cited by number" if cited else version


def _is_discussed(network: nx.MultiDiGraph[str], instrument: str) -> bool:
    return any(kind == "instrument" for _, _, kind in network.in_edges(instrument, data="kind"))


def _remark(finding: dict[str, Any], network: nx.MultiDiGraph[str], entries: Entries) -> Remark:
    passages = (Passage((Segment(str(place["quote"])),), entries.source(place)) for place in finding["places"])
    document = finding["document"]
    about = Link(to_address(document), entries.title(document)) if document in network else None
    return Remark(str(finding["message"]), about, tuple(passages))


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
