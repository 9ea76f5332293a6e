"""What Travaux notes of a node of AIF beyond the words of the format, checked as it is read again."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from travaux.exchange.arguments.aif_indexed import Indexed
from travaux.exchange.arguments.aif_nodes import Node, NodeSet
from travaux.exchange.arguments.graph import Passage, Source

Word = TypeVar("Word", bound=StrEnum)


class Notes:
    """The notes of a node set; what is not noted is ``None``, and what cannot be so is refused with its node."""

    def __init__(self, found: NodeSet, nodes: Indexed) -> None:
        self.base = found.base
        self.nodes = nodes
        self.sources = {one["id"]: Source(**one) for one in found.sources}

    def to_passage(self, node: Node, quote: str) -> Passage:
        """Give words with the place that is noted of them, in a document that is among the sources of the file."""
        source = self.find_text(node, "source")
        name = None if source is None else source.removeprefix(self.base)
        if name is not None and name not in self.sources:
            self.nodes.refuse(node.id, f"the document {source} is quoted and not among the sources of the file")
        paragraph, start, end = self.find_text(node, "paragraph"), self.find_number(node, "start"), self.find_number(node, "end")
        return Passage(quote=quote, source=name, paragraph=paragraph, start=start, end=end)

    def name(self, node: Node) -> str:
        """Give the id that a record has in the corpus that it comes from, else that of the node."""
        iri = self.find_text(node, "iri")
        return node.id if iri is None else iri.removeprefix(self.base)

    def find_text(self, node: Node, key: str) -> str | None:
        """Find a text."""
        held = node.about.get(key)
        if held is not None and not isinstance(held, str):
            self.nodes.refuse(node.id, f"{key} is to be a text, not {held!r}")
        return held

    def find_number(self, node: Node, key: str) -> int | None:
        """Find a whole number that is not negative."""
        held = node.about.get(key)
        if held is not None and (not isinstance(held, int) or held < 0):
            self.nodes.refuse(node.id, f"{key} is to be a whole number, not {held!r}")
        return held

    def find_word(self, node: Node, key: str, words: type[Word]) -> Word | None:
        """Find one of the words of an enumeration."""
        held = self.find_text(node, key)
        if held is None:
            return None
        found = next((word for word in words if word.value == held), None)
        return found or self.nodes.refuse(node.id, f"{held!r} is no {key}; known are {', '.join(words)}")
