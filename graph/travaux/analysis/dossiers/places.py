"""In which paragraphs words stand that are known by their characters alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store, Value

_PARAGRAPHS = """SELECT DISTINCT ?first ?order ?printed WHERE {
  ?holder trv:document <%s> ; a trv:Paragraph ; trv:order ?order ; trv:span ?held .
  ?held trv:start ?first .
  OPTIONAL { ?holder trv:number ?printed }
}"""
_DOCUMENTS = 2
"""Documents whose paragraphs are read: those of most words. Nothing but their characters ties words to a paragraph, so that a document
has to be read as a whole; words of others are told by their characters."""


def find_paragraphs(store: Store, rows: Iterable[Mapping[str, Value]]) -> dict[tuple[str, int], str]:
    """Find the paragraph in which words begin, by document and start: the printed number, or ``block-n`` where none is printed.

    ``rows`` have ``source``, the document's IRI, and ``start``. Words of documents that were not read are absent.
    """
    starts = defaultdict[str, set[int]](set)
    for row in rows:
        starts[str(row["source"])].add(int(str(row["start"])))
    found = dict[tuple[str, int], str]()
    for source in sorted(starts, key=lambda one: (-len(starts[one]), one))[:_DOCUMENTS]:
        names = {
            int(str(row["first"])): str(row["printed"] or f"block-{row['order']}") for row in store.select(PREFIXES + _PARAGRAPHS % source)
        }
        firsts = sorted(names)
        for start in starts[source]:
            if place := bisect_right(firsts, start):
                found[source, start] = names[firsts[place - 1]]
    return found
