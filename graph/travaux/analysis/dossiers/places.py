"""In which paragraphs spans stand: asked apart, of a few spans, as ranges are costly to compare."""

from __future__ import annotations

from collections.abc import Iterable

from travaux.analysis.dossiers.queries import listed
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_PARAGRAPHS = """SELECT DISTINCT ?span ?order ?printed WHERE {
  VALUES ?span { %s }
  ?span trv:document ?source ; trv:start ?start .
  ?holder trv:document ?source ; a trv:Paragraph ; trv:order ?order ; trv:span ?held .
  ?held trv:start ?first ; trv:end ?last .
  FILTER(?first <= ?start && ?start < ?last)
  OPTIONAL { ?holder trv:number ?printed }
}"""
_BATCH = 100


def find_paragraphs(store: Store, spans: Iterable[str]) -> dict[str, str]:
    """Find the paragraph in which each span begins: the printed number, or ``block-n`` where none is printed."""
    wanted = sorted(set(spans))
    found = dict[str, str]()
    for first in range(0, len(wanted), _BATCH):
        for row in store.select(PREFIXES + _PARAGRAPHS % listed(wanted[first : first + _BATCH])):
            found[str(row["span"])] = str(row["printed"]) if row["printed"] is not None else f"block-{row['order']}"
    return found
