"""The dossier of a theme: what was said on it across consultations, by whom, of which provisions, and what conflicts within it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers.beside import ThemeCount, count_themes
from travaux.analysis.dossiers.conflicts import Conflict, find_conflicts
from travaux.analysis.dossiers.gathering import PAGE, Limits, gather
from travaux.analysis.dossiers.said import COLUMNS, Said, to_rows
from travaux.analysis.dossiers.scope import Scope, selected_of
from travaux.analysis.dossiers.voices import Voice, find_voices
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, listed
from travaux.analysis.tables import Tabular
from travaux.analysis.tracing.trace import Place
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.errors import QueryError
from travaux.model.store import Iri, Store, Table
from travaux.naming.kinds import NameKind
from travaux.naming.meant import get_things

_THESAURUS = "SELECT DISTINCT ?theme ?label WHERE { ?theme skos:prefLabel ?label . FILTER(CONTAINS(STR(?theme), '/theme/')) }"
_BROADER = "SELECT DISTINCT ?theme ?broader WHERE { ?theme skos:broader ?broader . FILTER(CONTAINS(STR(?theme), '/theme/')) }"
_WORDS = """SELECT DISTINCT ?definition ?scope_note ?other ?related WHERE {
  { <%(theme)s> skos:definition ?definition } UNION { <%(theme)s> skos:scopeNote ?scope_note }
  UNION { <%(theme)s> skos:altLabel ?other } UNION { <%(theme)s> skos:related/skos:prefLabel ?related }
}"""
_CONCERNED = "SELECT DISTINCT ?place WHERE { ?theme trv:provision ?place . VALUES ?theme { %s } }"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionCount:
    """A provision: how many statements on the theme cite it, and whether the thesaurus says that the theme is about it."""

    place: Place
    statements: int
    concerned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeDossier(Tabular):
    """What is on file about a theme and those narrower than it, whose statements count too, each once.

    ``broader`` is the path to the widest theme, nearest first; ``narrower`` are all below it; both with the statements on each alone.
    ``own`` counts those on the theme itself. ``beside`` are other themes of the same statements, without broader and narrower ones.
    ``voices`` are persons, organizations and States that are named for a statement. ``conflicts`` are objections between positions that
    statements on the theme express. A row of the table is a statement shown.
    """

    name: str
    label: str
    definition: str | None
    scope_note: str | None
    other_labels: tuple[str, ...]
    broader: tuple[ThemeCount, ...]
    narrower: tuple[ThemeCount, ...]
    related: tuple[str, ...]
    own: int
    said: Said
    provisions: tuple[ProvisionCount, ...]
    beside: tuple[ThemeCount, ...]
    voices: tuple[Voice, ...]
    conflicts: tuple[Conflict, ...]

    def to_table(self) -> Table:
        """Give a row for each statement shown, by stance and position."""
        return Table(COLUMNS, tuple(to_rows("said", self.said)))


def theme_dossier(
    store: Store, name: str, *, selection: Selection = ALL, limits: Limits = PAGE, treaty: TreatyFile | None = None
) -> ThemeDossier:
    """Gather the dossier of a theme by its name or one of its labels, or by its IRI.

    Raises ``QueryError`` with the nearest names for one that is not on file. ``treaty`` saves reading the treaty again.
    """
    theme = name if isinstance(name, Iri) else get_things(store, NameKind.THEME, name)[0]
    labels = {str(row["theme"]): str(row["label"]) for row in store.select(PREFIXES + _THESAURUS)}
    if theme not in labels:
        raise QueryError(f"there is no theme {_name(theme)!r} in this graph", hint="`travaux ask themes` lists those that are known.")
    parents, children = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for row in store.select(PREFIXES + _BROADER):
        parents[str(row["theme"])].add(str(row["broader"]))
        children[str(row["broader"])].add(str(row["theme"]))
    above, below = _reach(theme, parents), _reach(theme, children)
    whole = selected_of(store, selection)
    scope = whole.linked(whole.columns.theme, theme, *below)
    counts = whole.count(whole.columns.theme)

    def shown(themes: Iterable[str]) -> tuple[ThemeCount, ...]:
        return tuple(ThemeCount(name=_name(one), label=labels.get(one, _name(one)), statements=counts.get(one, 0)) for one in themes)

    words = _words(store, theme)
    return ThemeDossier(
        name=_name(theme),
        label=labels[theme],
        definition=next(iter(words["definition"]), None),
        scope_note=next(iter(words["scope_note"]), None),
        other_labels=tuple(words["other"]),
        broader=shown(above),
        narrower=tuple(sorted(shown(below), key=lambda one: (-one.statements, one.label))),
        related=tuple(words["related"]),
        own=counts.get(theme, 0),
        said=gather(store, scope, limits),
        provisions=_provisions(treaty or TreatyFile(store), store, scope, [theme, *below]),
        beside=count_themes(store, scope, limits.rows, without=[theme, *above, *below]),
        voices=find_voices(store, scope, limits.rows),
        conflicts=find_conflicts(store, scope, limits.rows),
    )


def _reach(start: str, steps: dict[str, set[str]]) -> list[str]:
    """List what is reached by steps from a theme, nearest first; a thesaurus may hold a circle."""
    found, waiting = list[str](), [start]
    while waiting:
        waiting = sorted({to for one in waiting for to in steps.get(one, ())} - {start, *found})
        found += waiting
    return found


def _words(store: Store, theme: str) -> dict[str, list[str]]:
    rows = list(store.select(PREFIXES + _WORDS % {"theme": theme}))
    return {name: sorted({str(row[name]) for row in rows if row[name]}) for name in ("definition", "scope_note", "other", "related")}


def _provisions(treaty: TreatyFile, store: Store, scope: Scope, themes: list[str]) -> tuple[ProvisionCount, ...]:
    cited = scope.count(scope.columns.provision)
    concerned = {str(row["place"]) for row in store.select(PREFIXES + _CONCERNED % listed(themes))}
    found = ((place, iri) for iri in cited.keys() | concerned if (place := treaty.find_place(iri)))
    counts = (ProvisionCount(place=place, statements=cited.get(iri, 0), concerned=iri in concerned) for place, iri in found)
    return tuple(sorted(counts, key=lambda one: (-one.statements, one.place.order, one.place.id)))


def _name(iri: str) -> str:
    return iri.rpartition("/theme/")[2]
