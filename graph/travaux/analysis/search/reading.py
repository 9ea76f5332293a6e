"""Records read from a store, in the order in which an index holds them."""

from __future__ import annotations

from travaux.analysis.columns import columns_of
from travaux.analysis.search.asking import Asking
from travaux.analysis.search.meetings import read_actors, read_consultations, read_documents, read_questions
from travaux.analysis.search.record import Kind, Record
from travaux.analysis.search.said import read_said
from travaux.analysis.search.treaty import read_treaty_records
from travaux.model.store import Store


def read_records(store: Store) -> list[Record]:
    """Read everything that can be found: kind by kind, each kind in its own order."""
    asking = Asking(store)
    documents = list(read_documents(asking))
    paragraphs = {str(one.id): one.paragraph for one in documents if one.paragraph}
    found = [
        *read_treaty_records(asking),
        *read_questions(asking),
        *read_actors(asking),
        *read_consultations(asking),
        *documents,
        *read_said(asking, columns_of(store), paragraphs),
    ]
    kinds = tuple(Kind)
    return sorted(found, key=lambda one: kinds.index(one.kind))
