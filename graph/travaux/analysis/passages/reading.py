"""Some paragraphs of a document with all that is known about their characters."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.analysis.passages.asking import ask
from travaux.analysis.passages.found import Block, Mention, Outline, Passage
from travaux.analysis.passages.statements import read_statements
from travaux.model.identity import Id
from travaux.model.store import Store

_TEXTS = "SELECT DISTINCT ?thing ?quote WHERE { VALUES ?thing { %s } ?thing trv:span/trv:quote ?quote }"
_TARGETS = "SELECT DISTINCT ?thing ?target ?label WHERE { VALUES ?thing { %s } ?thing trv:<property> ?target . ?target rdfs:label ?label }"
_NAMING = {"reference": ("provision", "instrument"), "participation": ("person",)}
"""Kind of mention → what it may name; each is asked by itself, or a store may go through all that there are."""
_QUESTIONS = """SELECT DISTINCT ?thing ?number ?start ?end WHERE {
  VALUES ?thing { %s } ?thing trv:number ?number ; trv:span ?span . ?span trv:start ?start ; trv:end ?end .
}"""


def read_passages(store: Store, base: str, outline: Outline, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Read these paragraphs of a document, of which ``outline`` is the outline."""
    texts = {str(row["thing"]): str(row["quote"]) for row in ask(store, _TEXTS, [f"{base}{block.id}" for block in blocks])}
    held = {block.id: [one for one in outline.statements if block.start <= one.start < block.end] for block in blocks}
    quotes: dict[str, str] = {
        one.id: texts[f"{base}{block.id}"][one.start - block.start : one.end - block.start] for block in blocks for one in held[block.id]
    }
    told = read_statements(store, base, outline.document, [one for some in held.values() for one in some], quotes)
    mentions = _read_mentions(store, base, [one for one in outline.mentions if any(_within(one, block) for block in blocks)])
    rows = ask(store, _QUESTIONS, [f"{base}{one}" for one in outline.questions])
    questions = {(int(str(row["start"])), int(str(row["end"]))): str(row["number"]) for row in rows}
    return tuple(
        Passage(
            block=block,
            text=texts[f"{base}{block.id}"],
            mentions=tuple(one for one in mentions if block.start <= one.start < block.end),
            question=questions.get((block.start, block.end)),
            statements=tuple(told[one.id] for one in held[block.id]),
        )
        for block in blocks
    )


def _place(mention: Id) -> tuple[int, int]:
    """Give the characters that the identifier of a mention names."""
    start, _, end = mention.rpartition("/")[2].partition("-")
    return int(start), int(end)


def _within(mention: Id, block: Block) -> bool:
    return block.start <= _place(mention)[0] < block.end


def _read_mentions(store: Store, base: str, mentions: Sequence[Id]) -> list[Mention]:
    rows = []
    for kind, properties in _NAMING.items():
        own = [f"{base}{one}" for one in mentions if one.split("/")[2] == kind]
        rows += [row for name in properties for row in ask(store, _TARGETS.replace("<property>", name), own)]
    made = []
    for row in rows:
        start, end = _place(Id(str(row["thing"])))
        made.append(Mention(target=Id(str(row["target"]).removeprefix(base)), label=str(row["label"]), start=start, end=end))
    return sorted(made, key=lambda one: (one.start, one.end, one.target))
