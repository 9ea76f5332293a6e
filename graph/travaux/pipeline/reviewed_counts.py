"""What a review did to a graph, in numbers."""

from __future__ import annotations

from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.rdf.terms import ONTOLOGY, concept_iri

_DECIDED = f"""
SELECT ?rejected (COUNT(DISTINCT ?statement) AS ?decided)
WHERE {{
  ?statement a <{ONTOLOGY}Statement> ; <{ONTOLOGY}review> ?review
  FILTER(?review != <{concept_iri(ReviewStatus.UNREVIEWED)}>)
  BIND(?review = <{concept_iri(ReviewStatus.REJECTED)}> AS ?rejected)
}}
GROUP BY ?rejected
"""

_REMARKS = f"""
SELECT ?check (COUNT(DISTINCT ?finding) AS ?remarks)
WHERE {{ ?finding a <{ONTOLOGY}Finding> ; <{ONTOLOGY}check> ?check FILTER(STRSTARTS(?check, "review-")) }}
GROUP BY ?check ORDER BY ?check
"""


def count_review(store: Store) -> dict[str, int]:
    """Count the statements that people let stand (``decided``) or ``rejected``, and the remarks on decisions by kind, such as ``moved``."""
    counted = {bool(row["rejected"]): int(str(row["decided"])) for row in store.select(_DECIDED)}
    remarks = {str(row["check"]).removeprefix("review-"): int(str(row["remarks"])) for row in store.select(_REMARKS)}
    return {"decided": counted.get(False, 0), "rejected": counted.get(True, 0), **remarks}
