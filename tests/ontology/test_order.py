"""The order of prevalence is the model's, and no number is near it."""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib import SKOS, URIRef
from rdflib.collection import Collection

from travaux.model.schemes import Prevalence
from travaux.rdf.terms import concept_iri


def read_order(folder: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(folder / "order.ttl")


def test_the_collection_lists_prevalence_from_one_to_all_and_leaves_the_unspecified_out(folder: Path) -> None:
    order = read_order(folder)
    (listed,) = order.objects(None, SKOS.memberList)
    expected = [URIRef(concept_iri(word)) for word in Prevalence if word is not Prevalence.UNSPECIFIED]
    assert list(Collection(order, listed)) == expected
    assert expected[0].endswith("/one")
    assert expected[-1].endswith("/all")


def test_nothing_says_a_number_of_prevalence(folder: Path, concepts: rdflib.Graph) -> None:
    both = read_order(folder) + concepts
    literals = [term for term in both.objects() if isinstance(term, rdflib.Literal)]
    assert literals
    assert all(term.datatype is None for term in literals)


def test_a_note_says_that_three_words_have_no_agreed_order(folder: Path) -> None:
    (note,) = read_order(folder).objects(None, SKOS.note)
    assert all(word in note.lower() for word in ("several", "various", "a number of", "no agreed order", "never a number"))  # type: ignore[attr-defined]
