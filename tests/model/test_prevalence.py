from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, SKOS, Graph, URIRef
from rdflib.collection import Collection

from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Prevalence
from travaux.resources import ontology_folder

ORDERED = [one for one in Prevalence if one is not Prevalence.UNSPECIFIED]
SAME_RANK = {Prevalence.SEVERAL, Prevalence.VARIOUS, Prevalence.A_NUMBER_OF}
words = st.sampled_from(list(Prevalence))


def test_the_order_is_that_of_the_ontology() -> None:
    ontology = Graph().parse(ontology_folder() / "order.ttl")
    (order,) = ontology.subjects(RDF.type, SKOS.OrderedCollection)
    (members,) = ontology.objects(order, SKOS.memberList)
    named = [str(member).rpartition("/")[2] for member in Collection(ontology, members) if isinstance(member, URIRef)]
    assert named == [word.value for word in ORDERED]


def test_words_without_an_order_among_one_another_say_equally_much() -> None:
    assert at_least(Prevalence.SEVERAL) == at_least(Prevalence.VARIOUS) == at_least(Prevalence.A_NUMBER_OF)
    assert strongest([*SAME_RANK, Prevalence.FEW]) == (Prevalence.SEVERAL, Prevalence.VARIOUS, Prevalence.A_NUMBER_OF)


def test_what_the_report_leaves_open_is_outside_the_order() -> None:
    assert Prevalence.UNSPECIFIED not in at_least(Prevalence.ONE)
    assert at_least(Prevalence.UNSPECIFIED) == set(Prevalence)
    assert strongest([Prevalence.UNSPECIFIED, Prevalence.ONE]) == (Prevalence.ONE,)
    assert strongest([Prevalence.UNSPECIFIED]) == (Prevalence.UNSPECIFIED,)
    assert strongest([]) == ()


@given(words, words)
def test_of_two_words_the_later_of_the_order_says_at_least_as_much(first: Prevalence, second: Prevalence) -> None:
    if first in ORDERED and second in ORDERED and ORDERED.index(first) <= ORDERED.index(second):
        assert second in at_least(first)
        assert at_least(second) <= at_least(first)


@given(st.lists(words, min_size=1))
def test_nothing_given_is_stronger_than_the_strongest(given_words: list[Prevalence]) -> None:
    found = strongest(given_words)
    assert set(found) <= set(given_words)
    if found != (Prevalence.UNSPECIFIED,):
        assert set(given_words) & at_least(found[0]) == set(found)
