"""What the reports of a consultation print of it: agenda, panels, people, attendance, and what in them does not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from travaux.analysis.dossiers.cells import count, find_cells, words
from travaux.analysis.dossiers.said import STANCES, Tally
from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.sparql import PREFIXES, last_word, listed
from travaux.model.identity import Id
from travaux.model.schemes import Capacity, Prevalence, Severity
from travaux.model.sentences import sentence_at
from travaux.model.store import Store, Value

Row = Mapping[str, Value]

_AGENDA = """SELECT DISTINCT ?item ?number ?title ?order ?parent ?chapter ?chapter_label ?span WHERE {
  VALUES ?item { %s }
  ?item trv:number ?number ; trv:order ?order ; trv:span ?span .
  OPTIONAL { ?item trv:title|dcterms:title ?title } OPTIONAL { ?item trv:parent ?parent }
  OPTIONAL { ?item trv:chapter ?chapter . ?chapter rdfs:label ?chapter_label }
}"""
_PEOPLE = """SELECT DISTINCT ?part ?name ?capacity ?honorific ?role ?person ?order ?panel ?span ?link ?whom ?called WHERE {
  VALUES ?part { %s }
  ?part trv:name ?name ; trv:capacity ?capacity ; trv:person ?person ; trv:span ?span .
  OPTIONAL { ?part trv:honorific ?honorific } OPTIONAL { ?part trv:role ?role }
  OPTIONAL { ?part trv:order ?order } OPTIONAL { ?part trv:panel ?panel }
  OPTIONAL { VALUES ?link { trv:organization trv:onBehalfOf trv:state } ?part ?link ?whom . ?whom trv:name ?called }
}"""
_PANELS = """SELECT DISTINCT ?panel ?order ?item ?label ?span WHERE {
  VALUES ?panel { %s }
  ?panel trv:order ?order ; rdfs:label ?label ; trv:span ?span .
  OPTIONAL { ?panel trv:agendaItem ?item }
}"""
_ATTENDANCE = """SELECT DISTINCT ?figure ?category ?count ?order ?whole ?span WHERE {
  VALUES ?figure { %s }
  ?figure trv:category ?category ; trv:count ?count ; trv:order ?order ; trv:span ?span .
  OPTIONAL { ?figure trv:partOf ?whole }
}"""
_FINDINGS = """SELECT DISTINCT ?finding ?check ?severity ?message ?subject ?document ?title ?source ?start ?end ?quote WHERE {
  { SELECT DISTINCT ?finding WHERE { VALUES ?own { %s } { ?finding trv:document ?own } UNION { ?finding trv:span/trv:document ?own }
    ?finding a trv:Finding } }
  ?finding trv:check ?check ; trv:severity ?severity ; trv:message ?message ; trv:span ?span .
  ?span trv:start ?start ; trv:end ?end ; trv:quote ?quote ; trv:document ?source . ?source trv:name ?document ; dcterms:title ?title .
  OPTIONAL { ?finding trv:subject ?subject }
}"""
_ALL = "SELECT DISTINCT ?thing WHERE {{ ?thing a trv:{} }}"
_HOLDERS = """SELECT DISTINCT ?source ?first ?last ?text WHERE {
  VALUES ?source { %s }
  ?holder a trv:Paragraph ; trv:document ?source ; trv:span ?span . ?span trv:start ?first ; trv:end ?last ; trv:quote ?text .
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Characters of a document, where a report prints something."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a capacity; ``organization``, ``on_behalf_of`` and ``state`` are identifier and name."""

    id: Id
    person: Id
    name: str
    honorific: str | None
    capacity: Capacity
    role: str | None
    organization: tuple[Id, str] | None
    on_behalf_of: tuple[Id, str] | None
    state: tuple[Id, str] | None
    order: int
    panel: Id | None
    printed: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel and its panellists in the order printed; ``item`` is the agenda item that it was held under."""

    id: Id
    label: str
    order: int
    item: Id | None
    people: tuple[Person, ...]
    printed: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An agenda item: what was recorded under it, by stance, without what was under its parts; ``parts`` are lettered items below it.

    ``strongest`` are the strongest words of prevalence of these statements. ``printed`` is where the report introduces the item.
    """

    id: Id
    number: str
    title: str | None
    chapter: tuple[Id, str] | None
    statements: int
    tallies: tuple[Tally, ...]
    strongest: tuple[Prevalence, ...]
    printed: Passage
    panels: tuple[Panel, ...] = ()
    parts: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A printed figure of attendance, and the figures that are parts of it. It counts those present, never those who held a view."""

    id: Id
    category: str
    count: int
    printed: Passage
    parts: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A sentence that shows a finding: the words of the text, and the document that holds them."""

    sentence: str
    document_title: str
    place: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsound:
    """Something that does not add up, with the sentences that show it, each once."""

    id: Id
    check: str
    severity: Severity
    message: str
    subject: Id | None
    sentences: tuple[Shown, ...]


class Printed:
    """What some documents, given by their IRIs, print; ``base`` is what the identifiers of their things are relative to."""

    def __init__(self, store: Store, base: str, documents: Iterable[str]) -> None:
        self._store, self._base, self._documents = store, base, sorted(documents)
        self._prefixes = tuple(f"{document}/" for document in self._documents)

    def agenda(self, scope: Scope) -> tuple[Item, ...]:
        """Read the agenda as a tree, in the order of the reports, with what the statements of a scope say under each item."""
        rows = sorted(self._ask("AgendaItem", _AGENDA), key=_printed_order)
        below = defaultdict[str, list[Row]](list)
        for row in _once(rows, "item"):
            below[str(row["parent"] or "")].append(row)
        panels = defaultdict[Id, list[Panel]](list)
        for panel in self.panels:
            if panel.item:
                panels[panel.item].append(panel)

        def item(row: Row) -> Item:
            cells = find_cells(scope.linked(scope.columns.agenda_item, str(row["item"])))
            by_stance = {stance: [cell for cell in cells if cell.stance is stance] for stance in STANCES}
            return Item(
                id=self._id(row["item"]),
                number=str(row["number"]),
                title=str(row["title"]) if row["title"] else None,
                chapter=(self._id(row["chapter"]), str(row["chapter_label"])) if row["chapter"] else None,
                statements=count(cells),
                tallies=tuple(
                    Tally(
                        stance=stance,
                        statements=count(its),
                        positions=len({cell.position for cell in its} - {None}),
                        strongest=words(its),
                    )
                    for stance, its in by_stance.items()
                    if its
                ),
                strongest=words(cells),
                printed=_passage(row),
                panels=tuple(panels.get(self._id(row["item"]), ())),
                parts=tuple(item(one) for one in below.get(str(row["item"]), ())),
            )

        return tuple(item(row) for row in below[""])

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """The panels in the order of the reports, each with its panellists in the order printed."""
        seated = defaultdict[Id, list[Person]](list)
        for person in self.people:
            if person.panel:
                seated[person.panel].append(person)
        rows = sorted(self._ask("Panel", _PANELS), key=_printed_order)
        return tuple(
            Panel(
                id=self._id(row["panel"]),
                label=str(row["label"]),
                order=int(str(row["order"])),
                item=self._id(row["item"]) if row["item"] else None,
                people=tuple(seated.get(self._id(row["panel"]), ())),
                printed=_passage(row),
            )
            for row in _once(rows, "panel")
        )

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Who took part in which capacity, in the order of the reports."""
        rows = self._ask("Participation", _PEOPLE)
        whom = defaultdict[str, dict[str, tuple[Id, str]]](dict)
        for row in rows:
            if row["link"]:
                whom[str(row["part"])][str(row["link"]).rpartition("#")[2]] = (self._id(row["whom"]), str(row["called"]))
        people = [self._person(row, whom[str(row["part"])]) for row in _once(rows, "part")]
        return tuple(sorted(people, key=lambda one: (one.printed.document, one.printed.start, one.order)))

    def _person(self, row: Row, whom: Mapping[str, tuple[Id, str]]) -> Person:
        return Person(
            id=self._id(row["part"]),
            person=self._id(row["person"]),
            name=str(row["name"]),
            honorific=str(row["honorific"]) if row["honorific"] else None,
            capacity=Capacity(last_word(row["capacity"])),
            role=str(row["role"]) if row["role"] else None,
            organization=whom.get("organization"),
            on_behalf_of=whom.get("onBehalfOf"),
            state=whom.get("state"),
            order=int(str(row["order"])) if row["order"] is not None else 0,
            panel=self._id(row["panel"]) if row["panel"] else None,
            printed=_passage(row),
        )

    def attendance(self) -> tuple[Figure, ...]:
        """Read the figures of attendance in the order printed, those that are parts of others under them."""
        rows = sorted(self._ask("Attendance", _ATTENDANCE), key=_printed_order)
        below = defaultdict[str, list[Row]](list)
        for row in _once(rows, "figure"):
            below[str(row["whole"] or "")].append(row)

        def figure(row: Row) -> Figure:
            return Figure(
                id=self._id(row["figure"]),
                category=str(row["category"]),
                count=int(str(row["count"])),
                printed=_passage(row),
                parts=tuple(figure(one) for one in below.get(str(row["figure"]), ())),
            )

        return tuple(figure(row) for row in below[""])

    def findings(self) -> tuple[Unsound, ...]:
        """Read what does not add up in the documents, or between them and others, with the sentences that show it."""
        rows = sorted(self._found(), key=lambda row: (str(row["finding"]), str(row["document"]), int(str(row["start"]))))
        by_finding = defaultdict[str, list[Row]](list)
        for row in rows:
            by_finding[str(row["finding"])].append(row)
        texts = self._texts({str(row["source"]) for row in rows})
        return tuple(
            Unsound(
                id=self._id(iri),
                check=str(its[0]["check"]),
                severity=Severity(last_word(its[0]["severity"])),
                message=str(its[0]["message"]),
                subject=self._id(its[0]["subject"]) if its[0]["subject"] else None,
                sentences=tuple(dict.fromkeys(_shown(row, texts) for row in its)),
            )
            for iri, its in by_finding.items()
        )

    def _found(self) -> Iterable[Row]:
        return self._store.select(PREFIXES + _FINDINGS % listed(self._documents)) if self._documents else ()

    def _texts(self, sources: set[str]) -> dict[str, list[tuple[int, int, str]]]:
        found = defaultdict[str, list[tuple[int, int, str]]](list)
        for row in self._store.select(PREFIXES + _HOLDERS % listed(sorted(sources))) if sources else ():
            found[str(row["source"])].append((int(str(row["first"])), int(str(row["last"])), str(row["text"])))
        return found

    def _ask(self, kind: str, query: str) -> list[Row]:
        """Ask about the things of a class that the documents print; they are named first, for a store goes from few things to few."""
        things = (str(row["thing"]) for row in self._store.select(PREFIXES + _ALL.format(kind)))
        wanted = sorted(thing for thing in things if thing.startswith(self._prefixes))
        return list(self._store.select(PREFIXES + query % listed(wanted))) if wanted else []

    def _id(self, iri: Value) -> Id:
        return Id(str(iri).removeprefix(self._base))


def _once(rows: Iterable[Row], name: str) -> Iterable[Row]:
    found = dict[str, Row]()
    for row in rows:
        found.setdefault(str(row[name]), row)
    return found.values()


def _passage(row: Row) -> Passage:
    """Read the place of a span from its identifier, which ends in the name of its document and the two characters.

    A store would otherwise read all spans of the corpus for a few.
    """
    document, _, characters = str(row["span"]).rpartition("/document/")[2].partition("/span/")
    start, _, end = characters.partition("-")
    return Passage(document=document, start=int(start), end=int(end))


def _printed_order(row: Row) -> tuple[str, int]:
    return _passage(row).document, int(str(row["order"]))


def _shown(row: Row, texts: Mapping[str, list[tuple[int, int, str]]]) -> Shown:
    """Give the sentence that words stand in; of words outside every paragraph, these words."""
    start, end = int(str(row["start"])), int(str(row["end"]))
    for first, last, text in texts.get(str(row["source"]), ()):
        if first <= start and end <= last:
            begin, stop = sentence_at(text, start - first, end - first)
            place = Passage(document=str(row["document"]), start=first + begin, end=first + stop)
            return Shown(sentence=text[begin:stop], document_title=str(row["title"]), place=place)
    return Shown(
        sentence=str(row["quote"]), document_title=str(row["title"]), place=Passage(document=str(row["document"]), start=start, end=end)
    )
