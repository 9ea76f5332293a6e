"""Which consultations were searched, what their agendas have on a matter, and how many statements they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from travaux.analysis.dossiers.said import Meeting
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_SEARCHED = """SELECT DISTINCT ?document ?document_title ?consultation ?title ?day WHERE {
  ?source a trv:Document ; trv:name ?document ; dcterms:title ?document_title .
  ?source trv:kind ?kind .
  FILTER(?kind != <https://w3id.org/travaux/scheme/document-kind/concept-note>)
  FILTER(?kind != <https://w3id.org/travaux/scheme/document-kind/draft-text>)
  OPTIONAL { ?source trv:consultation ?meeting . ?meeting trv:name ?consultation ; dcterms:title ?title ; trv:firstDay ?day }
}"""
_AGENDA = """SELECT DISTINCT ?name ?label ?order WHERE {
  VALUES ?chapter { %s }
  ?item a trv:AgendaItem ; trv:chapter ?chapter ; trv:order ?order ; rdfs:label ?label ; trv:consultation/trv:name ?name .
}"""


def find_meetings(
    store: Store, selection: Selection, counts: Mapping[str | None, int], agenda: Mapping[str, tuple[str, ...]] | None
) -> tuple[Meeting, ...]:
    """Find the consultations that the selection leaves, in the order of their days, each with its count."""
    titles, documents = dict[tuple[str, str | None], str | None](), defaultdict[tuple[str, str | None], set[str]](set)
    for row in store.select(PREFIXES + _SEARCHED):
        name = str(row["consultation"]) if row["consultation"] else None
        if _is_left(selection, name, str(row["document"])):
            place = (str(row["day"] or "~"), name)
            titles[place] = str(row["title"]) if row["title"] else None
            documents[place].add(str(row["document_title"]))
    return tuple(
        Meeting(
            name=place[1],
            title=titles[place],
            statements=counts.get(place[1], 0),
            documents=tuple(sorted(documents[place])),
            items=None if agenda is None or place[1] is None else agenda.get(place[1], ()),
        )
        for place in sorted(titles, key=lambda place: (place[0], place[1] or ""))
    )


def find_agenda(store: Store, chapters: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Find the agenda items about chapters of a treaty, given by IRI: their labels by the name of the consultation."""
    values = " ".join(f"<{iri}>" for iri in sorted(set(chapters)))
    found = defaultdict[str, list[tuple[int, str]]](list)
    for row in store.select(PREFIXES + _AGENDA % values) if values else ():
        found[str(row["name"])].append((int(str(row["order"])), str(row["label"])))
    return {name: tuple(dict.fromkeys(label for _, label in sorted(items))) for name, items in found.items()}


def _is_left(selection: Selection, consultation: str | None, document: str) -> bool:
    met = not selection.consultations or consultation in selection.consultations
    return met and (not selection.documents or document in selection.documents)
