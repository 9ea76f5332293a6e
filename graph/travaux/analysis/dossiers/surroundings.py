"""What stands around a provision, a guiding question or a theme: its neighbours, what is in it, where else it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.columns import columns_of
from travaux.analysis.dossiers.article import Described, describe
from travaux.analysis.dossiers.beside import ThemeCount
from travaux.analysis.dossiers.cells import count, find_cells, words
from travaux.analysis.dossiers.said import STANCES, Tally
from travaux.analysis.dossiers.scope import selected_of
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES
from travaux.analysis.tracing.trace import Place, Step
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.model.identity import Id
from travaux.model.store import Store

_ARTICLES = "SELECT DISTINCT ?article WHERE { ?article a trv:Article ; trv:chapter <%s> }"
_PRINTED = """SELECT DISTINCT ?question ?number ?order ?document ?document_title ?words ?section ?chapter WHERE {
  ?question a trv:Question ; trv:number ?number ; trv:order ?order ; trv:document ?source ; trv:span/trv:quote ?words .
  ?source trv:name ?document ; dcterms:title ?document_title .
  OPTIONAL { ?question trv:section ?section }
  OPTIONAL { ?question trv:chapter ?chapter }
}"""
_RELATED = "SELECT DISTINCT ?theme ?label WHERE { <%s> skos:related ?theme . ?theme skos:prefLabel ?label }"
_NAMED = "SELECT DISTINCT ?actor ?name WHERE { VALUES ?class { trv:Person trv:Organization trv:State } ?actor a ?class ; trv:name ?name }"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCount:
    """An article of a chapter and how many statements cite it."""

    place: Place
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a provision of a text.

    ``before`` and ``after`` are its neighbours of the same kind in the same text, ``articles`` those of a chapter in their order,
    ``later`` the provisions of later texts to which steps lead.
    """

    before: Place | None
    after: Place | None
    articles: tuple[ArticleCount, ...]
    later: tuple[Described, ...]


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
    )


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


def find_across(store: Store, theme: str, narrower: Iterable[str], selection: Selection = ALL) -> tuple[Across, ...]:
    """Count what each consultation has on a theme and those narrower than it, given by IRI, in the order of the names."""
    whole = selected_of(store, selection)
    cells = defaultdict[str | None, list[int]](list)
    found = find_cells(whole.linked(whole.columns.theme, theme, *narrower))
    for number, cell in enumerate(found):
        cells[cell.meeting.rpartition("/consultation/")[2] if cell.meeting else None].append(number)
    across = []
    for meeting, numbers in sorted(cells.items(), key=lambda one: one[0] or "~"):
        its = [found[number] for number in numbers]
        by_stance = ((stance, [cell for cell in its if cell.stance is stance]) for stance in STANCES)
        tallies = (
            Tally(stance=stance, statements=count(some), positions=len({cell.position for cell in some} - {None}), strongest=words(some))
            for stance, some in by_stance
            if some
        )
        across.append(Across(name=meeting, statements=count(its), tallies=tuple(tallies)))
    return tuple(across)


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
