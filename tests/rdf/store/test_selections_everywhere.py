"""Statements are selected alike in every store."""

from __future__ import annotations

from io import BytesIO

from argument_map.corpus import nquads
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, apart
from travaux.model.schemes import LayerKind, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store

_EXPECTED = {
    ALL: 11,
    Selection(consultations=("spring",)): 5,
    Selection(documents=("autumn-report",), reviews=frozenset({ReviewStatus.ACCEPTED, ReviewStatus.EDITED})): 4,
    Selection(layers=frozenset({LayerKind.EXTRACTED}), reviews=frozenset({ReviewStatus.EDITED})): 0,
    Selection(prevalence_at_least=Prevalence.SEVERAL): 4,
    Selection(stances=frozenset({Stance.OPPOSES, Stance.CONCERNED}), consultations=("autumn",)): 2,
}


def test_a_selection_counts_the_same_in_every_store(store: Store) -> None:
    store.load(BytesIO(nquads()))
    for selection, count in _EXPECTED.items():
        query = f"{PREFIXES}SELECT (COUNT(?statement) AS ?found) WHERE {{ {selection.pattern()} }}"
        assert [int(str(row["found"])) for row in store.select(query)] == [count], selection
    themes = f"{ALL.pattern()} {apart('?statement trv:theme ?theme')}"
    query = f"{PREFIXES}SELECT ?theme (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{ {themes} }} GROUP BY ?theme"
    counted = {str(row["theme"]).rpartition("/")[2]: int(str(row["statements"])) for row in store.select(query)}
    assert (counted["trust"], counted["scope"], counted["discharges"], len(counted)) == (2, 2, 2, 9)
