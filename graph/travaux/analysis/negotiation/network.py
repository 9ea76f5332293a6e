"""The network of a negotiation: consultations, documents, treaty and themes, with the words that link them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import networkx as nx

from travaux.analysis.negotiation import queries
from travaux.analysis.negotiation.grounds import Grounds
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.schemes import EvidenceGrade
from travaux.model.sentences import sentence_at
from travaux.model.store import Iri, Store, Value

Node = dict[str, Any]

_WORDS = frozenset({"type", "status", "grade", "number_grade", "stance", "review", "capacity", "severity", "marking", "act", "prevalence"})
"""Variables whose values are controlled words: the last part of the concept's IRI is the word."""
_DECISION = ("reviewer", "at", "reason")
_ASIDES = ("rationale", "condition", "contrast")


def negotiation_network(store: Store) -> nx.MultiDiGraph[str]:
    """Read the network of everything that was negotiated from the store.

    A **node** is a thing of the corpus, its name the thing's identifier. Each has ``kind`` (``consultation``, ``document``,
    ``instrument``, ``chapter``, ``article``, ``preambular-paragraph``, ``section``, ``agenda-item``, ``panel``, ``participation``,
    ``question``, ``paragraph``, ``theme``, ``statement``, ``position``, ``outcome``) and ``label``; what comes from a document also has
    ``document``, ``paragraph`` (the printed number, or ``None``), ``quote`` (exact text), ``start`` and ``end`` (characters of the
    stored text).
    A paragraph that is nothing but a guiding question is the question's node. Provisions have ``verified``: what is false rests on
    recollection, and the label then ends in the mark of the unverified. An outcome, what became of a request, has ``topic``, ``asked``,
    ``type``, ``grade``, ``facts`` (each with ``text``, ``grade``, ``sources``) and ``sources`` (each with ``name``, ``title``, ``link``).
    A statement has ``claim``, ``stance``, ``act``, ``cue``, ``rule``, ``review``, ``speaker`` (the words of the report) and ``prevalence``,
    and, where there is one, a ``rationale``, ``condition`` or ``contrast``, each with ``quote``, ``start`` and ``end``.
    ``note_sources`` are the sources that a thing's note speaks of by their short names.

    An **edge** is a link of one ``kind``, from what contains, says or comes first to what is contained, spoken of or comes later:
    consultation → agenda item → chapter, paragraph, panel; document → section → question → chapter; instrument → chapter → article
    (instrument → article for what is in no chapter);
    ``cites``: paragraph → provision with the exact words (``quote``, ``start``, ``end``) and the sentence around them
    (``sentence_start``, ``sentence_end``); ``corresponds``: provision → provision of a later version; ``theme``: theme → provision;
    ``same-person``: participation → another of the same person, both ways; ``outcome``: provision → what became of a request for it;
    ``asked-in``: paragraph or question → outcome;
    ``broader``: theme → wider theme; paragraph → statement → provision, question, theme, position, each with the ``reason`` and the
    ``confidence`` of the link as far as they are recorded (``statement-partial-question``: what it answers in part);
    ``says``: participation → statement; position → position for relations.

    ``network.graph`` has ``title`` and ``description`` of the corpus and ``findings``: what does not add up, each with its places.
    Nodes and edges come in a fixed order. Raises ``StoreError`` and ``QueryError`` as the store does.
    """
    reader = _Reader(store)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    nodes = dict(reader.nodes())
    same = _merge_questions(nodes)
    find_paragraph = _paragraph_finder(nodes)
    for node in nodes.values():
        node.update(find_paragraph(node))
    network.add_nodes_from(sorted(nodes.items()))
    links = [(same.get(source, source), same.get(target, target), link) for source, target, link in reader.links(nodes)]
    for source, target, link in sorted(links, key=_edge_order):
        if source in nodes and target in nodes:
            network.add_edge(source, target, **link)
    findings = reader.findings()
    for finding in findings:
        finding["places"] = [place | find_paragraph(place) for place in finding["places"]]
    network.graph.update(reader.corpus(), findings=findings)
    return network


def _edge_order(edge: tuple[str, str, Node]) -> tuple[str, str, str, int]:
    source, target, link = edge
    return source, target, link["kind"], link.get("start", 0)


def _merge_questions(nodes: dict[str, Node]) -> dict[str, str]:
    """Drop the paragraphs that are nothing but a question; return which question stands for which of them."""
    questions = {(node["document"], node["start"]): name for name, node in nodes.items() if node["kind"] == "question" and "start" in node}
    same = {
        name: questions[node["document"], node["start"]]
        for name, node in nodes.items()
        if node["kind"] == "paragraph" and (node.get("document"), node.get("start")) in questions
    }
    for name in same:
        del nodes[name]
    return same


def _paragraph_finder(nodes: Mapping[str, Node]) -> Callable[[Node], Node]:
    """Return a function that says in which paragraph a place begins: ``paragraph_id`` and the printed number, ``paragraph``."""
    begins: dict[str, list[tuple[int, str]]] = {}
    for name, node in nodes.items():
        if node["kind"] in {"paragraph", "question"} and "start" in node:
            begins.setdefault(node["document"], []).append((node["start"], name))
    for starts in begins.values():
        starts.sort()

    def find(place: Node) -> Node:
        if "start" not in place:
            return {}
        starts = begins.get(place["document"], [])
        before = bisect_right(starts, place["start"], key=lambda begin: begin[0]) - 1
        holder = starts[before][1] if before >= 0 and place["start"] < nodes[starts[before][1]]["end"] else None
        return {"paragraph_id": holder, "paragraph": nodes[holder].get("number") if holder else None}

    return find


