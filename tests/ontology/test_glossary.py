"""The glossary has one heading for each class and each scheme, with the definition that the ontology gives."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from travaux.model.schemes import Prevalence, Stance
from travaux.rdf.ontology import read_vocabulary
from travaux.rdf.terms import ONTOLOGY, SCHEME, concept_iri, scheme_iri

DOCS = Path(__file__).parents[2] / "docs"
HEADING = re.compile(r"^### (?P<label>.+) \(`(?P<term>(?:trv|scheme):[\w-]+)`\)$", re.MULTILINE)


@pytest.fixture(scope="module")
def entries() -> dict[str, tuple[str, str]]:
    """Heading and text of each entry, by term."""
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    found = list(HEADING.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    terms = [one["term"] for one in found]
    assert len(set(terms)) == len(terms) == text.count("\n### ")
    return {one["term"]: (one["label"], text[one.end() : end]) for one, end in zip(found, ends, strict=True)}


def test_every_class_has_a_heading_and_every_heading_a_class(entries: dict[str, tuple[str, str]], ontology: rdflib.Graph) -> None:
    classes = {term for term in ontology.subjects(RDF.type, OWL.Class) if isinstance(term, URIRef) and term.startswith(ONTOLOGY)}
    assert {term for term in entries if term.startswith("trv:")} == {f"trv:{one.removeprefix(ONTOLOGY)}" for one in classes}
    for one in classes:
        label, text = entries[f"trv:{one.removeprefix(ONTOLOGY)}"]
        assert label.lower() == str(ontology.value(one, RDFS.label)).lower()
        assert text.lstrip().startswith(f"{ontology.value(one, SKOS.definition)}\n")


def test_every_scheme_has_a_heading_and_lists_its_words(
    entries: dict[str, tuple[str, str]], concepts: rdflib.Graph, enumerations: dict[str, type[StrEnum]]
) -> None:
    names = {f"scheme:{scheme_iri(words).removeprefix(SCHEME)}": words for words in enumerations.values()}
    assert {term for term in entries if term.startswith("scheme:")} == names.keys()
    for term, words in names.items():
        listed = re.findall(r"^\| `(.+)` \| (.+) \|$", entries[term][1], re.MULTILINE)
        assert listed == [(word.value, str(concepts.value(URIRef(concept_iri(word)), SKOS.definition))) for word in words]


@pytest.mark.parametrize("name", ["ontology.md", "glossary.md"])
def test_every_term_that_the_texts_name_exists(name: str, ontology: rdflib.Graph, concepts: rdflib.Graph) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    ours = {str(term).removeprefix(ONTOLOGY) for term in ontology.subjects() if str(term).startswith(ONTOLOGY)}
    assert set(re.findall(r"\btrv:(\w+)", text)) <= ours
    known = {str(term).removeprefix(SCHEME) for term in concepts.subjects() if str(term).startswith(SCHEME)}
    assert set(re.findall(r"\bscheme:([\w/-]+)", text)) <= known


def test_the_introduction_names_every_class(ontology: rdflib.Graph) -> None:
    text = (DOCS / "ontology.md").read_text(encoding="utf-8")
    for term in ontology.subjects(RDF.type, OWL.Class):
        if isinstance(term, URIRef) and term.startswith(ONTOLOGY):
            assert re.search(rf"\b{term.removeprefix(ONTOLOGY)}\b", text), term


def test_the_queries_of_the_introduction_run_and_the_last_walks_the_order() -> None:
    text = (DOCS / "ontology.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sparql\n(.+?)```", text, re.DOTALL)
    store = pyoxigraph.Store()
    store.extend(read_vocabulary("https://example.org/"))
    answers = [store.query(query, use_default_graph_as_union=True) for query in queries]
    assert len(answers) == 5
    words = [[row["word"].value for row in answer] for answer in answers[3:] if isinstance(answer, pyoxigraph.QuerySolutions)]
    assert words[0] == sorted(Stance)
    assert words[1] == [word for word in Prevalence if word is not Prevalence.UNSPECIFIED]
