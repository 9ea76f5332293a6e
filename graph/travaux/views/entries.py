"""Everything on the map as text: one entry for each thing, with its exact words, its source and its links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from travaux.model.treaty import UNVERIFIED
from travaux.views.dates import to_dates
from travaux.views.links import Links, Node
from travaux.views.outcomes import ShownOutcome, show_outcome
from travaux.views.segments import Segment, segment
from travaux.views.statements import Fact, count_reviewed, show_facts, show_review, show_sentence, to_speaker
from travaux.views.wording import ABOUT_CONFIDENCE, GROUPS, NOUNS, PLURALS, SAID_IN, SAME_CHAPTER, STANCE_WORDS


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another entry: its address on the page, its text, a remark after it, and the stance of what it leads to, if any."""

    address: str
    text: str
    remark: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text stands: document, paragraph and characters."""

    document: Link
    paragraph: Link | None
    characters: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document: ``shown`` at once, ``whole`` on demand, and where they stand; ``lead`` is what leads to them."""

    shown: tuple[Segment, ...]
    source: Source | None
    whole: tuple[Segment, ...] = ()
    lead: Link | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing as text. ``review`` says whether a person vouches for it, ``afterword`` explains its links."""

    name: str
    kind: str
    noun: str
    title: str
    review: str = ""
    facts: tuple[Fact, ...] = ()
    remarks: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    groups: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    parts: tuple[Entry, ...] = field(default=())
    outcomes: tuple[ShownOutcome, ...] = ()
    afterword: str = ""


def to_address(name: str) -> str:
    """Return the address of an entry on its page; every character that could end or break an address is encoded.

    >>> to_address("document/report/agenda-item/2(a)")
    '#document/report/agenda-item/2(a)'
    """
    return "#" + quote(name, safe="/()-._~:%")


def _whole_name(node: Node) -> str:
    """Return a person's name, role, organization and State, as far as they are known and do not say the same twice."""
    behalf = node.get("on_behalf_of")
    parts = [node.get("name") or node["label"], node.get("role"), node.get("organization"), f"on behalf of {behalf}" if behalf else None]
    name = ", ".join(str(part) for part in parts if part)
    state = str(node.get("state") or "")
    return name if state in name else f"{name} ({state})"


