"""What stands beside a matter: its themes, its guiding questions, and how many statements each has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers.queries import Scope, listed
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_QUESTIONS = """SELECT DISTINCT ?question ?number ?order ?document ?words WHERE {
  VALUES ?chapter { %s }
  ?question a trv:Question ; trv:chapter ?chapter ; trv:number ?number ; trv:order ?order ; trv:document/trv:name ?document ;
    trv:span/trv:quote ?words .
}"""
_THEMES = """SELECT DISTINCT ?other ?label ?statements WHERE {
  { SELECT ?other (COUNT(DISTINCT ?statement) AS ?statements) WHERE { %s ?statement trv:theme ?other } GROUP BY ?other }
  ?other skos:prefLabel ?label
}"""
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
    rows = list(store.select(PREFIXES + _QUESTIONS % values)) if values else []
    if not rows:
        return ()
    chosen = f"VALUES ?question {{ {listed(sorted({str(row['question']) for row in rows}))} }} ?statement %s ?question . "
    direct = _count(store, scope.selection, chosen % "trv:question", "question")
    partial = _count(store, scope.selection, chosen % "trv:partialQuestion", "question")
    query = f"{scope.pattern()} {chosen % 'trv:question|trv:partialQuestion'}"
    counted = store.select(f"{PREFIXES}SELECT ?question (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{ {query} }} GROUP BY ?question")
    own = {str(row["question"]): int(str(row["statements"])) for row in counted}
    ordered = sorted(rows, key=lambda row: (str(row["document"]), int(str(row["order"]))))
    return tuple(
        QuestionCount(
            number=str(row["number"]),
            document=str(row["document"]),
            words=str(row["words"]),
            direct=direct.get(str(row["question"]), 0),
            partial=partial.get(str(row["question"]), 0),
            of_these=own.get(str(row["question"]), 0),
        )
        for row in ordered
    )


def count_themes(store: Store, scope: Scope, limit: int | None, without: Iterable[str] = ()) -> tuple[ThemeCount, ...]:
    """Count the themes of a scope's statements: those of most statements first, then by their labels; some may be left out."""
    left_out = set(without)
    rows = [row for row in store.select(PREFIXES + _THEMES % scope.pattern()) if str(row["other"]) not in left_out]
    counts = [(-int(str(row["statements"])), str(row["label"]), str(row["other"]).rpartition("/theme/")[2]) for row in rows]
    return tuple(ThemeCount(name=name, label=label, statements=-count) for count, label, name in sorted(counts)[:limit])


def themes_of(store: Store, places: Iterable[str], scope: Scope) -> tuple[ThemeCount, ...]:
    """Count the statements on the themes of provisions: among those that cite them, and among those that do not."""
    values = listed(places)
    themes = {str(row["theme"]): str(row["label"]) for row in store.select(PREFIXES + _OF_PROVISION % values)} if values else {}
    if not themes:
        return ()
    chosen = f"VALUES ?theme {{ {listed(sorted(themes))} }} ?statement trv:theme ?theme . "
    everywhere = _count(store, scope.selection, chosen, "theme")
    query = f"{scope.pattern()} {chosen}"
    counted = store.select(f"{PREFIXES}SELECT ?theme (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{ {query} }} GROUP BY ?theme")
    own = {str(row["theme"]): int(str(row["statements"])) for row in counted}
    return tuple(
        ThemeCount(
            name=theme.rpartition("/theme/")[2],
            label=label,
            statements=own.get(theme, 0),
            elsewhere=everywhere.get(theme, 0) - own.get(theme, 0),
        )
        for label, theme in sorted((label, theme) for theme, label in themes.items())
    )


def _count(store: Store, selection: Selection, chosen: str, by: str) -> dict[str, int]:
    """Count the statements selected that a pattern leaves, by one of its variables."""
    query = f"SELECT ?{by} (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{ {chosen} {selection.pattern()} }} GROUP BY ?{by}"
    return {str(row[by]): int(str(row["statements"])) for row in store.select(PREFIXES + query)}
