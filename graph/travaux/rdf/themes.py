"""The thesaurus of a corpus: ``themes.ttl`` as records and as quads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from travaux.model.identity import Id
from travaux.model.theme import Theme
from travaux.rdf.terms import NAMESPACES, RDFS_LABEL
from travaux.rdf.thesaurus import NEGATIVE, PROVISION, REVIEW, REVIEWS, SIGNAL, SKOS, Thesaurus, read_thesaurus

FILE = "themes.ttl"
"""The file of a corpus that its thesaurus is in; a corpus may have none."""


def read_themes(path: Path, base: str) -> tuple[Theme, ...]:
    """Read the themes in the order of the file; none if there is no such file.

    ``base`` is the base IRI of the corpus: IRIs in the file are relative to it (``<theme/scope>``). Raises ``CorpusError`` with line and
    column if the file is not Turtle, or telling every mistake at once if it is not a thesaurus.
    """
    thesaurus = read_thesaurus(path, base)
    return tuple(_theme(thesaurus, key) for key in thesaurus.themes())


def theme_quads(path: Path, base: str, graph: str) -> list[Quad]:
    """Read the file as quads of the named graph, sorted, each thing with its name as ``rdfs:label`` too.

    Raises as ``read_themes`` does.
    """
    thesaurus, context = read_thesaurus(path, base), NamedNode(graph)
    quads = {Quad(*triple, context) for triple in thesaurus.triples}
    for subject, values in thesaurus.values.items():
        names = values.get(SKOS + "prefLabel") or values.get(NAMESPACES["dcterms"] + "title")
        if names and RDFS_LABEL not in values:
            quads.add(Quad(NamedNode(subject), NamedNode(RDFS_LABEL), Literal(_english(names)), context))
    return sorted(quads, key=str)


def _theme(thesaurus: Thesaurus, key: Id) -> Theme:
    definitions = thesaurus.of(key, SKOS + "definition")
    notes = thesaurus.of(key, SKOS + "scopeNote")
    reviews = thesaurus.of(key, REVIEW)
    return Theme(
        id=key,
        name=key.partition("/")[2],
        pref_label=_english(thesaurus.of(key, SKOS + "prefLabel")),
        alt_labels=thesaurus.texts(key, SKOS + "altLabel"),
        signal_phrases=thesaurus.texts(key, SIGNAL),
        negative_phrases=thesaurus.texts(key, NEGATIVE),
        definition=_english(definitions) if definitions else None,
        scope_note=_english(notes) if notes else None,
        broader=thesaurus.ids(key, SKOS + "broader"),
        related=thesaurus.ids(key, SKOS + "related"),
        provisions=thesaurus.ids(key, PROVISION),
        review=REVIEWS[reviews[0].value] if reviews else None,
    )


def _english(names: Iterable[NamedNode | Literal]) -> str:
    """Choose one text: in English if there is one, else without language, else the first by language."""
    texts = [name for name in names if isinstance(name, Literal)]
    order = {"en": "", None: " "}
    return min(texts, key=lambda text: (order.get(text.language, text.language or ""), text.value)).value
