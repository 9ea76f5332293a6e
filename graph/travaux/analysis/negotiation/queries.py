"""What the network of a negotiation asks of the store: one query for each kind of thing and each kind of link.

Only basic patterns, OPTIONAL, UNION, NOT EXISTS and one comparison: every SPARQL 1.1 server answers them. All are DISTINCT,
because a default graph that is
the union of the named graphs may count a triple of two graphs twice.
"""

from __future__ import annotations

BASE = "SELECT DISTINCT ?thing ?name WHERE { { ?thing a trv:Document } UNION { ?thing a trv:Instrument } ?thing trv:name ?name }"

CORPUS = """\
SELECT DISTINCT ?title ?description WHERE {
  ?corpus a trv:Corpus ; dcterms:title ?title OPTIONAL { ?corpus dcterms:description ?description }
}"""

_PROPERTIES = {
    "label": "rdfs:label",
    "title": "dcterms:title",
    "number": "trv:number",
    "order": "trv:order",
    "span": "trv:span",
    "document": "trv:document",
    "first_day": "trv:firstDay",
    "last_day": "trv:lastDay",
    "date": "dcterms:date",
    "type": "trv:kind",
    "symbol": "trv:symbol",
    "status": "trv:status",
    "grade": "trv:grade",
    "number_grade": "trv:numberGrade",
    "note": "trv:note",
    "paragraph": "trv:paragraph",
    "claim": "trv:claim",
    "stance": "trv:stance",
    "cue": "trv:cue",
    "review": "trv:review",
    "act": "trv:act",
    "rule": "trv:rule",
    "rationale": "trv:rationale",
    "condition": "trv:condition",
    "contrast": "trv:contrast",
    "speaker": "trv:speaker",
    "role": "trv:role",
    "name": "trv:name",
    "capacity": "trv:capacity",
    "organization": "trv:organization",
    "on_behalf_of": "trv:onBehalfOf",
    "state": "trv:state",
    "topic": "trv:topic",
    "asked": "trv:asked",
}

_PLACE = ("order", "document", "paragraph", "span")

THINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "consultation": ("Consultation", ("title", "first_day", "last_day")),
    "document": ("Document", ("title", "type", "date", "symbol")),
    "instrument": ("Instrument", ("title", "symbol", "status", "order", "date")),
    "chapter": ("Chapter", ("title", "number", "order", "grade", "number_grade", "note")),
    "article": ("Article", ("title", "number", "order", "grade", "number_grade", "note")),
    "preambular-paragraph": ("PreambularParagraph", ("title", "number", "order", "grade", "number_grade", "note")),
    "section": ("Section", ("title", "order", "document", "span")),
    "agenda-item": ("AgendaItem", ("title", "number", "order", "document", "span")),
    "panel": ("Panel", ("order", "document", "paragraph", "span")),
    "participation": ("Participation", ("name", "role", "capacity", "organization", "on_behalf_of", "state", *_PLACE)),
    "question": ("Question", ("number", "order", "document", "span")),
    "paragraph": ("Paragraph", ("number", "order", "document", "span")),
    "statement": (
        "Statement",
        (
            *("claim", "stance", "act", "cue", "rule", "review", "speaker", "rationale", "condition", "contrast"),
            *("document", "paragraph", "span"),
        ),
    ),
    "position": ("Position", ("claim",)),
    "outcome": ("Outcome", ("topic", "asked", "type", "grade", "note")),
}
"""Kind of node → class of the ontology and the properties that a node of that kind may have."""

THEMES = """\
SELECT DISTINCT ?thing ?label ?note WHERE {
  { ?thing a trv:Theme } UNION { ?thing a skos:Concept }
  { ?thing skos:prefLabel ?label } UNION { ?thing trv:prefLabel ?label }
  OPTIONAL { { ?thing skos:definition ?note } UNION { ?thing trv:definition ?note } }
}"""
"""Themes are SKOS concepts, and so are the controlled words of the ontology, which the reader leaves out."""

LINKS: dict[str, str] = {
    "document": "?from a trv:Consultation . ?to a trv:Document ; trv:consultation ?from",
    "agenda": "?from a trv:Consultation . ?to a trv:AgendaItem ; trv:consultation ?from",
    "part": "?to a trv:AgendaItem ; trv:parent ?from",
    "discusses": "?from a trv:AgendaItem ; trv:chapter ?to",
    "reported-in": "?from a trv:AgendaItem . ?to a trv:Paragraph ; trv:agendaItem ?from",
    "paragraph": "?to a trv:Paragraph ; trv:document ?from",
    "section": "?to a trv:Section ; trv:document ?from",
    "section-chapter": "?from a trv:Section ; trv:chapter ?to",
    "section-paragraph": "?from a trv:Section . ?to a trv:Paragraph ; trv:section ?from",
    "question": "?from a trv:Section . ?to a trv:Question ; trv:section ?from",
    "asks-about": "?from a trv:Question ; trv:chapter ?to",
    "panel": "?from a trv:AgendaItem . ?to a trv:Panel ; trv:agendaItem ?from",
    "panellist": "?from a trv:Panel . ?to a trv:Participation ; trv:panel ?from",
    "names": "?from a trv:Paragraph . ?to a trv:Participation ; trv:paragraph ?from",
    "instrument": "?from a trv:Consultation ; trv:instrument ?to",
    "chapter": "?to a trv:Chapter ; trv:instrument ?from",
    "article": "?to a trv:Article ; trv:chapter ?from",
    "provision": "?to a trv:Article ; trv:instrument ?from FILTER NOT EXISTS { ?to trv:chapter ?chapter }",
    "preambular-paragraph": "?to a trv:PreambularParagraph ; trv:instrument ?from",
    "statement": "?from a trv:Paragraph . ?to a trv:Statement ; trv:paragraph ?from",
    "statement-provision": "?from a trv:Statement ; trv:provision ?to",
    "statement-question": "?from a trv:Statement ; trv:question ?to",
    "statement-partial-question": "?from a trv:Statement ; trv:partialQuestion ?to",
    "statement-theme": "?from a trv:Statement ; trv:theme ?to",
    "says": "?from a trv:Participation . ?to a trv:Statement ; trv:speaker ?speaker . ?speaker trv:participation ?from",
    "expresses": "?from a trv:Statement ; trv:position ?to",
    "same-person": "?from a trv:Participation ; trv:person ?person . ?to a trv:Participation ; trv:person ?person FILTER(?from != ?to)",
    "outcome": "?to a trv:Outcome ; trv:provision ?from",
    "asked-in": "?to a trv:Outcome ; trv:askedIn ?from",
    "broader": "{ ?from skos:broader ?to } UNION { ?from trv:broader ?to }",
}
"""Kind of edge → the pattern that binds its ends; see ``negotiation_network`` for what each means."""

