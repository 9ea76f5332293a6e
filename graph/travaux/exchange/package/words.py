"""What is told of the words that cells of the table may hold, and of how much the package holds; both as the graph has them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from travaux.model.argument import Position, Relation, Statement
from travaux.model.corpus import Corpus
from travaux.model.review import Decision
from travaux.model.schemes import Act, Prevalence, ReviewStatus, SpeakerKind, Stance
from travaux.model.store import Iri, Store
from travaux.rdf.stored import find_records
from travaux.rdf.terms import scheme_iri
from travaux.views.counting import count_of, join

SCHEMES: dict[str, type[StrEnum]] = {
    "stance": Stance,
    "act": Act,
    "prevalence": Prevalence,
    "review": ReviewStatus,
    "speaker_kind": SpeakerKind,
}
"""The columns whose cells hold a word of a scheme."""

_MEANINGS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?word ?meaning WHERE { ?word skos:inScheme ?scheme ; skos:definition ?meaning }"""


def read_meanings(store: Store, words: type[StrEnum]) -> Iterator[tuple[str, str]]:
    """Give the words of a scheme in their order, each with what it means by the ontology."""
    told = {str(row["word"]): str(row["meaning"]) for row in store.select(_MEANINGS, {"scheme": Iri(scheme_iri(words))})}
    for word in words:
        yield word.value, told.get(f"{scheme_iri(words)}/{word.value}", "")


def count_held(store: Store, corpus: Corpus) -> str:
    """Tell how much a graph holds; what was rejected stands apart, as it counts for nothing."""
    told = [count_of(len(corpus.documents), "document")]
    decided_on = {
        "statement": [one.review for one in find_records(store, Statement, corpus.base)],
        "position": [one.review for one in find_records(store, Position, corpus.base)],
    }
    for noun, found in decided_on.items():
        rejected = sum(one is ReviewStatus.REJECTED for one in found)
        told.append(f"{count_of(len(found) - rejected, noun)}{f' (and {rejected:,} rejected)' * bool(rejected)}")
    told.append(count_of(len(find_records(store, Relation, corpus.base)), "relation between positions", "relations between positions"))
    decided = len(find_records(store, Decision, corpus.base))
    return join([*told, count_of(decided, "decision of reviewers", "decisions of reviewers")])
