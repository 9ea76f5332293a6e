"""The page for questions in SPARQL: an editor, examples that run, and what the editor offers to complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from travaux.analysis.sparql import PREFIXES
from travaux.analysis.tables import to_data
from travaux.model.store import Store
from travaux.rdf.named_queries import NamedQuery, find_named_query, named_queries
from travaux.rdf.sparql.parameters import bind_parameters
from travaux.rdf.terms import NAMESPACES, ONTOLOGY, SCHEME
from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Page

_FIRST = "recurring-themes"
_TERMS = """SELECT DISTINCT ?term ?kind ?label ?meaning WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty skos:Concept }
  ?term a ?kind . FILTER(STRSTARTS(STR(?term), "%s") || STRSTARTS(STR(?term), "%s"))
  OPTIONAL { ?term rdfs:label|skos:prefLabel ?label }
  OPTIONAL { ?term rdfs:comment|skos:definition ?meaning }
}"""
_THEMES = """SELECT DISTINCT ?theme ?label ?broader WHERE {
  ?theme a skos:Concept ; skos:prefLabel ?label . FILTER(CONTAINS(STR(?theme), "/theme/"))
  OPTIONAL { ?theme skos:broader ?broader }
}"""
_OWL = "PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"
_KINDS = {"Class": "class", "ObjectProperty": "property", "DatatypeProperty": "property", "Concept": "value"}


@dataclass(frozen=True, slots=True)
class Example:
    """A question that comes with Travaux, as a query that runs as it stands; ``notes`` say how not to misread the answer."""

    name: str
    title: str
    answers: str
    query: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary: ``kind`` is class, property or value."""

    name: str
    kind: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class QueryHelp:
    """What helps to write a query: prefixes that need no declaration, terms, themes of the thesaurus, and examples."""

    base: str
    prefixes: Mapping[str, str]
    terms: tuple[Term, ...]
    themes: tuple[tuple[str, str, str], ...]
    examples: tuple[Example, ...]


def show_query(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show the editor with the query of the address, or with an example; ``AskedError`` for an example that is not there."""
    help_ = QueryHelp(
        base=explorer.corpus.base,
        prefixes=NAMESPACES,
        terms=tuple(_terms(explorer.store)),
        themes=tuple(_themes(explorer.store)),
        examples=tuple(_example(query) for query in named_queries()),
    )
    name = options.one("ask", _FIRST)
    if find_named_query(name) is None:
        raise AskedError(f"there is no example {name[:60]!r}", hint="The page lists all of them: /query")
    chosen = next(one for one in help_.examples if one.name == name)
    return Page(
        title="Query",
        template="query.html.j2",
        shown={
            "help": help_,
            "terms": to_data(help_.terms),
            "chosen": chosen,
            "query": options.one("query") or chosen.query,
            "is_example": not options.one("query"),
        },
        data=help_,
        section="/query",
        scripts=("query.js",),
    )


def _example(query: NamedQuery) -> Example:
    lines = query.text.splitlines()
    head = next((place for place, line in enumerate(lines) if line and not line.startswith("#")), 0)
    values = query.bind(query.header.examples())
    text = bind_parameters("\n".join(lines[head:]).strip() + "\n", values)
    return Example(query.name, query.header.title, query.header.answers, text, query.header.notes)


def _terms(store: Store) -> Iterator[Term]:
    found: dict[str, Term] = {}
    for row in store.select(_OWL + PREFIXES + _TERMS % (ONTOLOGY, SCHEME)):
        iri = str(row["term"])
        name = f"trv:{iri.removeprefix(ONTOLOGY)}" if iri.startswith(ONTOLOGY) else f"<{iri}>"
        kind = _KINDS[str(row["kind"]).rpartition("#")[2]]
        found[name] = Term(name, kind, str(row["label"] or ""), str(row["meaning"] or ""))
    return iter(sorted(found.values(), key=lambda term: term.name))


def _themes(store: Store) -> Iterator[tuple[str, str, str]]:
    """Give IRI, label and wider theme (empty at the top) of every theme, sorted by label."""
    rows = {(str(row["theme"]), str(row["label"]), str(row["broader"] or "")) for row in store.select(PREFIXES + _THEMES)}
    return iter(sorted(rows, key=lambda row: (row[1], row[0])))
