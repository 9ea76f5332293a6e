"""Some paragraphs of a document with all that is known about their characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from travaux.analysis.passages.asking import ask, first, read_labels, read_properties, read_spans
from travaux.analysis.passages.found import Block, Mention, Outline, Passage, Reported
from travaux.analysis.passages.statements import read_statements
from travaux.analysis.sparql import PREFIXES
from travaux.model.identity import Id
from travaux.model.store import Store

_TEXTS = "SELECT DISTINCT ?thing ?quote WHERE { VALUES ?thing { %s } ?thing trv:span/trv:quote ?quote }"
_PARTS = "SELECT DISTINCT ?thing ?part WHERE { VALUES ?thing { %s } ?part trv:paragraph ?thing }"
_NAMED = ("provision", "instrument", "person")
"""What words of a paragraph may name, as references and participations say."""
_QUESTIONS = """SELECT DISTINCT ?number ?start ?end WHERE {
  ?thing trv:document <%s> ; a trv:Question ; trv:number ?number ; trv:span ?span . ?span trv:start ?start ; trv:end ?end .
}"""


def read_passages(store: Store, base: str, outline: Outline, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Read these paragraphs of a document."""
    iris = [f"{base}{block.id}" for block in blocks]
    texts = {row["thing"]: str(row["quote"]) for row in ask(store, _TEXTS, iris)}
    parts = [(str(row["thing"]), str(row["part"])) for row in ask(store, _PARTS, iris)]
    said = _read_said(store, base, outline, [pair for pair in parts if _kind(pair[1]) == "statement"])
    mentions = _read_mentions(store, base, [pair for pair in parts if _kind(pair[1]) in {"reference", "participation"}])
    questions = _read_questions(store, f"{base}document/{outline.document}")
    return tuple(
        Passage(
            block=block,
            text=texts[iri],
            mentions=mentions.get(iri, ()),
            question=questions.get((block.start, block.end)),
            statements=said.get(iri, ()),
        )
        for iri, block in zip(iris, blocks, strict=True)
    )


def _kind(part: str) -> str:
    """Give the kind of a part of a document, the part of its identifier after the name of the document."""
    return part.rpartition("/document/")[2].split("/")[1]


def _read_said(store: Store, base: str, outline: Outline, pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[Reported, ...]]:
    numbers: dict[str, int] = {one.id: one.number for one in outline.statements}
    known = read_statements(store, base, outline.document, [statement for _, statement in pairs], numbers)
    found = defaultdict[str, list[Reported]](list)
    for paragraph, statement in pairs:
        found[paragraph].append(known[statement])
    return {paragraph: tuple(sorted(some, key=lambda one: one.heard.text_order)) for paragraph, some in found.items()}


def _read_mentions(store: Store, base: str, pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[Mention, ...]]:
    own = read_properties(store, [part for _, part in pairs])
    spans = read_spans(store, [str(one["span"][0]) for one in own.values() if "span" in one])
    labels = read_labels(store, [str(value) for one in own.values() for name in _NAMED for value in one.get(name, ())])
    found = defaultdict[str, list[Mention]](list)
    for paragraph, part in pairs:
        place = spans.get(first(own[part], "span") or "")
        for target in (str(value) for name in _NAMED for value in own[part].get(name, ())):
            if place and target in labels:
                mention = Mention(target=Id(target.removeprefix(base)), label=labels[target], start=place[0], end=place[1])
                found[paragraph].append(mention)
    return {one: tuple(sorted(some, key=lambda mention: (mention.start, mention.end, mention.target))) for one, some in found.items()}


def _read_questions(store: Store, document: str) -> dict[tuple[int, int], str]:
    rows = store.select(PREFIXES + _QUESTIONS % document)
    return {(int(str(row["start"])), int(str(row["end"]))): str(row["number"]) for row in rows}
