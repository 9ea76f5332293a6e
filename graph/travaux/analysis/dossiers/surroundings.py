"""What stands around a provision, a guiding question or a theme: its neighbours, what is in it, where else it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from travaux.analysis.columns import columns_of
from travaux.analysis.dossiers.article import Described, describe
from travaux.analysis.dossiers.beside import ThemeCount
from travaux.analysis.dossiers.cells import Cell, count, find_cells, unsaid
from travaux.analysis.dossiers.own_words import words_for_theme
from travaux.analysis.dossiers.said import STANCES, Tally
from travaux.analysis.dossiers.scope import Scope, selected_of
from travaux.analysis.dossiers.treaty import get_meant
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, listed
from travaux.analysis.tracing.trace import Place, Step
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.model.identity import Id
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Iri, Store

_ARTICLES = "SELECT DISTINCT ?article WHERE { ?article a trv:Article ; trv:chapter <%s> }"
_PRINTED = """SELECT DISTINCT ?question ?number ?order ?document ?document_title ?words ?section ?chapter WHERE {
  ?question a trv:Question ; trv:number ?number ; trv:order ?order ; trv:document ?source ; trv:span/trv:quote ?words .
  ?source trv:name ?document ; dcterms:title ?document_title .
  OPTIONAL { ?question trv:section ?section }
  OPTIONAL { ?question trv:chapter ?chapter }
}"""
_THEMES_OF = "SELECT DISTINCT ?theme WHERE { VALUES ?place { %s } ?theme trv:provision ?place }"
_ITEMS = """SELECT DISTINCT ?item ?number ?title ?day WHERE {
  VALUES ?chapter { %s } ?item a trv:AgendaItem ; trv:chapter ?chapter ; trv:number ?number ; trv:consultation ?meeting .
  ?meeting dcterms:title ?title ; trv:firstDay ?day
}"""
_RELATED = "SELECT DISTINCT ?theme ?label WHERE { <%s> skos:related ?theme . ?theme skos:prefLabel ?label }"
_NAMED = "SELECT DISTINCT ?actor ?name WHERE { VALUES ?class { trv:Person trv:Organization trv:State } ?actor a ?class ; trv:name ?name }"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCount:
    """An article of a chapter and how many statements cite it."""

    place: Place
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCount:
    """An agenda item, the title of its consultation, and how many statements stand under it in the reports."""

    id: Id
    number: str
    consultation: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a provision of a text.

    ``before`` and ``after`` are its neighbours of the same kind in the same text, ``articles`` those of a chapter in their order,
    ``later`` the provisions of later texts to which steps lead. ``changing`` counts the statements that do not cite it and would change
    its text, ``unnumbered`` those on its themes that do not cite it; ``items`` are the agenda items about a chapter.
    """

    before: Place | None
    after: Place | None
    articles: tuple[ArticleCount, ...]
    later: tuple[Described, ...]
    changing: int = 0
    unnumbered: int = 0
    items: tuple[ItemCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A guiding question as a document prints it."""

    number: str
    words: str
    document: str
    document_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPlace:
    """What stands around a guiding question: its neighbours in the document, the same words in other documents, its section and chapter."""

    before: Printed | None
    after: Printed | None
    elsewhere: tuple[Printed, ...]
    section: Id | None
    chapter: Id | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """What one consultation has on a matter; ``name`` is ``None`` for documents of no consultation."""

    name: str | None
    statements: int
    tallies: tuple[Tally, ...]


def find_surroundings(
    store: Store, treaty: TreatyFile, iri: str, steps: Iterable[Step] = (), *, selection: Selection = ALL
) -> Surroundings:
    """Find what stands around the provision of an IRI; nothing for one that the treaty files do not describe."""
    place = treaty.find_place(iri)
    if place is None:
        return Surroundings(before=None, after=None, articles=(), later=())
    kind = place.id.rsplit("/", 1)[0]
    beside = sorted(
        (one for one in map(treaty.find_place, treaty.places) if one and one.id.startswith(f"{kind}/")), key=lambda one: one.order
    )
    at = beside.index(place)
    base = iri.rpartition("instrument/")[0]
    later = dict.fromkeys(f"{base}{step.later.id}" for step in steps if step.later)
    return Surroundings(
        before=beside[at - 1] if at else None,
        after=beside[at + 1] if at + 1 < len(beside) else None,
        articles=_articles(store, treaty, iri, selection) if "/chapter/" in iri else (),
        later=describe(store, treaty, tuple(later)),
        **_unnumbered(store, treaty, iri, selection),
    )


class _Unnumbered(TypedDict):
    changing: int
    unnumbered: int
    items: tuple[ItemCount, ...]


def _unnumbered(store: Store, treaty: TreatyFile, iri: str, selection: Selection) -> _Unnumbered:
    """Count what was said of a provision, or of earlier ones that it continues, without citing it."""
    meant, whole = get_meant(store, treaty, Iri(iri)), selected_of(store, selection)
    columns = whole.columns
    silent = whole.keep(~meant.narrow(store, whole).mask)
    rows = store.select(PREFIXES + _THEMES_OF % listed(meant.cited))
    themes = {str(row["theme"]) for row in rows}
    changing = silent.linked(columns.change, *meant.cited)
    return _Unnumbered(
        changing=changing.size(),
        unnumbered=silent.linked(columns.theme, *sorted(themes)).size(),
        items=_items(store, meant.chapters, whole) if "/chapter/" in iri else (),
    )


def _items(store: Store, chapters: Iterable[str], whole: Scope) -> tuple[ItemCount, ...]:
    rows = {str(row["item"]): row for row in store.select(PREFIXES + _ITEMS % listed(chapters))}
    found = [
        ItemCount(
            id=Id(f"document/{iri.rpartition('/document/')[2]}"),
            number=str(row["number"]),
            consultation=str(row["title"]),
            statements=whole.linked(whole.columns.agenda_item, iri).size(),
        )
        for iri, row in sorted(rows.items(), key=lambda one: (str(one[1]["day"]), str(one[1]["number"]), one[0]))
    ]
    return tuple(one for one in found if one.statements)


def _articles(store: Store, treaty: TreatyFile, chapter: str, selection: Selection) -> tuple[ArticleCount, ...]:
    scope = selected_of(store, selection)
    cited = scope.count(scope.columns.provision)
    iris = [str(row["article"]) for row in store.select(PREFIXES + _ARTICLES % chapter)]
    places = ((iri, place) for iri in iris if (place := treaty.find_place(iri)))
    counts = (ArticleCount(place=place, statements=cited.get(iri, 0)) for iri, place in places)
    return tuple(sorted(counts, key=lambda one: (one.place.order, one.place.id)))


def find_question_place(store: Store, iri: str) -> QuestionPlace:
    """Find what stands around the guiding question of an IRI, which the store holds."""
    rows = {str(row["question"]): row for row in store.select(PREFIXES + _PRINTED)}
    own = rows[iri]
    printed = {
        name: Printed(
            number=str(row["number"]), words=str(row["words"]), document=str(row["document"]), document_title=str(row["document_title"])
        )
        for name, row in rows.items()
    }
    inside = sorted(
        (name for name in rows if rows[name]["document"] == own["document"]), key=lambda name: (int(str(rows[name]["order"])), name)
    )
    at = inside.index(iri)
    same = [name for name in rows if name not in inside and _plain(printed[name].words) == _plain(printed[iri].words)]
    return QuestionPlace(
        before=printed[inside[at - 1]] if at else None,
        after=printed[inside[at + 1]] if at + 1 < len(inside) else None,
        elsewhere=tuple(printed[name] for name in sorted(same)),
        section=_id(own["section"], "document"),
        chapter=_id(own["chapter"], "instrument"),
    )


def _plain(words_: str) -> str:
    return " ".join(words_.casefold().split())


def _id(iri: object, kind: str) -> Id | None:
    return Id(f"{kind}/{str(iri).rpartition(f'/{kind}/')[2]}") if iri else None


def find_across(store: Store, theme: str, narrower: Mapping[str, str], selection: Selection = ALL) -> tuple[Across, ...]:
    """Count what each consultation has on a theme and those narrower than it, in the order of the names.

    ``narrower`` gives their labels by IRI. Words of prevalence are those of statements on the theme itself; of narrower ones, which are
    named, only where these say nothing.
    """
    found = _ThemeCells(store, theme, narrower, selection)
    return tuple(
        Across(name=name, statements=count(its), tallies=found.tallies(name)) for name, its in sorted(found.by_meeting.items(), key=_last)
    )


def find_theme_tallies(store: Store, theme: str, narrower: Mapping[str, str], selection: Selection = ALL) -> tuple[Tally, ...]:
    """Count the stances on a theme and those narrower than it, over all consultations; the words are chosen as ``find_across`` does."""
    return _ThemeCells(store, theme, narrower, selection).tallies()


def _last(one: tuple[str | None, object]) -> str:
    return one[0] or "~"


class _ThemeCells:
    """What was said on a theme and on each narrower one, counted once."""

    def __init__(self, store: Store, theme: str, narrower: Mapping[str, str], selection: Selection) -> None:
        whole = selected_of(store, selection)
        self._every = find_cells(whole.linked(whole.columns.theme, theme, *narrower))
        self._own = find_cells(whole.linked(whole.columns.theme, theme))
        self._narrower = {label: find_cells(whole.linked(whole.columns.theme, iri)) for iri, label in sorted(narrower.items())}
        self.by_meeting: dict[str | None, list[Cell]] = defaultdict(list)
        for cell in self._every:
            self.by_meeting[_meeting(cell)].append(cell)

    def tallies(self, *meetings: str | None) -> tuple[Tally, ...]:
        """Give the stances taken at these consultations; at all and at none, if none is named."""
        made = (self._tally(stance, meetings) for stance in STANCES)
        return tuple(one for one in made if one.statements)

    def _tally(self, stance: Stance, meetings: Sequence[str | None]) -> Tally:
        def left(cells: Iterable[Cell]) -> list[Cell]:
            return [cell for cell in cells if cell.stance is stance and (not meetings or _meeting(cell) in meetings)]

        def said(cells: Iterable[Cell]) -> list[Prevalence]:
            return [cell.prevalence for cell in left(cells)]

        every = left(self._every)
        strongest, narrower = words_for_theme(said(self._own), said(every), {label: said(some) for label, some in self._narrower.items()})
        return Tally(
            stance=stance,
            statements=count(every),
            positions=len({cell.position for cell in every} - {None}),
            strongest=strongest,
            unsaid=unsaid(every),
            narrower=narrower,
        )


def _meeting(cell: Cell) -> str | None:
    return cell.meeting.rpartition("/consultation/")[2] if cell.meeting else None


def find_related(store: Store, theme: str) -> tuple[ThemeCount, ...]:
    """Find the themes that the thesaurus calls related to the theme of an IRI, by their labels, with their statements."""
    columns = columns_of(store)
    counts = columns.theme.within(columns.select()).counts()
    found = sorted((str(row["label"]), str(row["theme"])) for row in store.select(PREFIXES + _RELATED % theme))
    return tuple(ThemeCount(name=iri.rpartition("/theme/")[2], label=label, statements=counts.get(iri, 0)) for label, iri in found)


def find_actors(store: Store, names: Iterable[str]) -> dict[str, Id]:
    """Find the persons, organizations and States of these names; a name that several have is left out."""
    wanted, found = set(names), defaultdict[str, set[str]](set)
    for row in store.select(PREFIXES + _NAMED) if wanted else ():
        if str(row["name"]) in wanted:
            found[str(row["name"])].add("/".join(str(row["actor"]).rsplit("/", 2)[1:]))
    return {name: Id(next(iter(ids))) for name, ids in sorted(found.items()) if len(ids) == 1}
