"""The pages of the vocabulary: all its classes and properties, and one term of a scheme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from travaux.analysis.sparql import PREFIXES
from travaux.errors import QueryError
from travaux.views.explorer.asked import Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Link, Page

WHOLE = "https://w3id.org/travaux/ontology"
"""The IRI of the ontology; each of its terms is at a fragment of it."""
SCHEMES = "https://w3id.org/travaux/scheme/"
_KINDS = (("Classes", ("Class",)), ("Properties", ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")))
_TERMS = """
SELECT DISTINCT ?term ?kind ?label ?definition WHERE {
  ?term rdfs:isDefinedBy ?ontology ; a ?kind ; rdfs:label ?label . OPTIONAL { ?term skos:definition ?definition }
}
"""
_CONCEPT = """
SELECT DISTINCT ?label ?definition ?scheme ?member WHERE {
  { VALUES ?term { <TERM> }
    ?term skos:prefLabel|rdfs:label ?label
    OPTIONAL { ?term skos:definition ?definition }
    OPTIONAL { ?term skos:inScheme ?scheme } }
  UNION
  { ?member skos:inScheme <TERM> ; skos:prefLabel|rdfs:label ?label
    OPTIONAL { ?member skos:definition ?definition } }
}
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its IRI, the last part of it, what it is called, and what it means."""

    iri: str
    name: str
    label: str
    definition: str


def show_ontology(explorer: Explorer, _: Mapping[str, str], __: Options) -> Page:
    """Show the classes and properties with their definitions."""
    rows = list(explorer.store.select(PREFIXES + _TERMS))
    groups = []
    for words, kinds in _KINDS:
        iris = {str(row["term"]) for row in rows if str(row["kind"]).rpartition("#")[2] in kinds}
        found = {str(row["term"]): _term(str(row["term"]), row["label"], row["definition"]) for row in rows if str(row["term"]) in iris}
        groups.append((words, sorted(found.values(), key=lambda term: term.name.casefold())))
    data = {words.lower(): terms for words, terms in groups}
    return Page(title="The vocabulary", template="ontology.html.j2", shown={"groups": groups}, data=data, about=WHOLE, section="/query")


def show_term(explorer: Explorer, found: Mapping[str, str], _: Options) -> Page:
    """Show a word of a scheme, or a scheme with its words; ``QueryError`` if there is none."""
    iri = SCHEMES + found["rest"]
    if not found["rest"].replace("/", "").replace("-", "").isalnum():
        raise QueryError("there is nothing at this address")
    rows = list(explorer.store.select(PREFIXES + _CONCEPT.replace("TERM", iri)))
    own = next((_term(iri, row["label"], row["definition"]) for row in rows if row["member"] is None), None)
    if own is None:
        raise QueryError("there is nothing at this address", hint="The vocabulary is at /ontology.")
    scheme = next((str(row["scheme"]) for row in rows if row["scheme"]), None)
    members = {str(row["member"]): _term(str(row["member"]), row["label"], row["definition"]) for row in rows if row["member"]}
    words = sorted(members.values(), key=lambda term: term.name)
    trail = (Link("/ontology", "Vocabulary"), *([Link(f"/scheme/{scheme.removeprefix(SCHEMES)}", "Scheme")] if scheme else []))
    shown = {"term": own, "words": [(f"/scheme/{word.iri.removeprefix(SCHEMES)}", word) for word in words]}
    return Page(
        title=own.label, template="term.html.j2", shown=shown, data={"term": own, "words": words}, about=iri, section="/query", trail=trail
    )


def _term(iri: str, label: object, definition: object) -> Term:
    return Term(iri, iri.rpartition("#")[2].rpartition("/")[2], str(label), str(definition or ""))
