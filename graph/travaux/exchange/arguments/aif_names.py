"""The names of the ontology of AIF, and of ours where it has none."""

from __future__ import annotations

from enum import StrEnum

from travaux.exchange.arguments.aif_nodes import ILLOCUTION, RELATIONS, TRANSITION
from travaux.model.schemes import Act, Marking, Prevalence, RelationForm, Stance
from travaux.model.store import Iri
from travaux.rdf.terms import NAMESPACES, ONTOLOGY

AIF = "http://www.arg.dundee.ac.uk/aif#"
"""The namespace of the ontology, as its specification gives it."""
NAMES = (AIF, "http://www.arg.tech/aif#")
"""The namespaces under which its names stand in files; the second is that of AIFdb."""
VOID = "http://rdfs.org/ns/void#"

CLAIM_TEXT, SOURCE, CREATED = "claimText", "source", "creationDate"
PREMISE, CONCLUSION, SPOKEN, CONTENT, ANCHOR = "Premise", "Conclusion", "Locution", "IllocutionaryContent", "Anchor"

LINKS: dict[str, tuple[frozenset[str], bool]] = {
    PREMISE: (RELATIONS, False),
    "ConflictingElement": (RELATIONS, False),
    CONCLUSION: (RELATIONS, True),
    "ConflictedElement": (RELATIONS, True),
    SPOKEN: (frozenset({ILLOCUTION}), False),
    CONTENT: (frozenset({ILLOCUTION}), True),
    ANCHOR: (frozenset({ILLOCUTION}), False),
    "StartLocution": (frozenset({TRANSITION}), False),
    "EndLocution": (frozenset({TRANSITION}), True),
}
"""Properties between nodes: types of the node that the property belongs to, and whether the edge leads away from that node.

Files of AIFdb give each in both directions; which of the two nodes is which, their types tell.
"""

WORDS: dict[str, type[StrEnum]] = {"act": Act, "stance": Stance, "prevalence": Prevalence, "form": RelationForm, "marking": Marking}
"""Fields whose values are concepts."""

ON_NODE = {"cue": Iri(f"{ONTOLOGY}cue"), **{key: Iri(ONTOLOGY + key) for key in ("act", "stance", "form", "marking")}}
"""Fields of a statement or a relation, by the properties of our ontology."""
ON_SPEAKER = {"speaker": Iri(f"{ONTOLOGY}phrase"), "prevalence": Iri(f"{ONTOLOGY}prevalence")}
"""Fields of whoever speaks."""
ON_PASSAGE = {
    "quote": Iri(f"{ONTOLOGY}quote"),
    "source": Iri(f"{ONTOLOGY}document"),
    "paragraph": Iri(f"{NAMESPACES['skos']}notation"),
    "start": Iri(f"{ONTOLOGY}start"),
    "end": Iri(f"{ONTOLOGY}end"),
}
"""Fields of the passage that is quoted; its notation is the printed number of the paragraph."""
HAS_SPEAKER, HAS_PASSAGE = Iri(f"{ONTOLOGY}speaker"), Iri(f"{NAMESPACES['dcterms']}source")
PART_OF = Iri(f"{NAMESPACES['dcterms']}isPartOf")
TITLE, VERSION = Iri(f"{NAMESPACES['dcterms']}title"), Iri(f"{NAMESPACES['owl']}versionInfo")
DATASET, DOCUMENT = Iri(f"{VOID}Dataset"), Iri(f"{ONTOLOGY}Document")
ON_DOCUMENT = {
    "title": TITLE,
    "symbol": Iri(f"{ONTOLOGY}symbol"),
    "date": Iri(f"{NAMESPACES['dcterms']}date"),
    "link": Iri(f"{ONTOLOGY}link"),
}
"""Fields of a document that is quoted."""
