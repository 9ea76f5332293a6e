"""Documents may spell a name differently; the actor has one name all the same."""

from __future__ import annotations

from itertools import permutations

from travaux.model.consultation import Organization, Person
from travaux.model.identity import Id
from travaux.rdf.actors import ActorsApart
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import from_lines, to_lines
from travaux.rdf.records import decode, encode

BASE = "https://example.org/"
PERSON = Id("person/ada-da-silva")


def _part(*records: Person | Organization) -> bytes:
    return b"".join(line for record in records for line in to_lines(encode(record, BASE, GraphNames(BASE).actors)))


def test_the_spelling_with_the_fewest_capitals_is_kept_in_whatever_order_documents_come() -> None:
    spellings = ("Ada Da Silva", "Ada da Silva", "ADA DA SILVA")
    for order in permutations(spellings):
        actors = ActorsApart(BASE)
        for name in order:
            assert not list(actors.keep_apart(_part(Person(id=PERSON, name=name))))
        assert decode(Person, PERSON, from_lines(actors.merged()), BASE) == Person(id=PERSON, name="Ada da Silva")


def test_what_one_document_adds_is_kept() -> None:
    actors = ActorsApart(BASE)
    body = Id("organization/lake-forum")
    list(actors.keep_apart(_part(Organization(id=body, name="Lake Forum"))))
    list(actors.keep_apart(_part(Organization(id=body, name="Lake Forum", acronym="LF"))))
    assert decode(Organization, body, from_lines(actors.merged()), BASE).acronym == "LF"


def test_other_lines_pass_unchanged() -> None:
    lines = b'<https://example.org/s> <https://example.org/p> "a\\nb" <https://example.org/graph/document/x> .\n'
    assert list(ActorsApart(BASE).keep_apart(lines)) == [lines]