class Entries:
    """Makes the entries of a network."""

    def __init__(self, links: Links) -> None:
        self._network = links
        self._nodes = links.nodes

    def listing(self) -> list[tuple[str, str, list[Entry]]]:
        """Return every thing once, by kinds: what several of the kind are called, the kind, and the entries in their own order."""
        kinds = dict.fromkeys([*NOUNS, *sorted(str(node["kind"]) for node in self._nodes.values())])
        listed = ((PLURALS.get(kind, f"{NOUNS.get(kind, kind.capitalize())}s"), kind, self._of_kind(kind)) for kind in kinds)
        return [(noun, kind, entries) for noun, kind, entries in listed if entries]

    def _of_kind(self, kind: str) -> list[Entry]:
        """Return the entries of all things of a kind that are not part of another entry."""
        return [self.entry(name) for name in self._network.of_kind(kind) if not self._network.into(name, "paragraph")]

    def entry(self, name: str) -> Entry:
        """Return the entry of one thing; a document's holds those of its paragraphs."""
        node = self._nodes[name]
        parts = self._linked(name, "out", "paragraph") if node["kind"] == "document" else []
        return Entry(
            name=name,
            kind=node["kind"],
            noun=self.noun(name),
            title=self.title(name),
            review=self._review(name, node),
            facts=tuple(show_facts(node, self._speaker(name))) if node["kind"] == "statement" else (),
            remarks=tuple(self._remarks(name, node)),
            passages=tuple(self._passages(name, node)),
            groups=tuple((heading, links) for heading, links in self._groups(name, node) if links),
            parts=tuple(self.entry(part) for part in parts),
            outcomes=tuple(show_outcome(self._nodes[other], to_address(other)) for other in self._outcomes(name, node)),
            afterword=ABOUT_CONFIDENCE if self._tells_confidence(name, node) else "",
        )

    def _review(self, name: str, node: Node) -> str:
        """Say whether a person vouches for a statement, or for what is made from statements."""
        if node["kind"] == "statement":
            return show_review(node)
        if node["kind"] != "position":
            return ""
        statements = [self._nodes[statement] for statement in self._network.into(name, "expresses")]
        return f"Made by rule from {len(statements)} {'statement' if len(statements) == 1 else 'statements'}, {count_reviewed(statements)}."

    def _tells_confidence(self, name: str, node: Node) -> bool:
        kinds = [(way, kind) for _, way, kind in GROUPS.get(node["kind"], ()) if kind in SAID_IN]
        return any(self._linked(name, way, kind) for way, kind in kinds)

    def _groups(self, name: str, node: Node) -> Iterable[tuple[str, tuple[Link, ...]]]:
        for heading, way, kind in GROUPS.get(node["kind"], ()):
            yield self._heading(heading, self._linked(name, way, kind)), self._links(name, way, kind)
        if node["kind"] == "question":
            yield SAME_CHAPTER, tuple(self._reported(name, node))

    def _heading(self, heading: str, names: list[str]) -> str:
        """Return the heading of a group; one of statements says how many of them a person has reviewed."""
        statements = [self._nodes[name] for name in names if self._nodes[name]["kind"] == "statement"]
        return f"{heading} · {count_reviewed(statements)}" if statements else heading

    def _reported(self, question: str, node: Node) -> Iterable[Link]:
        """Give the agenda items on a question's chapter, at the consultation that the question was for, each with its paragraphs."""
        network = self._network
        meetings = network.into(str(node.get("document")), "document")
        items = dict.fromkeys(item for chapter in network.out(question, "asks-about") for item in network.into(chapter, "discusses"))
        for item in network.ordered([item for item in items if set(network.into(item, "agenda")) & set(meetings)]):
            for other in (item, *self._linked(item, "out", "reported-in")):
                yield Link(to_address(other), self.title(other), self.title(str(self._nodes[other].get("document"))))

    def _outcomes(self, name: str, node: Node) -> list[str]:
        return [name] if node["kind"] == "outcome" else self._linked(name, "out", "outcome")

    def noun(self, name: str) -> str:
        """Return what kind of thing it is, and of which document or text."""
        node = self._nodes[name]
        document = node.get("document")
        whose = self.title(document) if document in self._nodes and node["kind"] != "document" else self._remark(name)
        return " · ".join(word for word in (NOUNS.get(node["kind"], node["kind"]), whose) if word)

    def title(self, name: str) -> str:
        """Return what a thing is called in full, beginning with a capital."""
        node = self._nodes[name]
        label = str(node["label"])
        if node["kind"] in {"consultation", "document", "instrument", "section"} and node.get("title"):
            label = str(node["title"])
        if node["kind"] == "participation":
            label = _whole_name(node)
        elif node["kind"] == "outcome":
            label = str(node.get("topic") or label)
        return label[:1].upper() + label[1:]

    def link(self, name: str | None) -> Link | None:
        """Return a link to a thing, ``None`` for what is not in the network."""
        return Link(to_address(name), self.title(name)) if name in self._nodes else None

    def source(self, node: Node) -> Source | None:
        """Return where a thing's words stand, ``None`` for what has no words of a document."""
        document = node.get("document")
        if document not in self._nodes or "start" not in node:
            return None
        holder = node.get("paragraph_id")
        paragraph = Link(to_address(holder), self.title(holder).lower()) if holder in self._nodes else None
        return Source(Link(to_address(document), self.title(document)), paragraph, f"characters {node['start']}–{node['end']}")

    def _linked(self, name: str, way: str, kind: str) -> list[str]:
        found = self._network.out(name, kind) if way == "out" else self._network.into(name, kind)
        return self._network.ordered(found)

    def _links(self, name: str, way: str, kind: str) -> tuple[Link, ...]:
        others = self._linked(name, way, kind)
        return tuple(self._linking(other, self._remark_on(name, way, kind, other)) for other in others)

    def _linking(self, name: str, remark: str) -> Link:
        stance = self._network.stance(name) if self._nodes[name]["kind"] in {"statement", "position"} else None
        return Link(to_address(name), self.title(name), remark, stance if stance in STANCE_WORDS else "")

    def positions(self, names: Iterable[str]) -> tuple[Link, ...]:
        """Return a link to each position, with the stance of its statements and how many they are."""

        def remark(name: str) -> str:
            statements = self._network.into(name, "expresses")
            documents = {self._nodes[statement].get("document") for statement in statements}
            where = "one document" if len(documents) == 1 else f"{len(documents)} documents"
            return f"{STANCE_WORDS.get(str(self._network.stance(name)), '')} · {len(statements)} statements in {where}"

        return tuple(self._linking(name, remark(name)) for name in names)

    def _speaker(self, statement: str) -> str:
        """Return the name of the person who made a statement, if the report names one."""
        persons = [self._nodes[person] for person in self._network.into(statement, "says")]
        return ", ".join(str(person.get("name") or person["label"]) for person in persons)

    def _remark_on(self, name: str, way: str, kind: str, other: str) -> str:
        """Say what a link leads to and why, and mark a link that rests on recollection, even between two things that are proven."""
        ends = (name, other) if way == "out" else (other, name)
        edges = [edge for target, edge in self._network.edges(ends[0], kind) if target == ends[1]]
        doubtful = any(edge.get("verified") is False for edge in edges)
        reasons = [f"{edge['reason']}, confidence {edge['confidence']:g}" for edge in edges if kind in SAID_IN and edge.get("reason")]
        said = " · ".join(part for part in (self._remark(other), *reasons) if part)
        return " ".join(part for part in (said, UNVERIFIED if doubtful else "") if part)

    def _remark(self, name: str) -> str:
        node = self._nodes[name]
        if node["kind"] == "article":
            chapters = self._network.into(name, "article")
            texts = [
                *self._network.into(name, "provision"),
                *(text for chapter in chapters for text in self._network.into(chapter, "chapter")),
            ]
            return f"{self._nodes[texts[0]].get('status') or ''} text".strip() if texts else ""
        if node["kind"] != "statement":
            return ""
        who = self._speaker(name) or to_speaker(node)
        return " · ".join(part for part in (STANCE_WORDS.get(str(node.get("stance"))), who) if part)

    def _remarks(self, name: str, node: Node) -> Iterable[str]:
        kind = node["kind"]
        if kind == "consultation":
            yield to_dates(node.get("first_day"), node.get("last_day"))
        if kind in {"document", "instrument"}:
            yield " · ".join(str(part) for part in (node.get("symbol"), to_dates(node.get("date"))) if part)
        if node.get("verified") is False and kind != "outcome":
            yield "From recollection and unverified: not to be relied on."
        elif node.get("number_verified") is False:
            yield "The number is from recollection and unverified."
        if node.get("note") and kind != "outcome":
            yield str(node["note"])
        for source in node.get("note_sources", ()):
            yield f"{source['name']}: {source['title']}"
        if kind == "article" and not self._linked(name, "in", "cites"):
            yield "No document here cites this article by its number."
        if kind == "agenda-item" and not self._linked(name, "out", "reported-in"):
            yield "No paragraph is reported under this item itself."
        shown = [name] if kind == "paragraph" else self._linked(name, "out", "reported-in") if kind == "agenda-item" else []
        if statements := [self._nodes[statement] for paragraph in shown for statement in self._linked(paragraph, "out", "statement")]:
            yield f"Marked is what rules read as statements: {count_reviewed(statements)}."

    def _passages(self, name: str, node: Node) -> Iterable[Passage]:
        kind = node["kind"]
        if kind in {"article", "preambular-paragraph", "chapter"}:
            yield from self._citations(name)
        elif kind == "agenda-item":
            for paragraph in self._linked(name, "out", "reported-in"):
                yield self._paragraph(paragraph)
        elif kind == "paragraph":
            yield self._paragraph(name)
        elif kind == "statement" and node.get("paragraph_id") in self._nodes:
            yield self._in_sentence(name, node, whole=True)
        elif kind in {"panel", "participation"} and node.get("paragraph_id") in self._nodes:
            yield self._in_context(node)
        elif kind == "position":
            for statement in self._linked(name, "in", "expresses"):
                yield self._in_sentence(statement, self._nodes[statement], whole=False)
        elif "quote" in node and kind != "section":
            yield Passage((Segment(str(node["quote"])),), self.source(node))

    def _paragraph(self, name: str) -> Passage:
        """Return a paragraph in full, with the words that cite something linked to it, and its statements marked and linked."""
        node = self._nodes[name]
        words = [(edge["start"], edge["end"], to_address(target)) for target, edge in self._network.edges(name, "cites")]
        said = [(self._nodes[other], to_address(other)) for other in self._linked(name, "out", "statement")]
        spans = [(statement["start"], statement["end"], address) for statement, address in said if "start" in statement]
        marked = [(start, end) for start, end, _ in spans]
        return Passage(
            segment(str(node.get("quote", "")), node.get("start", 0), sentences=marked, words=[*words, *spans]), self.source(node)
        )

    def _citations(self, name: str) -> Iterable[Passage]:
        """Return the sentences that cite a provision, one passage for each paragraph, and the paragraph around them."""
        for paragraph in self._linked(name, "in", "cites"):
            node = self._nodes[paragraph]
            edges = [edge for target, edge in self._network.edges(paragraph, "cites") if target == name]
            sentences = sorted({(edge["sentence_start"], edge["sentence_end"]) for edge in edges})
            words = [(edge["start"], edge["end"], None) for edge in edges]
            whole = segment(node["quote"], node["start"], sentences=sentences, words=words)
            first, last = sentences[0][0], sentences[-1][1]
            shown = segment(node["quote"][first - node["start"] : last - node["start"]], first, sentences=sentences, words=words)
            source = self.source({**node, "start": first, "end": last})
            yield Passage(shown, source, whole if len(whole) > len(shown) else ())

    def _in_sentence(self, name: str, node: Node, *, whole: bool) -> Passage:
        """Return the sentence of a statement: with ``whole`` its paragraph on demand, else a link to the statement."""
        holder = self._nodes.get(str(node.get("paragraph_id")))
        if holder is None:
            return Passage((Segment(str(node.get("quote", "")), marked=True),), self.source(node))
        shown = show_sentence(node, holder)
        if whole:
            paragraph = segment(holder["quote"], holder["start"], sentences=[(node["start"], node["end"])])
            return Passage(shown, self.source(node), paragraph)
        return Passage(shown, self.source(node), lead=self._linking(name, self._remark(name)))

    def _in_context(self, node: Node) -> Passage:
        """Return the words of a thing, and the paragraph around them with those words marked."""
        holder = self._nodes[node["paragraph_id"]]
        whole = segment(holder["quote"], holder["start"], sentences=[(node["start"], node["end"])])
        return Passage((Segment(str(node["quote"]), marked=True),), self.source(node), whole)