THEME_PROVISIONS = """\
SELECT DISTINCT ?from ?to WHERE {
  { ?to a trv:Article } UNION { ?to a trv:Chapter } UNION { ?to a trv:PreambularParagraph }
  ?from ?relation ?to .
  { ?from a skos:Concept } UNION { ?from a trv:Theme }
}"""

CITATIONS = """\
SELECT DISTINCT ?from ?to ?quote ?start ?end WHERE {
  ?reference a trv:Reference ; trv:paragraph ?from ; trv:provision ?to ; trv:span ?span .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
}"""

CORRESPONDENCES = """\
SELECT DISTINCT ?from ?to ?type ?grade WHERE {
  ?correspondence a trv:Correspondence ; trv:earlier ?from ; trv:later ?to ; trv:kind ?type ; trv:grade ?grade .
}"""

RELATIONS = """\
SELECT DISTINCT ?from ?to ?type ?marking ?quote ?start ?end ?document WHERE {
  ?relation a trv:Relation ; trv:premise ?from ; trv:conclusion ?to ; trv:kind ?type ; trv:marking ?marking ; trv:span ?span .
  ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end ; trv:document ?document .
}"""

SPEAKERS = "SELECT DISTINCT ?thing ?label ?prevalence WHERE { ?thing a trv:Speaker ; rdfs:label ?label ; trv:prevalence ?prevalence }"

REASONS = """\
SELECT DISTINCT ?from ?to ?reason ?confidence WHERE {
  ?link a trv:Link ; trv:statement ?from ; trv:linkedTo ?to ; trv:reason ?reason ; trv:confidence ?confidence
}"""
"""Why a statement is linked to a theme, a question or a position, in a clause."""

DECISIONS = """\
SELECT DISTINCT ?thing ?reviewer ?at ?reason WHERE {
  ?decision a trv:Decision ; trv:subject ?thing ; trv:inForce true ; trv:at ?at ; trv:reviewer/trv:name ?reviewer .
  OPTIONAL { ?decision trv:reason ?reason }
}"""
"""Who decided about a statement, a position or a relation, when and why: the decisions in force."""

ACTORS = """\
SELECT DISTINCT ?thing ?label WHERE {
  { ?somebody trv:organization ?thing } UNION { ?somebody trv:onBehalfOf ?thing } UNION { ?somebody trv:state ?thing }
  ?thing rdfs:label ?label
}"""

SOURCES = """\
SELECT DISTINCT ?thing ?name ?title ?link WHERE {
  ?thing a trv:Source ; trv:name ?name ; dcterms:title ?title OPTIONAL { ?thing trv:link ?link }
}"""

FACTS = """\
SELECT DISTINCT ?from ?thing ?text ?order ?grade WHERE {
  ?from trv:fact ?thing . ?thing trv:text ?text ; trv:order ?order ; trv:grade ?grade
}"""

RESTS_ON = """\
SELECT DISTINCT ?from ?to WHERE { { ?from a trv:Outcome } UNION { ?from a trv:Fact } ?from trv:source ?to }"""

SPANS = "SELECT DISTINCT ?thing ?quote ?start ?end WHERE { ?thing a trv:Span ; trv:quote ?quote ; trv:start ?start ; trv:end ?end }"

FINDINGS = """\
SELECT DISTINCT ?finding ?check ?severity ?message ?document ?subject ?quote ?start ?end ?place WHERE {
  ?finding a trv:Finding ; trv:check ?check ; trv:severity ?severity ; trv:message ?message .
  FILTER(!STRSTARTS(?check, "review-"))
  OPTIONAL { ?finding trv:document ?document }
  OPTIONAL { ?finding trv:subject ?subject }
  OPTIONAL { ?finding trv:span ?span . ?span trv:quote ?quote ; trv:start ?start ; trv:end ?end ; trv:document ?place }
}"""


def things_query(model_class: str, properties: tuple[str, ...]) -> str:
    """Write the query for all things of a class that nobody has rejected: ``?thing``, ``?label`` and a variable for each property.

    Properties may be absent.
    """
    optional = " ".join(f"OPTIONAL {{ ?thing {_PROPERTIES[name]} ?{name} }}" for name in properties)
    variables = " ".join(f"?{name}" for name in properties)
    standing = "FILTER NOT EXISTS { ?thing trv:review <https://w3id.org/travaux/scheme/review-status/rejected> }"
    return f"SELECT DISTINCT ?thing ?label {variables} WHERE {{ ?thing a trv:{model_class} ; rdfs:label ?label {standing} {optional} }}"


def links_query(pattern: str) -> str:
    """Write the query for all pairs that a pattern binds."""
    return f"SELECT DISTINCT ?from ?to WHERE {{ {pattern} }}"
