"""What a search for themes reads from the store: the words of statements, the paragraphs around them, the names on file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store, Value

_PARTS = """SELECT DISTINCT ?statement ?paragraph ?document ?start ?end ?quote WHERE {{
{selected}
?statement trv:document ?document .
{{ ?statement trv:span ?span }} UNION {{ ?statement trv:rationale ?span }} UNION {{ ?statement trv:condition ?span }}
UNION {{ ?statement trv:contrast ?span }}
?span trv:start ?start ; trv:end ?end ; trv:quote ?quote .
OPTIONAL {{ ?statement trv:paragraph ?paragraph }}
}}"""
_THEMES = "SELECT DISTINCT ?statement ?theme WHERE {{ {selected} ?statement trv:theme ?theme }}"
_PARAGRAPHS = """SELECT DISTINCT ?paragraph ?document ?document_title ?meeting ?order ?printed ?start ?quote WHERE {
?paragraph a trv:Paragraph ; trv:document ?document ; trv:order ?order ; trv:span ?span .
?span trv:start ?start ; trv:quote ?quote .
?document dcterms:title ?document_title .
OPTIONAL { ?paragraph trv:number ?printed }
OPTIONAL { ?document trv:consultation/trv:name ?meeting }
}"""
_DOCUMENTS = """SELECT DISTINCT ?document ?document_title ?meeting WHERE {
?document a trv:Document ; dcterms:title ?document_title .
OPTIONAL { ?document trv:consultation/trv:name ?meeting }
}"""
_ACTORS = """SELECT DISTINCT ?name WHERE {
VALUES ?kind { trv:Person trv:Organization trv:State } ?actor a ?kind .
{ ?actor rdfs:label ?name } UNION { ?actor trv:acronym ?name } }"""
_TITLES = """SELECT DISTINCT ?name WHERE {
{ ?thing a trv:Corpus ; dcterms:title ?name } UNION { ?thing a trv:Document ; dcterms:title ?name }
UNION { ?thing a trv:Consultation ; dcterms:title ?name } UNION { ?thing trv:body ?name } UNION { ?thing trv:versionOf ?name }
UNION { ?thing a trv:InstrumentVersion ; dcterms:title ?name } }"""
_THEME_NAMES = "SELECT DISTINCT ?theme ?name WHERE { ?theme a trv:Theme ; rdfs:label ?name }"


@dataclass(slots=True)
class Content:
    """The words of a statement: its quote, reason, condition and contrast as ranges of the document's characters, with their text."""

    statement: str
    document: str
    paragraph: str | None
    parts: list[tuple[int, int, str]] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its document, the name of its consultation, its printed number or ``block-n``, and its text from ``start``.

    A ``number`` of ``None`` stands for a document of which no paragraph is known.
    """

    document: str
    document_title: str
    consultation: str | None
    number: str | None
    start: int
    text: str


def find_contents(store: Store, selection: Selection = ALL) -> list[Content]:
    """Find the words and themes of the statements selected, sorted by their IRIs; all of them pass through memory."""
    found: dict[str, Content] = {}
    pattern = selection.pattern()
    for row in store.select(PREFIXES + _PARTS.format(selected=pattern)):
        said = str(row["statement"])
        content = found.setdefault(said, Content(said, str(row["document"]), _text(row["paragraph"])))
        content.parts.append((int(str(row["start"])), int(str(row["end"])), str(row["quote"])))
    for row in store.select(PREFIXES + _THEMES.format(selected=pattern)):
        if str(row["statement"]) in found:
            found[str(row["statement"])].themes.append(str(row["theme"]))
    for content in found.values():
        content.parts.sort()
        content.themes.sort()
    return [found[iri] for iri in sorted(found)]


def find_paragraphs(store: Store) -> dict[str, Paragraph]:
    """Find all paragraphs by their IRIs, and every document as a paragraph without text by its own."""
    found = {
        str(row["document"]): Paragraph(str(row["document"]), str(row["document_title"]), _text(row["meeting"]), None, 0, "")
        for row in store.select(PREFIXES + _DOCUMENTS)
    }
    for row in store.select(PREFIXES + _PARAGRAPHS):
        number = str(row["printed"]) if row["printed"] is not None else f"block-{row['order']}"
        meeting, start = _text(row["meeting"]), int(str(row["start"]))
        told = Paragraph(str(row["document"]), str(row["document_title"]), meeting, number, start, str(row["quote"]))
        found[str(row["paragraph"])] = told
    return found


def find_names(store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find the names of actors, and the titles of instruments, documents, consultations, bodies and the corpus; both sorted."""
    actors, titles = (sorted({str(row["name"]) for row in store.select(PREFIXES + query)}) for query in (_ACTORS, _TITLES))
    return tuple(actors), tuple(titles)


def find_theme_names(store: Store) -> dict[str, str]:
    """Find the names of all themes by their IRIs, in one language."""
    names: dict[str, str] = defaultdict(str)
    for row in store.select(PREFIXES + _THEME_NAMES):
        names[str(row["theme"])] = min(filter(None, (names[str(row["theme"])], str(row["name"]))))
    return dict(names)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
