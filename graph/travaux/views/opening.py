"""What the page says before anything is chosen: one sentence, the counts, what does not add up, and what is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from travaux.views.chips import chip_text
from travaux.views.entries import Entries, Link, Passage, to_address
from travaux.views.links import Links
from travaux.views.segments import Segment
from travaux.views.statements import count_reviewed

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
    """The first look in words; ``reviewed`` says how many of the statements a person has reviewed, empty if there are none."""

    sentence: str
    counts: tuple[tuple[int, str], ...]
    findings: tuple[Remark, ...]
    recurring: tuple[Link, ...]
    reviewed: str
    cited: tuple[Link, ...]


def open_page(network: nx.MultiDiGraph[str], links: Links, entries: Entries, recurring: Sequence[str]) -> Opening:
    """Say what the network is about; ``recurring`` are the positions that several statements express."""
    kinds = Counter(str(node["kind"]) for node in links.nodes.values())
    counts = [(kinds[kind], names[kinds[kind] != 1]) for kind, names in _COUNTED.items() if kinds[kind]]
    findings = tuple(_remark(finding, entries) for finding in network.graph.get("findings", ()))
    sentence = _sentence(str(network.graph.get("title") or "The negotiation"), links)
    statements = [links.nodes[name] for name in links.of_kind("statement")]
    reviewed = f"Statements: {count_reviewed(statements)}." if statements else ""
    positions = entries.positions(recurring)
    return Opening(sentence, (*counts, *_articles(links)), findings, positions, reviewed, tuple(_cited(links, entries)))


def _sentence(title: str, links: Links) -> str:
    discussed = [name for name in links.of_kind("instrument") if links.into(name, "instrument")]
    matter = str(links.nodes[discussed[0]]["label"]) if len(discussed) == 1 else title
    count = len(links.of_kind("consultation"))
    meetings = f"{_WORDS[count] if count < len(_WORDS) else count} {'consultation' if count == 1 else 'consultations'}"
    return f"{matter}: what {meetings} asked and heard, chapter by chapter, with the exact sentence behind every link."


def _articles(links: Links) -> Iterator[tuple[int, str]]:
    """Count the articles of each version, and those of them that a document cites by number."""
    for instrument in links.of_kind("instrument"):
        articles = [article for chapter in links.out(instrument, "chapter") for article in links.out(chapter, "article")]
        articles += links.out(instrument, "provision")
        cited = sum(bool(links.into(article, "cites")) for article in articles)
        version = f"{links.nodes[instrument].get('status') or ''} {'article' if len(articles) == 1 else 'articles'}".strip()
        yield len(articles), f"{version}, {cited} cited by number" if cited else version


def _remark(finding: dict[str, Any], entries: Entries) -> Remark:
    passages = (Passage((Segment(str(place["quote"])),), entries.source(place)) for place in finding["places"])
    return Remark(str(finding["message"]), entries.link(finding["document"]), tuple(passages))


def _cited(links: Links, entries: Entries) -> list[Link]:
    """Return the provisions that documents cite by number, the most often cited first, with the paragraphs that do."""
    citing = {name: links.ordered(links.into(name, "cites")) for name in links.nodes if links.into(name, "cites")}
    order = sorted(citing, key=lambda name: (-len(citing[name]), links.nodes[name]["kind"], links.nodes[name].get("order") or 0, name))
    return [
        Link(to_address(name), entries.title(name), ", ".join(chip_text(links.nodes[place]) for place in citing[name])) for name in order
    ]
