"""How positions bear on one another: reasons, conditions, objections, each with the sentence that shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from travaux.analysis.dossiers import queries
from travaux.analysis.dossiers.said import Bearing
from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.paragraphs import Words, find_paragraphs
from travaux.analysis.sparql import batches, last_word
from travaux.model.schemes import Marking, RelationForm, RelationKind
from travaux.model.store import Store, Value

_BATCH = 200
_KINDS = tuple(RelationKind)


def find_bearings(store: Store, scope: Scope, keys: Iterable[str]) -> dict[str, tuple[Bearing, ...]]:
    """Find what bears on positions, and on what they bear, by their keys: reasons first, then conditions and objections."""
    wanted = sorted(set(keys))
    found = defaultdict[str, set[Bearing]](set)
    for some in batches(wanted, _BATCH):
        iris = [scope.position(key) for key in some]
        rows = list(store.select(queries.bearings(iris)))
        paragraphs = find_paragraphs(store, scope.columns, map(_words, rows))
        for row in rows:
            bearing = Bearing(
                outgoing=str(row["way"]) == "from",
                kind=RelationKind(last_word(row["kind"])),
                form=RelationForm(last_word(row["form"])),
                marking=Marking(last_word(row["marking"])),
                key=str(row["other"]).rpartition("/position/")[2],
                claim=str(row["claim"]),
                document=str(row["source"]).rpartition("/document/")[2],
                document_title=str(row["document_title"]),
                paragraph=paragraphs.get(_words(row)),
                quote=str(row["quote"]),
                start=int(str(row["start"])),
                end=int(str(row["end"])),
            )
            found[str(row["position"]).rpartition("/position/")[2]].add(bearing)
    return {key: tuple(sorted(bearings, key=_bearing_order)) for key, bearings in found.items()}


def _words(row: Mapping[str, Value]) -> Words:
    return Words(str(row["source"]), int(str(row["start"])), int(str(row["end"])), (str(row["position"]), str(row["other"])))


def _bearing_order(bearing: Bearing) -> tuple[bool, int, str, str, int, str]:
    return bearing.outgoing, _KINDS.index(bearing.kind), bearing.claim, bearing.document_title, bearing.start, bearing.key
