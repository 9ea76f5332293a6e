"""The dossier of a provision: what was said of it, what was asked of it, where it went and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.analysis.dossiers.beside import QuestionCount, ThemeCount, find_questions, find_themes, on_themes, themes_of
from travaux.analysis.dossiers.gathering import PAGE, Limits, gather
from travaux.analysis.dossiers.meetings import find_agenda
from travaux.analysis.dossiers.said import COLUMNS, Said, to_rows
from travaux.analysis.dossiers.scope import Scope, selected_of
from travaux.analysis.dossiers.treaty import Meant, all_places, find_grades, find_outcomes, find_steps, get_meant
from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, last_word, listed
from travaux.analysis.tables import Tabular
from travaux.analysis.tracing.trace import Became, Place, Step
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.model.schemes import ChangeKind, EvidenceGrade
from travaux.model.store import Store, Table

_CHANGES = """SELECT DISTINCT ?change ?kind ?provision ?words ?start ?statement WHERE {
  VALUES ?provision { %s }
  ?change trv:provision ?provision ; a trv:TextChange ; trv:statement ?statement ; trv:kind ?kind ; trv:span ?span .
  ?span trv:quote ?words ; trv:start ?start .
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A provision as the corpus describes it; ``grade`` is what its number and title rest on, ``note`` what the grade does not say."""

    place: Place
    grade: EvidenceGrade
    note: str | None = None
    chapter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to the text that a statement proposes, with its exact words."""

    kind: ChangeKind
    provision: Place
    words: str
    heard: Heard


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDossier(Tabular):
    """What is on file about an article, a chapter or a preambular paragraph.

    ``described`` is the provision itself and, of a later version, those of earlier ones that correspond to it: statements that cite these
    count too; of a chapter, those that cite its articles. It is empty for an article that statements cite and the corpus does not
    describe. ``outcomes`` are recorded for the provision, or for a position that statements on it express. A row of the table is a
    statement shown. ``around`` is what statements say on its themes that do not cite it, each once; ``None`` where that was not asked for.
    """

    name: str
    described: tuple[Described, ...]
    steps: tuple[Step, ...]
    said: Said
    changes: tuple[Change, ...]
    changes_found: int
    outcomes: tuple[Became, ...]
    questions: tuple[QuestionCount, ...]
    themes: tuple[ThemeCount, ...]
    around: Said | None = None

    def to_table(self) -> Table:
        """Give a row for each statement shown, by stance and position."""
        return Table(COLUMNS, tuple(to_rows("said", self.said)))


def article_dossier(
    store: Store,
    name: str,
    *,
    selection: Selection = ALL,
    limits: Limits = PAGE,
    treaty: TreatyFile | None = None,
    around: Limits | None = None,
) -> ArticleDossier:
    """Gather the dossier of a provision: ``24``, ``article 24``, ``adopted 21``, ``chapter IV``, ``preambular paragraph 3``.

    A number without a version is that of the first version on file; the IRI of a provision is a name too. ``treaty`` saves reading the
    treaty again, ``around`` asks for what is said on its themes without citing it. Raises ``QueryError`` with what is known for what the
    store does not know.
    """
    treaty = treaty or TreatyFile(store)
    meant = get_meant(store, treaty, name)
    scope = meant.narrow(store, selected_of(store, selection))
    changes = _find_changes(store, treaty, meant, scope)
    own = tuple(dict.fromkeys((*meant.places, *treaty.leading_to(meant.places))))
    return ArticleDossier(
        name=meant.name,
        described=describe(store, treaty, own),
        steps=find_steps(treaty, own),
        said=gather(store, scope, limits, find_agenda(store, meant.chapters) if meant.chapters else None),
        changes=changes[: limits.rows],
        changes_found=len(changes),
        outcomes=find_outcomes(store, treaty, meant, scope),
        questions=find_questions(store, meant.chapters, scope),
        themes=themes_of(store, meant.cited, scope),
        around=gather(store, on_themes(find_themes(store, meant.cited), scope), around) if around else None,
    )


def describe(store: Store, treaty: TreatyFile, iris: Sequence[str]) -> tuple[Described, ...]:
    """Describe the provisions of these IRIs that the treaty files describe, in the order given."""
    grades = find_grades(store, iris)
    rows = store.select(
        f"{PREFIXES}SELECT DISTINCT ?place ?label WHERE {{ VALUES ?place {{ {listed(iris)} }} ?place trv:chapter/rdfs:label ?label }}"
    )
    chapters = {str(row["place"]): str(row["label"]) for row in rows}
    return tuple(
        Described(place=place, grade=grades[iri][0], note=grades[iri][1], chapter=chapters.get(iri))
        for iri in iris
        if iri in grades
        for place in all_places(treaty, [iri])
    )


def _find_changes(store: Store, treaty: TreatyFile, meant: Meant, scope: Scope) -> tuple[Change, ...]:
    """Find the changes proposed to the provision, or to those that stand in it."""
    if not meant.cited:
        return ()
    proposed = list(store.select(PREFIXES + _CHANGES % listed(meant.cited)))
    selected = scope.whole().holds([str(row["statement"]) for row in proposed])
    rows = [row for row, kept in zip(proposed, selected, strict=True) if kept]
    heard = find_heard(store, (str(row["statement"]) for row in rows))
    changes = [
        Change(kind=ChangeKind(last_word(row["kind"])), provision=place, words=str(row["words"]), heard=heard[str(row["statement"])])
        for row in rows
        for place in all_places(treaty, [str(row["provision"])])
    ]
    return tuple(sorted(changes, key=lambda one: (one.provision.order, one.heard.text_order, one.kind, one.words)))