class _Reader:
    """Rows of a store as nodes and edges, with identifiers relative to the corpus."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._base = ""
        for row in self._rows(queries.BASE):
            self._base = str(row["thing"]).rpartition("document/" if "/document/" in str(row["thing"]) else "instrument/")[0]
            break
        self._spans = {str(row["thing"]): row for row in self._rows(queries.SPANS)}
        self._speakers = {str(row["thing"]): (str(row["label"]), row["prevalence"]) for row in self._rows(queries.SPEAKERS)}
        self._actors = {str(row["thing"]): str(row["label"]) for row in self._rows(queries.ACTORS)}
        self._decisions = {str(row["thing"]): {name: row[name] for name in _DECISION} for row in self._rows(queries.DECISIONS)}
        self._grounds = Grounds(self._rows)
        self._reasons: dict[tuple[str, str], Node] = {}
        for row in sorted(self._rows(queries.REASONS), key=lambda row: str(row["reason"])):
            known = {"reason": row["reason"], "confidence": row["confidence"]}
            self._reasons.setdefault((str(row["from"]), str(row["to"])), known)

    def _rows(self, query: str) -> Iterator[Mapping[str, Value]]:
        for row in self._store.select(PREFIXES + query):
            yield {name: self._plain(name, value) for name, value in row.items()}

    def _plain(self, name: str, value: Value) -> Value:
        if name in _WORDS and value is not None:
            return last_word(value)
        if isinstance(value, date):
            return value.isoformat()
        return str(value).removeprefix(self._base) if isinstance(value, Iri) and self._base else value

    def corpus(self) -> Node:
        for row in self._rows(queries.CORPUS):
            return {"title": row["title"], "description": row["description"]}
        return {"title": None, "description": None}

    def nodes(self) -> Iterator[tuple[str, Node]]:
        for kind, (model_class, properties) in queries.THINGS.items():
            for row in self._rows(queries.things_query(model_class, properties)):
                yield str(row["thing"]), self._node(kind, row)
        for row in self._rows(queries.THEMES):
            if str(row["thing"]).startswith("theme/"):
                yield str(row["thing"]), {"kind": "theme", "label": row["label"], "note": row["note"]}

    def _node(self, kind: str, row: Mapping[str, Value]) -> Node:
        known = {name: value for name, value in row.items() if name not in {"thing", "span"} and value is not None}
        node: Node = {"kind": kind} | known
        if span := self._spans.get(str(row.get("span"))):
            node |= {name: span[name] for name in ("quote", "start", "end")}
        if "grade" in node:
            node["verified"] = node["grade"] != EvidenceGrade.M.value
            node["number_verified"] = node.get("number_grade", node["grade"]) != EvidenceGrade.M.value
        if "speaker" in node:
            node["speaker"], node["prevalence"] = self._speakers.get(str(node["speaker"]), (None, None))
        node |= {name: self._words_at(node[name]) for name in _ASIDES if name in node}
        node |= {name: self._actors.get(str(node[name])) for name in ("organization", "on_behalf_of", "state") if name in node}
        if decided := self._decisions.get(str(row["thing"])):
            node["decided"] = decided
        node |= self._grounds.of(str(row["thing"]), node)
        return node

    def _words_at(self, span: Value) -> Node | None:
        found = self._spans.get(str(span))
        return {name: found[name] for name in ("quote", "start", "end")} if found else None

    def links(self, nodes: Mapping[str, Node]) -> Iterator[tuple[str, str, Node]]:
        """Give all links, also those whose ends are no nodes."""
        for kind, pattern in queries.LINKS.items():
            for row in self._rows(queries.links_query(pattern)):
                ends = str(row["from"]), str(row["to"])
                yield *ends, {"kind": kind, **self._reasons.get(ends, {})}
        for row in self._rows(queries.THEME_PROVISIONS):
            yield str(row["from"]), str(row["to"]), {"kind": "theme"}
        for row in self._rows(queries.CITATIONS):
            yield str(row["from"]), str(row["to"]), {"kind": "cites", **_words(row, nodes.get(str(row["from"]), {}))}
        for row in self._rows(queries.CORRESPONDENCES):
            verified = row["grade"] != EvidenceGrade.M.value
            yield str(row["from"]), str(row["to"]), {"kind": "corresponds", "type": row["type"], "verified": verified}
        for row in self._rows(queries.RELATIONS):
            yield str(row["from"]), str(row["to"]), {**row, "kind": "relation"}

    def findings(self) -> list[Node]:
        """Give the findings in a fixed order, errors first, each with the places that show it in the order of the text."""
        found: dict[str, Node] = {}
        for row in self._rows(queries.FINDINGS):
            whole = {name: row[name] for name in ("finding", "check", "severity", "message", "document", "subject")}
            places = found.setdefault(str(row["finding"]), {**whole, "places": []})["places"]
            if row["quote"] is not None:
                places.append({"document": row["place"], **{name: row[name] for name in ("quote", "start", "end")}})
        for finding in found.values():
            finding["places"].sort(key=lambda place: (place["document"], place["start"]))
        severities = ("error", "warning", "note")
        return sorted(found.values(), key=lambda finding: (severities.index(finding["severity"]), finding["finding"]))


def _words(row: Mapping[str, Value], paragraph: Node) -> Node:
    """Return the exact words of a reference and where its sentence is, in characters of the document."""
    words: Node = {name: row[name] for name in ("quote", "start", "end")}
    if "quote" in paragraph:
        offset = paragraph["start"]
        first, last = sentence_at(paragraph["quote"], words["start"] - offset, words["end"] - offset)
        words |= {"sentence_start": first + offset, "sentence_end": last + offset}
    return words
