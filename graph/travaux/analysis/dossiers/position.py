"""The dossier of a position: who named it, all its statements, what bears on it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from travaux.analysis.argumentation import Arguments, evaluate_arguments
from travaux.analysis.columns.columns import NOTHING, texts
from travaux.analysis.dossiers.bearings import find_bearings
from travaux.analysis.dossiers.beside import QuestionCount, ThemeCount, count_questions, count_themes
from travaux.analysis.dossiers.gathering import Limits, find_sentences, gather
from travaux.analysis.dossiers.said import COLUMNS, Bearing, Said, Sentence
from travaux.analysis.dossiers.scope import Scope, selected_of
from travaux.analysis.dossiers.treaty import find_outcomes_of, find_steps
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, batches, last_word, listed
from travaux.analysis.tables import Tabular
from travaux.analysis.tracing.trace import Became, Place, Step
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store, Table

_OWN = """SELECT DISTINCT ?claim ?review WHERE { <%s> a trv:Position ; trv:claim ?claim . OPTIONAL { <%s> trv:review ?review } }"""
_NAMED = """SELECT DISTINCT ?kind ?reason ?rule ?reviewer ?name WHERE {
  ?decision trv:subject <%s> ; trv:inForce true ; trv:kind ?kind ; trv:reviewer ?reviewer .
  OPTIONAL { ?decision trv:reason ?reason } OPTIONAL { ?decision trv:rule ?rule } OPTIONAL { ?reviewer trv:name ?name }
}"""
_SPANS = "SELECT DISTINCT ?statement ?span WHERE {{ VALUES ?statement {{ {} }} ?statement trv:span ?span }}"
_DAYS = "SELECT DISTINCT ?meeting ?day WHERE { ?meeting a trv:Consultation ; trv:firstDay ?day }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Who named a position, with the reason given; ``reviewer`` is the name, ``kind`` what was decided."""

    reviewer: str
    kind: ReviewStatus
    reason: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A provision that statements of a position cite, and how many of them do."""

    place: Place
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionDossier(Tabular):
    """What is on file about a position.

    ``naming`` is ``None`` for one that a rule found. ``said`` counts all its statements; ``sentences`` are those of one page of them, by
    the days of the consultations and then in the order of the texts, from the one of number ``first`` on (0 if there is none).
    ``arguments`` tells what is recorded for and against it, in the one account that it has (none if a person rejected it); ``leads_to``
    are the relations in which it is itself the reason, the limit or the objection. ``steps`` say how the provisions cited stand to later
    versions. A row of the table is a statement shown.
    """

    id: Id
    key: str
    claim: str
    review: ReviewStatus
    naming: Naming | None
    said: Said
    sentences: tuple[Sentence, ...]
    first: int
    themes: tuple[ThemeCount, ...]
    provisions: tuple[Cited, ...]
    questions: tuple[QuestionCount, ...]
    arguments: Arguments
    leads_to: tuple[Bearing, ...]
    steps: tuple[Step, ...]
    outcomes: tuple[Became, ...]

    def to_table(self) -> Table:
        """Give a row for each statement shown."""
        return Table(COLUMNS, tuple(self._row(one) for one in self.sentences))

    def _row(self, one: Sentence) -> tuple[str | int | None, ...]:
        heard = one.heard
        asides = (one.rationale, one.condition, one.contrast)
        who = (heard.speaker, heard.prevalence.value, heard.review.value)
        where = (heard.consultation, heard.document, heard.paragraph, heard.start, heard.end, heard.id)
        return ("said", heard.stance.value, self.key, self.claim, heard.claim, heard.quote, *asides, *who, *where)


def position_dossier(store: Store, key: str, *, selection: Selection = ALL, first: int = 1, size: int | None = None) -> PositionDossier:
    """Gather the dossier of the position of this key, with ``size`` of its statements from the one of number ``first`` on.

    The selection says which statements count; relations are all that are on file. Raises ``QueryError`` for a key that is not there.
    """
    whole = selected_of(store, selection)
    iri = whole.position(key)
    own = next(iter(store.select(PREFIXES + _OWN % (iri, iri))), None) if _is_plain(key) else None
    if own is None:
        raise QueryError(f"there is no position {key!r}", hint="The list of positions has them all.")
    scope = whole.expressing(iri)
    ordered = _in_order(store, scope)
    cited, steps, outcomes = _follow(store, scope, iri)
    return PositionDossier(
        id=Id(f"position/{key}"),
        key=key,
        claim=str(own["claim"]),
        review=ReviewStatus(last_word(own["review"])) if own["review"] else ReviewStatus.UNREVIEWED,
        naming=_find_naming(store, iri),
        said=gather(store, scope, Limits(positions=0, sentences=0)),
        sentences=_read(store, ordered[first - 1 : first - 1 + size if size is not None else None]),
        first=first if ordered[first - 1 :] else 0,
        themes=count_themes(store, scope, None),
        provisions=cited,
        questions=count_questions(store, scope),
        arguments=evaluate_arguments(store, iri),
        leads_to=tuple(one for one in find_bearings(store, scope, [key]).get(key, ()) if one.outgoing),
        steps=steps,
        outcomes=outcomes,
    )


def _is_plain(key: str) -> bool:
    """Tell whether a key can stand in an IRI as it is."""
    return not any(letter.isspace() or letter in '<>"{}|\\^`' for letter in key)


def _find_naming(store: Store, iri: str) -> Naming | None:
    rows = sorted(store.select(PREFIXES + _NAMED % iri), key=lambda row: (str(row["reviewer"]), str(row["reason"])))
    for row in rows:
        return Naming(
            reviewer=str(row["name"] or str(row["reviewer"]).rpartition("/")[2]),
            kind=ReviewStatus(last_word(row["kind"])),
            reason=str(row["reason"]) if row["reason"] else None,
            rule=str(row["rule"]) if row["rule"] else None,
        )
    return None


def _in_order(store: Store, scope: Scope) -> list[str]:
    """Give the statements of a scope by the days of their consultations, then in the order of the texts, by their IRIs.

    Where their words stand is read from the identifiers of the spans, of which a position may have thousands.
    """
    columns, days = scope.columns, {str(row["meeting"]): str(row["day"]) for row in store.select(PREFIXES + _DAYS)}
    meetings = texts(columns.consultations)
    held = {columns.iri(row): columns.consultation[row] for row in np.flatnonzero(scope.mask).tolist()}
    placed = dict[str, tuple[str, str, str, int, int]]()
    for some in batches(sorted(held)):
        for row in store.select(PREFIXES + _SPANS.format(listed(some))):
            iri = str(row["statement"])
            meeting = meetings[held[iri]] if held[iri] != NOTHING else ""
            placed[iri] = (days.get(meeting, "~"), meeting, *_place(str(row["span"])))
    return sorted(placed, key=lambda iri: (placed[iri], iri))


def _place(span: str) -> tuple[str, int, int]:
    """Read document, start and end from the identifier of a span."""
    document, _, characters = span.rpartition("/document/")[2].partition("/span/")
    start, _, end = characters.partition("-")
    return document, int(start), int(end)


def _read(store: Store, iris: list[str]) -> tuple[Sentence, ...]:
    found = find_sentences(store, iris)
    return tuple(found[iri] for iri in iris if iri in found)


def _follow(store: Store, scope: Scope, position: str) -> tuple[tuple[Cited, ...], tuple[Step, ...], tuple[Became, ...]]:
    """Find the provisions that statements cite, in the order of the treaty, how these stand to later versions, and what became of it.

    The treaty is read only where something leads to it.
    """
    counts = scope.count(scope.columns.provision)
    if not counts and not store.ask(f"{PREFIXES}ASK {{ <{position}> trv:outcome ?outcome }}"):
        return (), (), ()
    treaty = TreatyFile(store)
    cited = [Cited(place=place, statements=number) for iri, number in counts.items() if (place := treaty.find_place(iri))]
    in_order = sorted(cited, key=lambda one: (one.place.order, one.place.id))
    return tuple(in_order), find_steps(treaty, sorted(counts)), find_outcomes_of(store, treaty, position)
