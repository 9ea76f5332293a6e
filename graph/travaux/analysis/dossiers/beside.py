"""What stands beside a matter: its themes, its guiding questions, and how many statements each has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.sparql import PREFIXES, listed
from travaux.model.store import Store, Value

_QUESTIONS = """SELECT DISTINCT ?question ?number ?order ?document ?words WHERE {
  VALUES ?chapter { %s }
  ?question a trv:Question ; trv:chapter ?chapter ; trv:number ?number ; trv:order ?order ; trv:document/trv:name ?document ;
    trv:span/trv:quote ?words .
}"""
_ANSWERED = """SELECT DISTINCT ?question ?number ?order ?document ?words WHERE {
  VALUES ?question { %s }
  ?question trv:number ?number ; trv:order ?order ; trv:document/trv:name ?document ; trv:span/trv:quote ?words .
}"""
_ALL = "SELECT DISTINCT ?question WHERE { ?question a trv:Question }"
_LABELS = "SELECT DISTINCT ?theme ?label WHERE { VALUES ?theme { %s } ?theme skos:prefLabel ?label }"
_OF_PROVISION = "SELECT DISTINCT ?theme ?label WHERE { VALUES ?place { %s } ?theme trv:provision ?place ; skos:prefLabel ?label }"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCount:
    """A theme and how many statements it has: ``statements`` among those that the dossier is about, ``elsewhere`` among all others."""

    name: str
    label: str
    statements: int
    elsewhere: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCount:
    """A guiding question: how many statements answer it directly and in part, and how many of both are those of the dossier."""

    number: str
    document: str
    words: str
    direct: int
    partial: int
    of_these: int


def find_questions(store: Store, chapters: Iterable[str], scope: Scope) -> tuple[QuestionCount, ...]:
    """Find the guiding questions of chapters, in their order, with the statements that answer them."""
    values = listed(chapters)
    return _count_questions(list(store.select(PREFIXES + _QUESTIONS % values)) if values else [], scope)


def count_questions(store: Store, scope: Scope) -> tuple[QuestionCount, ...]:
    """Find the guiding questions that statements of a scope answer, directly or in part, in their order."""
    columns = scope.columns
    answered = sorted({*scope.count(columns.question), *scope.count(columns.partial_question)})
    return _count_questions(list(store.select(PREFIXES + _ANSWERED % listed(answered))) if answered else [], scope)


def questions_of(store: Store, scope: Scope, documents: Iterable[str]) -> tuple[QuestionCount, ...]:
    """Find the guiding questions that documents print, given by their IRIs, in their order, with the statements that answer them."""
    prefixes = tuple(f"{document}/" for document in documents)
    printed = sorted(iri for row in store.select(PREFIXES + _ALL) if (iri := str(row["question"])).startswith(prefixes))
    return _count_questions(list(store.select(PREFIXES + _ANSWERED % listed(printed))) if printed else [], scope)


def _count_questions(rows: list[Mapping[str, Value]], scope: Scope) -> tuple[QuestionCount, ...]:
    if not rows:
        return ()
    columns, whole = scope.columns, scope.whole()
    direct, partial = whole.count(columns.question), whole.count(columns.partial_question)
    ordered = sorted(rows, key=lambda row: (str(row["document"]), int(str(row["order"]))))
    return tuple(
        QuestionCount(
            number=str(row["number"]),
            document=str(row["document"]),
            words=str(row["words"]),
            direct=direct.get(str(row["question"]), 0),
            partial=partial.get(str(row["question"]), 0),
            of_these=_answering(scope, str(row["question"])),
        )
        for row in ordered
    )


def _answering(scope: Scope, question: str) -> int:
    columns = scope.columns
    direct, partial = (pairs.statements_of((question,), len(columns)) for pairs in (columns.question, columns.partial_question))
    return scope.keep(direct | partial).size()


def count_themes(store: Store, scope: Scope, limit: int | None, without: Iterable[str] = ()) -> tuple[ThemeCount, ...]:
    """Count the themes of a scope's statements: those of most statements first, then by their labels; some may be left out."""
    left_out = set(without)
    found = {theme: number for theme, number in scope.count(scope.columns.theme).items() if theme not in left_out}
    rows = store.select(PREFIXES + _LABELS % listed(found))
    counts = [(-found[str(row["theme"])], str(row["label"]), str(row["theme"]).rpartition("/theme/")[2]) for row in rows]
    return tuple(ThemeCount(name=name, label=label, statements=-count) for count, label, name in sorted(counts)[:limit])


def find_themes(store: Store, places: Iterable[str]) -> dict[str, str]:
    """Find the themes that the thesaurus links to provisions, with their labels."""
    values = listed(places)
    return {str(row["theme"]): str(row["label"]) for row in store.select(PREFIXES + _OF_PROVISION % values)} if values else {}


def on_themes(themes: Iterable[str], scope: Scope) -> Scope:
    """Give the scope of the statements on any of these themes that are not those of the scope itself."""
    whole = scope.whole().linked(scope.columns.theme, *themes)
    return replace(whole, mask=whole.mask & ~scope.mask)


def themes_of(store: Store, places: Iterable[str], scope: Scope) -> tuple[ThemeCount, ...]:
    """Count the statements on the themes of provisions: among those that cite them, and among those that do not."""
    themes = find_themes(store, places)
    if not themes:
        return ()
    own, everywhere = scope.count(scope.columns.theme), scope.whole().count(scope.columns.theme)
    return tuple(
        ThemeCount(
            name=theme.rpartition("/theme/")[2],
            label=label,
            statements=own.get(theme, 0),
            elsewhere=everywhere.get(theme, 0) - own.get(theme, 0),
        )
        for label, theme in sorted((label, theme) for theme, label in themes.items())
    )
