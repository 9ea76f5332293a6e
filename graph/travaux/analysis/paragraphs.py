"""In which paragraphs words stand that are known by their characters alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from travaux.analysis.columns import Columns
from travaux.analysis.columns.columns import NOTHING, find_word
from travaux.analysis.sparql import PREFIXES, batches, listed
from travaux.model.store import Store

_SPANS = """SELECT DISTINCT ?holder ?order ?printed ?first ?last WHERE {
  %s ?holder a trv:Paragraph ; trv:order ?order ; trv:span ?held . ?held trv:start ?first ; trv:end ?last .
  OPTIONAL { ?holder trv:number ?printed }
}"""


class Words(NamedTuple):
    """Words in the document of this IRI, from character to character; ``positions`` are the IRIs of those that they relate."""

    document: str
    start: int
    end: int
    positions: tuple[str, ...]


def find_paragraphs(store: Store, columns: Columns, words: Iterable[Words]) -> dict[Words, str]:
    """Find the paragraph in which words begin: the printed number, or ``block-n`` where none is printed.

    Mostly a statement on one of the positions is in that paragraph. For the others all paragraphs of the document are gone through.
    """
    wanted = sorted(set(words))
    near = {one: _near(columns, one) for one in wanted}
    held = _read_spans(store, sorted({paragraph for paragraphs in near.values() for paragraph in paragraphs}))
    found = {one: name for one in wanted if (name := _name(one, (held[iri] for iri in near[one] if iri in held)))}
    left = [one for one in wanted if one not in found]
    for document in sorted({one.document for one in left}):
        spans = _ask(store, f"?holder trv:document <{document}> .").values()
        found |= {one: name for one in left if one.document == document and (name := _name(one, spans))}
    return found


_Span = tuple[int, int, str]


def _near(columns: Columns, words: Words) -> list[str]:
    """List the paragraphs of the document with a statement on one of the positions."""
    places = [place for iri in words.positions if (place := find_word(columns.positions, iri)) != NOTHING]
    expressed = np.logical_or.reduce([columns.position == place for place in places])
    said = expressed & (columns.document == find_word(columns.documents, words.document))
    return [str(columns.paragraphs[place], "utf-8") for place in np.unique(columns.paragraph[said]).tolist() if place != NOTHING]


def _read_spans(store: Store, paragraphs: Sequence[str]) -> dict[str, _Span]:
    found: dict[str, _Span] = {}
    for some in batches(paragraphs):
        found |= _ask(store, f"VALUES ?holder {{ {listed(some)} }}")
    return found


def _ask(store: Store, which: str) -> dict[str, _Span]:
    return {
        str(row["holder"]): (int(str(row["first"])), int(str(row["last"])), str(row["printed"] or f"block-{row['order']}"))
        for row in store.select(PREFIXES + _SPANS % which)
    }


def _name(words: Words, spans: Iterable[_Span]) -> str | None:
    return next((name for first, last, name in sorted(spans) if first <= words.start < last), None)
